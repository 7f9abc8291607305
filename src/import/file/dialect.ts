import Papa from 'papaparse'
import type { Option } from '@/import/opening'

export interface Dialect {
  /** `null`: each line is one cell. */
  readonly delimiter: string | null
  readonly quote: '"' | "'"
  /** How a quote is written in a quoted cell: doubled, or after a backslash. */
  readonly escape: 'double' | 'backslash'
  /** Characters before the first row: a `sep=` line. */
  readonly skipped: number
}

export type DialectChoice = { readonly sure: Dialect } | { readonly open: readonly Option[] }

/** Decided by evidence. Others are believed where a `sep=` line or the viewer names them. */
const DELIMITERS = [',', ';', '\t', '|', '^', '\u001F'] as const
/** What else a viewer may find in the file and choose. */
const RARE_DELIMITERS = /[:=~#&]|(?![\n\t])(?=\p{ASCII})\p{Cc}/gu
/** The answer for a file of one column. */
const ONE_COLUMN = ''
const NO_DELIMITER = '\uFFFF'
const NEVER = ['"', '\r', '\n', '\0']

const SAMPLE_ROWS = 500
const SHOWN_ROWS = 3
const SHOWN_LENGTH = 200

/** A parser of texts whose lines end in LF. */
export function parserOf(dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>, preview = 0): Papa.Parser {
  return new Papa.Parser({
    delimiter: dialect.delimiter ?? NO_DELIMITER,
    newline: '\n',
    quoteChar: dialect.quote,
    escapeChar: dialect.escape === 'double' ? dialect.quote : '\\',
    preview,
  })
}

const isBlankRow = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

interface Parsed {
  readonly rows: readonly (readonly string[])[]
  /** Rows before the first misplaced quote. */
  readonly sound: readonly (readonly string[])[]
  readonly errors: number
}

function parseSample(sample: string, whole: boolean, dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>): Parsed {
  const parsed = parserOf(dialect, SAMPLE_ROWS).parse(sample, 0, !whole) as Papa.ParseResult<string[]>
  const filled = (rows: readonly (readonly string[])[]) => rows.filter((row) => !isBlankRow(row))
  const firstError = parsed.errors[0]?.row ?? parsed.data.length
  return {
    rows: filled(parsed.data),
    sound: filled(parsed.data.slice(0, firstError)),
    errors: parsed.errors.length,
  }
}

interface Evidence {
  readonly delimiter: string
  readonly rows: readonly (readonly string[])[]
  readonly usualWidth: number
  /** 0–1: how even the rows are. */
  readonly even: number
  /** 0–1: even rows, and cells in which nothing else parts cells. */
  readonly score: number
}

// Controls beyond ASCII are letters of a text that is not read rightly yet.
const PARTING = String.raw`(?:[,;|^]|(?!\n)(?=\p{ASCII})\p{Cc})`
const ANY_PARTING = new RegExp(PARTING, 'gu')
const LONGEST_NUMBER = 40
const NUMBER = /^[\s(+-]*[\d.,'\u00A0\u202F ]*\d[\d.,\s)%]*$/

/**
 * Share of the cells in which nothing is left that parts cells: a mark of the first row that stands between two
 * characters which are no blank, except in a number.
 */
function cleanShare(rows: readonly (readonly string[])[], delimiter: string): number {
  const header = rows[0] ?? []
  // The delimiter itself is only left in a cell that was quoted.
  const others = new Set(
    header
      .join('')
      .match(ANY_PARTING)
      ?.filter((mark) => mark !== delimiter),
  )
  const marks = Array.from(others, (mark) => `\\x${mark.codePointAt(0)?.toString(16).padStart(2, '0') ?? ''}`)
  if (marks.length === 0) return 1
  const parted = new RegExp(`[^\\s${marks.join('')}][${marks.join('')}]\\S`)
  const isClean = (cell: string) => !parted.test(cell) || (cell.length <= LONGEST_NUMBER && NUMBER.test(cell))
  const share = (cells: readonly string[]) => (cells.length === 0 ? 1 : cells.filter(isClean).length / cells.length)
  const filled = (some: readonly (readonly string[])[]) => some.flat().filter((cell) => cell.trim() !== '')
  // Names in a header have no marks within: where it is not clean the rest does not make up for it.
  const inHeader = share(filled([header]))
  return Math.min(inHeader === 1 ? 1 : inHeader * 0.7, share(filled(rows)))
}

function weigh(delimiter: string, { rows, errors }: Parsed): Evidence {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  let usualWidth = 0
  let usual = 0
  for (const [width, count] of counts) {
    if (count > usual || (count === usual && width > usualWidth)) [usualWidth, usual] = [width, count]
  }
  if (usual === 0) return { delimiter, rows, usualWidth: 0, even: 0, score: 0 }
  // Rows with any delimiter count for half where they are not as wide as most.
  const parted = rows.filter(({ length }) => length > 1).length
  const even = Math.max(0, (usual + parted) / 2 - errors) / rows.length
  const clean = cleanShare(
    rows.filter(({ length }) => length === usualWidth),
    delimiter,
  )
  return { delimiter, rows, usualWidth, even, score: even * clean * clean }
}

const ranked = (found: readonly Evidence[]) =>
  found.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)

/** The first of `found` where it is good by itself and no other comes near. */
function clearlyBest([best, second]: readonly Evidence[]): Evidence | null {
  if (best === undefined || best.even < 0.3) return null
  return second === undefined || second.score < best.score * 0.7 ? best : null
}

const shownRow = (row: readonly string[]) => row.join(' ┆ ').replaceAll('\n', ' ').slice(0, SHOWN_LENGTH)

function optionOf({ delimiter, rows, usualWidth }: Evidence): Option {
  const like = rows.filter(({ length }) => length === usualWidth)
  return { value: delimiter, label: null, sample: like.slice(0, SHOWN_ROWS).map(shownRow) }
}

/** A quote at the start of a cell; looked for by the quote, which is rare. */
const opening = (quote: string) => String.raw`${quote}(?<=(?:^|\n|${PARTING})${quote})`
const QUOTED_SINGLY = new RegExp(String.raw`${opening("'")}(?:[^'\n]|'')*'(?=$|\n|${PARTING})`, 'gu')
const OPENED_SINGLY = new RegExp(opening("'"), 'gu')
const OPENED_DOUBLY = new RegExp(opening('"'), 'u')

/** Single quotes are quotes only where every cell that opens with one closes with one; a lone one is Excel's mark of text. */
function quoteOf(sample: string): Dialect['quote'] {
  if (OPENED_DOUBLY.test(sample)) return '"'
  const quoted = sample.match(QUOTED_SINGLY)?.length ?? 0
  return quoted > 1 && quoted === sample.match(OPENED_SINGLY)?.length ? "'" : '"'
}

/** A quote after a backslash is part of the cell where the file makes no sense otherwise. */
function escapeOf(
  sample: string,
  whole: boolean,
  delimiter: string | null,
  quote: Dialect['quote'],
): Dialect['escape'] {
  if (!sample.includes(`\\${quote}`)) return 'double'
  const errors = (escape: Dialect['escape']) => parseSample(sample, whole, { delimiter, quote, escape }).errors
  return errors('double') > 0 && errors('backslash') === 0 ? 'backslash' : 'double'
}

const DECLARED = /^"?sep=([^\n"])"?(?:\n|$)/i

/**
 * Decides how the cells of a text are parted: by the viewer's answer, a `sep=` line, else even rows whose cells
 * hold no further cells. What is near each other stays open, and so does a text that nothing parts: it may have
 * one column, or a delimiter that is not known. `sample` begins with the text, its lines end in LF.
 */
export function chooseDialect(sample: string, whole: boolean, answer: string | undefined): DialectChoice {
  const declared = DECLARED.exec(sample)
  const skipped = declared?.[0].length ?? 0
  const body = sample.slice(skipped)
  const quote = quoteOf(body)
  const sure = (delimiter: string | null): DialectChoice => ({
    sure: { delimiter, quote, escape: escapeOf(body, whole, delimiter, quote), skipped },
  })
  const asked = answer ?? declared?.[1]
  if (asked === ONE_COLUMN) return sure(null)
  if (asked?.length === 1 && !NEVER.includes(asked)) return sure(asked)

  const parse = (delimiter: string) =>
    parseSample(body, whole, { delimiter, quote, escape: escapeOf(body, whole, delimiter, quote) })
  const tryDelimiter = (delimiter: string) => weigh(delimiter, parse(delimiter))
  const tryBeforeFault = (delimiter: string) => {
    const { sound } = parse(delimiter)
    return weigh(delimiter, { rows: sound, sound, errors: 0 })
  }
  const found = ranked(DELIMITERS.map(tryDelimiter))
  // A quote that is never closed swallows what would be evidence: the rows before it are then all there is.
  const clear = clearlyBest(found) ?? clearlyBest(ranked(DELIMITERS.map(tryBeforeFault)))
  if (clear !== null) return sure(clear.delimiter)
  const rare = ranked([...new Set(body.match(RARE_DELIMITERS))].map(tryDelimiter)).filter(({ score }) => score >= 0.8)
  const lines = parseSample(body, whole, { delimiter: null, quote, escape: 'double' }).rows
  const oneColumn: Option = { value: ONE_COLUMN, label: null, sample: lines.slice(0, SHOWN_ROWS).map(shownRow) }
  return { open: [...[...found, ...rare].map(optionOf), oneColumn] }
}
