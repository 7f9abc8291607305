import type { Show } from '@/view/view-state'

export const PARTS = ['matrix', 'by-unit', 'by-field', 'by-owner'] as const satisfies readonly Show[]
export type Part = (typeof PARTS)[number]

/** The part of this screen that a link asks for; a part of another screen is the matrix. */
export const shownPart = (show: Show | null): Part => PARTS.find((part) => part === show) ?? 'matrix'
