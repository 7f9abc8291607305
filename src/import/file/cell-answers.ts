import { columnPlace } from '@/domain/column-letter'
import { isNumberCell, textAt } from '@/import/file/grid'
import type { Column, CorrectedCell, Grid } from '@/import/file/grid'
import type { Answers } from '@/import/opening'

const CELL = /^cell:([A-Z]{1,4})([1-9]\d*)$/
/** With three decimals the mark could part thousands: such a text stays one. */
const PLAIN_NUMBER = /^[-−]?\d+(?:[.,](?:\d{1,2}|\d{4,}))?$/

/** In a column of number cells a number that the viewer typed is one of them. */
function withText(column: Column, row: number, typed: string): Column {
  const isNumber = column.pointed !== undefined && PLAIN_NUMBER.test(typed)
  const text = isNumber ? typed.replace('−', '-').replace(',', '.') : typed
  const known = column.texts.indexOf(text)
  const code = known === -1 ? column.texts.length : known
  const codes = column.codes.slice()
  codes[row] = code
  const texts = known === -1 ? [...column.texts, text] : column.texts
  return isNumber
    ? { ...column, texts, codes, pointed: new Set([...(column.pointed ?? []), code]) }
    : { ...column, texts, codes }
}

function original(grid: Grid, row: number, place: number): CorrectedCell {
  const column = grid.columns[place]
  const date = grid.odd.find((cell) => cell.row === row && cell.place === place && cell.kind === 'date')
  return {
    row,
    place,
    from: date?.shown ?? textAt(grid, row, place),
    fromNumber: column !== undefined && isNumberCell(column, row),
  }
}

/** The grid with the texts that the viewer gave its cells (`cell:D57`). Cells that it does not have are left out. */
export function withCellAnswers(grid: Grid, answers: Answers): Grid {
  const columns = [...grid.columns]
  const corrected: CorrectedCell[] = []
  for (const [id, text] of Object.entries(answers)) {
    const [, letters, number] = CELL.exec(id) ?? []
    if (letters === undefined || number === undefined || text === undefined) continue
    const row = grid.rows.indexOf(Number(number))
    const place = columnPlace(letters)
    const column = columns[place]
    if (row === -1 || column === undefined) continue
    columns[place] = withText(column, row, text.normalize('NFC'))
    corrected.push(original(grid, row, place))
  }
  if (corrected.length === 0) return grid
  const answered = new Set(corrected.map(({ row, place }) => `${row} ${place}`))
  const odd = grid.odd.filter(({ row, place }) => !answered.has(`${row} ${place}`))
  return { ...grid, columns, odd, corrected }
}
