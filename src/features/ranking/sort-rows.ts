import type { RankedUnit } from '@/db/questions/first-view'
import { matches } from '@/i18n/fold'
import type { Sort, SortColumn } from '@/view/view-state'

/** The order that a first click on a column gives: best, most or first at the top. */
export const DESCENDING_FIRST: Readonly<Record<SortColumn, boolean>> = {
  rank: false,
  places: true,
  unit: false,
  share: true,
  points: true,
  change: true,
  band: false,
  weak: true,
}

export interface SortContext {
  readonly compareNames: (a: string, b: string) => number
  readonly name: (unit: RankedUnit) => string
  /** Position of a class (1 is the highest); null for none. */
  readonly bandPosition: (bandId: string | null) => number | null
}

/** Sorts a copy. A unit without the value stays at the end in both directions; equals keep the published order. */
export function sortRows(rows: readonly RankedUnit[], sort: Sort | null, context: SortContext): readonly RankedUnit[] {
  if (sort === null) return rows
  const sign = sort.descending ? -1 : 1
  if (sort.column === 'unit') {
    return rows.toSorted((a, b) => sign * context.compareNames(context.name(a), context.name(b)))
  }
  const { column } = sort
  const value: Readonly<Record<Exclude<SortColumn, 'unit'>, (row: RankedUnit) => number | null>> = {
    rank: (row) => row.rank,
    places: (row) => row.placesGained,
    share: (row) => row.share,
    points: (row) => row.points,
    change: (row) => row.shareChange,
    band: (row) => context.bandPosition(row.bandId),
    weak: (row) => row.weakCount,
  }
  const of = value[column]
  return rows.toSorted((a, b) => {
    const [x, y] = [of(a), of(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}

/** The sort after a click on a column: its first order, then the other; by rank upwards is the default (null). */
export function nextSort(current: Sort | null, column: SortColumn): Sort | null {
  const shown = current ?? { column: 'rank', descending: false }
  const descending = shown.column === column ? !shown.descending : DESCENDING_FIRST[column]
  return column === 'rank' && !descending ? null : { column, descending }
}

/** Units whose names, long or short, in either language, hold every word of the query. */
export function filterRows(rows: readonly RankedUnit[], query: string): readonly RankedUnit[] {
  if (query.trim() === '') return rows
  return rows.filter((row) =>
    matches(
      query,
      [row.nameVi, row.nameEn, row.shortVi, row.shortEn].filter((name) => name !== null),
    ),
  )
}
