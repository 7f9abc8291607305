import { columnPlace } from '@/domain/column-letter'
import type { Column, Grid } from '@/import/file/grid'
import type { Answers } from '@/import/opening'

const CELL = /^cell:([A-Z]{1,4})([1-9]\d*)$/

function withText(column: Column, row: number, text: string): Column {
  const known = column.texts.indexOf(text)
  const codes = column.codes.slice()
  codes[row] = known === -1 ? column.texts.length : known
  return { texts: known === -1 ? [...column.texts, text] : column.texts, codes }
}

/** The grid with the texts that the viewer gave its cells (`cell:D57`). Cells that it does not have are left out. */
export function withCellAnswers(grid: Grid, answers: Answers): Grid {
  const columns = [...grid.columns]
  const answered = new Set<string>()
  for (const [id, text] of Object.entries(answers)) {
    const [, letters, number] = CELL.exec(id) ?? []
    if (letters === undefined || number === undefined || text === undefined) continue
    const row = grid.rows.indexOf(Number(number))
    const place = columnPlace(letters)
    const column = columns[place]
    if (row === -1 || column === undefined) continue
    columns[place] = withText(column, row, text.normalize('NFC'))
    answered.add(`${row} ${place}`)
  }
  if (answered.size === 0) return grid
  return { ...grid, columns, odd: grid.odd.filter(({ row, place }) => !answered.has(`${row} ${place}`)) }
}
