import type { Grid } from '@/import/file/grid'

/** What a row of the grid is for. */
export const ROW_KINDS = ['title', 'header', 'maxima', 'data', 'section', 'summary', 'note', 'repeated-header'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** How figures stand in a table. */
export const TABLE_FORMS = [
  /** One row a unit, one column a sub-index. */
  'wide',
  /** One row a score. */
  'long',
  /** One row a unit, columns for several periods. */
  'periods-across',
  /** One row a sub-index, one column a unit. */
  'transposed',
  /** One row a sub-index of a single unit, columns for several periods. */
  'one-unit',
  /** Column pairs that are sorted each on its own: a score belongs to the name at its left. */
  'pairs',
] as const
export type TableForm = (typeof TABLE_FORMS)[number]

/** One table of a grid: which of its rows and columns are what. Places are those of the grid. */
export interface FoundTable {
  /** Already turned where units stand across: rows are then the file's columns. */
  readonly grid: Grid
  readonly turned: boolean
  /** Columns of the table; blank ones at its sides are not in it. */
  readonly left: number
  readonly right: number
  /** Grid rows of the header, from the top. */
  readonly headerRows: readonly number[]
  /** By place from `left`: the texts above a column, from the top, merged cells filled in, nothing twice; empty where there is none. */
  readonly headers: readonly (readonly string[])[]
  /** Grid row that gives the maxima below the header, if one does. */
  readonly maximaRow: number | null
  /** Grid rows of the data, in the order of the file. */
  readonly dataRows: Uint32Array
  /** By data row the text of the section that it stands under (`II. UBND QUẬN, HUYỆN`); `null` where the table has no sections. */
  readonly sectionOf: readonly (string | null)[] | null
  /** Rows that are no data, with what they are; none is dropped in silence. */
  readonly aside: readonly { readonly row: number; readonly kind: RowKind; readonly text: string }[]
  /** Lines above the table and the sheet's name: where period, index and block may be named, to be asked. */
  readonly titles: readonly string[]
}
