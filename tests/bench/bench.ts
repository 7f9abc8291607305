/**
 * `npm run bench [-- <part of a name> …]`: the figures of the built site, as a Markdown table.
 * Slow 4G is 1.6 Mbps down, 750 kbps up, 150 ms; the CPU is slowed 4×; the site is served gzip-compressed.
 */
import { cpus, loadavg } from 'node:os'
import process from 'node:process'
import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { ensureChromium, launchOptions } from '../../scripts/chromium.mjs'
import { charts, thresholds } from './analysis'
import { changeSplitOfBlock } from './change-split'
import { embedBytes, embedFirstRow, embedHeight } from './embed'
import { barePage, bytes, firstSwitch, firstView, withoutScript } from './first-view'
import type { Measured, NotMeasured } from './harness'
import { commandLine, importRows } from './import'
import { offlineSize } from './offline'
import { hugeFile, largeFile, smallFile } from './open-file'
import { openSite } from './site'
import type { Site } from './site'
import { switchOf } from './switches'
import { smallWorkbook } from './xlsx'

const BENCHES: Record<string, (browser: Browser, site: Site) => Promise<readonly Measured[]>> = {
  'without-script': withoutScript,
  'first-view': firstView,
  'first-switch': firstSwitch,
  'bare-page': barePage,
  bytes,
  'embed-bytes': embedBytes,
  'embed-first-row': embedFirstRow,
  'embed-height': embedHeight,
  'offline-size': offlineSize,
  'switch-index': switchOf('index'),
  'switch-period': switchOf('period'),
  'switch-block': switchOf('block'),
  'small-file': smallFile,
  'large-file': largeFile,
  'huge-file': hugeFile,
  'small-workbook': smallWorkbook,
  'import-rows': importRows,
  'command-line': commandLine,
  charts,
  thresholds,
  'change-split': changeSplitOfBlock,
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replaceAll('|', '/') ?? ''

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function tableRow(result: Measured | NotMeasured): string {
  if ('reason' in result) return `| ${result.what} | n/a: ${result.reason} | | | |`
  const { what, values, unit, decimals = unit === 'kB' ? 1 : 0, limit } = result
  const shown = (value: number) => value.toFixed(decimals)
  const middle = median(values)
  const ratio = limit === undefined || limit === 0 ? '' : (middle / limit).toFixed(2)
  const verdict = limit === undefined ? '' : `${shown(limit)}${unit && ` ${unit}`} ${middle <= limit ? '✓' : '✗'}`
  const all = values.length > 1 ? values.map(shown).join(', ') : ''
  return `| ${what} | ${shown(middle)}${unit && ` ${unit}`} | ${verdict} | ${ratio} | ${all} |`
}

export async function main(args: readonly string[]): Promise<number> {
  const wanted = Object.entries(BENCHES).filter(
    ([name]) => args.length === 0 || args.some((part) => name.includes(part)),
  )
  const executablePath = ensureChromium()
  const [load = 0] = loadavg()
  const site = await openSite()
  const rows: string[] = []
  let version = ''
  try {
    for (const [name, measure] of wanted) {
      process.stderr.write(`${name} …\n`)
      // A browser of its own: what one measurement leaves behind is not in the next.
      const browser = await chromium.launch(launchOptions(executablePath))
      version = browser.version()
      try {
        rows.push(...(await measure(browser, site)).map(tableRow))
      } catch (error) {
        rows.push(tableRow({ what: name, reason: firstLine(error) }))
      } finally {
        await browser.close()
      }
    }
  } finally {
    site.close()
  }
  console.log(
    [
      `Chromium ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, load ${load.toFixed(1)} at the start`,
      '',
      '| | median | at most | ratio | runs |',
      '|---|--:|--:|--:|---|',
      ...rows,
    ].join('\n'),
  )
  return 0
}
