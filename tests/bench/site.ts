import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { portOf, serve } from '../../scripts/serve.mjs'
import { writeGeneratedCsv } from './generated-csv'

const ROOT = join(import.meta.dirname, '../..')
/** Holds what is generated. */
export const WORK = join(ROOT, 'build/bench')
const REAL_CSV = process.env['BENCH_CSV'] ?? join(ROOT, '../shared/data/pci_2005_2016_vcci_workbooks.csv')
const COMPRESSIBLE = /\.(?:html|js|css|json|svg|csv|txt|md|webmanifest)$/

export interface Site {
  readonly url: string
  readonly smallCsv: string
  readonly largeCsv: string
  /** 168 units × 25 sub-indices × 5 periods. */
  readonly matrixCsv: string
  readonly close: () => void
}

/** The built site as a host serves it, every text file compressed, with the pages of the bench beside it. */
export async function openSite(): Promise<Site> {
  if (!existsSync(join(ROOT, 'dist/index.html'))) throw new Error('dist is missing: run `npm run build` first.')
  const folder = join(WORK, 'site')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(join(ROOT, 'dist'), folder, { recursive: true })
  for (const page of ['baseline.html', 'embed-host.html']) await cp(join(import.meta.dirname, page), join(folder, page))
  await writeGeneratedCsv(join(folder, 'baseline.csv'), { units: 168, periods: 5, subIndices: 9 })

  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }))
  }

  const generated = join(WORK, '7000-rows.csv')
  if (!existsSync(REAL_CSV)) await writeGeneratedCsv(generated, { units: 63, periods: 12, subIndices: 9 })
  const largeCsv = join(WORK, '1000000-rows.csv')
  await writeGeneratedCsv(largeCsv, { units: 3300, periods: 12, subIndices: 25 })

  const matrixCsv = join(WORK, 'matrix.csv')
  await writeGeneratedCsv(matrixCsv, { units: 168, periods: 5, subIndices: 25 })

  const server = await serve({ folder, precompressed: true, cached: true })
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    smallCsv: existsSync(REAL_CSV) ? REAL_CSV : generated,
    largeCsv,
    matrixCsv,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
