import type { Browser, Page } from 'playwright'
import { figures } from './first-view'
import { countBytes, inContext } from './harness'
import type { Measured } from './harness'
import type { Site } from './site'

const PATIENCE = 20_000

/** What travels for a frame, with the answers that it asks for, until it is at rest, unthrottled. */
export async function embedBytes(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const kilobytes = (search: string) =>
    inContext(browser, async (context) => {
      const page = await context.newPage()
      const { bytes } = await countBytes(page, url)
      await page.goto(`${url}embed.html${search}`, { waitUntil: 'networkidle' })
      await page.getByTestId('ranking-row').first().waitFor()
      await page.waitForTimeout(500)
      return Object.values(bytes).reduce((sum, one) => sum + one, 0) / 1000
    })
  return [
    { what: 'Embed of the ranking, bytes', values: [await kilobytes('')], unit: 'kB', limit: 120 },
    { what: '… of another index, with its answers', values: [await kilobytes('?index=dti')], unit: 'kB' },
    { what: '… in English', values: [await kilobytes('?lang=en')], unit: 'kB' },
  ]
}

export async function embedFirstRow(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const fresh = await figures(browser, `${url}embed.html`)
  const other = await figures(browser, `${url}embed.html?index=dti`)
  return [
    { what: 'Embed of the ranking, first row visible', values: fresh.firstRow, unit: 'ms', limit: 900 },
    { what: '… layout shift', values: fresh.layoutShift, unit: '', decimals: 3, limit: 0 },
    { what: '… of another index, first row visible', values: other.firstRow, unit: 'ms' },
  ]
}

/** Difference between the height of a frame and that of its content, once it no longer changes. */
async function heightError(page: Page): Promise<number> {
  const frame = page.locator('iframe')
  const content = frame.contentFrame().locator('#frame')
  const look = async () => {
    const [given, needed] = await Promise.all([
      frame.evaluate((element) => element.getBoundingClientRect().height),
      content.evaluate((element) => element.getBoundingClientRect().height),
    ])
    return { given, needed }
  }
  const deadline = performance.now() + PATIENCE
  let last = await look()
  for (;;) {
    await page.waitForTimeout(500)
    const now = await look()
    if (now.given === last.given && now.needed === last.needed) return Math.abs(now.given - now.needed)
    if (performance.now() > deadline) throw new Error('The frame never comes to rest')
    last = now
  }
}

export async function embedHeight(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const errors = await inContext(browser, async (context) => {
    const page = await context.newPage()
    await page.setViewportSize({ width: 412, height: 915 })
    await page.goto(`${url}embed-host.html`)
    const search = page.locator('iframe').contentFrame().getByRole('searchbox')
    await search.waitFor()
    const grown = await heightError(page)
    await search.fill('go vap')
    const shrunk = await heightError(page)
    await search.fill('')
    await page.setViewportSize({ width: 915, height: 412 })
    return { grown, shrunk, turned: await heightError(page) }
  })
  return Object.entries(errors).map(([name, value]) => ({
    what: `Height of the frame, off by, ${name}`,
    values: [value],
    unit: '' as const,
    decimals: 2,
    limit: 2,
  }))
}
