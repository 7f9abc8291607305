import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { previousEdition, sameEdition } from '@/features/unit/choose-standing'

export interface HistoryRow {
  readonly edition: Edition
  /** null: the block was assessed, the unit has no result. */
  readonly standing: UnitStanding | null
  /** The criteria are others than in the edition before, and the unit has results before. */
  readonly newVersion: boolean
  /**
   * How a change against the edition before is to be read; null: there is none to read. `broken`: the criteria differ
   * too much; `unknown`: how much they differ cannot be told.
   */
  readonly comparison: 'total' | 'core' | 'broken' | 'unknown' | null
}

/**
 * All editions of an index between the unit's first and last, newest first, in every block and result set in which
 * the unit has a result; gaps are rows of their own.
 */
export function history(
  indexId: string,
  standings: readonly UnitStanding[],
  editions: readonly Edition[],
): readonly HistoryRow[] {
  const own = standings.filter((row) => row.indexId === indexId)
  const rows = editions.flatMap((edition): readonly HistoryRow[] => {
    if (edition.indexId !== indexId) return []
    const series = own.filter(
      ({ blockId, resultSet }) => blockId === edition.blockId && resultSet === edition.resultSet,
    )
    const within =
      series.some(({ periodEnd }) => periodEnd <= edition.periodEnd) &&
      series.some(({ periodEnd }) => periodEnd >= edition.periodEnd)
    if (!within) return []
    const standing = series.find((row) => sameEdition(row, edition)) ?? null
    const previous = previousEdition(edition, editions)
    return [
      {
        edition,
        standing,
        newVersion:
          previous !== null &&
          previous.versionId !== edition.versionId &&
          series.some(({ periodEnd }) => periodEnd < edition.periodEnd),
        comparison: previous === null || standing === null ? null : comparisonOf(standing),
      },
    ]
  })
  return rows.toSorted((a, b) =>
    a.edition.periodEnd < b.edition.periodEnd ? 1 : a.edition.periodEnd > b.edition.periodEnd ? -1 : 0,
  )
}

const comparisonOf = ({ changeBasis, coreCoverage }: UnitStanding): NonNullable<HistoryRow['comparison']> =>
  changeBasis ?? (coreCoverage === null ? 'unknown' : 'broken')
