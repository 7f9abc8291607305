import { columnPlace } from '@/domain/column-letter'
import type { Problem } from '@/domain/problem'
import { isNumberCell, textAt } from '@/import/file/grid'
import type { Grid } from '@/import/file/grid'
import { gridRowAt } from '@/import/table/range'

/** The problems, with those whose value is that of a number cell of Excel marked as such. */
export function withNumberValues(problems: readonly Problem[], grid: Grid): readonly Problem[] {
  if (grid.columns.every(({ pointed }) => pointed === undefined)) return problems
  return problems.map((problem) => {
    const { row, column, value } = problem
    if (row === null || column === null || value === null) return problem
    const at = gridRowAt(grid, row)
    const place = columnPlace(column)
    const cells = grid.columns[place]
    const isNumber =
      cells !== undefined && grid.rows[at] === row && isNumberCell(cells, at) && textAt(grid, at, place) === value
    return isNumber ? { ...problem, isNumber } : problem
  })
}
