import { auditEn } from '@/i18n/messages/audit-en'
import { chartEn } from '@/i18n/messages/chart-en'
import { commonEn } from '@/i18n/messages/common-en'
import { compareEn } from '@/i18n/messages/compare-en'
import { dataEn } from '@/i18n/messages/data-en'
import { embedEn } from '@/i18n/messages/embed-en'
import { exportEn } from '@/i18n/messages/export-en'
import { importEn } from '@/i18n/messages/import-en'
import { noticeEn } from '@/i18n/messages/notice-en'
import { offlineEn } from '@/i18n/messages/offline-en'
import { ownEn } from '@/i18n/messages/own-en'
import { problemEn } from '@/i18n/messages/problem-en'
import { rankingEn } from '@/i18n/messages/ranking-en'
import { reportEn } from '@/i18n/messages/report-en'
import { shellEn } from '@/i18n/messages/shell-en'
import { shareEn } from '@/i18n/messages/share-en'
import { unitEn } from '@/i18n/messages/unit-en'
import { weakEn } from '@/i18n/messages/weak-en'

export const en = {
  ...commonEn,
  ...shellEn,
  ...rankingEn,
  ...unitEn,
  ...compareEn,
  ...weakEn,
  ...chartEn,
  ...dataEn,
  ...importEn,
  ...ownEn,
  ...problemEn,
  ...auditEn,
  ...noticeEn,
  ...embedEn,
  ...reportEn,
  ...offlineEn,
  ...shareEn,
  ...exportEn,
} as const
