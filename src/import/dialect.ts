import Papa from 'papaparse'

export interface Dialect {
  readonly delimiter: string
  readonly newline: '\n' | '\r' | '\r\n'
  /** The text from the first row on: after a `sep=` line, with one kind of line end. */
  readonly body: string
}

const DELIMITERS = [',', ';', '\t'] as const
const SAMPLE_ROWS = 200
const SAMPLE_LENGTH = 1 << 16
const CHUNK_LENGTH = 1 << 20

export const isBlankRow = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/** Excel ends rows with CRLF but lines inside a cell with LF: mixed ends become LF, others stay. */
function lineEnds(text: string): { readonly body: string; readonly newline: Dialect['newline'] } {
  if (!text.includes('\r')) return { body: text, newline: '\n' }
  let pairs = 0
  let others = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.codePointAt(at - 1) === 13) pairs++
    else others++
  }
  let returns = 0
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) returns++
  if (pairs === 0 && others === 0) return { body: text, newline: '\r' }
  if (others === 0 && returns === pairs) return { body: text, newline: '\r\n' }
  return { body: text.replaceAll(/\r\n?/g, '\n'), newline: '\n' }
}

function sampleRows(body: string, delimiter: string, newline: Dialect['newline']): readonly (readonly string[])[] {
  const whole = body.length <= SAMPLE_LENGTH
  const sample = body.slice(0, SAMPLE_LENGTH)
  const parsed = new Papa.Parser({ delimiter, newline, preview: SAMPLE_ROWS }).parse(
    sample,
    0,
    !whole,
  ) as Papa.ParseResult<string[]>
  return parsed.data.filter((row) => !isBlankRow(row))
}

interface Evidence {
  readonly delimiter: string
  readonly cells: number
  /** Share of the first rows that have as many cells as the header. */
  readonly consistent: number
  readonly known: number
}

function weigh(
  delimiter: string,
  rows: readonly (readonly string[])[],
  known: (header: readonly string[]) => number,
): Evidence {
  const header = rows[0] ?? []
  const cells = header.length
  const same = rows.filter((row) => row.length === cells).length
  return {
    delimiter,
    cells,
    consistent: rows.length === 0 ? 0 : same / rows.length,
    known: cells > 1 ? known(header) : 0,
  }
}

const stronger = (a: Evidence, b: Evidence) => b.known - a.known || b.consistent - a.consistent || b.cells - a.cells

/**
 * Decides the delimiter from the file itself: a `sep=` line, else the names
 * known in the header, else even rows. `null` where two are equally likely.
 */
export function detectDialect(text: string, knownNames: (header: readonly string[]) => number): Dialect | null {
  const { body, newline } = lineEnds(text)
  const declared = /^"?sep=([^\r\n"])"?(?:\r\n?|\n|$)/i.exec(body)
  if (declared?.[1] !== undefined) return { delimiter: declared[1], newline, body: body.slice(declared[0].length) }

  const found = DELIMITERS.map((delimiter) => weigh(delimiter, sampleRows(body, delimiter, newline), knownNames))
    .filter((evidence) => evidence.cells > 1)
    .toSorted(stronger)
  const [first, second] = found
  if (first === undefined) return { delimiter: ',', newline, body }
  if (second !== undefined && stronger(first, second) === 0) return null
  return { delimiter: first.delimiter, newline, body }
}

export interface QuoteFault {
  readonly row: number
  /** Whether rows may have been swallowed: the quote was never closed, or text after it goes over lines. */
  readonly fatal: boolean
}

/**
 * Calls `onRow` with the cells of every row and its number as Excel counts
 * (blank rows count, a `sep=` line does not, a cell over several lines is one
 * row). Returns the rows with misplaced quotes. Reads in pieces of about one
 * megabyte; `onProgress` gets the share that has been read.
 */
export function forEachRow(
  dialect: Dialect,
  onRow: (cells: readonly string[], row: number) => void,
  onProgress: (done: number) => void = () => undefined,
): readonly QuoteFault[] {
  const { body, delimiter, newline } = dialect
  const parser = new Papa.Parser({ delimiter, newline })
  const faults = new Map<number, QuoteFault>()
  let start = 0
  let length = CHUNK_LENGTH
  let rows = 0
  while (start < body.length) {
    const end = Math.min(body.length, start + length)
    const last = end === body.length
    const parsed = parser.parse(body.slice(start, end), 0, !last) as Papa.ParseResult<string[]>
    for (const error of parsed.errors) {
      const index = error.row ?? 0
      const cells = parsed.data[index]
      if (cells === undefined) continue
      const fatal = error.code === 'MissingQuotes' || cells.some((cell) => /[\r\n]/.test(cell))
      const row = rows + index + 1
      if (fatal || !faults.has(row)) faults.set(row, { row, fatal })
    }
    for (const cells of parsed.data) onRow(cells, ++rows)
    if (last) break
    start += parsed.meta.cursor
    // A row longer than the piece (an unclosed quote, perhaps): look further, twice as far each time.
    length = parsed.data.length === 0 ? length * 2 : CHUNK_LENGTH
    onProgress(start / body.length)
  }
  return [...faults.values()]
}
