import type { Column, OddCell } from '@/import/file/grid'
import { columnPlace } from '@/domain/column-letter'
import type { AddProblem } from '@/import/findings'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import { readDateForNumber, scoresOfDate } from '@/import/meaning/dates-for-numbers'
import { AMBIGUOUS, BAD, commonMark, READ, readNumbers } from '@/import/meaning/numbers'
import type { Numbers } from '@/import/meaning/numbers'
import { repairedNumber } from '@/import/meaning/repair-number'
import { addAt, NO_ROW, placeOf, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Cells, LaidColumn } from '@/import/table/cells'

/** A cell that cannot be right: it stays listed, its value does not count. */
export const REFUSED = 4
/** The total of a unit in a table that has no total: nothing was there to be read. */
export const ABSENT = 5

/** One entry a score cell of the file, column-wise. */
export interface Scores {
  readonly count: number
  /** Row of the cells. */
  readonly row: Uint32Array
  /** Place of the column among those of the cells; for a total that is not there, of the unit. */
  readonly column: Uint16Array
  readonly result: Int32Array
  readonly subIndex: Int32Array
  readonly value: Float64Array
  readonly state: Uint8Array
  readonly decimals: Uint8Array
  /** The maximum that the row or the header gives; `NaN` where none does. */
  readonly max: Float64Array
}

/** What may be missing at the end of a row without a doubt about the others. */
const OPTIONAL: ReadonlySet<ColumnRole> = new Set([
  'rank',
  'class',
  'source',
  'row-number',
  'note',
  'ignored',
  'sub-rank',
  'share',
  'max-score',
])

/** Rows whose number of cells is not the header's, named; returns those that cannot be trusted at all. */
function refuseUneven(cells: Cells, width: number, add: AddProblem): ReadonlySet<number> {
  const refused = new Set<number>()
  // A row of the file stands in several parts where periods stood across: it is named once.
  const named = new Map<number, { isRefused: boolean; readonly value: string }>()
  for (const { row, cells: count, surplus } of cells.uneven) {
    // Excel leaves out blank cells at the end of a row; a row that ends before a score may as well have lost one in its middle.
    const missesScore = cells.columns.some(
      ({ role }, place) => !OPTIONAL.has(role) && columnPlace(cells.originOf(row, place).letter) >= count,
    )
    const isRefused = surplus !== null || missesScore
    const fileRow = cells.rows[row] ?? 0
    const before = named.get(fileRow)
    if (before === undefined) named.set(fileRow, { isRefused, value: surplus ?? String(count) })
    else before.isRefused ||= isRefused
  }
  for (const { row } of cells.uneven) if (named.get(cells.rows[row] ?? 0)?.isRefused === true) refused.add(row)
  for (const [row, { isRefused, value }] of named) {
    add('wrong-cell-count', isRefused ? 'error' : 'warning', row, null, value, String(width))
  }
  return refused
}

const EXCEL_ERROR = /^#(?:REF|DIV\/0|VALUE|NAME|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN)[!?]?$/i

/** A column of scores with its texts read. */
interface Scored extends LaidColumn {
  readonly place: number
  readonly read: Numbers
  readonly limit: number | null
  readonly decimals: ReadonlySet<number>
}

/** Names a cell that is no number for what it is. */
function nameUnread(
  cells: Cells,
  { place, read, limit, decimals }: Pick<Scored, 'place' | 'read' | 'limit' | 'decimals'>,
  row: number,
  text: string,
  odd: ReadonlyMap<string, OddCell>,
  add: AddProblem,
): void {
  const at = { row, place }
  // Named where the bytes were read.
  if (text.includes('\uFFFD')) return
  if (EXCEL_ERROR.test(text.trim())) return addAt(cells, add, 'formula-error', 'error', at, text)
  const date = readDateForNumber(text)
  const origin = cells.originOf(row, place)
  const id = `cell:${origin.letter}${origin.row}`
  if (date === null) {
    const repaired = repairedNumber(text)
    return addAt(
      cells,
      add,
      'bad-number',
      'error',
      at,
      text,
      null,
      repaired === null ? undefined : { id, value: repaired },
    )
  }
  const shown = odd.get(`${origin.letter}${origin.row}`)?.shown ?? text
  const scores = scoresOfDate(readDateForNumber(shown) ?? date, limit, decimals, read.mark ?? '.')
  const [only] = scores
  const fix = only !== undefined && scores.length === 1 ? { id, value: only } : undefined
  addAt(cells, add, 'date-for-number', 'error', at, shown, scores.length === 0 ? null : scores.join(' | '), fix)
}

/** Reads all score cells, and names those that are no numbers; `odd` by the name of the cell, `width` in cells of a whole row. */
export function readScores(
  cells: Cells,
  resolved: ResolvedRows,
  odd: ReadonlyMap<string, OddCell>,
  width: number,
  add: AddProblem,
): Scores {
  const refusedRows = refuseUneven(cells, width, add)
  const maxPlace = placeOf(cells, 'max-score')
  const maxLaid = cells.columns[maxPlace]
  const isScored = ({ role }: LaidColumn) =>
    role === 'score' || role === 'total' || (role === 'sub-index' && cells.form === 'wide')
  const fileMark = commonMark([
    ...cells.columns.filter(isScored).map((column) => column.cells),
    ...(maxLaid === undefined ? [] : [maxLaid.cells]),
  ])
  const read = ({ cells: column, mark }: LaidColumn, limit: number | null) =>
    readNumbers(column.texts, { limit, fileMark, mark, pointed: column.pointed })

  const maxima = maxLaid === undefined ? null : read(maxLaid, null)
  const maxColumn: Column | null = maxLaid?.cells ?? null
  const largest = maxima?.values.reduce((a, b) => (b > a ? b : a), 0) ?? 0
  const scored = cells.columns.flatMap((column, place): Scored[] => {
    if (!isScored(column)) return []
    const ofRows = largest > 0 && column.role !== 'sub-index' ? largest : null
    const limit = column.max ?? ofRows
    const numbers = read(column, limit)
    const decimals = new Set(numbers.decimals.filter((_, code) => numbers.states[code] === READ))
    return [{ ...column, place, limit, read: numbers, decimals }]
  })

  const hasTotal = cells.form === 'long' || scored.some(({ role }) => role === 'total')
  const perRow = scored.length + (hasTotal ? 0 : 1)
  const size = cells.rowCount * perRow
  const row = new Uint32Array(size)
  const columnPlaces = new Uint16Array(size)
  const result = new Int32Array(size)
  const subIndex = new Int32Array(size)
  const value = new Float64Array(size).fill(Number.NaN)
  const state = new Uint8Array(size)
  const decimals = new Uint8Array(size)
  const max = new Float64Array(size).fill(Number.NaN)
  let count = 0

  const subPlaces = scored.map(() => new Map<number, number>())
  const unitPlace = Math.max(0, placeOf(cells, 'unit'))

  for (let at = 0; at < cells.rowCount; at++) {
    const resultPlace = resolved.resultOfRow[at] as number
    if (resultPlace === NO_ROW) continue
    const refused = refusedRows.has(at)
    if (!hasTotal) {
      row[count] = at
      columnPlaces[count] = unitPlace
      result[count] = resultPlace
      subIndex[count] = TOTAL
      state[count] = refused ? REFUSED : ABSENT
      count++
    }
    for (let which = 0; which < scored.length; which++) {
      const column = scored[which] as Scored
      const { place, role, name, max: headerMax, read: numbers, cells: source } = column
      const code = source.codes[at] as number
      let sub = TOTAL
      if (role === 'score') {
        sub = resolved.subIndexOfRow?.[at] ?? TOTAL
      } else if (role === 'sub-index') {
        const edition = resolved.results[resultPlace]?.edition as number
        const known = subPlaces[which]?.get(edition)
        sub =
          known ??
          resolved.subIndexByName(name, resolved.editions[edition]?.index as ResolvedRows['editions'][number]['index'])
        if (known === undefined) subPlaces[which]?.set(edition, sub)
      }
      row[count] = at
      columnPlaces[count] = place
      result[count] = resultPlace
      subIndex[count] = sub
      decimals[count] = numbers.decimals[code] as number
      let cellState = numbers.states[code] as number
      const text = source.texts[code] ?? ''
      if (cellState === AMBIGUOUS) {
        addAt(cells, add, 'ambiguous-number', 'error', { row: at, place }, text)
        cellState = REFUSED
      } else if (cellState === BAD) {
        nameUnread(cells, column, at, text, odd, add)
        cellState = REFUSED
      } else if (cellState === READ && (numbers.values[code] as number) < 0) {
        addAt(cells, add, 'negative', 'error', { row: at, place }, text)
        cellState = REFUSED
      }
      if (refused) cellState = REFUSED
      if (cellState === READ) value[count] = numbers.values[code] as number
      state[count] = cellState
      if (headerMax !== null) max[count] = headerMax
      if (maxima !== null && maxColumn !== null && role !== 'sub-index') {
        const maxCode = maxColumn.codes[at] as number
        const maxState = maxima.states[maxCode] as number
        const rowMax = maxima.values[maxCode] as number
        if (maxState === READ && rowMax >= 0) max[count] = rowMax
        else if (maxState === READ || maxState === BAD || maxState === AMBIGUOUS) {
          const kind = maxState === READ ? 'negative' : maxState === BAD ? 'bad-number' : 'ambiguous-number'
          addAt(cells, add, kind, 'error', { row: at, place: maxPlace }, maxColumn.texts[maxCode] ?? '')
          // A score of nobody knows how many points: another maximum could make it look right.
          if (cellState === READ) {
            state[count] = REFUSED
            value[count] = Number.NaN
          }
        }
      }
      count++
    }
  }
  return { count, row, column: columnPlaces, result, subIndex, value, state, decimals, max }
}
