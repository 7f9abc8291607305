import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** A change of a share as it is written: one that rounds to zero is none. */
export function direction(
  difference: number | null,
  format: I18n['format'],
  decimals = 2,
): { readonly sign: -1 | 0 | 1; readonly size: string } | null {
  if (difference === null) return null
  const size = format.shareSize(difference, decimals)
  return { sign: /[1-9]/.test(size) ? (difference > 0 ? 1 : -1) : 0, size }
}

/** A change of a share as a screen reader should say it, with as many decimals as are seen. */
export function changeWords(difference: number | null, { t, format }: Words, decimals = 2): string {
  const change = direction(difference, format, decimals)
  if (change === null) return t('common.noPrevious')
  if (change.sign === 0) return t('common.share.same')
  return t(change.sign > 0 ? 'common.share.up' : 'common.share.down', { n: change.size })
}

/** Places gained or lost, as a screen reader should say it. */
export function placesWords(placesGained: number | null, { t }: Pick<I18n, 't'>): string {
  if (placesGained === null) return t('common.noPrevious')
  if (placesGained === 0) return t('common.placesSame')
  return placesGained > 0
    ? t('common.placesUp', { n: placesGained })
    : t('common.placesDown', { n: Math.abs(placesGained) })
}

/** A maximum is mostly whole; decimals only where it has them. */
export const formatMaximum = (max: number, format: I18n['format']): string =>
  format.number(max, Number.isInteger(max) ? 0 : 2)
