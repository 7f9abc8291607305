import { auditVi } from '@/i18n/messages/audit-vi'
import { chartVi } from '@/i18n/messages/chart-vi'
import { compareVi } from '@/i18n/messages/compare-vi'
import { dataVi } from '@/i18n/messages/data-vi'
import { embedVi } from '@/i18n/messages/embed-vi'
import { exportVi } from '@/i18n/messages/export-vi'
import { importVi } from '@/i18n/messages/import-vi'
import { noticeVi } from '@/i18n/messages/notice-vi'
import { offlineVi } from '@/i18n/messages/offline-vi'
import { ownVi } from '@/i18n/messages/own-vi'
import { problemVi } from '@/i18n/messages/problem-vi'
import { reportVi } from '@/i18n/messages/report-vi'
import { shareVi } from '@/i18n/messages/share-vi'
import { unitVi } from '@/i18n/messages/unit-vi'
import { weakVi } from '@/i18n/messages/weak-vi'

/** The texts of the screens that are fetched when they are opened. */
export const viScreens = {
  ...unitVi,
  ...compareVi,
  ...weakVi,
  ...chartVi,
  ...dataVi,
  ...importVi,
  ...ownVi,
  ...problemVi,
  ...auditVi,
  ...noticeVi,
  ...embedVi,
  ...reportVi,
  ...offlineVi,
  ...shareVi,
  ...exportVi,
} as const
