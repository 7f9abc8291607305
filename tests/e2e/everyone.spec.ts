import { Buffer } from 'node:buffer'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import papa from 'papaparse'
import { expect, test } from './support.ts'

// What the service worker answers cannot be answered by a test.
test.use({ serviceWorkers: 'block' })

const DATA = join(import.meta.dirname, '../../data')

/** Texts of the data packages that are no messages: names in a language, and what is written in one only. */
async function textsOfData(columns: RegExp): Promise<readonly string[]> {
  const found = new Set<string>()
  const files = (await readdir(DATA, { recursive: true })).filter((path) => path.endsWith('.csv'))
  for (const path of files) {
    const { data } = papa.parse<Record<string, string>>(await readFile(join(DATA, path), 'utf8'), { header: true })
    for (const row of data) {
      for (const [column, text] of Object.entries(row)) if (columns.test(column) && text !== '') found.add(text)
    }
  }
  const { packages } = JSON.parse(await readFile(join(DATA, 'catalog.json'), 'utf8')) as {
    packages: Record<string, string>[]
  }
  for (const entry of packages) {
    for (const [column, text] of Object.entries(entry)) if (columns.test(column)) found.add(text)
  }
  // The longest first: a name may be a part of another.
  return [...found].toSorted((a, b) => b.length - a.length)
}

/** Everything that is seen or heard, with where it stands; not what names its own language. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const isApart = (element: Element) =>
      element.closest('script, style, noscript, template, textarea, pre, code, body [lang]') !== null
    const found: [text: string, place: string][] = [[document.title, 'title']]
    const add = (text: string | null, element: Element, what: string) => {
      if (text === null || text.trim() === '' || isApart(element) || !element.checkVisibility()) return
      found.push([text.trim(), what])
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent !== null) add(node.textContent, parent, parent.tagName)
    }
    const attributes = ['aria-label', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label', 'data-label']
    for (const element of document.body.querySelectorAll(`[${attributes.join('], [')}]`)) {
      for (const name of attributes) add(element.getAttribute(name), element, name)
    }
    return found
  })

/** Of what `textsOf` gives, what was not there before. */
function newTexts() {
  const known = new Set<string>()
  return async (page: Page) => {
    const texts = await textsOf(page)
    return texts.filter(([text]) => known.size < known.add(text).size)
  }
}

/** The built texts, each Latin letter outside its slots made wide: whatever is not wide came from elsewhere. */
async function widenEnglish(page: Page) {
  await page.route(/\/assets\/en-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    const code = await response.text()
    const names = [...(/export\s*\{([^}]*)\};?\s*$/.exec(code)?.[1] ?? '').matchAll(/([\w$]+)\s+as/g)]
    const widen = `;{
      const wide = (text) => text.replaceAll(/\\{\\w+\\}|[A-Za-z]/g, (part) =>
        part.length > 1 ? part : String.fromCodePoint(part.codePointAt(0) + 0xfee0))
      const done = new Set()
      for (const exported of [${names.map(([, name]) => name).join()}]) {
        for (const texts of [exported, ...Object.values(exported)]) {
          if (texts['shell.brand'] === undefined || done.has(texts)) continue
          done.add(texts)
          for (const [key, text] of Object.entries(texts)) {
            texts[key] = typeof text === 'string' ? wide(text) : { one: wide(text.one), other: wide(text.other) }
          }
        }
      }
    }`
    await route.fulfill({ response, body: code + widen })
  })
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const ASKS = csv('hoi.csv', 'Đơn vị;Cải cách thể chế (10);Tổng điểm\nSở Y tế;9,5;9,5\nSở Tư pháp;8,25;8,25\n')

async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('lang', /./)
}

/** Every screen and what opens in it, in one page; `see` is told what it looks at. */
async function walk(page: Page, lang: 'vi' | 'en', see: (state: string) => Promise<void>) {
  const to = async (link: string) => {
    await page.evaluate((search) => {
      history.pushState(null, '', search)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `${link}&lang=${lang}`)
    await settled(page)
    await see(link)
  }
  const dialogs = async (state: string, buttons: string) => {
    for (const button of await page.locator(buttons).all()) {
      await button.click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await see(`${state}: ${await button.getAttribute('class')}`)
      await page.keyboard.press('Escape')
    }
  }
  await page.goto(`./?lang=${lang}`)
  await settled(page)
  await see('./')
  await dialogs('./', '[role=group] button[aria-haspopup=dialog], td[data-column=source] button >> nth=0')
  for (const link of [
    '?index=dti&block=communes&as=map',
    '?package=tp-hcm&period=2012&block=provinces',
    '?package=bo-766-2026',
    '?q=khong',
    '?index=sipas&period=1999&screen=x&as=y&absolute=7&v=99',
    '?package=khong-co',
    '?screen=unit',
    '?screen=unit&unit=khong-co',
    '?screen=unit&unit=sgtvt&period=2025',
    '?screen=unit&unit=quan-go-vap&period=2024',
    '?package=tp-hcm&screen=unit&unit=hepza',
    '?screen=compare',
    '?screen=compare&show=bump',
    '?screen=compare&show=change&unit=syt',
    '?screen=compare&show=units&units=syt,stp',
    '?screen=compare&show=units&units=',
    '?screen=compare&show=block',
    '?screen=weak&show=by-unit',
    '?screen=weak&show=by-owner',
    '?screen=weak&package=tp-hcm',
    '?screen=report',
    '?screen=weak&index=par&period=2024&block=departments&order=similar',
  ]) {
    await to(link)
    const tables = page.locator('figure input[type=radio]:not(:checked)')
    if ((await tables.count()) > 0) {
      await tables.first().dispatchEvent('click')
      await see(`${link}: table`)
    }
  }
  const grid = page.getByRole('grid')
  await grid.locator('td[data-weak]').first().click()
  await page.locator('summary').first().click()
  await page.locator('input[name=absolute]').fill('150')
  await see('a cell, and a threshold that is none')

  await to('?screen=data&package=tp-hcm')
  await expect(page.locator('details[data-kind], main details').nth(1)).toBeVisible()
  for (const summary of await page.locator('summary').all()) await summary.click()
  await see('data, unfolded')
  await page.locator('input[type=file]').setInputFiles(ASKS)
  await expect(page.locator('form input[type=radio]').first()).toBeFocused()
  await see('questions of a file')
  await page.locator('input[type=file]').setInputFiles({ ...csv('a.pdf', '%PDF-1.4'), mimeType: 'application/pdf' })
  await expect(page.getByRole('heading', { name: 'a.pdf' })).toBeFocused()
  await see('a file that is refused')
}

test('in English everything seen or heard is a message, a figure or a name of the data', async ({ page }) => {
  await widenEnglish(page)
  const names = await textsOfData(/_en$|^(short_name|title|issuer|number|decision|version_id)$/)
  const leaks: string[] = []
  const further = newTexts()
  await walk(page, 'en', async (state) => {
    for (const [text, place] of await further(page)) {
      let rest = text
      for (const name of names) rest = rest.replaceAll(name, '').replaceAll(name.toLowerCase(), '')
      rest = rest
        .replaceAll(/\d{1,2} [A-Z][a-z]{2} \d{4}|\d(st|nd|rd|th)\b|[“«][^”»]*[”»]|\S+\.(csv|pdf|json)|https?:\S+/g, '')
        // Chart names that are cut to their room.
        .replaceAll(/[\w ,-]+…/g, '')
        .replaceAll(/[\uFF21-\uFF5A]/g, '')
        .replaceAll(/UTF-8|PDF|HCMC|A1:C3/g, '')
        .trim()
        // Columns of a sheet, and the cells of the file.
        .replace(/^([A-C]|Đơn vị|Tổng điểm|Cải cách thể chế \(10\)|Sở Y tế · Sở Tư pháp)$/, '')
      if (/\p{L}/u.test(rest)) leaks.push(`${state}: ${rest} (${place})`)
    }
  })
  expect(leaks).toEqual([])
})

/** What readers may set for themselves (WCAG 1.4.12). */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

const ENGLISH =
  /\b(the|of|and|is|are|was|not|with|for|from|this|that|ranks?|ranking|units?|periods?|block|download|chart|table|source|close|search|sort|share|copy|loading|error|file|figures?|shown?|points?|score|none|all|main|page|open|retry|map|matrix|slope|bump)\b/i

test('in Vietnamese no English word is left, and in a window of 1280 px at 400 % with wide text nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.addInitScript((style) => {
    addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      document.adoptedStyleSheets = [sheet]
    })
  }, SPACING)
  const names = await textsOfData(/^(short_name|title|issuer|name_en)$/)
  const found: string[] = []
  const further = newTexts()
  await walk(page, 'vi', async (state) => {
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (beyond > 0) found.push(`${state}: ${beyond} px too wide`)
    for (const [text, place] of await further(page)) {
      let rest = text.replaceAll(/[“«][^”»]*[”»]|\S+\.(csv|pdf|json)|\S+\/\S+/g, '')
      for (const name of names) rest = rest.replaceAll(name, '')
      const word = ENGLISH.exec(rest)
      if (word !== null) found.push(`${state}: ${word[0]} in ${rest} (${place})`)
    }
  })
  expect(found).toEqual([])
})

const focused = (page: Page) => page.locator(':focus')

test('by keyboard: the heading of what comes has the focus, the link after a step back; nothing that has it is hidden', async ({
  page,
}) => {
  await page.goto('./?period=2024&block=districts')
  await expect(page.getByTestId('ranking-row')).toHaveCount(22)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveId('content')
  const unit = page.getByTestId('ranking-row').nth(12).getByRole('link')
  const name = (await unit.textContent()) ?? ''
  await unit.focus()
  // Upwards, under the names of the columns, which stay in sight.
  for (let stop = 0; stop < 24; stop++) {
    await page.keyboard.press('Shift+Tab')
    const isSeen = await focused(page).evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    expect(isSeen).toBe(true)
  }
  await unit.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  await expect(unit).toBeFocused()
  await page.getByRole('navigation').getByRole('link', { name: 'Điểm yếu' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /yếu/ })).toBeFocused()

  const detail = page.getByRole('region', { name: 'Ô đang chọn' })
  const cell = page.getByRole('grid').locator('td[data-weak]').first()
  await cell.focus()
  await detail.getByRole('button', { name: 'Đóng' }).press('Enter')
  await expect(cell).toBeFocused()
  await expect(detail).toContainText('Chọn một ô')

  await page.getByText('thay đổi', { exact: true }).click()
  const limit = page.locator('input[name=absolute]')
  await limit.fill('150')
  await limit.press('Enter')
  await expect(limit).toHaveAttribute('aria-invalid', 'true')
  const reset = page.getByRole('button', { name: 'Dùng lại ngưỡng của gói số liệu' })
  await reset.press('Enter')
  await expect(limit).toHaveValue('65')
  await expect(reset).toBeFocused()

  await page.getByRole('searchbox').fill('khong co don vi nay')
  await page.getByRole('button', { name: 'Bỏ tìm kiếm' }).press('Enter')
  await expect(page.getByRole('searchbox')).toBeFocused()

  // As cards the rows have no names of columns in sight: these take no focus.
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto('./?period=2024&block=districts')
  await page.getByRole('combobox', { name: 'Sắp theo' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveRole('link')
})

test('in forced colours bars, classes and what is chosen stay to be seen, and a narrow tile is not cut', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto('./?period=2024&block=districts')
  const colour = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  const ground = await colour('body', 'background-color')
  expect(await colour('td [role=img] > span', 'background-color')).not.toBe(ground)
  expect(await colour('nav a[aria-current]', 'border-bottom-color')).not.toBe(ground)
  expect(await colour('nav a:not([aria-current])', 'border-bottom-color')).toBe(ground)
  expect(await colour('input[name=as]:checked + span', 'background-color')).not.toBe(ground)
  await page.locator('input[name=as][value=map]').check({ force: true })
  expect(await colour('[data-testid=ranking-tile]', 'background-color')).not.toBe(ground)
  // However narrow, a tile holds its words.
  await page.setViewportSize({ width: 320, height: 640 })
  const cut = await page
    .getByTestId('ranking-tile')
    .evaluateAll((tiles) => tiles.filter((tile) => tile.scrollHeight > tile.clientHeight).length)
  expect(cut).toBe(0)
})
