import type { AddProblem } from '@/import/findings'
import { isMissingState, MISSING } from '@/import/meaning/numbers'
import { REFUSED } from '@/import/meaning/read-scores'
import type { Scores } from '@/import/meaning/read-scores'
import { addAt, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Cells } from '@/import/table/cells'

/** Said before, with the same score: it counts once. */
const REPEATED = 6

/**
 * The same cell twice: with equal scores it counts once, with different ones
 * neither counts; a blank says nothing beside a score or a reason. Changes the states
 * accordingly; returns by score whether another one stands for it.
 */
export function settleRepeated(
  cells: Cells,
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
  const nameConflict = (which: number, other: number) => {
    if (named.has(which)) return
    named.add(which)
    const place = scores.column[which] as number
    const column = cells.columns[place]?.cells
    const row = scores.row[which] as number
    const text = column?.texts[column.codes[row] ?? 0] ?? null
    addAt(cells, add, 'conflicting-rows', 'error', { row, place }, text, String(rowOf(other)))
  }
  const rowOf = (which: number) => cells.originOf(scores.row[which] as number, scores.column[which] as number).row
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
      const pair = Math.min(at, otherAt) * cells.rowCount + Math.max(at, otherAt)
      if (!duplicates.has(pair)) add('duplicate-row', 'warning', rowOf(which), null, null, String(rowOf(other)))
      duplicates.add(pair)
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
  // Blanks last: whichever comes first in the file, the score stands, or the reason for none.
  const reasons: number[] = []
  const blanks: number[] = []
  for (let which = 0; which < scores.count; which++) {
    const state = scores.state[which] as number
    if (state === MISSING) blanks.push(which)
    else if (isMissingState(state)) reasons.push(which)
    else settle(which)
  }
  for (const which of [...reasons, ...blanks]) settle(which)
  return repeated
}
