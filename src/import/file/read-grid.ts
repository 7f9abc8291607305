import { columnLetter } from '@/domain/column-letter'
import type { AddProblem } from '@/import/findings'
import { badCells } from '@/import/file/bad-cells'
import { withCellAnswers } from '@/import/file/cell-answers'
import { askEncoding, decideLetters, tellingTexts } from '@/import/file/encodings/decide-letters'
import { encodingId, encodingParts } from '@/import/file/encodings/encoding-id'
import type { EncodingParts } from '@/import/file/encodings/encoding-id'
import { firstLostLetters } from '@/import/file/encodings/lost-letters'
import { readLetters } from '@/import/file/encodings/read-letters'
import { textAt } from '@/import/file/grid'
import type { Grid } from '@/import/file/grid'
import { nameFormat } from '@/import/file/name-format'
import { readCsv } from '@/import/file/read-csv'
import type { Answers, OnProgress, ReadFile, Step } from '@/import/opening'

/** Above this a browser tab cannot hold the tables that come of it. */
const LARGEST_BYTES = 512 * 1024 * 1024

type GridRead = Step<{ readonly grid: Grid; readonly read: ReadFile }>

/** The cells with their letters as they stand; `read.encoding` says of CSV what the bytes are. */
async function readCells(file: File, answers: Answers, add: AddProblem, onProgress: OnProgress): Promise<GridRead> {
  if (file.size === 0) {
    add('empty-file', 'error', null, null, null)
    return null
  }
  if (file.size > LARGEST_BYTES) {
    add('too-large', 'error', null, null, String(file.size), String(LARGEST_BYTES))
    return null
  }
  const format = await nameFormat(file)
  if (format === 'text') return readCsv(file, answers, add, onProgress)
  if (format === 'xlsx') {
    const { readXlsx } = await import('@/import/file/read-xlsx')
    return readXlsx(file, answers, add)
  }
  if (format === 'html') add('html-file', 'error', null, null, null)
  else add('binary-file', 'error', null, null, format.refused)
  return null
}

/** Bytes to cells: recognises what the file is, how its text is written and how its cells are parted. */
export async function readGrid(
  file: File,
  answers: Answers,
  add: AddProblem,
  onProgress: OnProgress,
): Promise<GridRead> {
  const step = await readCells(file, answers, add, onProgress)
  if (step === null || 'asked' in step) return step
  const { grid: cells, read } = step.done
  // Excel stores Unicode, whatever the letters mean in the font that shows them.
  const outer = encodingParts(read.encoding ?? 'utf-8')?.outer ?? 'utf-8'

  const answered = encodingParts(answers.encoding ?? '')
  const telling = answered === null ? tellingTexts(cells.columns) : []
  const decision = answered === null ? decideLetters(telling, outer) : { sure: answered.inner }
  if ('open' in decision) return { asked: [askEncoding(telling, outer, decision.open)] }
  const parts: EncodingParts = { outer, inner: decision.sure }
  const lettered = readLetters(cells, parts)
  const grid = withCellAnswers({ ...lettered, odd: [...lettered.odd, ...badCells(lettered)] }, answers)

  for (const { row, place, kind } of grid.odd)
    if (kind === 'bad-byte')
      add('bad-byte', 'warning', grid.rows[row] ?? null, columnLetter(place), textAt(grid, row, place))
  const lost = firstLostLetters(grid)
  if (lost !== null) {
    const text = textAt(grid, lost.row, lost.place)
    add('not-utf8', 'warning', grid.rows[lost.row] ?? null, columnLetter(lost.place), text)
  }
  const encoding = read.format === 'csv' || parts.inner !== null ? encodingId(parts) : null
  const blankRowCount = (grid.rows[grid.rowCount - 1] ?? 0) - grid.rowCount
  return { done: { grid, read: { ...read, encoding, blankRowCount } } }
}
