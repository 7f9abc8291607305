import type { BlockHistoryRow } from '@/db/questions/change'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/** Who of the chosen units stands best in a period, and how far the next is, without a full stop. */
export function unitsHeadline(
  units: readonly BlockHistoryRow[],
  period: string,
  index: string,
  lowerIsBetter: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const at = format.period(period)
  const now = units.flatMap((unit) => {
    const standing = unit.standings.find((standing) => standing.period === period)
    return standing === undefined ? [] : [{ unit, rank: standing.rank, share: standing.share }]
  })
  const ranked = now.flatMap(({ unit, rank, share }) => (rank === null ? [] : [{ unit, rank, share }]))
  const [best, second] = ranked.toSorted((a, b) => a.rank - b.rank)
  if (best === undefined) return t('compare.units.head.none', { n: units.length, index, period: at })
  const unit = format.name(best.unit)
  const slots = { unit, n: ranked.length, period: at, rank: best.rank }
  if (second === undefined) {
    return best.share === null
      ? t('compare.units.head.one.rank', slots)
      : t('compare.units.head.one', { ...slots, share: format.share(best.share) })
  }
  const first = t(second.rank === best.rank ? 'compare.units.head.tied' : 'compare.units.head.rank', slots)
  if (best.share === null || second.share === null || second.rank === best.rank) return first
  // A published rank need not follow the shares: then there is nothing to be ahead by.
  const ahead = direction((best.share - second.share) * (lowerIsBetter ? -1 : 1), format)
  if (ahead === null || ahead.sign <= 0) return first
  const gap = t('compare.units.head.gap', { unit: format.name(second.unit), n: ahead.size })
  return t('compare.change.join', { a: first, b: gap })
}
