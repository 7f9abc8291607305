import type { I18n } from '@/i18n/use-i18n'
import type { ClassStep } from '@/ui/classes'

/** Shares are 0–1, changes differences of shares; dates ISO texts; null is “no value” and never zero. */
export type ExportedCell = string | number | null

/** How the values of a column are to be written. */
export type ColumnKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly decimals: number; readonly signed?: boolean }
  /** `points`: a size in percentage points, without a sign. */
  | { readonly kind: 'share' | 'change' | 'points'; readonly decimals: number }

export type ExportedColumn = ColumnKind & {
  /** Without the unit of a share or a change. */
  readonly label: string
  /** Too much for a picture. */
  readonly filesOnly?: boolean
  /** Pictures show a share (0–1) as a bar beside its figure. */
  readonly bar?: boolean
}

export interface CellLook {
  /** Its colour, or that of its bar. */
  readonly step: ClassStep
  /** After the figure. */
  readonly marks?: string
}

/** A table for a file, whichever: CSV, Excel or a picture. */
export interface ExportedTable {
  /** What it shows, of whom and when. */
  readonly title: string
  readonly columns: readonly ExportedColumn[]
  /** The first cell that is a text names the row. */
  readonly rows: readonly (readonly ExportedCell[])[]
  /** How the cells of a picture look, where they do not look plain; as many as rows and columns. */
  readonly looks: readonly (readonly (CellLook | null)[])[]
  /** What must be known to read it; null: nothing. */
  readonly note: string | null
}

/** A column with what it has of a row. */
export type ColumnOf<R> = ExportedColumn & {
  readonly of: (row: R) => ExportedCell
  readonly look?: (row: R) => CellLook | null
}

/** Rows as a table for a file; a column that is `false` is left out. */
export function exportedTable<R>(
  title: string,
  rows: readonly R[],
  all: readonly (ColumnOf<R> | false)[],
  note: string | null = null,
): ExportedTable {
  const columns = all.filter((column) => column !== false)
  return {
    title,
    columns,
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
    looks: rows.map((row) => columns.map(({ look }) => look?.(row) ?? null)),
    note,
  }
}

/** A name with the unit that the figures below it do not bear, unless it says it itself. `bare`: shares without their sign too. */
export function headerOf({ label, ...column }: ExportedColumn, { t }: Pick<I18n, 't'>, bare = false): string {
  if (label.includes('%')) return label
  if (column.kind === 'share') return bare ? t('export.header.share', { label }) : label
  return isDifference(column) ? t('export.header.change', { label }) : label
}

/** Of shares: written in percentage points. */
export const isDifference = ({ kind }: ColumnKind): boolean => kind === 'change' || kind === 'points'

/** Without the noise of binary fractions; minus zero is zero. null: not a number that can be written. */
export function plainNumber(value: number, decimals = 10): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) + 0 : null
}
