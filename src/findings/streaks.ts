import type { BlockHistoryRow } from '@/db/questions/change'

export interface Streak {
  readonly unit: BlockHistoryRow
  /** Periods in a row, the last one included. */
  readonly periods: number
}

export interface Streaks {
  /** The last period that has a rank; null: none has. */
  readonly period: string | null
  /** First in that period, longest first. */
  readonly leaders: readonly Streak[]
  /** Last in that period; empty where only a part of the block is known. */
  readonly trailers: readonly Streak[]
  /** In the first and the last quarter of the ranked units for two periods or more, longest first. */
  readonly top: readonly Streak[]
  readonly bottom: readonly Streak[]
}

const LEAST_PERIODS = 2

/**
 * Who leads and who trails several periods running. `periods` of the block, oldest first; a period without any rank
 * ends no run, a unit without a rank in a ranked period does. In the first quarter is who has three quarters of the
 * ranked units below, in the last who has them above: units that share a rank may make a quarter empty, never larger.
 */
export function streaks(
  rows: readonly BlockHistoryRow[],
  periods: readonly string[],
  partial: boolean,
  /** Fewer ranked units have no quarters. */
  leastUnits: number,
): Streaks {
  const ranksOf = new Map(
    rows.map((row) => [row.unitId, new Map(row.standings.map(({ period, rank }) => [period, rank]))]),
  )
  const ranked = periods.flatMap((period) => {
    const ranks = rows.flatMap(({ unitId }) => ranksOf.get(unitId)?.get(period) ?? [])
    return ranks.length === 0 ? [] : [{ period, ranks, last: Math.max(...ranks) }]
  })
  const run = (row: BlockHistoryRow, holds: (rank: number, of: (typeof ranked)[number]) => boolean): Streak => {
    const broken = ranked.findLastIndex((of) => {
      const rank = ranksOf.get(row.unitId)?.get(of.period) ?? null
      return rank === null || !holds(rank, of)
    })
    return { unit: row, periods: ranked.length - 1 - broken }
  }
  const inQuarter = (ranks: readonly number[], isBeyond: (other: number) => boolean) =>
    ranks.length >= leastUnits && ranks.filter(isBeyond).length >= ranks.length * 0.75
  const longest = (least: number, holds: Parameters<typeof run>[1]) =>
    rows
      .map((row) => run(row, holds))
      .filter(({ periods }) => periods >= least)
      .toSorted((a, b) => b.periods - a.periods)
  return {
    period: ranked.at(-1)?.period ?? null,
    leaders: longest(1, (rank) => rank === 1),
    trailers: partial ? [] : longest(1, (rank, { last }) => rank === last && last > 1),
    top: partial ? [] : longest(LEAST_PERIODS, (rank, { ranks }) => inQuarter(ranks, (other) => other > rank)),
    bottom: partial ? [] : longest(LEAST_PERIODS, (rank, { ranks }) => inQuarter(ranks, (other) => other < rank)),
  }
}
