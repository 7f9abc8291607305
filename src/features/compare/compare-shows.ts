import type { MessageKey } from '@/i18n/translate'
import type { Show } from '@/view/view-state'

/** Parts of the screen, the first one shown unless the link asks for another. */
export const COMPARE_SHOWS = ['slope', 'bump', 'change', 'units', 'block'] as const satisfies readonly Show[]
export type CompareShow = (typeof COMPARE_SHOWS)[number]

export const SHOW_NAMES = {
  slope: 'compare.show.slope',
  bump: 'compare.show.bump',
  change: 'compare.show.change',
  units: 'compare.show.units',
  block: 'compare.show.block',
} as const satisfies Readonly<Record<CompareShow, MessageKey>>

/** Those that are about two periods. */
export const PAIR_SHOWS: ReadonlySet<CompareShow> = new Set(['slope', 'change'])

export const compareShow = (show: Show | null): CompareShow =>
  COMPARE_SHOWS.find((known) => known === show) ?? COMPARE_SHOWS[0]
