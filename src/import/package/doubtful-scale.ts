import { answeredMaximum } from '@/import/meaning/column-maxima'
import { READ } from '@/import/meaning/numbers'
import type { Scores } from '@/import/meaning/read-scores'
import { TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Answers, Question } from '@/import/opening'
import type { Definition } from '@/import/package/define'
import { USUAL_SCALES } from '@/import/package/total-scale'
import type { Cells } from '@/import/table/cells'

/** Scores below which nothing is concluded from how large they are. */
const FEWEST = 3

interface Seen {
  readonly row: number
  count: number
  above: number
  largest: number
  hasDecimals: boolean
  max: number
}

/**
 * Columns whose scores do not look like points of the definitions' maximum,
 * where the file gives none itself: all at most 1 (shares of what is worth 10
 * points or more), or most above it. Nothing tells which scale they are on. Of
 * columns of shares the first is asked about: the answer is that of all.
 */
export function doubtfulScales(
  cells: Cells,
  resolved: ResolvedRows,
  scores: Scores,
  definitions: readonly Definition[],
  knownTotals: readonly (number | null)[],
  answers: Answers,
): readonly Question[] {
  if (cells.form === 'long') return []
  const maxima = definitions.map(({ ofSubIndex }, edition) => {
    const of = new Float64Array(resolved.subIndices.length).fill(Number.NaN)
    of[TOTAL] = knownTotals[edition] ?? Number.NaN
    for (const [sub, { max_score }] of ofSubIndex) of[sub] = max_score ?? Number.NaN
    return of
  })
  const seen = new Map<number, Seen>()
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] !== READ || !Number.isNaN(scores.max[which])) continue
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    const max = maxima[edition]?.[scores.subIndex[which] as number] ?? Number.NaN
    if (!(max > 0)) continue
    const place = scores.column[which] as number
    const value = scores.value[which] as number
    let found = seen.get(place)
    if (found === undefined) {
      found = { row: scores.row[which] as number, count: 0, above: 0, largest: 0, hasDecimals: false, max }
      seen.set(place, found)
    }
    found.count++
    if (value > max + 1e-9) found.above++
    found.largest = Math.max(found.largest, value)
    found.hasDecimals ||= !Number.isInteger(value)
    found.max = Math.max(found.max, max)
  }
  let asksShares = false
  const inOrder = [...seen].toSorted(([a], [b]) => a - b)
  return inOrder.flatMap(([place, { row, count, above, largest, hasDecimals, max }]): readonly Question[] => {
    const letter = cells.originOf(row, place).letter
    const areShares = largest <= 1 && hasDecimals && max >= 10
    if (count < FEWEST || !(areShares || above * 2 > count)) return []
    if (answeredMaximum(answers, letter) !== undefined || (areShares && asksShares)) return []
    asksShares ||= areShares
    const likely = USUAL_SCALES.filter((scale) => scale >= largest).slice(0, 2)
    const values = [...new Set([...likely, max])].map(String)
    return [
      {
        id: `max:${letter}`,
        kind: 'max',
        options: [...values, 'none'].map((value) => ({ value, label: null, sample: [] })),
        free: true,
        about: [String(largest)],
      },
    ]
  })
}
