import { commonVi } from '@/i18n/messages/common-vi'
import { rankingVi } from '@/i18n/messages/ranking-vi'
import { shellVi } from '@/i18n/messages/shell-vi'

/** The texts of the first view, which travel with the page; the rest is in `vi-screens.ts`. */
export const viFirst = { ...commonVi, ...shellVi, ...rankingVi } as const
