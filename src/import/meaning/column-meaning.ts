import type { ReadColumn } from '@/import/opening'

export const COLUMN_ROLES = [
  'index',
  'period',
  'block',
  'unit',
  'sub-index',
  'score',
  'max-score',
  'rank',
  'class',
  'source',
  'total',
  /** The rank of a sub-index: there is no place for it in the tables. */
  'sub-rank',
  /** Per cent of the total's points beside them: with these it tells the maximum. */
  'share',
  'row-number',
  'note',
  'ignored',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What a column of a found table is; `sub-index` is a score column in wide form, the names' column in long form. */
export interface ColumnMeaning extends ReadColumn {
  /** Column of the table's grid. */
  readonly place: number
  /** Of a score in the form `pairs`: the column that names the units. */
  readonly unitPlace: number | null
}
