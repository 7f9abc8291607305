import type { Browser } from 'playwright'
import { inContext, repeated, throttle } from './harness'
import type { Measured } from './harness'
import type { Site } from './site'

const PATIENCE = 30_000

/** Slow 4G, CPU 4× slower: the first switch fetches the answer, the third has it. */
export const switchOf =
  (select: 'index' | 'period' | 'block') =>
  async (browser: Browser, { url }: Site): Promise<readonly Measured[]> => {
    const { toCome, there } = await repeated(() =>
      inContext(browser, async (context) => {
        const page = await context.newPage()
        await page.goto(url, { waitUntil: 'networkidle' })
        await page.waitForTimeout(300)
        await throttle(page)
        const change = () =>
          page.evaluate(([name, patience]) => window.probe.switchTo(name, patience), [select, PATIENCE] as const)
        const first = await change()
        await page.waitForTimeout(500)
        await change()
        await page.waitForTimeout(500)
        return { toCome: first, there: await change() }
      }),
    )
    return [
      { what: `Switch of the ${select}, answer still to come`, values: toCome, unit: 'ms', limit: 500 },
      { what: `Switch of the ${select}, answer there`, values: there, unit: 'ms', limit: 100 },
    ]
  }
