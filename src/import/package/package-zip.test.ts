import { unzipSync } from 'fflate'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Catalog } from '@/domain/catalog'
import { TABLE_NAMES } from '@/domain/tables'
import type { PackageTables } from '@/domain/tables'
import type { TableBytes } from '@/import/package/merge-packages'
import { INSTRUCTIONS_FILE, publish, publishedFiles } from '@/import/package/package-zip'
import type { Publication } from '@/import/package/package-zip'
import { readPackage } from '@/import/package/read-package'
import { writeTable } from '@/import/package/write-package'
import { main as checkData } from '../../../scripts/check-data'
import { edition, minimalTables, packageWith, rowsWith } from '../../../tests/fixtures/packages/minimal-package'

const bytesOf = (tables: PackageTables): TableBytes =>
  Object.fromEntries(
    TABLE_NAMES.map((table) => [table, new TextEncoder().encode(writeTable(table, tables[table] as never))]),
  ) as TableBytes

const entry = {
  id: 'tp-hcm',
  folder: 'tp-hcm',
  name_vi: 'TP.HCM (đã công bố)',
  name_en: 'HCMC (as published)',
  description_vi: 'Mô tả',
  description_en: 'Description',
  version: '2027.1.5',
  status: 'published-in-part',
} as const

const catalog: Catalog = {
  default: 'tp-hcm-mau',
  packages: [
    { ...entry, id: 'tp-hcm-mau', folder: 'tp-hcm-mau', status: 'illustrative', version: '2026.11.22' },
    { ...entry, version: '2026.11.22' },
  ],
}

const draft = packageWith({
  sources: [
    ...minimalTables.sources,
    { source_id: 'file', number: null, title: 'par-2025.xlsx', issuer: null, published_on: null, url: null },
  ],
  editions: [
    edition('2024', '2024-12-31'),
    { ...edition('2025', '2025-12-31'), status: 'provisional', source_id: 'file' },
  ],
  results: [...minimalTables.results, ...minimalTables.results.map((row) => ({ ...row, period: '2025' }))],
})

const publication: Publication = {
  entry,
  catalog,
  meta: {},
  changeLog: '# Thay đổi số liệu\n\n## 2027.1.5\n\n- Từ tệp `par-2025.xlsx`.\n',
  instructions: 'Giải nén.\nUnpack.\n',
  sources: ['file'],
  status: 'provisional',
  decision: '',
  publishedOn: '',
}

const made = (tables: PackageTables, given: Publication = publication) => {
  const published = publishedFiles(bytesOf(tables), given)
  if (published.outcome === 'refused') throw new Error(JSON.stringify(published.problems))
  return published.files
}

const tablesOf = (files: ReadonlyMap<string, Uint8Array>, folder = 'tp-hcm') => {
  const { tables } = readPackage(new Map([...files].map(([name, bytes]) => [name.replace(`${folder}/`, ''), bytes])))
  if (tables === null) throw new Error('unreadable')
  return tables
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

/** Unpacks as an official does. */
async function unpack(zip: Blob, into: string) {
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))) {
    const path = join(into, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

describe('a package as a host publishes it', () => {
  it('unpacked into the data folder, passes what a publisher’s check says', async () => {
    vi.spyOn(console, 'log').mockReturnValue()
    const data = mkdtempSync(join(tmpdir(), 'data-'))
    folders.push(data)
    for (const [name, bytes] of made(packageWith({}), { ...publication, entry: catalog.packages[0]! })) {
      mkdirSync(dirname(join(data, name)), { recursive: true })
      writeFileSync(join(data, name), bytes)
    }
    const published = publish(bytesOf(draft), publication)
    if (published.outcome === 'refused') throw new Error(JSON.stringify(published.problems))
    await unpack(published.zip, data)
    expect(await checkData([data])).toBe(0)
    expect(await checkData([join(data, 'tp-hcm')])).toBe(0)
  })

  it('is a new version in its own place of the catalog, and every other package stays', () => {
    const text = new TextDecoder().decode(made(draft).get('catalog.json'))
    expect(JSON.parse(text)).toEqual({ ...catalog, packages: [catalog.packages[0], entry] })
  })

  it('a new package comes last, and the first one that is shown stays the first', () => {
    const fresh = { ...entry, id: 'par-2025', folder: 'par-2025' }
    const files = made(draft, { ...publication, entry: fresh })
    const { default: first, packages } = JSON.parse(new TextDecoder().decode(files.get('catalog.json'))) as Catalog
    expect([first, ...packages.map(({ id }) => id)]).toEqual(['tp-hcm-mau', 'tp-hcm-mau', 'tp-hcm', 'par-2025'])
    expect([...files.keys()].filter((name) => name.startsWith('par-2025/'))).toHaveLength(TABLE_NAMES.length + 2)
  })

  it('figures of the file bear the status, number and date of their decision, published ones keep theirs', () => {
    const decided = { ...publication, status: 'official', decision: '12/QĐ-UBND', publishedOn: '2026-02-03' } as const
    const { editions, sources } = tablesOf(made(draft, decided))
    expect(editions.map(({ period, status, published_on }) => [period, status, published_on])).toEqual([
      ['2024', 'official', null],
      ['2025', 'official', '2026-02-03'],
    ])
    expect(sources.map(({ source_id, number }) => [source_id, number])).toEqual([
      ['qd-1', '1/QĐ-UBND'],
      ['file', '12/QĐ-UBND'],
    ])
    const left = tablesOf(made(draft))
    expect(left.editions[1]?.status).toBe('provisional')
    expect(left.sources).toEqual(draft.sources)
    expect(left.results).toEqual(draft.results)
    expect(left.scores).toEqual(draft.scores)
  })

  it('what the site would refuse is refused before it is published', () => {
    const wrong = packageWith({ results: rowsWith('results', 2, { total_score: 101 }) })
    const published = publishedFiles(bytesOf(wrong), publication)
    expect(published.outcome === 'refused' && published.problems.map(({ kind, row }) => [kind, row])).toEqual([
      ['above-max', 2],
    ])
  })

  it('the instructions open in an editor that needs a mark and its own line ends', () => {
    const bytes = made(draft).get(INSTRUCTIONS_FILE)
    expect(Array.from(bytes ?? [], Number).slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe('Giải nén.\r\nUnpack.\r\n')
  })
})
