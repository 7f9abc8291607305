import { commonVi } from '@/i18n/messages/common-vi'
import { dataVi } from '@/i18n/messages/data-vi'
import { problemVi } from '@/i18n/messages/problem-vi'
import { rankingVi } from '@/i18n/messages/ranking-vi'
import { shellVi } from '@/i18n/messages/shell-vi'
import { unitVi } from '@/i18n/messages/unit-vi'

/** All texts; Vietnamese is the type of the rest. Keys begin with their screen; `{slot}`s are typed. */
export const vi = { ...commonVi, ...shellVi, ...rankingVi, ...unitVi, ...dataVi, ...problemVi } as const
