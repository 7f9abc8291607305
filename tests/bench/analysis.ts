import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { countBytes, inContext, repeated, slowCpu } from './harness'
import type { Measured } from './harness'
import type { Site } from './site'

const PATIENCE = 30_000
const DIST = join(import.meta.dirname, '../../dist')

/** Every part of the screens that issue charts, matrices and lists, in one visit without loading the page anew. */
const LINKS = [
  '?screen=weak',
  '?screen=weak&show=by-unit',
  '?screen=weak&show=by-field',
  '?screen=weak&show=by-owner',
  '?screen=compare',
  '?screen=compare&show=bump',
  '?screen=compare&show=change',
  '?screen=compare&show=units',
  '?screen=compare&show=block',
  '?screen=unit&unit=stp',
  '?screen=data',
]

/** The chunk that holds ECharts. */
const chartChunk = () => {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const chunk = manifest['src/charts/draw-svg.ts']
  if (chunk === undefined) throw new Error('No chunk draws the charts')
  return chunk.file
}

const settled = (page: Page) => page.waitForLoadState('networkidle')

/** What the analysis screens of the shipped data fetch, and how soon a chart stands after its chunk is there (CPU 4× slower). */
export async function charts(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const file = chartChunk()
  const visit = await inContext(browser, async (context) => {
    const page = await context.newPage()
    const { bytes, otherOrigins } = await countBytes(page, url)
    let loads = 0
    page.on('request', (request) => {
      if (request.url().endsWith(file)) loads += 1
    })
    await page.goto(url)
    await settled(page)
    for (const link of LINKS) {
      await page.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, link)
      await page.waitForTimeout(300)
      await settled(page)
    }
    return { engine: bytes.engine / 1000, loads, others: otherOrigins() }
  })
  const { afterChunk } = await repeated(() =>
    inContext(browser, async (context) => {
      const page = await context.newPage()
      await slowCpu(page)
      await page.goto(`${url}?screen=compare`)
      return {
        afterChunk: await page.evaluate(([name, limit]) => window.probe.chartAfter(name, limit), [
          file,
          PATIENCE,
        ] as const),
      }
    }),
  )
  return [
    { what: `Engine on ${LINKS.length} analysis views of shipped data`, values: [visit.engine], unit: 'kB', limit: 0 },
    { what: '… requests to other origins', values: [visit.others], unit: '', limit: 0 },
    {
      what: '… chunk of the charts, gzip',
      values: [gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000],
      unit: 'kB',
      limit: 220,
    },
    { what: '… times it was loaded', values: [visit.loads], unit: '', limit: 1 },
    { what: 'A chart stands after its chunk is there, CPU 4× slower', values: afterChunk, unit: 'ms', limit: 300 },
  ]
}

/** 168 units × 25 sub-indices × 5 periods in the engine: a threshold moved, and the matrix scrolled (CPU 4× slower). */
export async function thresholds(browser: Browser, { url, matrixCsv }: Site): Promise<readonly Measured[]> {
  return inContext(browser, async (context) => {
    const page = await context.newPage()
    await page.goto(`${url}?screen=data`, { waitUntil: 'networkidle' })
    const [dialog] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('label:has(input[type="file"])').click(),
    ])
    await dialog.setFiles(matrixCsv)
    await page.evaluate((limit) => window.probe.rankingOfFile(limit), PATIENCE)
    await page.locator('nav a[href*="screen=weak"]').click()
    await page.locator('[role="grid"]').waitFor()
    await page.locator('details:has(input[name="absolute"]) summary').click()
    const moved: number[] = []
    // The first two warm the engine's plans and the page's code.
    for (const value of [60, 55, 50, 45, 40, 35, 30, 25]) {
      moved.push(
        await page.evaluate(([to, limit]) => window.probe.moveThreshold('absolute', to, limit), [
          value,
          PATIENCE,
        ] as const),
      )
      await page.waitForTimeout(200)
    }
    const whole = page.locator('[role="grid"]').locator('xpath=../following-sibling::p//button')
    if ((await whole.count()) > 0) await whole.first().click()
    await slowCpu(page)
    const frames: number[] = []
    for (let run = 0; run < 3; run += 1) frames.push(await page.evaluate(() => window.probe.longestScrollFrame()))
    const cells = await page.locator('[role="grid"] td').count()
    return [
      { what: 'Threshold moved, new list, 168 × 25 × 5', values: moved.slice(2), unit: 'ms', limit: 150 },
      {
        what: `Matrix of ${cells} cells scrolled, longest frame, CPU 4× slower`,
        values: frames,
        unit: 'ms',
        limit: 50,
      },
    ] as const
  })
}
