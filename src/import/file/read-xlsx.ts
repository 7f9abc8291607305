import { textAt } from '@/import/file/grid'
import type { Grid } from '@/import/file/grid'
import { readFormats } from '@/import/file/read-xlsx-formats'
import { readSheet } from '@/import/file/read-xlsx-sheet'
import type { ReadSheet, SharedParts } from '@/import/file/read-xlsx-sheet'
import { readSharedStrings } from '@/import/file/read-xlsx-text'
import { LARGEST_UNPACKED, openWorkbook } from '@/import/file/read-xlsx-workbook'
import type { NoWorkbook, SheetPart, Workbook } from '@/import/file/read-xlsx-workbook'
import { columnLetter } from '@/domain/column-letter'
import type { AddProblem } from '@/import/findings'
import type { Answers, Question, ReadFile, Step } from '@/import/opening'

const SAMPLE_ROWS = 4
const SAMPLE_LENGTH = 120

type Sheet = SheetPart & ReadSheet

function readShared({ strings, styles, startsIn1904 }: Workbook): SharedParts | null {
  const texts = strings === null ? [] : readSharedStrings(strings.unpack())
  const formats = styles === null ? [] : readFormats(styles.unpack())
  return texts && formats && { strings: texts, formats, startsIn1904 }
}

function readSheets(bytes: Uint8Array): readonly Sheet[] | NoWorkbook {
  const workbook = openWorkbook(bytes)
  if (typeof workbook === 'string') return workbook
  const shared = readShared(workbook)
  if (shared === null) return 'damaged'
  const sheets: Sheet[] = []
  for (const sheet of workbook.sheets) {
    const read = readSheet(sheet.part.unpack(), shared)
    if (typeof read === 'string') return read
    sheets.push({ ...sheet, ...read })
  }
  return sheets
}

/** The first rows, as a line each. */
const sampleOf = (grid: Grid): readonly string[] =>
  Array.from({ length: Math.min(grid.rowCount, SAMPLE_ROWS) }, (_, row) =>
    grid.columns
      .map((_column, place) => textAt(grid, row, place).replaceAll(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
      .join(' | ')
      .slice(0, SAMPLE_LENGTH),
  )

/** Excel tells names of sheets apart by their letters only, not by their case. */
const sheetKey = (name: string) => name.normalize('NFC').trim().toLowerCase()

/**
 * The sheet that was answered, else the only visible one that has cells. A
 * hidden one is never taken unasked: who hid it may not want it published.
 */
function chooseSheet(sheets: readonly Sheet[], answer: string | undefined): Sheet | Question {
  const filled = sheets.filter(({ grid }) => grid.rowCount > 0)
  const visible = filled.filter(({ hidden }) => !hidden)
  const chosen =
    answer === undefined
      ? visible
      : [
          ...filled.filter(({ name }) => name === answer),
          ...filled.filter(({ name }) => sheetKey(name) === sheetKey(answer)),
        ]
  const [first] = chosen
  if (first !== undefined && (answer !== undefined || chosen.length === 1)) return first
  return {
    id: 'sheet',
    kind: 'sheet',
    options: [...visible, ...filled.filter(({ hidden }) => hidden)].map(({ name, grid }) => ({
      value: name,
      label: null,
      sample: sampleOf(grid),
    })),
    free: false,
    about: [],
  }
}

/** What Excel does not show, but is read all the same. */
function tellHidden({ grid, hiddenColumns, covered }: Sheet, add: AddProblem): void {
  for (const row of grid.hidden) add('hidden-row', 'warning', grid.rows[row] ?? null, null, firstCell(grid, row))
  for (const place of hiddenColumns) add('hidden-row', 'warning', null, columnLetter(place), firstText(grid, place))
  for (const { row, place, text } of covered)
    add('hidden-row', 'warning', grid.rows[row] ?? null, columnLetter(place), text)
}

const firstText = (grid: Grid, place: number) => grid.columns[place]?.texts[1] ?? null
const firstCell = (grid: Grid, row: number) => {
  const place = grid.columns.findIndex(({ codes }) => codes[row] !== 0)
  return textAt(grid, row, place)
}

/**
 * The cells of one sheet of a workbook (`.xlsx`, `.xlsm`). Formulas count by the value that was stored with them.
 */
export async function readXlsx(
  file: File,
  answers: Answers,
  add: AddProblem,
): Promise<Step<{ grid: Grid; read: ReadFile }>> {
  const sheets = readSheets(new Uint8Array(await file.arrayBuffer()))
  if (sheets === 'too-large') {
    add('too-large', 'error', null, null, null, String(LARGEST_UNPACKED))
    return null
  }
  if (typeof sheets === 'string') {
    add('binary-file', 'error', null, null, sheets)
    return null
  }
  if (sheets.every(({ grid }) => grid.rowCount === 0)) {
    add('empty-file', 'error', null, null, null)
    return null
  }
  const chosen = chooseSheet(sheets, answers.sheet)
  if ('options' in chosen) return { asked: [chosen] }
  tellHidden(chosen, add)
  const { grid } = chosen
  return {
    done: {
      grid,
      read: {
        format: 'xlsx',
        encoding: null,
        delimiter: null,
        quote: null,
        sheet: chosen.name,
        sheets: sheets.map(({ name, hidden, grid }) => ({ name, hidden, rowCount: grid.rows[grid.rowCount - 1] ?? 0 })),
        rowCount: grid.rowCount,
        columnCount: grid.columns.length,
      },
    },
  }
}
