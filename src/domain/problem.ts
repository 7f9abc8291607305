/**
 * What a package or a viewer's file can get wrong, as values: listed,
 * translated (`i18n`) and never thrown. `row` is the row of the file as Excel
 * counts it (the header is row 1); `column` is the header's text, or the
 * column letter in a viewer's file.
 */
export const PROBLEM_KINDS = [
  // the file
  'empty-file',
  'binary-file',
  'html-file',
  'too-large',
  'not-utf8',
  'not-nfc',
  'bad-csv',
  'bad-byte',
  'nul-byte',
  'header-only',
  'missing-table',
  'missing-column',
  'unknown-column',
  'duplicate-column',
  'unknown-layout',
  'row-aside',
  'column-aside',
  'hidden-row',
  // a cell
  'missing-value',
  'filled-down',
  'bad-number',
  'bad-date',
  'bad-value',
  'negative',
  'out-of-range',
  'above-max',
  'unknown-id',
  'unknown-unit',
  'unknown-index',
  'unknown-period',
  'unknown-block',
  'answer-differs',
  'ambiguous-number',
  'share-read',
  'own-maximum',
  'share-differs',
  'date-for-number',
  'formula-error',
  'formula-name',
  // rows together
  'duplicate-row',
  'conflicting-rows',
  'outside-unit-dates',
  'total-differs',
  'total-rounded',
  'rank-contradicts-score',
  'class-contradicts-score',
  'rank-gap',
  'jump',
  'structure-differs',
  'parent-cycle',
  'wrong-cell-count',
] as const
export type ProblemKind = (typeof PROBLEM_KINDS)[number]

export interface Problem {
  readonly kind: ProblemKind
  /** An error refuses the cell, row or file; a warning says what to look at; `info` what was left aside rightly. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  /** The value is a number, not a text as it is written in the file: it has a decimal point and no thousands. */
  readonly isNumber?: true
  /** What it was held against: the maximum, the known ids, the sum of the parts. */
  readonly expected: string | null
  /** The one answer that would settle it, where there is exactly one; its id and value are those of an import's answers. */
  readonly fix?: { readonly id: string; readonly value: string }
}
