import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'

/** In some period only a part of the block is known. */
export const isPartialHistory = (
  rows: readonly BlockHistoryRow[],
  periods: readonly Pick<EditionHistoryRow, 'period'>[],
  pack: OpenPackage,
): boolean =>
  periods.some(({ period }) =>
    isPartial(
      rows.map(({ standings }) => standings.find((standing) => standing.period === period)?.rank ?? null),
      pack,
    ),
  )
