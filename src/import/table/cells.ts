import type { Column } from '@/import/file/grid'
import type { ColumnRole } from '@/import/meaning/column-meaning'

/** Where a cell stands in the file: the row as Excel counts it, and the letter of the column. */
export interface Origin {
  readonly row: number
  readonly letter: string
}

/** A column of the unfolded table. */
export interface LaidColumn {
  readonly role: ColumnRole
  /** In wide form the name of the sub-index. */
  readonly name: string
  readonly max: number | null
  readonly mark: '.' | ',' | null
  readonly cells: Column
}

/**
 * The data of a found table in one of the two forms that have a meaning of their own: wide (a row a unit
 * and period, a column a sub-index) or long (a row a score). Whatever stood across is unfolded into rows.
 */
export interface Cells {
  readonly form: 'wide' | 'long'
  readonly columns: readonly LaidColumn[]
  readonly rowCount: number
  /** Of every row the row of the file it comes from (of several, the first). */
  readonly rows: Uint32Array
  readonly originOf: (row: number, column: number) => Origin
  /** Rows (of these cells) with fewer cells in the file than its header has (those missing read as blank), or with more that are not blank. */
  readonly uneven: readonly { readonly row: number; readonly cells: number; readonly surplus: string | null }[]
}
