import type { HistoryInput, HistoryLine } from '@/charts/history-chart'
import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import { chartName } from '@/features/compare/chart-name'
import type { Format } from '@/i18n/format'

/** Units of a block over its periods (oldest first), each with its direct predecessors of the block. */
export function historyInput(
  measure: HistoryInput['measure'],
  units: readonly BlockHistoryRow[],
  rows: readonly BlockHistoryRow[],
  periods: readonly EditionHistoryRow[],
  format: Pick<Format, 'name' | 'shortName'>,
): HistoryInput {
  const line = (row: BlockHistoryRow, predecessor: boolean): HistoryLine => {
    const standings = new Map(row.standings.map((standing) => [standing.period, standing]))
    return {
      name: chartName(row, format),
      predecessor,
      points: periods.map(({ period, rankedCount }) => {
        const standing = standings.get(period)
        return {
          share: standing?.share ?? null,
          rank: standing?.rank ?? null,
          rankOf: rankedCount,
          broken: false,
        }
      }),
    }
  }
  const chosen = new Set(units.map(({ unitId }) => unitId))
  const before = new Set(units.flatMap(({ predecessors }) => predecessors.map(({ unitId }) => unitId)))
  return {
    measure,
    periods: periods.map(({ period, median }, index) => ({
      period,
      median,
      newCriteria: hasNewCriteria(periods, index),
    })),
    lines: [
      ...units.map((row) => line(row, false)),
      ...rows.filter(({ unitId }) => before.has(unitId) && !chosen.has(unitId)).map((row) => line(row, true)),
    ],
  }
}

/** Totals of other criteria than in the period before are of different things, also where a core of both compares. */
export const hasNewCriteria = (periods: readonly Pick<EditionHistoryRow, 'versionId'>[], index: number): boolean =>
  index > 0 && periods[index]?.versionId !== periods[index - 1]?.versionId

/** The criteria are known to differ too much from those of the period before. */
export const doesNotCompare = ({
  changeBasis,
  coreCoverage,
}: Pick<EditionHistoryRow, 'changeBasis' | 'coreCoverage'>): boolean => changeBasis === null && coreCoverage !== null
