import { databasesOpened, openNodeDatabase } from '@/db/node'
import { loadPackage } from '@/db/load'
import type { Database, TableFiles } from '@/db/database'
import { SQL_FILES } from '@/db/sql-files'
import { TABLES, TABLE_NAMES } from '@/domain/tables'
import type { Row, TableName } from '@/domain/tables'

type Loose<T extends TableName> = Partial<Row<T>>
export type Tables = { readonly [T in TableName]?: readonly Loose<T>[] }

const DEFAULTS: Tables = {
  indices: [{ index_id: 'par', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1 }],
  blocks: [{ block_id: 'departments', name_vi: 'Sở, ban, ngành', name_en: 'Departments', position: 1 }],
  versions: [{ index_id: 'par', version_id: 'v1' }],
  rules: [
    { rule_id: 'weak-absolute-share', value: 0.65 },
    { rule_id: 'weak-relative-deviations', value: 1 },
    { rule_id: 'weak-bottom-quantile', value: 0.25 },
    { rule_id: 'weak-relative-min-units', value: 8 },
    { rule_id: 'weak-fall-share', value: 0.05 },
    { rule_id: 'comparable-core-share', value: 0.7 },
  ],
}

const EMPTY = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, `${TABLES[name].fields.map((field) => field.name).join(',')}\n`]),
) as TableFiles

type Cell = string | number | boolean | null | undefined

const literal = (value: Cell) =>
  value === undefined || value === null || value === '' ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`

/** Statements that put these rows, in which only the cells that a test is about are given, in the place of all others. */
function replaceRows(tables: Tables): string {
  return TABLE_NAMES.map((name) => {
    const rows: readonly object[] = tables[name] ?? DEFAULTS[name] ?? []
    const columns = TABLES[name].fields.map((field) => field.name)
    const tuples = rows.map((row, index) => {
      const cells = new Map<string, Cell>(Object.entries(row))
      // Row 1 is the header, as in the file.
      return `(${[...columns.map((column) => literal(cells.get(column))), index + 2].join(', ')})`
    })
    const insert = `INSERT INTO ${name} (${[...columns, 'table_row'].join(', ')}) VALUES ${tuples.join(', ')};`
    return `DELETE FROM ${name}; ${tuples.length > 0 ? insert : ''}`
  }).join('\n')
}

/** What is computed from the tables once, after loading. */
const COMPUTED = SQL_FILES.filter((sql) => /^CREATE OR REPLACE TABLE /m.test(sql))

let loaded: { readonly database: Database; readonly opened: number } | null = null

/**
 * A loaded and locked database with these rows, until the next one is opened. Most of loading is the same for every
 * package, so it is done again only where another database was opened in between; else the rows alone are exchanged.
 */
export async function openPackage(tables: Tables): Promise<Database> {
  if (loaded?.opened !== databasesOpened()) {
    const opening = await openNodeDatabase()
    loaded = { database: { ...opening, close: async () => {} }, opened: databasesOpened() }
    await loadPackage(opening, EMPTY)
  }
  await loaded.database.run(replaceRows(tables))
  for (const sql of COMPUTED) await loaded.database.run(sql)
  return loaded.database
}

const EDITION = { block_id: 'departments', result_set: 'main' } as const

/** An edition of the departments in `par`, one row a unit: `{ a: 90 }` is a published total of 90 out of 100. */
export function yearly(period: string, version = 'v1') {
  const key = { index_id: 'par', period, ...EDITION }
  return {
    key,
    edition: {
      ...key,
      period_end: `${period}-12-31`,
      version_id: version,
      status: 'official',
      decimals: 2,
    } as const,
    result: (unit: string, row: Loose<'results'> = {}) =>
      ({ ...key, unit_id: unit, ranked: true, max_score: 100, ...row }) as const,
    score: (unit: string, subIndex: string, score: number | null, row: Loose<'scores'> = {}) =>
      ({ ...key, unit_id: unit, sub_index_id: subIndex, part: 'final', score, ...row }) as const,
  }
}

export const unit = (id: string, row: Loose<'units'> = {}) => ({
  unit_id: id,
  name_vi: `Sở ${id}`,
  name_en: `Unit ${id}`,
  ...row,
})

export const subIndex = (id: string, max: number | null, row: Loose<'sub_indices'> = {}) => ({
  index_id: 'par',
  version_id: 'v1',
  block_id: 'departments',
  sub_index_id: id,
  name_vi: `Lĩnh vực ${id}`,
  name_en: `Field ${id}`,
  max_score: max,
  position: 1,
  ...row,
})

export const Y2024 = { index: 'par', period: '2024', block: 'departments', set: 'main' } as const
