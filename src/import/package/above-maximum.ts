import type { AddProblem } from '@/import/findings'
import { READ } from '@/import/meaning/numbers'
import { REFUSED } from '@/import/meaning/read-scores'
import type { Scores } from '@/import/meaning/read-scores'
import { addAt, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Definition } from '@/import/package/define'
import { textAt } from '@/import/package/standings'
import type { Cells } from '@/import/table/cells'

/** By result: how far maxima of the unit's own move that of its total from the definition's. */
function ownDifferences(
  resolved: ResolvedRows,
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
): Float64Array {
  const differences = new Float64Array(resolved.results.length)
  for (let which = 0; which < scores.count; which++) {
    const max = scores.max[which] as number
    const sub = scores.subIndex[which] as number
    if (sub === TOTAL || repeated[which] === 1 || Number.isNaN(max)) continue
    const result = scores.result[which] as number
    const row = definitions[resolved.results[result]?.edition as number]?.ofSubIndex.get(sub)
    // A weight is what a full score adds to the total, whatever the maximum.
    if (row === undefined || row.parent_id !== null || row.weight !== null) continue
    if (row.max_score !== null && row.max_score !== 0) {
      differences[result] = (differences[result] as number) + max - row.max_score
    }
  }
  return differences
}

/** Scores above the maximum that applied to the unit are refused. */
export function refuseAboveMaximum(
  cells: Cells,
  resolved: ResolvedRows,
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
  totals: readonly (number | null)[],
  add: AddProblem,
): void {
  const width = resolved.subIndices.length
  const defined = definitions.map(({ ofSubIndex }, edition) => {
    const maxima = new Float64Array(width).fill(Number.NaN)
    maxima[TOTAL] = totals[edition] ?? Number.NaN
    for (const [sub, { max_score }] of ofSubIndex) maxima[sub] = max_score ?? Number.NaN
    return maxima
  })
  const differences = ownDifferences(resolved, scores, repeated, definitions)
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] !== READ) continue
    const given = scores.max[which] as number
    const result = scores.result[which] as number
    const sub = scores.subIndex[which] as number
    const ofEdition = defined[resolved.results[result]?.edition as number]?.[sub] ?? Number.NaN
    const applied = sub === TOTAL ? Math.round((ofEdition + (differences[result] as number)) * 1e6) / 1e6 : ofEdition
    const max = Number.isNaN(given) ? applied : given
    // Sums of decimals are off by less than this.
    if (!((scores.value[which] as number) > max + 1e-9)) continue
    const row = scores.row[which] as number
    const place = scores.column[which] as number
    addAt(
      cells,
      add,
      'above-max',
      'error',
      { row, place },
      textAt(cells.columns[place]?.cells ?? null, row),
      String(max),
    )
    scores.state[which] = REFUSED
  }
}
