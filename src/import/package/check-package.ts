import type { Problem, ProblemKind } from '@/domain/problem'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import { RULE_IDS } from '@/domain/vocabulary'
import type { PackageTables, Row, TableName, TableSchema } from '@/domain/tables'
import { tableFile } from '@/import/package/write-package'

type Cell = string | number | boolean | null
type AnyRow = Readonly<Record<string, Cell>>
type Column<T extends TableName> = Extract<keyof Row<T>, string>

/** Keys are joined with a character that no id can hold. */
const SEPARATOR = '|'
const EPSILON = 1e-9

/** First data row of a table as Excel counts it. */
const FIRST_ROW = 2

class Findings {
  readonly problems: Problem[] = []

  error<T extends TableName>(
    kind: ProblemKind,
    table: T,
    index: number | null,
    column: Column<T>,
    value: Cell,
    expected: string | null,
  ): void {
    this.problems.push({
      kind,
      severity: 'error',
      file: tableFile(table),
      row: index === null ? null : index + FIRST_ROW,
      column,
      value: value === null ? null : String(value),
      expected,
    })
  }
}

/**
 * Makes keys of rows. Neighbouring rows mostly share theirs, so the last one
 * is kept: a million scores then need a few thousand strings.
 */
function keyReader(fields: readonly string[]): (row: AnyRow) => string {
  let last: AnyRow | null = null
  let key = ''
  return (row) => {
    const known = last
    if (known && fields.every((field) => known[field] === row[field])) return key
    key = fields.map((field) => String(row[field]) + SEPARATOR).join('')
    last = row
    return key
  }
}

const EDITION_KEY = ['index_id', 'period', 'block_id', 'result_set'] as const

const CRITERIA_KEY = ['index_id', 'version_id', 'block_id'] as const

function group<V>(rows: readonly V[], keyOfRow: (row: V) => string): Map<string, { row: V; index: number }[]> {
  const groups = new Map<string, { row: V; index: number }[]>()
  for (const [index, row] of rows.entries()) {
    const key = keyOfRow(row)
    const found = groups.get(key)
    if (found) found.push({ row, index })
    else groups.set(key, [{ row, index }])
  }
  return groups
}

function checkPrimaryKeys(tables: PackageTables, found: Findings): void {
  for (const table of TABLE_NAMES) {
    const { fields, primaryKey }: TableSchema = TABLES[table]
    const rows: readonly AnyRow[] = tables[table]
    const column = primaryKey.at(-1) as Column<typeof table>
    const ownerKey = keyReader(primaryKey.slice(0, -2))
    const [outer = column, inner = column] = primaryKey.slice(-2)
    const firstOf = new Map<string, Map<string, number>>()
    for (const [index, row] of rows.entries()) {
      const owner = ownerKey(row)
      let members = firstOf.get(owner)
      if (!members) {
        members = new Map()
        firstOf.set(owner, members)
      }
      const member = `${row[outer]}${SEPARATOR}${row[inner]}`
      const first = members.get(member)
      if (first === undefined) {
        members.set(member, index)
        continue
      }
      const same = fields.every(({ name }) => rows[first]?.[name] === row[name])
      const kind = same ? 'duplicate-row' : 'conflicting-rows'
      found.error(kind, table, index, column, row[column] ?? null, String(first + FIRST_ROW))
    }
  }
}

function checkForeignKeys(tables: PackageTables, found: Findings): void {
  const known = new Map<string, ReadonlySet<string>>()
  const keysOf = (table: TableName, fields: readonly string[]): ReadonlySet<string> => {
    const name = `${table}:${fields.join(',')}`
    let keys = known.get(name)
    if (!keys) {
      keys = new Set((tables[table] as readonly AnyRow[]).map(keyReader(fields)))
      known.set(name, keys)
    }
    return keys
  }
  for (const table of TABLE_NAMES) {
    const { foreignKeys = [] }: TableSchema = TABLES[table]
    for (const { fields, reference } of foreignKeys) {
      const target = reference.resource as TableName
      const keys = keysOf(target, reference.fields)
      const keyOf = keyReader(fields)
      const column = fields.at(-1) as Column<typeof table>
      for (const [index, row] of (tables[table] as readonly AnyRow[]).entries()) {
        if (fields.some((field) => row[field] === null) || keys.has(keyOf(row))) continue
        found.error('unknown-id', table, index, column, row[column] ?? null, tableFile(target))
      }
    }
  }
}

/** Loops in `parent_id`, each reported once, at the first row that is part of it. */
function checkParents(tables: PackageTables, found: Findings): void {
  for (const members of group(tables.sub_indices, keyReader(CRITERIA_KEY)).values()) {
    const byId = new Map(members.map((member) => [member.row.sub_index_id, member]))
    const settled = new Set<string>()
    for (const { row } of members) {
      const path: string[] = []
      let id: string | null = row.sub_index_id
      while (id !== null && !settled.has(id) && !path.includes(id)) {
        path.push(id)
        id = byId.get(id)?.row.parent_id ?? null
      }
      if (id !== null && path.includes(id)) {
        const loop = path.slice(path.indexOf(id))
        const index = byId.get(id)?.index ?? null
        found.error('parent-cycle', 'sub_indices', index, 'parent_id', loop[1] ?? id, [...loop, id].join(' > '))
      }
      for (const step of path) settled.add(step)
    }
  }
}

const DAY_MS = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * First and last day of a period: a year, quarter, month, ISO 8601 week or
 * day. Null where the calendar has no such period (2025-W53, 2025-02-30).
 */
export function periodDays(period: string): { readonly start: string; readonly end: string } | null {
  const parts = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(period)
  if (!parts) return null
  const year = Number(parts[1])
  const [week, quarter, month, day] = parts.slice(2).map((part) => (part === undefined ? null : Number(part)))
  if (typeof week === 'number') {
    // ISO 8601: week 1 is the week of 4 January; weeks begin on Monday.
    const mondayOfWeek1 = (of: number) => {
      const fourth = Date.UTC(of, 0, 4)
      return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
    }
    const start = mondayOfWeek1(year) + (week - 1) * 7 * DAY_MS
    if (week < 1 || start >= mondayOfWeek1(year + 1)) return null
    return { start: iso(start), end: iso(start + 6 * DAY_MS) }
  }
  if (typeof quarter === 'number') {
    return { start: iso(Date.UTC(year, quarter * 3 - 3, 1)), end: iso(Date.UTC(year, quarter * 3, 0)) }
  }
  if (typeof month !== 'number') return { start: `${parts[1]}-01-01`, end: `${parts[1]}-12-31` }
  if (month < 1 || month > 12) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (typeof day !== 'number') return { start: `${period}-01`, end: `${period}-${last}` }
  return day >= 1 && day <= last ? { start: period, end: period } : null
}

function checkEditions(tables: PackageTables, found: Findings): void {
  for (const [index, row] of tables.editions.entries()) {
    const days = periodDays(row.period)
    if (!days) found.error('unknown-period', 'editions', index, 'period', row.period, null)
    else if (row.period_end < days.start || row.period_end > days.end) {
      found.error('out-of-range', 'editions', index, 'period_end', row.period_end, `${days.start}/${days.end}`)
    }
  }
  const series = group(tables.editions, keyReader(['index_id', 'block_id', 'result_set']))
  for (const members of series.values()) {
    const periodByEnd = new Map<string, string>()
    for (const { row, index } of members) {
      const other = periodByEnd.get(row.period_end)
      if (other === undefined) periodByEnd.set(row.period_end, row.period)
      else if (other !== row.period) {
        // Periods are ordered by their end: two that end alike have no order.
        found.error('conflicting-rows', 'editions', index, 'period_end', row.period_end, other)
      }
    }
  }
}

function checkUnitDates(tables: PackageTables, found: Findings): void {
  const units = new Map(tables.units.map((unit) => [unit.unit_id, unit]))
  for (const [index, unit] of tables.units.entries()) {
    if (unit.valid_from !== null && unit.valid_to !== null && unit.valid_to < unit.valid_from) {
      found.error('out-of-range', 'units', index, 'valid_to', unit.valid_to, `≥ ${unit.valid_from}`)
    }
  }
  for (const [index, row] of tables.results.entries()) {
    const unit = units.get(row.unit_id)
    const days = periodDays(row.period)
    if (!unit || !days || row.missing_reason === 'unit-did-not-exist') continue
    const begun = unit.valid_from === null || unit.valid_from <= days.end
    const going = unit.valid_to === null || unit.valid_to >= days.start
    if (begun && going) continue
    const life = `${unit.valid_from ?? '..'}/${unit.valid_to ?? '..'}`
    found.error('outside-unit-dates', 'results', index, 'unit_id', row.unit_id, life)
  }
}

function checkLineage(tables: PackageTables, found: Findings): void {
  for (const [index, row] of tables.lineage.entries()) {
    if (row.from_unit_id !== row.to_unit_id) continue
    found.error('bad-value', 'lineage', index, 'to_unit_id', row.to_unit_id, null)
  }
}

function checkRules(tables: PackageTables, found: Findings): void {
  const present = new Set(tables.rules.map((rule) => rule.rule_id))
  for (const id of RULE_IDS) {
    if (!present.has(id)) found.error('missing-value', 'rules', null, 'rule_id', null, id)
  }
  for (const [index, { value }] of tables.rules.entries()) {
    if (value < 0) found.error('negative', 'rules', index, 'value', value, '≥ 0')
  }
}

function checkBands(tables: PackageTables, found: Findings): void {
  for (const [index, { min_share }] of tables.bands.entries()) {
    if (min_share !== null && min_share > 1) found.error('out-of-range', 'bands', index, 'min_share', min_share, '≤ 1')
  }
  const editionKey = keyReader(EDITION_KEY)
  const bandKey = keyReader([...CRITERIA_KEY, 'band_id'])
  const known = new Set(tables.bands.map(bandKey))
  const versions = new Map(tables.editions.map((edition) => [editionKey(edition), edition.version_id]))
  for (const [index, row] of tables.results.entries()) {
    const version = versions.get(editionKey(row))
    if (row.band_id === null || version === undefined) continue
    if (known.has(bandKey({ ...row, version_id: version }))) continue
    found.error('unknown-id', 'results', index, 'band_id', row.band_id, tableFile('bands'))
  }
}

/** Sub-indices by criteria and id. */
function readCriteria(tables: PackageTables): ReadonlyMap<string, ReadonlyMap<string, Row<'sub_indices'>>> {
  const criteria = new Map<string, ReadonlyMap<string, Row<'sub_indices'>>>()
  for (const [key, members] of group(tables.sub_indices, keyReader(CRITERIA_KEY))) {
    criteria.set(key, new Map(members.map(({ row }) => [row.sub_index_id, row])))
  }
  return criteria
}

function checkScores(tables: PackageTables, found: Findings): void {
  const editionKey = keyReader(EDITION_KEY)
  const criteriaKey = keyReader(CRITERIA_KEY)
  const criteria = readCriteria(tables)
  const criteriaOf = new Map(
    tables.editions.map((edition) => [editionKey(edition), criteria.get(criteriaKey(edition))]),
  )
  for (const [index, row] of tables.scores.entries()) {
    const key = editionKey(row)
    if (!criteriaOf.has(key)) continue
    const subIndex = criteriaOf.get(key)?.get(row.sub_index_id)
    if (!subIndex) {
      found.error('unknown-id', 'scores', index, 'sub_index_id', row.sub_index_id, tableFile('sub_indices'))
      continue
    }
    // Bonus and penalty points come on top of the criteria: only a limit of their own binds them.
    const extra = row.part === 'bonus' || row.part === 'penalty'
    const max = row.max_score ?? (extra ? null : subIndex.max_score)
    if (row.score !== null && max !== null && row.score > max + EPSILON) {
      found.error('above-max', 'scores', index, 'score', row.score, String(max))
    }
  }
}

function checkTotals(tables: PackageTables, found: Findings): void {
  for (const [index, { total_score, max_score }] of tables.results.entries()) {
    if (total_score !== null && max_score !== null && total_score > max_score + EPSILON) {
      found.error('above-max', 'results', index, 'total_score', total_score, String(max_score))
    }
  }
}

/**
 * Holds the typed tables of a package against each other: what would stop it
 * from being loaded or read rightly. What published figures contradict is the
 * audit's (`db/sql/audit.sql`): they may do so and still be what was published.
 */
export function checkPackage(tables: PackageTables): readonly Problem[] {
  const found = new Findings()
  checkPrimaryKeys(tables, found)
  checkForeignKeys(tables, found)
  checkParents(tables, found)
  checkEditions(tables, found)
  checkUnitDates(tables, found)
  checkLineage(tables, found)
  checkRules(tables, found)
  checkBands(tables, found)
  checkScores(tables, found)
  checkTotals(tables, found)
  return found.problems
}
