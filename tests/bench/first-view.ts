import type { Browser } from 'playwright'
import { countBytes, inContext, KINDS, repeated, throttle } from './harness'
import type { Measured } from './harness'
import type { Site } from './site'

const PATIENCE = 60_000

/** Cold cache, Slow 4G, CPU 4× slower. */
export async function figures(browser: Browser, url: string) {
  return repeated(() =>
    inContext(browser, async (context) => {
      const page = await context.newPage()
      await throttle(page)
      await page.goto(url, { waitUntil: 'load', timeout: PATIENCE })
      await page.waitForFunction(() => window.probe.firstRow !== null, undefined, { timeout: PATIENCE })
      // Late paints and shifts come with the fonts and with hydration.
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(500)
      return page.evaluate(() => ({
        firstRow: window.probe.firstRow ?? Number.NaN,
        largestPaint: window.probe.largestPaint ?? Number.NaN,
        layoutShift: window.probe.layoutShift,
      }))
    }),
  )
}

/** Cold cache, Slow 4G, CPU 4× slower. */
export async function firstView(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const { firstRow, largestPaint, layoutShift } = await figures(browser, url)
  return [
    { what: 'First ranking row visible', values: firstRow, unit: 'ms', limit: 900 },
    { what: 'Largest contentful paint', values: largestPaint, unit: 'ms', limit: 1200 },
    { what: 'Layout shift', values: layoutShift, unit: '', decimals: 3, limit: 0 },
  ]
}

export async function firstSwitch(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const { worked } = await repeated(() =>
    inContext(browser, async (context) => {
      const page = await context.newPage()
      await throttle(page)
      await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE })
      return { worked: await page.evaluate((patience) => window.probe.firstSwitch('index', patience), PATIENCE) }
    }),
  )
  return [{ what: 'Switch of the index works', values: worked, unit: 'ms', limit: 2500 }]
}

export async function barePage(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const { firstRow } = await figures(browser, `${url}baseline.html`)
  return [
    {
      what: 'For comparison: a bare page fetches a CSV of 7,560 rows and ranks it, first row',
      values: firstRow,
      unit: 'ms',
    },
  ]
}

export async function withoutScript(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const rows = await inContext(
    browser,
    async (context) => {
      const page = await context.newPage()
      await page.goto(url)
      await page.getByTestId('ranking-row').first().waitFor({ timeout: 2000 })
      return page.getByTestId('ranking-row').count()
    },
    { javaScriptEnabled: false },
  )
  return [{ what: 'Ranking rows with JavaScript off', values: [rows], unit: '' }]
}

/** What travels until the page is at rest, unthrottled. */
export async function bytes(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const counted = await inContext(browser, async (context) => {
    const page = await context.newPage()
    const counter = await countBytes(page, url)
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(1000)
    return { bytes: counter.bytes, others: counter.otherOrigins() }
  })
  const total = Object.values(counted.bytes).reduce((sum, one) => sum + one, 0)
  const limits: Partial<Record<(typeof KINDS)[number], number>> = { JavaScript: 130, engine: 0 }
  return [
    { what: 'Bytes until the ranking is usable', values: [total / 1000], unit: 'kB', limit: 200 },
    ...KINDS.map((kind) => ({
      what: `… of them ${kind}`,
      values: [counted.bytes[kind] / 1000],
      unit: 'kB' as const,
      ...(limits[kind] === undefined ? {} : { limit: limits[kind] }),
    })),
    { what: 'Requests to other origins', values: [counted.others], unit: '', limit: 0 },
  ]
}
