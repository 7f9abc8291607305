import type { HistoryInput, HistoryLine } from '@/charts/history-chart'
import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import { chartName } from '@/features/compare/chart-name'
import { hasNewCriteria } from '@/findings/has-new-criteria'
import type { Format } from '@/i18n/format'

/**
 * Units of a block over its periods (oldest first), each with its direct predecessors of the block. One that gave a part
 * away and went on is a predecessor only until then; what it does after is its own.
 */
export function historyInput(
  measure: HistoryInput['measure'],
  units: readonly BlockHistoryRow[],
  rows: readonly BlockHistoryRow[],
  periods: readonly EditionHistoryRow[],
  /** Only a part of the block is known: it has no median, and nobody knows of how many a rank is. */
  partial: boolean,
  format: Pick<Format, 'name' | 'shortName'>,
): HistoryInput {
  const line = (row: BlockHistoryRow, predecessor: boolean, isShown: (period: string) => boolean): HistoryLine => {
    const standings = new Map(row.standings.map((standing) => [standing.period, standing]))
    return {
      name: chartName(row, format),
      predecessor,
      points: periods.map(({ period, rankedCount }) => {
        const standing = isShown(period) ? standings.get(period) : undefined
        return {
          share: standing?.share ?? null,
          rank: standing?.rank ?? null,
          rankOf: partial ? null : rankedCount,
          broken: false,
        }
      }),
    }
  }
  const chosen = new Set(units.map(({ unitId }) => unitId))
  const ends = new Map(periods.map(({ period, periodEnd }) => [period, periodEnd]))
  /** Periods in which the unit was a predecessor of a chosen one. */
  const before = (unitId: string) => (period: string) =>
    units.some(({ predecessors, standings }) =>
      predecessors.some((kin) => {
        if (kin.unitId !== unitId) return false
        if (kin.kind === 'merge' || kin.kind === 'rename') return true
        const end = ends.get(period) ?? ''
        const first = ends.get(standings[0]?.period ?? '')
        return end <= kin.onDate || first === undefined || end < first
      }),
    )
  return {
    measure,
    periods: periods.map(({ period, median }, index) => ({
      period,
      median: partial ? null : median,
      newCriteria: hasNewCriteria(periods, index),
    })),
    lines: [
      ...units.map((row) => line(row, false, () => true)),
      ...rows
        .filter(
          ({ unitId, standings }) => !chosen.has(unitId) && standings.some(({ period }) => before(unitId)(period)),
        )
        .map((row) => line(row, true, before(row.unitId))),
    ],
  }
}
