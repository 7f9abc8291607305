import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright'
import { installProbe } from './probe'

export interface Measured {
  readonly what: string
  readonly values: readonly number[]
  readonly unit: 'ms' | 'kB' | 'MB' | ''
  readonly decimals?: number
  /** At most this, in the same unit. */
  readonly limit?: number
}
export interface NotMeasured {
  readonly what: string
  readonly reason: string
}

const REPEATS = 3

/** Slow 4G: 1.6 Mbps down, 750 kbps up, 150 ms; CDP counts in bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const SLOW_CPU = 4

/** Repeats a measurement that gives several figures, and gathers each figure's values. */
export async function repeated<K extends string>(
  measure: () => Promise<Record<K, number>>,
): Promise<Record<K, readonly number[]>> {
  const runs: Record<K, number>[] = []
  for (let i = 0; i < REPEATS; i += 1) runs.push(await measure())
  const gathered = {} as Record<K, readonly number[]>
  for (const name of Object.keys(runs[0] ?? {}) as K[]) gathered[name] = runs.map((run) => run[name])
  return gathered
}

/** A context of its own is a cold cache. */
export async function inContext<T>(
  browser: Browser,
  run: (context: BrowserContext) => Promise<T>,
  options: { readonly javaScriptEnabled?: boolean; readonly serviceWorkers?: 'allow' } = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    serviceWorkers: 'block',
    ...options,
  })
  try {
    if (options.javaScriptEnabled !== false) await context.addInitScript(installProbe)
    return await run(context)
  } finally {
    await context.close()
  }
}

export async function slowCpu(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
  return cdp
}

export async function throttle(page: Page): Promise<CDPSession> {
  const cdp = await slowCpu(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G)
  return cdp
}

export const KINDS = ['HTML', 'CSS', 'JavaScript', 'fonts', 'JSON', 'engine', 'other'] as const
export type Kind = (typeof KINDS)[number]

function kindOf(path: string): Kind {
  if (/\/engine\/|\.wasm$|\.bin$|worker/.test(path)) return 'engine'
  if (/\/$|\.html$/.test(path)) return 'HTML'
  if (path.endsWith('.css')) return 'CSS'
  if (path.endsWith('.js')) return 'JavaScript'
  if (path.endsWith('.woff2')) return 'fonts'
  return path.endsWith('.json') ? 'JSON' : 'other'
}

/** Bytes as they travelled, headers included, by kind; and requests to other origins. */
export async function countBytes(page: Page, home: string) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const bytes = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  const urls = new Map<string, string>()
  let others = 0
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    urls.set(requestId, request.url)
    if (/^https?:/.test(request.url) && !request.url.startsWith(home)) others += 1
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url?.startsWith('http')) bytes[kindOf(new URL(url).pathname)] += encodedDataLength
  })
  return { bytes, otherOrigins: () => others }
}

const PAGE_BYTES = 4096

/** Private memory of every process below this one, in MB; null where /proc is not there. */
function memoryOfBrowser(): number | null {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
      } catch {
        // A process that has ended since the folder was read.
      }
    }
    const isBelow = (pid: number): boolean => {
      const parent = parents.get(pid)
      return parent === process.pid || (parent !== undefined && parent > 1 && isBelow(parent))
    }
    let pages = 0
    for (const pid of parents.keys()) {
      if (!isBelow(pid)) continue
      const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number)
      pages += resident - shared
    }
    return (pages * PAGE_BYTES) / 1e6
  } catch {
    return null
  }
}

/** The highest private memory of the browser while something runs, in MB; NaN where it cannot be read. */
export async function withPeakMemory<T>(run: () => Promise<T>): Promise<{ result: T; peak: number }> {
  let peak = memoryOfBrowser() ?? Number.NaN
  const timer = setInterval(() => {
    // A process may end while it is looked at: that reading is left out.
    const now = memoryOfBrowser()
    if (now !== null) peak = Number.isNaN(peak) ? now : Math.max(peak, now)
  }, 100)
  try {
    const result = await run()
    return { result, peak }
  } finally {
    clearInterval(timer)
  }
}
