/** How many units were ranked in each of two periods. */
export interface RankedCounts {
  readonly before: number
  readonly now: number
}

export type RankMove = 'up' | 'down' | 'same' | 'unclear'

/**
 * Which way a unit moved. 19th of 22 and then 16th of 16, the last, is no climb: where the numbers of ranked units
 * differ, a unit went up or down only where its rank and its rank ÷ ranked units did so both; else it is unclear.
 * `counts` null: how many were ranked is not known, and the ranks alone are told.
 */
export function rankMove(before: number, now: number, counts: RankedCounts | null): RankMove {
  if (before === now) return 'same'
  const way = now < before ? 'up' : 'down'
  if (counts === null || counts.before === counts.now) return way
  const relative = now * counts.before - before * counts.now
  return (way === 'up' ? relative < 0 : relative > 0) ? way : 'unclear'
}
