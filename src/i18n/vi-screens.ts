import { chartVi } from '@/i18n/messages/chart-vi'
import { compareVi } from '@/i18n/messages/compare-vi'
import { dataVi } from '@/i18n/messages/data-vi'
import { noticeVi } from '@/i18n/messages/notice-vi'
import { problemVi } from '@/i18n/messages/problem-vi'
import { unitVi } from '@/i18n/messages/unit-vi'
import { weakVi } from '@/i18n/messages/weak-vi'

/** The texts of the screens that are fetched when they are opened. */
export const viScreens = {
  ...unitVi,
  ...compareVi,
  ...weakVi,
  ...chartVi,
  ...dataVi,
  ...problemVi,
  ...noticeVi,
} as const
