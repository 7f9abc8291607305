import type { Column, Grid } from '@/import/file/grid'
import { dataColumn, stackColumns } from '@/import/table/data-column'

/** Columns or rows beyond which a table is not turned: each column becomes a row, and each row a column. */
export const TURNED_COLUMNS = 5000

const BLANK: Column = { texts: [''], codes: new Uint32Array(0) }

/**
 * Turns some rows of a grid: column `place` becomes row `place - left`. A row of
 * the file becomes the column of its number less one, so that the place of a cell
 * in the file can be told from its place here: rows that are left out are blank columns.
 */
export function turnGrid(grid: Grid, rows: readonly number[], left: number, right: number): Grid {
  const height = right - left + 1
  const blank: Column = { texts: [''], codes: new Uint32Array(height) }
  const columns: Column[] = []
  const placeOf = new Map<number, number>()
  for (const row of rows) {
    const fileRow = grid.rows[row] ?? 0
    placeOf.set(row, fileRow - 1)
    while (columns.length < fileRow - 1) columns.push(blank)
    const cells = Array.from({ length: height }, (_, at) =>
      dataColumn(grid.columns[left + at] ?? BLANK, Uint32Array.of(row)),
    )
    columns.push(stackColumns(cells))
  }
  return {
    columns,
    rowCount: height,
    rows: Uint32Array.from({ length: height }, (_, at) => left + at + 1),
    widths: new Uint32Array(height).fill(columns.length),
    merged: [],
    hidden: new Set(),
    odd: grid.odd.flatMap((cell) => {
      const place = placeOf.get(cell.row)
      return place === undefined || cell.place < left || cell.place > right
        ? []
        : [{ ...cell, row: cell.place - left, place }]
    }),
    faults: grid.faults,
  }
}
