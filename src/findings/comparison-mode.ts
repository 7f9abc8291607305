import type { Comparability } from '@/db/questions/change'

/**
 * What of two periods of a block compares: shares (and ranks), ranks alone because shares are not known, nothing because
 * the criteria differ too much, or nothing because no unit is in both.
 */
export type ComparisonMode = 'shares' | 'ranks' | 'other-criteria' | 'no-units'

export function comparisonMode({
  changeBasis,
  coverageNow,
  coverageBefore,
  comparedCount,
  rankedBoth,
}: Comparability): ComparisonMode {
  if (differTooMuch(changeBasis, coverageNow, coverageBefore)) return 'other-criteria'
  if (changeBasis !== null && comparedCount > 0) return 'shares'
  return rankedBoth > 0 ? 'ranks' : 'no-units'
}

/** The criteria are known to have too little in common: how much of a maximum that is, is known, and no basis came of it. */
export const differTooMuch = (basis: Comparability['changeBasis'], ...coverages: readonly (number | null)[]): boolean =>
  basis === null && !coverages.includes(null)
