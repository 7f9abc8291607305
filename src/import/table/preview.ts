import type { Problem } from '@/domain/problem'
import { isNumberCell, textAt } from '@/import/file/grid'
import type { PreviewRow, ReadTable } from '@/import/opening'
import type { FoundInGrid } from '@/import/table/find-table'
import type { RowKind, TableForm } from '@/import/table/found-table'
import { gridRowAt, readRange } from '@/import/table/range'

const ROWS = 200
const FIRST_ROWS = 40
const COLUMNS = 100

/** The table for the viewer: the first rows of the file, then those of corrected cells, of problems and those set aside with their neighbours; at most 200 rows of 100 columns. */
export function previewOf(
  { grid, ranges }: FoundInGrid,
  form: TableForm,
  problems: readonly Problem[] = [],
): ReadTable {
  const kinds = new Map<number, RowKind>(ranges.aside.map(({ row, kind }) => [row, kind]))
  for (const row of ranges.headerRows) kinds.set(row, 'header')
  const range = readRange(ranges.range)
  const kindOf = (row: number): RowKind =>
    kinds.get(row) ?? (range !== null && row >= range.firstRow && row <= range.lastRow ? 'data' : 'note')
  const shown = new Set<number>()
  const show = (row: number) => {
    if (row >= 0 && row < grid.rowCount && shown.size < ROWS) shown.add(row)
  }
  for (let row = 0; row < FIRST_ROWS; row++) show(row)
  for (const { row } of grid.corrected ?? []) show(row)
  for (const severity of ['error', 'warning'] as const)
    for (const problem of problems)
      if (problem.severity === severity && problem.row !== null) show(gridRowAt(grid, problem.row))
  for (const { row } of ranges.aside) {
    const at = gridRowAt(grid, row)
    for (const near of [at, at - 1, at + 1]) show(near)
  }
  const columns = Math.min(COLUMNS, grid.columns.length)
  const inSight = <Cell extends { readonly row: number; readonly place: number }>(cells: readonly Cell[]) =>
    cells.filter(({ row, place }) => shown.has(row) && place < columns)
  const dates = new Map(
    inSight(grid.odd).flatMap(({ row, place, kind, shown: text }) =>
      kind === 'date' && text !== null ? [[`${row} ${place}`, text] as const] : [],
    ),
  )
  const corrected = inSight(grid.corrected ?? [])
  const preview: PreviewRow[] = [...shown]
    .toSorted((a, b) => a - b)
    .map((row) => {
      const fileRow = grid.rows[row] ?? 0
      return {
        row: fileRow,
        above: row,
        kind: kindOf(fileRow),
        hidden: grid.hidden.has(row),
        cells: Array.from({ length: columns }, (_, place) => dates.get(`${row} ${place}`) ?? textAt(grid, row, place)),
        numbers: grid.columns.slice(0, columns).flatMap((column, place) => (isNumberCell(column, row) ? [place] : [])),
        corrected: corrected
          .filter((cell) => cell.row === row)
          .map(({ place, from, fromNumber }) => ({ place, from, fromNumber })),
      }
    })
  return { ...ranges, form, preview }
}
