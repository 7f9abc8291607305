import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** A change as it is written: one that rounds to zero is none. */
export function direction(
  difference: number | null,
  format: I18n['format'],
  decimals = 2,
): { readonly sign: -1 | 0 | 1; readonly size: string } | null {
  if (difference === null) return null
  const size = format.shareSize(difference, decimals)
  return { sign: /[1-9]/.test(size) ? (difference > 0 ? 1 : -1) : 0, size }
}

/** A change of a share as a screen reader should say it. */
export function changeWords(difference: number | null, { t, format }: Words): string {
  const change = direction(difference, format)
  if (change === null) return t('common.noPrevious')
  if (change.sign === 0) return t('unit.change.same')
  return t(change.sign > 0 ? 'unit.change.up' : 'unit.change.down', { n: change.size })
}

export function placesWords(placesGained: number, { t }: Pick<I18n, 't'>): string {
  if (placesGained === 0) return t('common.placesSame')
  return placesGained > 0
    ? t('common.placesUp', { n: placesGained })
    : t('common.placesDown', { n: Math.abs(placesGained) })
}

/**
 * `15 / 18`; without the number of units where the package holds only some of the ranks that were given: a rank of 26
 * among 13 known ones is no contradiction.
 */
export function rankText(
  { rank, rankedCount }: { readonly rank: number | null; readonly rankedCount: number },
  partial: boolean,
  { t, format }: Words,
): string {
  if (rank === null) return t('unit.card.unranked')
  return isPartial(rank, rankedCount, partial) ? format.number(rank) : t('unit.field.rankOf', { rank, n: rankedCount })
}

export const isPartial = (rank: number, rankedCount: number, partial: boolean): boolean => partial || rank > rankedCount

/** A maximum is mostly whole; decimals only where it has them. */
export const formatMaximum = (max: number, format: I18n['format']): string =>
  format.number(max, Number.isInteger(max) ? 0 : 2)

/** When a unit existed: `đến 28/02/2025`; null where the package knows no date. */
export function datesText(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  { t, format }: Words,
): string | null {
  if (validFrom !== null && validTo !== null) {
    return t('unit.dates.both', { from: format.date(validFrom), to: format.date(validTo) })
  }
  if (validTo !== null) return t('unit.dates.to', { to: format.date(validTo) })
  return validFrom === null ? null : t('unit.dates.from', { from: format.date(validFrom) })
}
