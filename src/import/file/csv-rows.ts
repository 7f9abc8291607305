import type Papa from 'papaparse'
import { parserOf } from '@/import/file/dialect'
import type { Dialect } from '@/import/file/dialect'
import type { EncodingParts } from '@/import/file/encodings/encoding-id'
import { withoutControls } from '@/import/file/encodings/latin-bytes'
import type { QuoteFault } from '@/import/file/grid'
import type { GridBuilder } from '@/import/file/grid-builder'
import { inPieces } from '@/import/file/pieces'

/** Longer rows are a quote that is never closed: no table has them. */
const LONGEST_ROW = 1 << 24
const END_OF_FILE = '\u001A'

/** The text of a file piece by piece, without byte order marks; every line end is LF. */
export async function* inTexts(
  file: Blob,
  encoding: EncodingParts['outer'],
  onProgress: (done: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  let begun = false
  let offset = 0
  const lines = (text: string) => {
    const shown = encoding === 'windows-1252' ? withoutControls(text) : text
    return shown.includes('\r') ? shown.replaceAll(/\r\n?/g, '\n') : shown
  }
  for await (const bytes of inPieces(file)) {
    let text = held + decoder.decode(bytes, { stream: true })
    offset += bytes.length
    // The LF of this CR may begin the next piece.
    held = text.endsWith('\r') ? '\r' : ''
    if (held !== '') text = text.slice(0, -1)
    // Programs that add a mark to a file that had one leave two.
    if (!begun) text = text.replace(/^\uFEFF+/, '')
    begun ||= text !== ''
    yield lines(text)
    onProgress(offset / file.size)
  }
  const rest = held + decoder.decode()
  if (rest !== '') yield lines(rest)
}

/** Something that no reading on can mend, and where it begins. */
export interface Break {
  readonly kind: 'quote' | 'nul'
  readonly row: number
  readonly place: number
  readonly text: string
}

export interface RowsRead {
  readonly faults: readonly QuoteFault[]
  readonly broken: Break | null
}

/** The cell that a misplaced quote opens, if it swallowed the end of its row. */
function swallowing(cells: readonly string[], error: Papa.ParseError, quote: string): number | null {
  if (error.code === 'MissingQuotes') return cells.length - 1
  const place = cells.findIndex((cell) => cell.includes('\n') && cell.includes(quote))
  return place === -1 ? null : place
}

/**
 * Gives `grid` the cells of every row and its number as Excel counts (blank rows count, a `sep=` line does not, a
 * cell over several lines is one row). Holds about a megabyte of text at a time, more only for a longer row.
 * Stops where a quote swallows rows or a NUL stands.
 */
export async function readRows(
  texts: AsyncIterable<string>,
  dialect: Dialect,
  grid: Pick<GridBuilder, 'add' | 'addLines'>,
): Promise<RowsRead> {
  const parser = parserOf(dialect)
  const faults: QuoteFault[] = []
  let rest = ''
  let rows = 0
  let wanted = 0
  let toSkip = dialect.skipped

  /** The lines of a text without quotes are rows, and each delimiter parts cells. */
  const addLines = (last: boolean) => {
    const end = last ? rest.length : rest.lastIndexOf('\n') + 1
    rows += grid.addLines(rest, end, dialect.delimiter, rows)
    rest = rest.slice(end)
    return end
  }

  const parse = (last: boolean): Break | null => {
    const nul = rest.indexOf('\0')
    if (nul === -1 && !rest.includes(dialect.quote)) {
      // A row longer than the piece: look again when there is twice as much.
      wanted = addLines(last) === 0 ? rest.length * 2 : 0
      return last ? null : tooLong()
    }
    const text = nul === -1 ? rest : rest.slice(0, nul)
    const parsed = parser.parse(text, 0, nul === -1 && !last) as Papa.ParseResult<string[]>
    for (const error of parsed.errors) {
      const index = error.row ?? 0
      const cells = parsed.data[index]
      if (cells === undefined) continue
      const row = rows + index + 1
      const place = swallowing(cells, error, dialect.quote)
      const fatal = place !== null && (nul === -1 || index < parsed.data.length - 1)
      if (fatal || faults.at(-1)?.row !== row) faults.push({ row, fatal })
      if (fatal) return { kind: 'quote', row, place, text: `${dialect.quote}${cells[place] ?? ''}` }
    }
    if (nul !== -1) {
      const cells = parsed.data.at(-1) ?? ['']
      const row = Math.max(1, rows + parsed.data.length)
      return { kind: 'nul', row, place: cells.length - 1, text: cells.at(-1) ?? '' }
    }
    for (const cells of parsed.data) grid.add(cells, ++rows)
    if (last) return null
    rest = text.slice(parsed.meta.cursor)
    wanted = parsed.data.length === 0 ? rest.length * 2 : 0
    return tooLong()
  }

  const tooLong = (): Break | null => {
    if (rest.length <= LONGEST_ROW) return null
    const [cells = ['']] = (parser.parse(rest, 0, false) as Papa.ParseResult<string[]>).data
    faults.push({ row: rows + 1, fatal: true })
    return { kind: 'quote', row: rows + 1, place: cells.length - 1, text: `${dialect.quote}${cells.at(-1) ?? ''}` }
  }

  for await (const text of texts) {
    rest += toSkip === 0 ? text : text.slice(toSkip)
    toSkip = Math.max(0, toSkip - text.length)
    if (rest.length < wanted && !rest.includes('\0')) continue
    const broken = parse(false)
    if (broken !== null) return { faults, broken }
  }
  // DOS programs end a text with the mark that a file is over.
  if (rest.trimEnd().endsWith(END_OF_FILE)) rest = rest.trimEnd().slice(0, -1)
  return { faults, broken: rest === '' ? null : parse(true) }
}
