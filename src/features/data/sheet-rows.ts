import { columnLetter } from '@/domain/column-letter'
import type { Problem } from '@/domain/problem'
import type { PreviewRow } from '@/import/opening'

/** A cell that something is wrong with, or a whole row (`letter` null). */
export interface Mark {
  readonly problem: Problem
  readonly row: number
  readonly letter: string | null
}

/** A row of the small sheet; `cells` null: of this row only the marked cells are known. */
export interface SheetRow {
  readonly row: number
  readonly kind: PreviewRow['kind'] | null
  readonly hidden: boolean
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
    ...further.map(([row, own]): SheetRow => ({ row, kind: null, hidden: false, cells: null, marks: own })),
  ].toSorted((a, b) => a.row - b.row)
}

/** What is known of a cell; `null`: nothing. */
export const cellOf = ({ cells, marks }: SheetRow, place: number): string | null =>
  cells === null
    ? (marks.find(({ letter }) => letter === columnLetter(place))?.problem.value ?? null)
    : (cells[place] ?? '')
