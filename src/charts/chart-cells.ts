import type { ChartCell } from '@/charts/chart-spec'
import type { ExportedColumn } from '@/export/exported-table'
import { NO_VALUE } from '@/i18n/format'
import type { Format } from '@/i18n/format'

export const shareCell = (share: number | null, format: Pick<Format, 'share'>): ChartCell =>
  share === null ? { text: NO_VALUE, value: null } : { text: format.share(share), value: share }

/** Of a difference of shares. */
export const shareChangeCell = (change: number | null, format: Pick<Format, 'shareChange'>): ChartCell =>
  change === null ? { text: NO_VALUE, value: null } : { text: format.shareChange(change), value: change }

/** Columns of such cells, and of names and counts. */
export const shareColumn = (label: string): ExportedColumn => ({ label, kind: 'share', decimals: 2 })
export const shareChangeColumn = (label: string): ExportedColumn => ({ label, kind: 'change', decimals: 2 })
export const nameColumn = (label: string): ExportedColumn => ({ label, kind: 'text' })
export const countColumn = (label: string, signed = false): ExportedColumn => ({
  label,
  kind: 'number',
  decimals: 0,
  signed,
})
