import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { SortColumn } from '@/view/view-state'

export type Column = SortColumn | 'trend' | 'source'

const ALL: readonly Column[] = [
  'rank',
  'places',
  'unit',
  'share',
  'points',
  'change',
  'band',
  'trend',
  'weak',
  'source',
]

const WIDTHS: Readonly<Record<Column, string>> = {
  rank: '3.5rem',
  places: '3.25rem',
  unit: 'minmax(11rem, 2fr)',
  share: 'minmax(7rem, 1.6fr)',
  points: '5.25rem',
  change: '5rem',
  band: 'minmax(6.5rem, 0.7fr)',
  trend: '5.5rem',
  weak: '4.75rem',
  source: '4rem',
}

/** Columns with a value in some row; one that would be empty for every unit is left out. */
export function visibleColumns(rows: readonly RankedUnit[]): readonly Column[] {
  const some = (test: (row: RankedUnit) => boolean) => rows.some(test)
  const shown: Readonly<Record<Column, boolean>> = {
    rank: some((row) => row.rank !== null),
    places: some((row) => row.placesGained !== null),
    unit: true,
    share: some((row) => row.share !== null),
    points: some((row) => row.points !== null),
    change: some((row) => row.shareChange !== null),
    band: some((row) => row.bandId !== null),
    trend: some((row) => row.trend.filter((point) => point.share !== null).length > 1),
    weak: some((row) => row.weakCount !== null),
    source: true,
  }
  return ALL.filter((column) => shown[column])
}

/** Narrower, and without the small line, for what lies between a phone and a full screen. */
const NARROW: Readonly<Record<Exclude<Column, 'trend'>, string>> = {
  rank: '3rem',
  places: '2.75rem',
  unit: 'minmax(9rem, 2fr)',
  share: 'minmax(4rem, 1fr)',
  points: '4.75rem',
  change: '4rem',
  band: 'minmax(6.5rem, 0.6fr)',
  weak: '3.75rem',
  source: '3.25rem',
}

/** `grid-template-columns` of every row: rows are grids, so that the browser may skip those out of sight. */
export const gridTemplate = (columns: readonly Column[]): string => columns.map((column) => WIDTHS[column]).join(' ')

export const narrowGridTemplate = (columns: readonly Column[]): string =>
  columns.flatMap((column) => (column === 'trend' ? [] : [NARROW[column]])).join(' ')

export interface TrendScale {
  /** The widest range of shares within one unit's periods. */
  readonly span: number
  readonly from: string
  readonly to: string
}

/** One scale for the small lines of all rows; null where no row has a value. */
export function trendScale(rows: readonly RankedUnit[]): TrendScale | null {
  const periods = rows.flatMap((row) => row.trend.map(({ period }) => period)).toSorted()
  const [from] = periods
  const to = periods.at(-1)
  if (from === undefined || to === undefined) return null
  const ranges = rows.map((row) => {
    const shares = row.trend.flatMap(({ share }) => (share === null ? [] : [share]))
    return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares)
  })
  return { span: ranges.reduce((widest, range) => Math.max(widest, range), 0), from, to }
}

/** Classes of the edition by id, with their place on the scale. */
export function bandIndex(edition: Pick<Edition, 'bands'>): ReadonlyMap<string, Edition['bands'][number]> {
  return new Map(edition.bands.map((band) => [band.bandId, band]))
}
