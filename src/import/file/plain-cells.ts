import { withTexts } from '@/import/file/encodings/read-letters'
import type { Column, Grid } from '@/import/file/grid'

const FORMULA_TEXT = /^=\s*"((?:[^"]|"")*)"$/u
const MARKED = /^'(?=[\p{L}\p{N}+-])[^']*$/u

/** `="00123"` → `00123`. */
function withoutFormula(text: string): string {
  const inner = FORMULA_TEXT.exec(text.trim())?.[1]
  return inner === undefined ? text : inner.replaceAll('""', '"')
}

/** `'00123` → `00123`, where most cells of the column are so marked: one alone may be a name. */
function plainColumn(column: Column): Column {
  if (!column.texts.some((text) => text.startsWith('=') || text.startsWith("'"))) return column
  const marked = column.texts.filter((text) => MARKED.test(text)).length
  const isMarked = marked >= 2 && marked * 2 > column.texts.length - 1
  return withTexts(
    column,
    column.texts.map((text) => (isMarked && MARKED.test(text) ? text.slice(1) : withoutFormula(text))),
  )
}

/** The cells of a CSV file without the marks by which exports keep Excel from making a number or a date of a text. */
export const plainCells = (grid: Grid): Grid => ({ ...grid, columns: grid.columns.map(plainColumn) })
