import { columnLetter, columnPlace } from '@/domain/column-letter'
import type { Problem } from '@/domain/problem'
import type { PreviewRow } from '@/import/opening'

/** A cell that something is wrong with, or a whole row (`letter` null). */
export interface Mark {
  readonly problem: Problem
  readonly row: number
  readonly letter: string | null
}

/** A row of the small sheet; `cells` null: of this row only the marked cells are known. */
export interface SheetRow extends Pick<PreviewRow, 'row' | 'hidden' | 'numbers' | 'corrected'> {
  /** `null`: not known. */
  readonly above: PreviewRow['above'] | null
  readonly kind: PreviewRow['kind'] | null
  readonly cells: readonly string[] | null
  readonly marks: readonly Mark[]
}

const WEIGHT: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 }

/** What has a place in the file and asks to be looked at, from the top. */
export const marksOf = (problems: readonly Problem[]): readonly Mark[] =>
  problems
    .flatMap((problem) =>
      problem.row === null || problem.severity === 'info'
        ? []
        : [{ problem, row: problem.row, letter: problem.column }],
    )
    .toSorted((a, b) => a.row - b.row || lengthFirst(a.letter, b.letter))

const lengthFirst = (a: string | null, b: string | null): number =>
  (a?.length ?? 0) - (b?.length ?? 0) || (a ?? '').localeCompare(b ?? '', 'en')

/** The gravest of them. */
export const worstOf = (marks: readonly Mark[]): Problem['severity'] | null =>
  marks.map(({ problem }) => problem.severity).toSorted((a, b) => WEIGHT[a] - WEIGHT[b])[0] ?? null

/**
 * The rows to show: those of the preview, and for the first `limit` marked rows that are not among them what the marks
 * tell of them.
 */
export function sheetRows(preview: readonly PreviewRow[], marks: readonly Mark[], limit: number): readonly SheetRow[] {
  const byRow = new Map<number, Mark[]>()
  for (const mark of marks) {
    const found = byRow.get(mark.row)
    if (found === undefined) byRow.set(mark.row, [mark])
    else found.push(mark)
  }
  const shown = new Set(preview.map(({ row }) => row))
  const further = [...byRow].filter(([row]) => !shown.has(row)).slice(0, limit)
  return [
    ...preview.map((row): SheetRow => ({ ...row, marks: byRow.get(row.row) ?? [] })),
    ...further.map(([row, own]): SheetRow => ({
      row,
      above: null,
      kind: null,
      hidden: false,
      cells: null,
      numbers: [],
      corrected: [],
      marks: own,
    })),
  ].toSorted((a, b) => a.row - b.row)
}

/** What is known of a cell; `null`: nothing. */
export function cellOf({ cells, marks }: SheetRow, place: number): string | null {
  const own = cells?.[place]
  if (own !== undefined) return own
  const told = marks.find(({ letter }) => letter === columnLetter(place))?.problem.value ?? null
  return cells === null ? told : (told ?? '')
}

/** The rows of the file between two of the sheet, or above its first. */
export interface RowGap {
  readonly first: number
  readonly last: number
  /** How many of them have cells that are not shown; the others are blank. */
  readonly cut: number
}

/** `null`: none. */
export function gapBefore(row: SheetRow, before: SheetRow | null): RowGap | null {
  const first = (before?.row ?? 0) + 1
  const last = row.row - 1
  if (last < first) return null
  const above = before === null ? -1 : before.above
  const cut = row.above === null || above === null ? last - first + 1 : row.above - above - 1
  return { first, last, cut }
}

/** Cells that are drawn at once: laying out more of them would hold up the page. */
const MOST_CELLS = 600
const MOST_COLUMNS = 30
const FEWEST_ROWS = 8
/** Rows of the header that stay in sight. */
const HEADER_ROWS = 4

export interface SheetPage {
  /** Those of the header above the page come first. */
  readonly rows: readonly SheetRow[]
  /** Places of columns; the one that names the rows comes first. */
  readonly places: readonly number[]
  /** Place of the first column of the page itself. */
  readonly left: number
  readonly rowPages: number
  readonly columnPages: number
}

const rowsAPage = (columns: number): number =>
  Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS / Math.max(1, Math.min(columns, MOST_COLUMNS))))

/** Number of columns of the sheet, up to the last that has a cell or a mark. */
export const columnsOf = (rows: readonly SheetRow[]): number =>
  rows.reduce(
    (width, { cells, marks }) =>
      Math.max(
        width,
        cells?.length ?? 0,
        ...marks.map(({ letter }) => (letter === null ? 0 : columnPlace(letter) + 1)),
      ),
    0,
  )

/** The page of a sheet, by rows and by columns, that a mark stands on. */
export function pageOf(rows: readonly SheetRow[], { row, letter }: Pick<Mark, 'row' | 'letter'>) {
  const at = rows.findIndex((each) => each.row === row)
  return {
    rowPage: Math.floor(Math.max(0, at) / rowsAPage(columnsOf(rows))),
    columnPage: letter === null ? 0 : Math.floor(Math.max(0, columnPlace(letter)) / MOST_COLUMNS),
  }
}

/** A part of the sheet that is small enough to be drawn at once. `naming`: the place of the column that names the rows. */
export function sheetPage(
  rows: readonly SheetRow[],
  naming: number | null,
  { rowPage, columnPage }: { readonly rowPage: number; readonly columnPage: number },
): SheetPage {
  const columns = columnsOf(rows)
  const size = rowsAPage(columns)
  const from = rowPage * size
  const page = rows.slice(from, from + size)
  const header = rows.slice(0, from).filter(({ kind }) => kind === 'header' || kind === 'maxima')
  const left = columnPage * MOST_COLUMNS
  const places = Array.from({ length: Math.max(0, Math.min(MOST_COLUMNS, columns - left)) }, (_, at) => left + at)
  const isAway = naming !== null && naming < columns && !places.includes(naming)
  return {
    rows: [...header.slice(0, HEADER_ROWS), ...page],
    places: isAway ? [naming, ...places] : places,
    left,
    rowPages: Math.max(1, Math.ceil(rows.length / size)),
    columnPages: Math.max(1, Math.ceil(columns / MOST_COLUMNS)),
  }
}
