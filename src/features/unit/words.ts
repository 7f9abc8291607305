import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

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
