import type { Column } from '@/import/file/grid'
import { columnLetter } from '@/domain/column-letter'
import type { ColumnMeaning, ColumnRole } from '@/import/meaning/column-meaning'
import { looksLikeNumber } from '@/import/meaning/numbers'
import { readPeriod } from '@/import/meaning/periods'
import type { Answers } from '@/import/opening'
import type { Cells, LaidColumn, Origin } from '@/import/table/cells'
import { constantColumn, dataColumn, stackColumns } from '@/import/table/data-column'
import type { FoundTable, TableForm } from '@/import/table/found-table'

/** What a total is called where it is one of the names of a long table. */
const TOTAL = 'Tổng điểm'
const NAMES = 50

export interface Unfolded {
  readonly cells: Cells
  readonly form: TableForm
}

/** A column of the unfolded table, with the column of the grid that each of its parts comes from; `null` where it comes from none. */
interface Laid extends Omit<LaidColumn, 'cells'> {
  readonly cells: Column
  readonly places: readonly (number | null)[]
}

const isStanding = (role: ColumnRole) => role === 'rank' || role === 'class'

function isWorded(table: FoundTable, place: number): boolean {
  const { texts, codes } = table.grid.columns[place] ?? NO_COLUMN
  const seen = new Set<number>()
  for (const row of table.dataRows) {
    seen.add(codes[row] ?? 0)
    if (seen.size === NAMES) break
  }
  const sample = Array.from(seen, (code) => texts[code] ?? '').filter((text) => text !== '')
  return sample.filter((text) => looksLikeNumber(text)).length * 2 < sample.length
}

/** Whether the table has a column of names of sub-indices beside its scores. */
const isLongTable = (table: FoundTable, columns: readonly ColumnMeaning[]) =>
  columns.some(({ role }) => role === 'score') &&
  columns.some(({ role, place }) => role === 'sub-index' && isWorded(table, place))

const periodsOf = (columns: readonly ColumnMeaning[]) => [...new Set(columns.flatMap(({ period }) => period ?? []))]

/** How the figures of a table stand, as its columns show. */
function formOf(table: FoundTable, columns: readonly ColumnMeaning[]): TableForm {
  const isLong = isLongTable(table, columns)
  const places = new Set(columns.flatMap(({ unitPlace }) => unitPlace ?? []))
  if (places.size > 1) return 'pairs'
  if (table.turned) return 'transposed'
  const hasUnit = columns.some(({ role }) => role === 'unit')
  if (isLong && !hasUnit) return 'one-unit'
  if (periodsOf(columns).length > 1) return 'periods-across'
  return isLong ? 'long' : 'wide'
}

const NO_COLUMN: Column = { texts: [''], codes: new Uint32Array(0) }
const cellsOf = ({ grid, dataRows }: FoundTable, place: number) =>
  dataColumn(grid.columns[place] ?? NO_COLUMN, dataRows)

/** Joins the columns of one figure over several parts. Their marks may differ: a number that only its own column's mark makes clear is then written out. */
function stack(table: FoundTable, parts: readonly (ColumnMeaning | null)[]): Pick<Laid, 'cells' | 'mark' | 'places'> {
  const marks = new Set(parts.flatMap((part) => part?.mark ?? []))
  const length = table.dataRows.length
  const cells = parts.map((part) => {
    if (part === null) return length
    const column = cellsOf(table, part.place)
    return marks.size > 1 ? writeOut(column, part.mark) : column
  })
  const [mark = null] = marks
  return {
    cells: stackColumns(cells),
    mark: marks.size > 1 ? null : mark,
    places: parts.map((part) => part?.place ?? null),
  }
}

function writeOut(column: Column, mark: '.' | ',' | null): Column {
  const pointed = new Set(column.pointed)
  const texts = column.texts.map((text, code) => {
    if (mark === null || pointed.has(code) || !/^\s*[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text)) return text
    pointed.add(code)
    const bare = text.trim()
    return bare.includes(mark) ? bare.replace(mark, '.') : bare.replace(/[.,]/, '')
  })
  return { texts, codes: column.codes, pointed }
}

/** The blocks that the sections of the table name. */
function sectionColumn({ sectionOf }: FoundTable): Column | null {
  if (sectionOf === null) return null
  const codeOf = new Map([['', 0]])
  const codes = Uint32Array.from(sectionOf, (section) => {
    const text = section ?? ''
    const code = codeOf.get(text) ?? codeOf.size
    codeOf.set(text, code)
    return code
  })
  return { texts: [...codeOf.keys()], codes }
}

function unevenRows({ grid, turned, headerRows, dataRows, right }: FoundTable, parts: number): Cells['uneven'] {
  if (turned || headerRows.length === 0) return []
  const width = Math.max(...headerRows.map((row) => grid.widths[row] ?? 0))
  const beyond = grid.columns.slice(right + 1)
  // What stands to the right under a header of its own is another table.
  if (headerRows.some((row) => beyond.some((column) => (column.codes[row] ?? 0) !== 0))) return []
  const expected = Math.min(width, right + 1)
  const uneven: { row: number; cells: number; surplus: string | null }[] = []
  for (let at = 0; at < dataRows.length; at++) {
    const row = dataRows[at] ?? 0
    const cells = grid.widths[row] ?? 0
    if (cells === expected) continue
    const surplus =
      cells <= right + 1
        ? ''
        : beyond
            .map((column) => column.texts[column.codes[row] ?? 0]?.trim() ?? '')
            .filter((text) => text !== '')
            .join(' | ')
    if (cells >= expected && surplus === '') continue
    for (let part = 0; part < parts; part++) {
      uneven.push({ row: part * dataRows.length + at, cells, surplus: surplus === '' ? null : surplus })
    }
  }
  return uneven
}

function assemble(table: FoundTable, form: 'wide' | 'long', parts: number, columns: readonly Laid[]): Cells {
  const { grid, dataRows, turned } = table
  const count = dataRows.length
  const fileRows = dataRows.map((row) => grid.rows[row] ?? 0)
  const originOf = (row: number, column: number): Origin => {
    const places = columns[column]?.places ?? []
    const at = row % Math.max(1, count)
    const place = places[places.length === 1 ? 0 : Math.floor(row / Math.max(1, count))] ?? 0
    const fileRow = fileRows[at] ?? 0
    return turned
      ? { row: place + 1, letter: columnLetter(fileRow - 1) }
      : { row: fileRow, letter: columnLetter(place) }
  }
  const rows = parts === 1 && !turned ? fileRows : new Uint32Array(count * parts)
  for (let part = 0; part < parts; part++)
    rows.set(turned ? fileRows.map(() => (table.headerRows.length === 0 ? 0 : table.left + 1)) : fileRows, part * count)
  return {
    form,
    columns: columns.map(({ places: _places, ...column }) => column),
    rowCount: count * parts,
    rows,
    originOf,
    uneven: unevenRows(table, parts),
  }
}

const repeated = (column: Column, parts: number): Column =>
  parts === 1 ? column : stackColumns(Array.from({ length: parts }, () => column))

/** One row a score: a part for every column of scores, with the name and the period that the column has. */
function toLong(table: FoundTable, columns: readonly ColumnMeaning[], shared: readonly ColumnMeaning[]): Cells {
  const count = table.dataRows.length
  const isScored = ({ role }: ColumnMeaning) => role === 'sub-index' || role === 'total' || role === 'score'
  const standing = columns.filter(({ role }) => isStanding(role))
  const scored = columns.filter(isScored)
  const inPart = (column: ColumnMeaning, role: ColumnRole) =>
    column.role === 'total'
      ? (standing.find(
          (other) => other.role === role && other.period === column.period && other.unitPlace === column.unitPlace,
        ) ?? null)
      : null
  // A rank or class without a total is a part of its own.
  const alone = standing.filter((other) => !scored.some((column) => inPart(column, other.role) === other))
  const heads = [
    ...scored,
    ...alone.filter(
      (other, at) =>
        alone.findIndex((first) => first.period === other.period && first.unitPlace === other.unitPlace) === at,
    ),
  ]
  const parts = heads.length
  const common = { name: '', max: null, mark: null }
  const constants = (texts: readonly string[]) =>
    stackColumns(texts.map((text) => (text === '' ? count : constantColumn(text, count))))
  const standingOf = (head: ColumnMeaning, role: ColumnRole) =>
    isScored(head)
      ? inPart(head, role)
      : (alone.find(
          (other) => other.role === role && other.period === head.period && other.unitPlace === head.unitPlace,
        ) ?? null)

  const laid: Laid[] = []
  const pairs = heads.some(({ unitPlace }) => unitPlace !== null)
  if (pairs) {
    const firstUnit = columns.find(({ role }) => role === 'unit')?.place ?? 0
    const places = heads.map(({ unitPlace }) => unitPlace ?? firstUnit)
    laid.push({ ...common, role: 'unit', cells: stackColumns(places.map((place) => cellsOf(table, place))), places })
  }
  for (const { role, name, max, mark, place } of shared) {
    if (pairs && role === 'unit') continue
    laid.push({ role, name, max, mark, cells: repeated(cellsOf(table, place), parts), places: [place] })
  }
  const places = heads.map(({ place }) => place)
  laid.push({
    ...common,
    role: 'sub-index',
    cells: constants(heads.map(({ role, name }) => (role === 'sub-index' ? name : TOTAL))),
    places,
  })
  if (heads.some(({ period }) => period !== null)) {
    laid.push({ ...common, role: 'period', cells: constants(heads.map(({ period }) => period ?? '')), places })
  }
  laid.push({
    ...common,
    role: 'score',
    ...stack(
      table,
      heads.map((head) => (isScored(head) ? head : null)),
    ),
  })
  if (heads.some(({ max }) => max !== null)) {
    laid.push({
      ...common,
      role: 'max-score',
      mark: '.',
      cells: constants(heads.map(({ max }) => (max === null ? '' : String(max)))),
      places,
    })
  }
  for (const role of ['rank', 'class'] as const) {
    const of = heads.map((head) => standingOf(head, role))
    if (of.some((column) => column !== null)) laid.push({ ...common, role, ...stack(table, of) })
  }
  const section = sectionColumn(table)
  if (section !== null && !laid.some(({ role }) => role === 'block')) {
    laid.push({ ...common, role: 'block', cells: repeated(section, parts), places: [null] })
  }
  return dropBlank(assemble(table, 'long', parts, laid), pairs)
}

/** Rows without a unit and a score are the ends of shorter pairs. */
function dropBlank(cells: Cells, pairs: boolean): Cells {
  if (!pairs) return cells
  const told = cells.columns.filter(({ role }) => role === 'unit' || role === 'score' || isStanding(role))
  const kept = Uint32Array.from({ length: cells.rowCount }, (_, row) => row).filter((row) =>
    told.some(({ cells: column }) => (column.codes[row] ?? 0) !== 0),
  )
  if (kept.length === cells.rowCount) return cells
  const newRow = new Map(Array.from(kept, (row, at) => [row, at] as const))
  return {
    ...cells,
    columns: cells.columns.map((column) => ({ ...column, cells: dataColumn(column.cells, kept) })),
    rowCount: kept.length,
    rows: Uint32Array.from(kept, (row) => cells.rows[row] ?? 0),
    originOf: (row, column) => cells.originOf(kept[row] ?? 0, column),
    uneven: cells.uneven.flatMap((uneven) => {
      const row = newRow.get(uneven.row)
      return row === undefined ? [] : [{ ...uneven, row }]
    }),
  }
}

/** What makes columns of several periods one column. */
const figureKey = ({ role, name }: ColumnMeaning) =>
  role === 'sub-index' || role === 'sub-rank' || role === 'note' || role === 'ignored' ? `${role} ${name}` : role

/** The columns as they stand, a part for every period where periods stand across. */
function straight(table: FoundTable, columns: readonly ColumnMeaning[], isLong: boolean): Cells {
  const periods = periodsOf(columns)
  const parts = Math.max(1, periods.length)
  const groups = new Map<string, ColumnMeaning[]>()
  for (const column of columns) {
    const key = column.period === null ? `at ${column.place}` : figureKey(column)
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  const laid: Laid[] = []
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const { role, name, max, mark, place } = first
    if (first.period === null) {
      laid.push({ role, name, max, mark, cells: repeated(cellsOf(table, place), parts), places: [place] })
      continue
    }
    const of = periods.map((period) => group.find((column) => column.period === period) ?? null)
    laid.push({ role, name, max, ...stack(table, of) })
  }
  const count = table.dataRows.length
  const common = { name: '', max: null, mark: null }
  if (periods.length > 0) {
    const figure = periods.map((period) => columns.find((column) => column.period === period)?.place ?? null)
    laid.push({
      ...common,
      role: 'period',
      cells: stackColumns(periods.map((period) => constantColumn(period, count))),
      places: figure,
    })
  }
  const section = sectionColumn(table)
  if (section !== null && !laid.some(({ role }) => role === 'block')) {
    const unit = columns.find(({ role }) => role === 'unit')?.place ?? table.left
    laid.push({ ...common, role: 'block', cells: repeated(section, parts), places: [unit] })
  }
  return assemble(table, isLong ? 'long' : 'wide', parts, laid)
}

/** Whether a figure has another maximum in another period: a wide table has one a column. */
function maximaDiffer(columns: readonly ColumnMeaning[]): boolean {
  const maxima = new Map<string, number | null>()
  return columns.some((column) => {
    if (column.period === null) return false
    const key = figureKey(column)
    const differs = maxima.has(key) && maxima.get(key) !== column.max
    maxima.set(key, column.max)
    return differs
  })
}

const FIGURES: ReadonlySet<ColumnRole> = new Set([
  'sub-index',
  'total',
  'score',
  'max-score',
  'rank',
  'sub-rank',
  'share',
  'class',
])

/**
 * Columns with the period that their figures are of. Beside a column of periods
 * the years of headers say nothing more; a figure without a year among some that
 * have one is of the period that the viewer gave.
 */
function withPeriods(columns: readonly ColumnMeaning[], answers: Answers, isLong: boolean): readonly ColumnMeaning[] {
  if (columns.every(({ period }) => period === null)) return columns
  if (columns.some(({ role }) => role === 'period')) return columns.map((column) => ({ ...column, period: null }))
  const answered = readPeriod(answers.period ?? '')?.id ?? ''
  return columns.map((column) => {
    const isFigure = FIGURES.has(column.role) && !(isLong && column.role === 'sub-index')
    return column.period === null && isFigure ? { ...column, period: answered } : column
  })
}

/** Columns bound to the names at their left, or not, where the viewer says so. */
function withPairs(table: FoundTable, columns: readonly ColumnMeaning[], answers: Answers): readonly ColumnMeaning[] {
  if (answers.form === undefined) return columns
  if (answers.form !== 'pairs') return columns.map((column) => ({ ...column, unitPlace: null }))
  let unitPlace: number | null = null
  return columns.map((column) => {
    const isName = column.role === 'unit' || (column.role === 'ignored' && isWorded(table, column.place))
    if (isName) {
      unitPlace = column.place
      return { ...column, role: 'unit' }
    }
    return FIGURES.has(column.role) ? { ...column, unitPlace } : column
  })
}

/**
 * Lays the figures of a table out as one of the two forms that have a meaning of
 * their own, and tells of every cell where it stands in the file. Sections become
 * a column of blocks.
 */
export function unfold(table: FoundTable, columns: readonly ColumnMeaning[], answers: Answers): Unfolded {
  const bound = withPairs(table, columns, answers)
  const isLong = isLongTable(table, bound)
  const form = formOf(table, bound)
  const dated = withPeriods(bound, answers, isLong)
  const shared = dated.filter(({ role, period }) => period === null && !FIGURES.has(role))
  const cells =
    !isLong && (form === 'pairs' || maximaDiffer(dated)) ? toLong(table, dated, shared) : straight(table, dated, isLong)
  return { cells, form }
}
