import { commonEn } from '@/i18n/messages/common-en'
import { dataEn } from '@/i18n/messages/data-en'
import { problemEn } from '@/i18n/messages/problem-en'
import { rankingEn } from '@/i18n/messages/ranking-en'
import { shellEn } from '@/i18n/messages/shell-en'
import { unitEn } from '@/i18n/messages/unit-en'

export const en = { ...commonEn, ...shellEn, ...rankingEn, ...unitEn, ...dataEn, ...problemEn } as const
