import type { ChangeSplit, Comparability, RankChange } from '@/db/questions/change'
import { biggestPart, changeInput } from '@/findings/change-input'
import { changeSentence } from '@/findings/change-sentence'
import type { Pair } from '@/findings/change-sentence'
import { comparisonMode } from '@/findings/comparison-mode'
import { moveOf } from '@/findings/pair-counts'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

export interface Mover {
  readonly unitId: string
  /** Its places with its own and the others' effect, then the sub-index that did most of it; whole sentences. */
  readonly text: string
}

/** Those that climbed and those that fell by most places, at most `most` of each, with why. */
export function movers(
  rows: readonly RankChange[],
  splits: readonly ChangeSplit[],
  comparability: Comparability,
  pair: Pair,
  lowerIsBetter: boolean,
  most: number,
  { t, format }: Words,
): Readonly<Record<'up' | 'down', readonly Mover[]>> {
  const splitOf = new Map(splits.map((split) => [split.unitId, split]))
  const partOf = (unitId: string): string | null => {
    const split = splitOf.get(unitId)
    // What is no part of one and the same total explains nothing.
    if (split === undefined || comparisonMode(comparability) !== 'shares') return null
    const input = changeInput(split, { ...comparability, ...pair, lowerIsBetter }, { t, format })
    return input === null ? null : biggestPart(input, { t, format })
  }
  const furthest = (way: 'up' | 'down') =>
    rows
      .filter((row) => moveOf(row, pair.counts) === way)
      .toSorted((a, b) => Math.abs(b.placesGained ?? 0) - Math.abs(a.placesGained ?? 0))
      .slice(0, most)
      .map((row) => ({
        unitId: row.unitId,
        text: [changeSentence(row, comparability, pair, { t, format }), partOf(row.unitId)]
          .flatMap((text) => (text === null ? [] : [t('report.sentence', { text })]))
          .join(' '),
      }))
  return { up: furthest('up'), down: furthest('down') }
}
