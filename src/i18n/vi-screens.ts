import { dataVi } from '@/i18n/messages/data-vi'
import { problemVi } from '@/i18n/messages/problem-vi'
import { unitVi } from '@/i18n/messages/unit-vi'

/** The texts of the screens that are fetched when they are opened. */
export const viScreens = { ...unitVi, ...dataVi, ...problemVi } as const
