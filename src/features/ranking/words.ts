import type { RankedUnit } from '@/db/questions/first-view'
import type { I18n } from '@/i18n/use-i18n'

export const placesText = (placesGained: number | null, { format }: Pick<I18n, 'format'>): string =>
  placesGained === null ? '' : format.number(Math.abs(placesGained))

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
