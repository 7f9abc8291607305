import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support'

/** What A4 has between its margins, in CSS px. */
const PAPER = { width: 688, height: 1016 }

/** Of a PDF of Chromium, which writes every page as an object of its own. */
const pagesOf = async (page: Page) =>
  [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

const open = async (page: Page, link: string) => {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Nothing is wider than the paper, and no text smaller than 8 pt. */
const onPaper = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small: string[] = []
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      const range = document.createRange()
      range.selectNode(texts.currentNode)
      const { width, height } = range.getBoundingClientRect()
      const isSeen = element?.checkVisibility() === true && width > 1 && height > 1
      if (isSeen && Number.parseFloat(getComputedStyle(element).fontSize) < 10.6) small.push(range.toString())
    }
    return { wider: document.documentElement.scrollWidth - innerWidth, small }
  })

test('the report of a block is 2 to 8 pages of A4 without the engine: small, large, ranks alone, one period', async ({
  page,
}) => {
  const engine: string[] = []
  page.on('request', (request) => {
    if (/duckdb|\.wasm/.test(request.url())) engine.push(request.url())
  })
  await page.setViewportSize(PAPER)
  for (const [link, least, most] of [
    ['./?screen=report', 4, 8],
    ['./?screen=report&block=communes&lang=en', 4, 8],
    ['./?screen=report&package=tp-hcm&period=2024', 2, 4],
    ['./?screen=report&package=bo-766-2026', 2, 5],
  ] as const) {
    await open(page, link)
    const pages = await pagesOf(page)
    expect(pages, link).toBeGreaterThanOrEqual(least)
    expect(pages, link).toBeLessThanOrEqual(most)
    await page.emulateMedia({ media: 'print' })
    expect(await onPaper(page), link).toEqual({ wider: 0, small: [] })
    await page.emulateMedia({ media: 'screen' })
  }
  expect(engine).toEqual([])
})

test(
  'the report is one click away in the share panel, is printed once when it is drawn, and can be shared itself',
  { tag: '@phone' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const printed: string[] = []
      Object.assign(globalThis, { printed, print: () => printed.push(document.querySelector('h1')?.textContent ?? '') })
    })
    await page.goto('./?period=2024&block=districts')
    await page.getByRole('button', { name: 'Chia sẻ' }).click()
    await page.getByRole('button', { name: 'In báo cáo khối' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Báo cáo khối .*: PAR Index 2024$/)
    const printed = () => page.evaluate(() => Reflect.get(globalThis, 'printed'))
    await expect.poll(printed).toEqual([await page.getByRole('heading', { level: 1 }).innerText()])
    await expect(page).toHaveURL(/screen=report/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await checkAccessibility(page)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Báo cáo khối/)
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await printed()).toEqual([])
  },
)

test('on paper the ranking is a table whose head is repeated, nothing is wider than a page, and each page says its status', async ({
  page,
}) => {
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print' })
  await open(page, './?block=communes')
  expect(await onPaper(page)).toEqual({ wider: 0, small: [] })
  const display = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).display)
  expect(await display('table')).toBe('table')
  expect(await display('thead')).toBe('table-header-group')
  expect(await display('tbody tr')).toBe('table-row')
  const note = await page.evaluate(() => document.documentElement.style.getPropertyValue('--print-note'))
  expect(note).toMatch(/^"Số liệu minh hoạ\. PAR Index · 2025 · .*"$/)

  // What stands after a matrix of many rows begins where it ends.
  await open(page, './?screen=weak&block=communes')
  const matrix = await page.getByRole('grid').boundingBox()
  const next = await page.getByRole('heading', { name: /^Lĩnh vực của cả khối/ }).boundingBox()
  expect(next?.y ?? 0).toBeGreaterThan((matrix?.y ?? 0) + (matrix?.height ?? 0))
})
