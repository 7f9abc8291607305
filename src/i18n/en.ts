import { auditEn } from '@/i18n/messages/audit-en'
import { chartEn } from '@/i18n/messages/chart-en'
import { commonEn } from '@/i18n/messages/common-en'
import { compareEn } from '@/i18n/messages/compare-en'
import { dataEn } from '@/i18n/messages/data-en'
import { importEn } from '@/i18n/messages/import-en'
import { noticeEn } from '@/i18n/messages/notice-en'
import { ownEn } from '@/i18n/messages/own-en'
import { problemEn } from '@/i18n/messages/problem-en'
import { rankingEn } from '@/i18n/messages/ranking-en'
import { shellEn } from '@/i18n/messages/shell-en'
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
} as const
