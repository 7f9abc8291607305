import type { RankChange } from '@/db/questions/change'
import type { RankedCounts } from '@/domain/rank-move'
import { moveOf } from '@/findings/pair-counts'
import type { Format } from '@/i18n/format'
import type { Sort, SortColumn } from '@/view/view-state'

export const CHANGE_SORTS = ['places', 'change', 'rank', 'unit'] as const satisfies readonly SortColumn[]
export type ChangeSort = (typeof CHANGE_SORTS)[number]

export const changeSort = (sort: Sort | null): ChangeSort =>
  CHANGE_SORTS.find((known) => known === sort?.column) ?? CHANGE_SORTS[0]

/** The way in which a column is sorted unless it is reversed: gains, the largest first; ranks and names from the first on. */
const DESCENDING = { places: true, change: true, rank: false, unit: false } as const satisfies Readonly<
  Record<ChangeSort, boolean>
>

export const isReversed = (sort: Sort | null): boolean =>
  sort !== null && sort.column === changeSort(sort) && sort.descending !== DESCENDING[changeSort(sort)]

/** As it is kept in the link: the first column as it is needs no mention. */
export const sortBy = (column: ChangeSort, reversed: boolean): Sort | null =>
  column === CHANGE_SORTS[0] && !reversed ? null : { column, descending: DESCENDING[column] !== reversed }

/**
 * Most places gained or most share gained first, best rank first, or by name, or the other way round; units without the
 * figure are last both ways.
 */
export function sortChanges(
  rows: readonly RankChange[],
  by: ChangeSort,
  reversed: boolean,
  format: Pick<Format, 'name' | 'compareNames'>,
): readonly RankChange[] {
  const figure = {
    places: ({ placesGained }: RankChange) => placesGained,
    change: ({ shareChange }: RankChange) => shareChange,
    rank: ({ rankNow }: RankChange) => (rankNow === null ? null : -rankNow),
    unit: () => 0,
  } satisfies Readonly<Record<ChangeSort, (row: RankChange) => number | null>>
  const of = figure[by]
  const way = reversed ? -1 : 1
  return rows.toSorted((a, b) => {
    const [x, y] = [of(a), of(b)]
    if (x === null || y === null) {
      if (x !== y) return x === null ? 1 : -1
    } else if (x !== y) return (y - x) * way
    const byName = format.compareNames(format.name(a), format.name(b)) || (a.unitId < b.unitId ? -1 : 1)
    return by === 'unit' ? byName * way : byName
  })
}

/** Who moved furthest up or down, without doubt; else the first of the table. null: there is no unit. */
export function biggestMove(
  rows: readonly RankChange[],
  counts: RankedCounts | null,
  format: Pick<Format, 'name' | 'compareNames'>,
): RankChange | null {
  const [first, ...others] = sortChanges(rows, 'places', false, format)
  if (first === undefined) return null
  const size = (row: RankChange) => {
    const move = moveOf(row, counts)
    return move === 'up' || move === 'down' ? Math.abs(row.placesGained ?? 0) : 0
  }
  return others.reduce((a, b) => (size(b) > size(a) ? b : a), first)
}
