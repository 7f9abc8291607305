import type { Cells } from '@/import/columns'
import type { AddProblem } from '@/import/findings'
import type { LaidColumn, Layout } from '@/import/layout'
import { AMBIGUOUS, BAD, commonMark, MISSING, READ, readNumbers } from '@/import/numbers'
import type { DecimalMark, Numbers } from '@/import/numbers'
import { columnOf, NO_ROW, TOTAL } from '@/import/resolve-rows'
import type { ResolvedRows } from '@/import/resolve-rows'

/** A cell that cannot be right: it stays listed, its value does not count. */
export const REFUSED = 4
/** The total of a unit in a table that has no total: nothing was there to be read. */
export const ABSENT = 5

/** Said before, with the same score: it counts once. */
const REPEATED = 6

/** Where nothing says what the largest value can be, for telling decimals from thousands only. */
const LARGEST_USUAL_MAXIMUM = 1000

/** One entry a score cell of the file, column-wise. */
export interface Scores {
  readonly count: number
  /** Data row of the cell. */
  readonly row: Uint32Array
  /** Place of the cell's column in the file; for a total that is not there, of the unit. */
  readonly column: Uint16Array
  readonly result: Int32Array
  readonly subIndex: Int32Array
  readonly value: Float64Array
  readonly state: Uint8Array
  readonly decimals: Uint8Array
  /** The maximum that the row or the header gives; `NaN` where none does. */
  readonly max: Float64Array
  readonly decimalMark: DecimalMark
}

/** Rows whose number of cells is not the header's, named; returns those that cannot be trusted at all. */
function refuseUneven(cells: Cells, layout: Layout, add: AddProblem): ReadonlySet<number> {
  const refused = new Set<number>()
  const optional: readonly LaidColumn['role'][] = ['rank', 'class', 'source', 'row-number', 'ignored', 'max-score']
  for (const { index, cells: count, surplus } of cells.uneven) {
    if (index < layout.firstRow) continue
    // Excel leaves out blank cells at the end of a row; a row that ends before a score may as well have lost one in its middle.
    const missesScore = layout.columns.some(({ place, role }) => place >= count && !optional.includes(role))
    const severity = surplus !== null || missesScore ? 'error' : 'warning'
    if (severity === 'error') refused.add(index)
    add(
      'wrong-cell-count',
      severity,
      cells.rows[index] ?? null,
      null,
      surplus ?? String(count),
      String(cells.header.length),
    )
  }
  return refused
}

/** Reads all score cells, and names those that are no numbers. */
export function readScores(cells: Cells, layout: Layout, resolved: ResolvedRows, add: AddProblem): Scores {
  const refusedRows = refuseUneven(cells, layout, add)
  const scored = layout.columns.filter(
    ({ role }) => role === 'score' || role === 'total' || (role === 'sub-index' && layout.form === 'wide'),
  )
  const maxPlace = layout.columns.find(({ role }) => role === 'max-score')?.place
  const maxColumn = columnOf(cells, layout, 'max-score')
  const textsOf = (place: number) => cells.columns[place]?.texts ?? []
  const fileMark = commonMark([
    ...scored.map(({ place }) => textsOf(place)),
    ...(maxColumn === null ? [] : [maxColumn.texts]),
  ])

  const maxima = maxColumn === null ? null : readNumbers(maxColumn.texts, LARGEST_USUAL_MAXIMUM, fileMark)
  const largest = maxima?.values.reduce((a, b) => (b > a ? b : a), 0) ?? 0
  const limitOf = (column: LaidColumn) =>
    column.max ??
    (largest > 0 && (column.role === 'score' || column.role === 'total') ? largest : LARGEST_USUAL_MAXIMUM)
  const numbers = scored.map((column) => readNumbers(textsOf(column.place), limitOf(column), fileMark))

  const hasTotal = layout.form === 'long' || scored.some(({ role }) => role === 'total')
  const perRow = scored.length + (hasTotal ? 0 : 1)
  const size = (cells.rowCount - layout.firstRow) * perRow
  const row = new Uint32Array(size)
  const columnPlace = new Uint16Array(size)
  const result = new Int32Array(size)
  const subIndex = new Int32Array(size)
  const value = new Float64Array(size).fill(Number.NaN)
  const state = new Uint8Array(size)
  const decimals = new Uint8Array(size)
  const max = new Float64Array(size).fill(Number.NaN)
  let count = 0

  const title = new Map(layout.columns.map((column) => [column.place, column.title]))
  const nameBad = (kind: 'bad-number' | 'ambiguous-number', at: number, place: number, text: string) =>
    add(kind, 'error', cells.rows[at] ?? null, title.get(place) ?? null, text)
  const subPlaces = scored.map(() => new Map<number, number>())
  const unitPlace = layout.columns.find(({ role }) => role === 'unit')?.place ?? 0

  for (let at: number = layout.firstRow; at < cells.rowCount; at++) {
    const resultPlace = resolved.resultOfRow[at] as number
    if (resultPlace === NO_ROW) continue
    const refused = refusedRows.has(at)
    if (!hasTotal) {
      row[count] = at
      columnPlace[count] = unitPlace
      result[count] = resultPlace
      subIndex[count] = TOTAL
      state[count] = refused ? REFUSED : ABSENT
      count++
    }
    for (let which = 0; which < scored.length; which++) {
      const { place, role, name, max: headerMax } = scored[which] as LaidColumn
      const read = numbers[which] as Numbers
      const code = cells.columns[place]?.codes[at] as number
      let sub = TOTAL
      if (role === 'score') {
        sub = resolved.subIndexOfRow?.[at] as number
      } else if (role === 'sub-index') {
        const edition = resolved.results[resultPlace]?.edition as number
        const known = subPlaces[which]?.get(edition)
        sub =
          known ??
          resolved.subIndexByName(name, resolved.editions[edition]?.index as ResolvedRows['editions'][number]['index'])
        if (known === undefined) subPlaces[which]?.set(edition, sub)
      }
      row[count] = at
      columnPlace[count] = place
      result[count] = resultPlace
      subIndex[count] = sub
      decimals[count] = read.decimals[code] as number
      let cellState = read.states[code] as number
      if (cellState === BAD || cellState === AMBIGUOUS) {
        nameBad(cellState === BAD ? 'bad-number' : 'ambiguous-number', at, place, textsOf(place)[code] ?? '')
        cellState = REFUSED
      } else if (cellState === READ && (read.values[code] as number) < 0) {
        add('negative', 'error', cells.rows[at] ?? null, title.get(place) ?? null, textsOf(place)[code] ?? '')
        cellState = REFUSED
      }
      if (refused) cellState = REFUSED
      if (cellState === READ) value[count] = read.values[code] as number
      state[count] = cellState
      if (headerMax !== null) max[count] = headerMax
      if (maxima !== null && maxColumn !== null && maxPlace !== undefined && role !== 'sub-index') {
        const maxCode = maxColumn.codes[at] as number
        const maxState = maxima.states[maxCode] as number
        const rowMax = maxima.values[maxCode] as number
        if (maxState === READ && rowMax >= 0) max[count] = rowMax
        else if (maxState !== MISSING) {
          const text = maxColumn.texts[maxCode] ?? ''
          if (maxState === READ) add('negative', 'error', cells.rows[at] ?? null, title.get(maxPlace) ?? null, text)
          else nameBad(maxState === BAD ? 'bad-number' : 'ambiguous-number', at, maxPlace, text)
          // A score of nobody knows how many points: another maximum could make it look right.
          if (cellState === READ) {
            state[count] = REFUSED
            value[count] = Number.NaN
          }
        }
      }
      // A per cent of another maximum than 100 is not a number of points.
      if (state[count] === READ && max[count] !== 100 && (textsOf(place)[code] ?? '').endsWith('%')) {
        if (!Number.isNaN(max[count])) {
          nameBad('bad-number', at, place, textsOf(place)[code] ?? '')
          state[count] = REFUSED
          value[count] = Number.NaN
        }
      }
      count++
    }
  }
  const decimalMark = fileMark ?? numbers.find(({ mark }) => mark !== null)?.mark ?? '.'
  return { count, row, column: columnPlace, result, subIndex, value, state, decimals, max, decimalMark }
}

/**
 * The same cell twice: with equal scores it counts once, with different ones
 * neither counts; a blank says nothing beside a score. Changes the states
 * accordingly; returns by score whether another one stands for it.
 */
export function settleRepeated(
  cells: Cells,
  layout: Layout,
  resolved: ResolvedRows,
  scores: Scores,
  standings: { readonly same: (rowA: number, rowB: number) => boolean; readonly none: (row: number) => boolean },
  add: AddProblem,
): Uint8Array {
  const repeated = new Uint8Array(scores.count)
  const width = resolved.subIndices.length
  const size = resolved.results.length * width
  const dense = size <= scores.count * 8 + 1_000_000 ? new Int32Array(size) : null
  const sparse = new Map<number, number>()
  const named = new Set<number>()
  const title = new Map(layout.columns.map((column) => [column.place, column.title]))
  const nameConflict = (which: number, other: number) => {
    if (named.has(which)) return
    named.add(which)
    const column = cells.columns[scores.column[which] as number]
    const at = scores.row[which] as number
    add(
      'conflicting-rows',
      'error',
      cells.rows[at] ?? null,
      title.get(scores.column[which] as number) ?? null,
      column?.texts[column.codes[at] ?? 0] ?? null,
      String(cells.rows[scores.row[other] as number] ?? ''),
    )
  }
  const duplicates = new Set<number>()
  const settle = (which: number) => {
    const cell = (scores.result[which] as number) * width + (scores.subIndex[which] as number)
    const first = (dense === null ? sparse.get(cell) : dense[cell]) ?? 0
    if (first === 0) {
      if (dense === null) sparse.set(cell, which + 1)
      else dense[cell] = which + 1
      return
    }
    const other = first - 1
    repeated[which] = 1
    const at = scores.row[which] as number
    const otherAt = scores.row[other] as number
    const isTotal = scores.subIndex[which] === TOTAL
    const same =
      Object.is(scores.value[which], scores.value[other]) &&
      Object.is(scores.max[which], scores.max[other]) &&
      scores.state[which] === scores.state[other] &&
      (!isTotal || standings.same(at, otherAt)) &&
      !named.has(other)
    const silent =
      scores.state[which] === MISSING &&
      scores.state[other] !== MISSING &&
      (!isTotal || standings.none(at) || standings.same(at, otherAt))
    if (same || silent) {
      if (!duplicates.has(at))
        add('duplicate-row', 'warning', cells.rows[at] ?? null, null, null, String(cells.rows[otherAt] ?? ''))
      duplicates.add(at)
      scores.state[which] = REPEATED
      scores.decimals[other] = Math.max(scores.decimals[other] as number, scores.decimals[which] as number)
    } else {
      nameConflict(other, which)
      nameConflict(which, other)
      for (const refused of [which, other]) {
        scores.state[refused] = REFUSED
        scores.value[refused] = Number.NaN
        scores.max[refused] = Number.NaN
      }
    }
  }
  // Blanks last: whichever comes first in the file, the score stands.
  const blanks: number[] = []
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] === MISSING) blanks.push(which)
    else settle(which)
  }
  for (const which of blanks) settle(which)
  return repeated
}
