import type { RankedUnit } from '@/db/questions'
import { direction } from '@/features/ranking/headline'
import type { I18n } from '@/i18n/use-i18n'

/** Places gained or lost, as a screen reader should say it. */
export function placesWords(placesGained: number | null, { t }: Pick<I18n, 't'>): string {
  if (placesGained === null) return t('common.noPrevious')
  if (placesGained === 0) return t('common.placesSame')
  return placesGained > 0
    ? t('common.placesUp', { n: placesGained })
    : t('common.placesDown', { n: Math.abs(placesGained) })
}

export const placesText = (placesGained: number | null, { format }: Pick<I18n, 'format'>): string =>
  placesGained === null ? '' : format.number(Math.abs(placesGained))

export function changeWords(difference: number | null, { t, format }: Pick<I18n, 't' | 'format'>): string {
  const change = direction(difference, format)
  if (change === null) return t('common.noPrevious')
  if (change.sign === 0) return t('ranking.change.same')
  return t(change.sign > 0 ? 'ranking.change.up' : 'ranking.change.down', { n: change.size })
}

export function trendWords(trend: RankedUnit['trend'], { t, format }: Pick<I18n, 't' | 'format'>): string {
  const points = trend.flatMap(({ period, share }) =>
    share === null ? [] : [t('ranking.trend.point', { period: format.period(period), share: format.share(share) })],
  )
  return t('ranking.trend.label', { points: points.join('; ') })
}

/** Why a unit stands after the ranked ones. */
export function whyUnranked(row: RankedUnit, { t }: Pick<I18n, 't'>): string {
  if (row.missingReason !== null) return t(`missing.${row.missingReason}`)
  if (row.bandId !== null) return t('ranking.unranked.classified')
  return t(row.points === null ? 'ranking.unranked.none' : 'ranking.unranked.scored')
}

/** All that the tile of a unit stands for, in words. */
export function tileWords(
  row: RankedUnit,
  band: { readonly nameVi: string; readonly nameEn: string } | undefined,
  also: readonly { readonly nameVi: string; readonly nameEn: string }[],
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const facts = [
    row.rank === null ? t('ranking.map.unranked') : t('ranking.rank', { rank: row.rank }),
    row.share === null ? null : format.share(row.share),
    band === undefined ? null : format.name(band),
    also.length === 0 ? null : t('ranking.map.also', { names: also.map(format.name).join(', ') }),
  ].filter((fact) => fact !== null)
  return t('ranking.map.tile', { unit: format.name(row), facts: facts.join(', ') })
}

/** A maximum is mostly whole; decimals only where it has them. */
export const formatMaximum = (max: number, format: I18n['format']): string =>
  format.number(max, Number.isInteger(max) ? 0 : 2)
