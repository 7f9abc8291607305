import type { Comparability, RankChange } from '@/db/questions/change'
import type { Pair } from '@/findings/change-sentence'
import { comparisonMode } from '@/findings/comparison-mode'
import { haveOtherCounts, moveOf, writtenRanks } from '@/findings/pair-counts'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/** What two periods of a block show, in one sentence without a full stop. */
export function compareHeadline(
  comparability: Comparability,
  rows: readonly RankChange[],
  pair: Pair,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const { before, now, counts } = pair
  const mode = comparisonMode(comparability)
  if (mode === 'other-criteria') return t('compare.head.notComparable', { before, now })
  const both = rows.filter((row) => row.placesGained !== null || row.shareChange !== null)
  const [only] = both
  if (only === undefined || mode === 'no-units') return t('compare.head.noUnits', { before, now })
  if (both.length === 1) {
    const unit = format.name(only)
    return only.rankBefore === null || only.rankNow === null
      ? t('compare.head.oneUnit', { unit })
      : t('compare.head.oneUnit.moved', { unit, ...writtenRanks(only, counts, format) })
  }
  const placed = rows.filter(({ placesGained }) => placesGained !== null)
  const climbed = placed.filter((row) => moveOf(row, counts) === 'up')
  const n = placed.length
  const first =
    mode === 'shares'
      ? roseOf(comparability, rows, before, { t, format })
      : climbed.length === 0
        ? t('compare.head.ranksOnly', { n, before, now })
        : t('compare.head.ranksOnly.climbed', { climbed: climbed.length, n, before, now })
  const rise = n < 2 ? null : riseOf(climbed, pair, { t, format })
  return rise === null ? first : t('compare.head.join', { a: first, b: rise })
}

type Words = Pick<I18n, 't' | 'format'>

function roseOf({ changeBasis }: Comparability, rows: readonly RankChange[], before: string, words: Words): string {
  const { t, format } = words
  const signs = rows.flatMap(({ shareChange }) => direction(shareChange, format)?.sign ?? [])
  const rose = signs.filter((sign) => sign > 0).length
  const n = signs.length
  const slots = { n, before, core: changeBasis === 'core' ? t('compare.head.core') : '' }
  if (rose === 0) return t('compare.head.roseNone', slots)
  return rose === n && n > 1 ? t('compare.head.roseAll', slots) : t('compare.head.rose', { rose, ...slots })
}

/** Who climbed most; null: it cannot be told, since other numbers of units were ranked and no climb is sure. */
function riseOf(climbed: readonly RankChange[], { counts }: Pair, { t, format }: Words): string | null {
  const { first, second, n, places } = furthest(climbed)
  if (first === undefined) return haveOtherCounts(counts) ? null : t('compare.head.nobodyRose')
  if (second === undefined) {
    return t('compare.head.rise', { unit: format.name(first), ...writtenRanks(first, counts, format) })
  }
  return n === 2
    ? t('compare.head.rise.two', { a: format.name(first), b: format.name(second), places })
    : t('compare.head.rise.several', { n, places })
}

/** Who fell most, as a sentence with its full stop; null where nothing is to be told of ranks. */
export function fallSentence(
  comparability: Comparability,
  rows: readonly RankChange[],
  { counts }: Pair,
  { t, format }: Words,
): string | null {
  const mode = comparisonMode(comparability)
  const placed = rows.filter(({ placesGained }) => placesGained !== null)
  if (mode === 'other-criteria' || mode === 'no-units' || placed.length < 2) return null
  const { first, second, n, places } = furthest(placed.filter((row) => moveOf(row, counts) === 'down'))
  if (first === undefined) return haveOtherCounts(counts) ? null : t('compare.head.nobodyFell')
  if (second === undefined) {
    return t('compare.head.fall', { unit: format.name(first), ...writtenRanks(first, counts, format) })
  }
  return n === 2
    ? t('compare.head.fall.two', { a: format.name(first), b: format.name(second), places })
    : t('compare.head.fall.several', { n, places })
}

/** Of units that moved one way, those that moved the most places. */
function furthest(moved: readonly RankChange[]) {
  const size = ({ placesGained }: RankChange) => Math.abs(placesGained ?? 0)
  const places = moved.reduce((a, row) => Math.max(a, size(row)), 0)
  const most = moved.filter((row) => size(row) === places)
  return { first: most[0], second: most[1], n: most.length, places }
}
