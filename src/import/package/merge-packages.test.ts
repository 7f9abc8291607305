import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TABLE_NAMES } from '@/domain/tables'
import type { PackageTables, Row, TableName } from '@/domain/tables'
import { checkPackage } from '@/import/package/check-package'
import { mergePackages } from '@/import/package/merge-packages'
import type { Merged, TableBytes } from '@/import/package/merge-packages'
import { readPackage } from '@/import/package/read-package'
import { tableFile, writeTable } from '@/import/package/write-package'
import {
  edition,
  minimalTables,
  packageWith,
  result,
  score,
  unit,
} from '../../../tests/fixtures/packages/minimal-package'

const bytesOf = (tables: PackageTables): TableBytes =>
  Object.fromEntries(
    TABLE_NAMES.map((table) => [table, new TextEncoder().encode(writeTable(table, tables[table] as never))]),
  ) as TableBytes

const textOf = (parts: readonly Uint8Array[]) => parts.map((part) => new TextDecoder().decode(part)).join('')

function tablesOf(merged: Merged): PackageTables {
  if (merged.outcome !== 'merged') throw new Error('overlaps')
  const files = new Map(
    TABLE_NAMES.map((table) => [tableFile(table), new TextEncoder().encode(textOf(merged.tables[table]))]),
  )
  const { tables, problems } = readPackage(files)
  expect(problems).toEqual([])
  if (tables === null) throw new Error('unreadable')
  return tables
}

/** The figures of one year of the minimal package, read from a file. */
function year(period: string, totals: readonly (readonly [string, number])[], fileName = `${period}.csv`) {
  return packageWith({
    units: totals.map(([id]) => unit(id)),
    sources: [{ source_id: 'file', number: null, title: fileName, issuer: null, published_on: null, url: null }],
    editions: [{ ...edition(period, `${period.slice(0, 4)}-12-31`), status: 'provisional', source_id: 'file' }],
    results: totals.map(([id, total], at) => ({
      ...result(id, total, at + 1),
      period,
      source_id: 'file',
      source_row: at + 2,
    })),
    scores: totals.map(([id, total]) => ({ ...score(id, 'the-che', total * 0.6), period })),
  })
}

const nothing = Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as PackageTables
const sorted = (tables: PackageTables) =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].map((row) => JSON.stringify(row)).toSorted()]))

describe('a draft over published years', () => {
  const base = bytesOf(minimalTables)
  const draft = bytesOf(
    year('2025', [
      ['quan-1', 88],
      ['quan-4', 77],
    ]),
  )

  it('stands beside them, provisional, and passes the checks of a package', () => {
    const merged = tablesOf(mergePackages(base, draft, 'ask'))
    expect(merged.editions.map(({ period, status }) => [period, status])).toEqual([
      ['2024', 'official'],
      ['2025', 'provisional'],
    ])
    expect(merged.results).toHaveLength(5)
    expect(merged.units.map(({ unit_id }) => unit_id)).toEqual(['quan-1', 'quan-3', 'quan-5', 'quan-4'])
    expect(checkPackage(merged).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('defines what is new only: what both define stays as it was published', () => {
    const renamed = year('2025', [['quan-1', 88]])
    const units: readonly Row<'units'>[] = [{ ...unit('quan-1'), name_vi: 'Tên khác' }]
    const merged = tablesOf(mergePackages(base, bytesOf({ ...renamed, units }), 'ask'))
    expect(merged.units.find(({ unit_id }) => unit_id === 'quan-1')?.name_vi).toBe('quan-1')
  })

  it('a year that is published already is never replaced without a word', () => {
    const again = bytesOf(year('2024', [['quan-1', 1]]))
    expect(mergePackages(base, again, 'ask')).toEqual({
      outcome: 'overlaps',
      editions: [{ index: 'par', period: '2024', block: 'districts', set: 'main', isSame: false }],
    })
    expect(mergePackages(base, base, 'ask')).toMatchObject({ editions: [{ period: '2024', isSame: true }] })
    expect(sorted(tablesOf(mergePackages(base, again, 'keep')))).toEqual(sorted(minimalTables))
    const replaced = tablesOf(mergePackages(base, again, 'replace'))
    expect(replaced.results.map(({ unit_id, total_score }) => [unit_id, total_score])).toEqual([['quan-1', 1]])
    expect(replaced.scores).toHaveLength(1)
    expect(replaced.editions).toHaveLength(1)
  })

  it('the same year under another name is the same year: the two would have no order', () => {
    const fourth = year('2024-Q4', [['quan-1', 1]])
    expect(mergePackages(base, bytesOf(fourth), 'ask').outcome).toBe('overlaps')
    const replaced = tablesOf(mergePackages(base, bytesOf(fourth), 'replace'))
    expect(replaced.editions.map(({ period }) => period)).toEqual(['2024-Q4'])
    expect(checkPackage(replaced).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('two files are two sources, and every result keeps its own', () => {
    const first = mergePackages(base, draft, 'ask')
    const over = bytesOf(tablesOf(first))
    const second = mergePackages(over, bytesOf(year('2026', [['quan-3', 66]])), 'ask')
    const merged = tablesOf(second)
    const titles = new Map(merged.sources.map(({ source_id, title }) => [source_id, title]))
    expect(merged.results.slice(3).map(({ period, source_id }) => [period, titles.get(source_id ?? '')])).toEqual([
      ['2025', '2025.csv'],
      ['2025', '2025.csv'],
      ['2026', '2026.csv'],
    ])
    expect(second.outcome === 'merged' && [...second.sourceIds]).toEqual([['file', 'file-2']])
  })

  it('a new index comes after those of the base', () => {
    const index = { ...minimalTables.indices[0]!, index_id: 'ddci', position: 1 }
    const added = year('2025', [['quan-1', 88]])
    const merged = tablesOf(mergePackages(base, bytesOf({ ...added, indices: [index] }), 'ask'))
    expect(merged.indices.map(({ index_id, position }) => [index_id, position])).toEqual([
      ['par', 1],
      ['ddci', 2],
    ])
  })

  it('tables that Excel saved (BOM, CRLF, quotes, another order of columns) are merged by what they say', () => {
    const [head = '', ...rows] = writeTable('results', minimalTables.results).trimEnd().split('\n')
    const turned = [head, ...rows].map((line) =>
      line
        .split(',')
        .toReversed()
        .map((cell) => (cell === '' ? '' : `"${cell}"`))
        .join(','),
    )
    const excel = new TextEncoder().encode(`\uFEFF${turned.join('\r\n')}\r\n`)
    const merged = tablesOf(mergePackages({ ...base, results: excel }, draft, 'ask'))
    expect(merged.results.slice(0, 3)).toEqual(minimalTables.results)
  })

  it('a file of more rows than are decoded at once keeps every one of them', () => {
    const totals = Array.from({ length: 40_000 }, (_, at) => [`don-vi-${at}`, at % 100] as const)
    const merged = tablesOf(
      mergePackages(bytesOf(tablesOf(mergePackages(base, draft, 'ask'))), bytesOf(year('2026', totals)), 'ask'),
    )
    expect(merged.results).toHaveLength(5 + totals.length)
    expect(new Set(merged.results.slice(5).map(({ source_id }) => source_id))).toEqual(new Set(['file-2']))
  })
})

describe('for any packages', () => {
  const drafts = (first: number) =>
    fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 100 })), {
        selector: ([at]) => at,
        minLength: 1,
        maxLength: 12,
      })
      .map((rows) =>
        year(
          String(first),
          rows.map(([at, total]) => [`quan-${at}`, total] as const),
        ),
      )

  it('merging with nothing gives the package', () => {
    fc.assert(
      fc.property(drafts(2025), fc.constantFrom('ask', 'replace', 'keep'), (tables, overlap) => {
        expect(sorted(tablesOf(mergePackages(bytesOf(tables), bytesOf(nothing), overlap)))).toEqual(sorted(tables))
      }),
    )
  })

  it('no figure of the base changes unless its edition is replaced', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2023, max: 2027 }), { minLength: 1, maxLength: 3 }),
        drafts(2025),
        fc.constantFrom('replace', 'keep'),
        (years, draft, overlap) => {
          const base = packageWith({
            editions: years.map((at) => edition(String(at), `${at}-12-31`)),
            results: years.flatMap((at) => minimalTables.results.map((row) => ({ ...row, period: String(at) }))),
            scores: years.flatMap((at) => minimalTables.scores.map((row) => ({ ...row, period: String(at) }))),
          })
          const merged = tablesOf(mergePackages(bytesOf(base), bytesOf(draft), overlap))
          for (const table of ['results', 'scores'] as const) {
            const stays = (row: { readonly period: string }) => overlap === 'keep' || row.period !== '2025'
            const rows = merged[table].map((row) => JSON.stringify(row))
            expect(rows).toEqual(expect.arrayContaining(base[table].filter(stays).map((row) => JSON.stringify(row))))
            const own = overlap === 'keep' && years.includes(2025) ? 0 : draft[table].length
            expect(rows).toHaveLength(base[table].filter(stays).length + own)
          }
        },
      ),
    )
  })

  it('the order in which two drafts are added changes nothing but the names of their sources', () => {
    fc.assert(
      fc.property(drafts(2025), drafts(2026), (a, b) => {
        const add = (tables: PackageTables, draft: PackageTables) =>
          tablesOf(mergePackages(bytesOf(tables), bytesOf(draft), 'ask'))
        const byTitle = (tables: PackageTables) => {
          const titles = new Map(tables.sources.map(({ source_id, title }) => [source_id, title]))
          const named = <T extends { readonly source_id: string | null }>(rows: readonly T[]) =>
            rows.map((row) => ({ ...row, source_id: titles.get(row.source_id ?? '') ?? null }))
          return sorted({
            ...tables,
            sources: [],
            editions: named(tables.editions),
            results: named(tables.results),
          } satisfies Record<TableName, unknown>)
        }
        expect(byTitle(add(add(minimalTables, a), b))).toEqual(byTitle(add(add(minimalTables, b), a)))
      }),
    )
  })
})
