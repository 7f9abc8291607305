import type { Page } from '@playwright/test'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { portOf } from '../../scripts/serve.mjs'
import { checkAccessibility, expect, test } from './support'

/** Every screen with its smallest and its largest data, empty and with a notice. */
const LINKS = {
  ranking: './',
  'ranking of 168 communes': './?index=dti&block=communes',
  'tile map of districts': './?period=2024&block=districts&as=map',
  'tile map of communes': './?block=communes&as=map',
  'ranks without scores': './?package=tp-hcm&period=2024',
  'one unit': './?package=tp-hcm&period=2012&block=provinces',
  'a search that finds nothing': './?q=khongcodonvinay',
  'a link that cannot be met': './?index=sipas&period=1999',
  'unit picker': './?screen=unit',
  unit: './?screen=unit&unit=quan-go-vap&period=2024',
  'unit that ended': './?screen=unit&unit=sgtvt',
  'unit with ranks only': './?package=tp-hcm&screen=unit&unit=hepza',
  'unknown unit': './?screen=unit&unit=so-khong-co',
  data: './?screen=data',
} as const

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

for (const [name, link] of Object.entries(LINKS)) {
  test(
    `${name}: nothing scrolls sideways in either language, no barrier that axe sees`,
    { tag: '@phone' },
    async ({ page, isMobile }) => {
      // axe sees every screen in both languages, both colour schemes and both widths, a pair of each at once.
      const [first, second] = isMobile ? (['vi', 'en'] as const) : (['en', 'vi'] as const)
      await page.emulateMedia({ colorScheme: isMobile ? 'light' : 'dark' })
      await page.goto(first === 'vi' ? link : `${link}${link.includes('?') ? '&' : '?'}lang=en`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', first)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await checkAccessibility(page)
      await page.getByRole('link', { name: second === 'en' ? 'English' : 'Tiếng Việt' }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', second)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
  )
}

/** Sends the page as a slow network does, a piece at a time, cut within the block's facts and between its units. */
async function serveInPieces(site: string) {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const file = await fetch(new URL(request.url ?? '', site))
    response.writeHead(file.status, { 'Content-Type': file.headers.get('Content-Type') ?? '' })
    const bytes = Buffer.from(await file.arrayBuffer())
    const cuts = request.url === '/' ? ['<dl', '<input', '<tbody', '</tr>', '</table>'] : []
    let sent = 0
    for (const cut of cuts) {
      const end = bytes.indexOf(cut, sent)
      if (end === -1) throw new Error(`No ${cut} in the page`)
      response.write(bytes.subarray(sent, end))
      sent = end
      await setTimeout(150)
    }
    response.end(bytes.subarray(sent))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

test(
  'the first ranking does not move while the page arrives and comes alive',
  { tag: '@phone' },
  async ({ browser, baseURL }) => {
    const server = await serveInPieces(baseURL ?? '')
    // Of its own, as the pieces come from another origin.
    const page = await browser.newPage()
    try {
      await page.addInitScript(() => {
        const shifts: unknown[] = []
        Object.assign(globalThis, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            // A column that grows by a pixel for a longer figure is no move that anyone sees.
            if (!('value' in entry) || Number(entry.value) < 0.001) continue
            const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : []
            shifts.push({
              ...entry.toJSON(),
              sources: sources.map(({ node, previousRect, currentRect }) => [
                node?.nodeName,
                node?.textContent,
                previousRect,
                currentRect,
              ]),
            })
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(`http://127.0.0.1:${portOf(server)}/`)
      await page.waitForLoadState('networkidle')
      await expect(page.getByTestId('ranking-row').first()).toBeVisible()
      expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toEqual([])
    } finally {
      await page.close()
      server.close()
    }
  },
)

test('all 168 communes are in the page, for find-in-page, print and screen readers', async ({ page }) => {
  await page.goto('./?block=communes')
  await expect(page.getByRole('row')).toHaveCount(169)
  await expect(page.getByTestId('ranking-row')).toHaveCount(168)
})

test('units are found without diacritics, and how many is announced', async ({ page }) => {
  await page.goto('./?period=2024&block=districts')
  await page.getByRole('searchbox').fill('go vap')
  await expect(page.getByTestId('ranking-row')).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'Quận Gò Vấp' })).toBeVisible()
  await expect(page.getByText(/1 trong 22 đơn vị/)).toBeAttached()
  await expect(page).toHaveURL(/q=go/)
})

test('the source of a figure is one click away: document, file and row', async ({ page }) => {
  await page.goto('./?package=tp-hcm&index=ddci&period=2022')
  await page
    .getByRole('button', { name: /^Nguồn số liệu/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('VIETJO')
  await expect(dialog).toContainText('results.csv, dòng')
  await expect(dialog.getByRole('link')).toHaveAttribute('href', /^https:\/\/viet-jo\.com\//)
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the status of the package is in sight on every screen and in print', async ({ page }) => {
  for (const link of ['./', './?screen=unit&unit=stp', './?screen=data', './?lang=en']) {
    await page.goto(link)
    await expect(page.getByText(/Số liệu minh hoạ|Illustrative data/).first()).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(/Số liệu minh hoạ|Illustrative data/).first()).toBeVisible()
    await expect(page.getByRole('navigation')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  }
})
