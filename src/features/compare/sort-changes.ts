import type { RankChange } from '@/db/questions/change'
import type { Format } from '@/i18n/format'
import type { Sort, SortColumn } from '@/view/view-state'

export const CHANGE_SORTS = ['places', 'change', 'rank', 'unit'] as const satisfies readonly SortColumn[]
export type ChangeSort = (typeof CHANGE_SORTS)[number]

export const changeSort = (sort: Sort | null): ChangeSort =>
  CHANGE_SORTS.find((known) => known === sort?.column) ?? CHANGE_SORTS[0]

/** Most places gained or most share gained first, best rank first, or by name; units without the figure last. */
export function sortChanges(
  rows: readonly RankChange[],
  by: ChangeSort,
  format: Pick<Format, 'name' | 'compareNames'>,
): readonly RankChange[] {
  const figure = {
    places: ({ placesGained }: RankChange) => placesGained,
    change: ({ shareChange }: RankChange) => shareChange,
    rank: ({ rankNow }: RankChange) => (rankNow === null ? null : -rankNow),
    unit: () => 0,
  } satisfies Readonly<Record<ChangeSort, (row: RankChange) => number | null>>
  const of = figure[by]
  return rows.toSorted((a, b) => {
    const [x, y] = [of(a), of(b)]
    if (x === null || y === null) {
      if (x !== y) return x === null ? 1 : -1
    } else if (x !== y) return y - x
    return format.compareNames(format.name(a), format.name(b)) || (a.unitId < b.unitId ? -1 : 1)
  })
}
