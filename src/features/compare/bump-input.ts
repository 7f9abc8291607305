import type { BumpInput } from '@/charts/bump-chart'
import type { Joint } from '@/charts/place-lines'
import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import { doesNotCompare } from '@/features/compare/history-input'
import type { Format } from '@/i18n/format'

/** The ranks of every unit that was ever ranked in the block; periods oldest first. */
export function bumpInput(
  rows: readonly BlockHistoryRow[],
  periods: readonly EditionHistoryRow[],
  focus: string | null,
  format: Pick<Format, 'name' | 'shortName' | 'period'>,
): BumpInput {
  return {
    periods: periods.map(({ period }) => format.period(period)),
    joints: jointsOf(periods),
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

/** How each period follows the one before; criteria whose difference is not known are not taken for incomparable. */
export function jointsOf(periods: readonly EditionHistoryRow[]): readonly Joint[] {
  return periods.slice(1).map((row, index) => {
    if (doesNotCompare(row)) return 'cut'
    return row.versionId === periods[index]?.versionId ? 'same' : 'new-version'
  })
}
