import type { EditionHistoryRow } from '@/db/questions/change'

/** Totals of other criteria than in the period before are of different things, also where a core of both compares. */
export const hasNewCriteria = (periods: readonly Pick<EditionHistoryRow, 'versionId'>[], index: number): boolean =>
  index > 0 && periods[index]?.versionId !== periods[index - 1]?.versionId
