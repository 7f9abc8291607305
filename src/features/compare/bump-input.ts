import type { BumpInput } from '@/charts/bump-chart'
import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import { hasNewCriteria } from '@/findings/has-new-criteria'
import type { Format } from '@/i18n/format'

/** The ranks of every unit that was ever ranked in the block; periods oldest first. */
export function bumpInput(
  rows: readonly BlockHistoryRow[],
  periods: readonly EditionHistoryRow[],
  focus: string | null,
  /** Only a part of the block is known: nobody knows how many were ranked. */
  partial: boolean,
  format: Pick<Format, 'name' | 'shortName' | 'period'>,
): BumpInput {
  return {
    periods: periods.map(({ period }) => format.period(period)),
    cuts: periods.slice(1).map((_, index) => hasNewCriteria(periods, index + 1)),
    rankedCounts: periods.map(({ rankedCount }) => (partial ? null : rankedCount)),
    focus,
    units: rows.map((row) => {
      const ranks = new Map(row.standings.map(({ period, rank }) => [period, rank]))
      return {
        unitId: row.unitId,
        name: format.name(row),
        short: format.shortName(row),
        values: periods.map(({ period }) => ranks.get(period) ?? null),
      }
    }),
    kin: rows.flatMap(({ unitId, predecessors }) => predecessors.map((kin) => ({ from: kin.unitId, to: unitId }))),
  }
}
