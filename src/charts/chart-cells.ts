import type { ChartCell } from '@/charts/chart-spec'
import { NO_VALUE } from '@/i18n/format'
import type { Format } from '@/i18n/format'

/** Of a share (0–1) in per cent, as it is on the page; a file has more digits, but none of the noise of binary fractions. */
const perCent = (share: number): number => Number((share * 100).toFixed(6)) + 0

/** A share (0–1): per cent on the page and in the file. */
export const shareCell = (share: number | null, format: Pick<Format, 'share'>): ChartCell =>
  share === null ? { text: NO_VALUE, value: null } : { text: format.share(share), value: perCent(share) }

/** A difference of shares (0–1): percentage points on the page and in the file. */
export const shareChangeCell = (change: number | null, format: Pick<Format, 'shareChange'>): ChartCell =>
  change === null ? { text: NO_VALUE, value: null } : { text: format.shareChange(change), value: perCent(change) }
