import type { Browser, BrowserContext } from 'playwright'
import { inContext, repeated, withPeakMemory } from './harness'
import { writeHugeCsv } from './import'
import type { Measured } from './harness'
import type { Site } from './site'

async function openFile(context: BrowserContext, url: string, file: string, patience: number) {
  const page = await context.newPage()
  await page.goto(`${url}?screen=data`, { waitUntil: 'networkidle' })
  // As a viewer does: a click, a second in the system's dialog, a choice. Time runs from the choice.
  const [dialog] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('label:has(input[type="file"])').click(),
  ])
  await page.waitForTimeout(1000)
  await dialog.setFiles(file)
  const figures = await page.evaluate(async (limit) => {
    const shown = await window.probe.rankingOfFile(limit)
    return { ranking: shown - (window.probe.fileChosen ?? Number.NaN), longestTask: window.probe.longestTask }
  }, patience)
  await page.close()
  return figures
}

/** Unthrottled: the first opening loads the engine, the second finds it in the cache. */
export async function smallFile(browser: Browser, { url, smallCsv }: Site): Promise<readonly Measured[]> {
  const { cold, warm } = await repeated(() =>
    inContext(browser, async (context) => ({
      cold: (await openFile(context, url, smallCsv, 30_000)).ranking,
      warm: (await openFile(context, url, smallCsv, 30_000)).ranking,
    })),
  )
  return [
    { what: 'CSV of 7,000 rows opened, engine still to load', values: cold, unit: 'ms', limit: 4000 },
    { what: 'CSV of 7,000 rows opened, warm cache', values: warm, unit: 'ms', limit: 2500 },
  ]
}

export async function largeFile(browser: Browser, { url, smallCsv, largeCsv }: Site): Promise<readonly Measured[]> {
  const { ranking, longestTask, memory } = await repeated(() =>
    inContext(browser, async (context) => {
      await openFile(context, url, smallCsv, 30_000)
      const { result, peak } = await withPeakMemory(() => openFile(context, url, largeCsv, 120_000))
      return { ranking: result.ranking, longestTask: result.longestTask, memory: peak }
    }),
  )
  return [
    { what: 'CSV of 1,000,000 rows (990,000), warm cache', values: ranking, unit: 'ms', limit: 6000 },
    { what: '… longest block of the page', values: longestTask, unit: 'ms', limit: 200 },
    { what: '… peak memory of the whole browser', values: memory, unit: 'MB' },
  ]
}

/** Once: 5.5 million scores, as many as the engine's memory holds with all that follows from them. */
export async function hugeFile(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const path = await writeHugeCsv()
  const { result, peak } = await withPeakMemory(() =>
    inContext(browser, (context) => openFile(context, url, path, 300_000)),
  )
  return [
    { what: 'CSV of 227 MB (5,544,000 rows), engine still to load', values: [result.ranking], unit: 'ms' },
    { what: '… longest block of the page', values: [result.longestTask], unit: 'ms', limit: 200 },
    { what: '… peak memory of the whole browser', values: [peak], unit: 'MB' },
  ]
}
