import { spawn } from 'node:child_process'
import { openAsBlob, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import Papa from 'papaparse'
import { openNodeDatabase } from '@/db/node'
import { TABLE_NAMES } from '@/domain/tables'
import { openFile } from '@/import/open-file'
import { SMALL_BASE } from '../fixtures/csv/base'
import { writeGeneratedCsv, writeGeneratedWideCsv } from './generated-csv'
import { repeated } from './harness'
import type { Measured } from './harness'
import type { Site } from './site'
import { WORK } from './site'

/** PapaParse may be this many times as fast as the whole way from bytes to the tables of a package. */
const MOST_TIMES_PAPA = 3

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** One after the other in each run, so that whatever else the machine does slows all of them. */
async function compare(path: string) {
  const text = await readFile(path, 'utf8')
  const database = await openNodeDatabase()
  const rows = Papa.parse(text, { delimiter: ',' }).data.length - 2
  const runs = await repeated(async () => {
    const papa = await timed(() => Papa.parse(text, { delimiter: ',' }))
    const opened = await timed(async () => {
      const file = new File([await openAsBlob(path)], 'bench.csv')
      const opened = await openFile(file, SMALL_BASE)
      if (opened.outcome !== 'opened') throw new Error(opened.outcome)
      // Tables are written when they are gone through.
      for (const table of TABLE_NAMES) for (const piece of opened.tables[table]) void piece
    })
    const duckdb = await timed(async () => {
      await database.putFile('bench.csv', new Uint8Array(await readFile(path)))
      await database.run(`CREATE OR REPLACE TABLE bench AS FROM read_csv('bench.csv')`)
    })
    await database.dropFile('bench.csv')
    return { papa, opened, duckdb, ratio: opened / papa }
  })
  await database.close()
  return { rows, ...runs }
}

/** In Node: the importer against PapaParse alone, from a string in memory, and against the engine's own reader. */
export async function importRows(_browser: unknown, { largeCsv }: Site): Promise<readonly Measured[]> {
  const long = await compare(largeCsv)
  const perSecond = (times: readonly number[]) => times.map((ms) => (long.rows / ms) * 1000)
  const wideCsv = join(WORK, 'wide.csv')
  await writeGeneratedWideCsv(wideCsv, { units: 3330, periods: 10, subIndices: 30 })
  const wide = await compare(wideCsv)
  return [
    { what: `CSV of ${long.rows} rows (Node), rows a second: PapaParse alone`, values: perSecond(long.papa), unit: '' },
    { what: '… bytes to the tables of a package', values: perSecond(long.opened), unit: '' },
    { what: '… `read_csv` of DuckDB-WASM', values: perSecond(long.duckdb), unit: '' },
    {
      what: '… time, in times that of PapaParse',
      values: long.ratio,
      unit: '',
      decimals: 2,
      limit: MOST_TIMES_PAPA,
    },
    { what: `CSV of ${wide.rows} rows × 30 scores (Node): PapaParse alone`, values: wide.papa, unit: 'ms' },
    { what: '… bytes to the tables of a package (999,000 rows)', values: wide.opened, unit: 'ms' },
    { what: '… `read_csv` of DuckDB-WASM', values: wide.duckdb, unit: 'ms' },
  ]
}

/** The highest memory that a process has had, in MB; `null` where /proc is not there or the process has ended. */
function highWater(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6
  } catch {
    return null
  }
}

async function runCommand(path: string) {
  const start = performance.now()
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', path, '--json'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let memory = Number.NaN
  const timer = setInterval(() => {
    memory = highWater(child.pid ?? 0) ?? memory
  }, 50)
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the command line ended with ${code}`))))
    })
  } finally {
    clearInterval(timer)
  }
  return { time: performance.now() - start, memory }
}

/** 227 MB, 5.5 million rows, every one of them printed. */
export async function commandLine(): Promise<readonly Measured[]> {
  const { time, memory } = await runCommand(await writeHugeCsv())
  return [
    { what: 'CSV of 227 MB on the command line, every score printed', values: [time], unit: 'ms' },
    { what: '… peak memory', values: [memory], unit: 'MB' },
  ]
}

/** Written once for all that needs it. */
export async function writeHugeCsv(): Promise<string> {
  const path = join(WORK, '200-mb.csv')
  written ??= writeGeneratedCsv(path, { units: 3300, periods: 20, subIndices: 84 })
  await written
  return path
}
let written: Promise<void> | null = null
