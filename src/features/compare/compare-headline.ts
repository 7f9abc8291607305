import type { Comparability, RankChange } from '@/db/questions/change'
import { comparisonMode } from '@/features/compare/comparison-mode'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/** What two periods of a block show, in one sentence without a full stop. `before` and `now` as they are written. */
export function compareHeadline(
  comparability: Comparability,
  rows: readonly RankChange[],
  { before, now }: { readonly before: string; readonly now: string },
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const mode = comparisonMode(comparability)
  if (mode === 'other-criteria') return t('compare.head.notComparable', { before, now })
  const both = rows.filter((row) => row.placesGained !== null || row.shareChange !== null)
  const [only] = both
  if (only === undefined || mode === 'no-units') return t('compare.head.noUnits', { before, now })
  if (both.length === 1) {
    const unit = format.name(only)
    return only.rankBefore === null || only.rankNow === null
      ? t('compare.head.oneUnit', { unit })
      : t('compare.head.oneUnit.moved', { unit, from: only.rankBefore, to: only.rankNow })
  }
  const placed = rows.filter(({ placesGained }) => placesGained !== null)
  const rise = placed.length < 2 ? null : riseOf(placed, { t, format })
  const first =
    mode === 'shares'
      ? roseOf(comparability, rows, before, { t, format })
      : rise?.climbed === 0
        ? t('compare.head.ranksOnly', { n: placed.length, before, now })
        : t('compare.head.ranksOnly.climbed', { climbed: rise?.climbed ?? 0, n: placed.length, before, now })
  return rise === null ? first : t('compare.head.join', { a: first, b: rise.text })
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

function riseOf(
  placed: readonly RankChange[],
  { t, format }: Words,
): { readonly climbed: number; readonly text: string } {
  const climbed = placed.filter(({ placesGained }) => (placesGained ?? 0) > 0)
  const most = climbed.reduce((a, { placesGained }) => Math.max(a, placesGained ?? 0), 0)
  const first = climbed.filter(({ placesGained }) => placesGained === most)
  const [unit] = first
  if (unit?.rankBefore == null || unit.rankNow === null) {
    return { climbed: 0, text: t('compare.head.nobodyRose') }
  }
  const text =
    first.length === 1
      ? t('compare.head.rise', { unit: format.name(unit), from: unit.rankBefore, to: unit.rankNow })
      : t('compare.head.rise.several', { n: first.length, places: most })
  return { climbed: climbed.length, text }
}
