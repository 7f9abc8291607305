/**
 * A column by dictionary: a million rows hold few different texts, so every
 * later stage works on the texts and touches a row by its code only.
 */
export interface Column {
  /**
   * Every text once, in the order in which it first occurs; NFC, lines end in LF, without marks that have no width,
   * else as it stands in the file. Place 0 is always ''.
   */
  readonly texts: readonly string[]
  /** For every row the place of its text in `texts`. */
  readonly codes: Uint32Array
  /**
   * Excel only: places in `texts` of what number cells hold. These have a decimal point and no thousands, whatever
   * mark the typed texts of the column use (`1.234` is 1234/1000, `87.35%` a cell that shows per cent): never to be
   * guessed at, and no evidence for how the typed texts are to be read.
   */
  readonly pointed?: ReadonlySet<number>
}

/** A rectangle of the grid; places count from 0, the ends belong to it. */
export interface Span {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A cell of which its text alone does not say what it was. */
export interface OddCell {
  readonly row: number
  readonly place: number
  /**
   * `date`: Excel holds a date (the text is ISO); `error`: `#REF!`, `#DIV/0!`; `no-value`: a formula whose
   * value was never stored; `bad-byte`: bytes that are no text (the text has U+FFFD in their place).
   */
  readonly kind: 'date' | 'error' | 'no-value' | 'bad-byte'
  /** What Excel shows of a date, where that can be told: `12/5`, `thg 5-12`; of a formula the formula. */
  readonly shown: string | null
}

/** A cell that the viewer gave another text. */
export interface CorrectedCell {
  readonly row: number
  readonly place: number
  /** What the file holds there: its text, or a date as Excel shows it. */
  readonly from: string
  /** Whether that is a number cell of Excel. */
  readonly fromNumber: boolean
}

/** A quote that is not where a quote may be. */
export interface QuoteFault {
  /** Row of the file, as Excel counts it. */
  readonly row: number
  /** Whether rows may have been swallowed: the quote was never closed, or text after it goes over lines. */
  readonly fatal: boolean
}

/** The cells of a file before any meaning, the same for CSV and Excel. Rows that are blank throughout are not in it. */
export interface Grid {
  /** By place; as many as the longest row has cells. Blank cells, and those beyond the end of a row, have the text ''. */
  readonly columns: readonly Column[]
  readonly rowCount: number
  /** Of every row of the grid the row of the file, as Excel counts it. */
  readonly rows: Uint32Array
  /** Cells that each row has in the file. */
  readonly widths: Uint32Array
  /** Excel only: the text is in the top left cell, the others have ''. */
  readonly merged: readonly Span[]
  /** Excel only: rows of the grid that are hidden or filtered away. */
  readonly hidden: ReadonlySet<number>
  readonly odd: readonly OddCell[]
  readonly corrected?: readonly CorrectedCell[]
  readonly faults: readonly QuoteFault[]
}

export const textAt = (grid: Grid, row: number, place: number): string => {
  const column = grid.columns[place]
  return column?.texts[column.codes[row] ?? 0] ?? ''
}

/** Whether a cell is a number of Excel. */
export const isNumberCell = ({ codes, pointed }: Column, row: number): boolean => pointed?.has(codes[row] ?? 0) ?? false
