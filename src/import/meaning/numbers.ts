export type DecimalMark = '.' | ','

/** How a cell of a number column was read. */
export const READ = 0
export const MISSING = 1
export const BAD = 2
/** `1.234` or `1,234` where nothing tells thousands from decimals. */
export const AMBIGUOUS = 3
/** `không áp dụng`. */
export const NOT_APPLICABLE = 7
/** `không đánh giá`. */
export const NOT_ASSESSED = 8

export interface Numbers {
  /** The decimal mark that the column shows; `null` where no value has one. */
  readonly mark: DecimalMark | null
  /** By place in the column's texts; `NaN` unless the state is `READ`. */
  readonly values: Float64Array
  readonly states: Uint8Array
  /** Decimals as written: 2 in `84.20`. */
  readonly decimals: Uint8Array
}

const BLANKS = /[\s\u00A0\u2007\u2009\u202F\uFEFF]+/gu

const MISSING_WORDS: ReadonlyMap<string, number> = new Map([
  ...['', '-', '–', '—', '--', '---', 'x', 'n/a', 'na', '#n/a', '…', '...', 'null', 'none', '/', '*'].map(
    (word) => [word, MISSING] as const,
  ),
  ...['chưa có', 'chưa có số liệu', 'chưa công bố', 'không có', 'không có số liệu', 'not available'].map(
    (word) => [word, MISSING] as const,
  ),
  ...['không áp dụng', 'k áp dụng', 'không thuộc đối tượng', 'not applicable'].map(
    (word) => [word, NOT_APPLICABLE] as const,
  ),
  ...['không đánh giá', 'chưa đánh giá', 'không xét', 'không chấm', 'not assessed'].map(
    (word) => [word, NOT_ASSESSED] as const,
  ),
])

const isDigit = (code: number) => code >= 48 && code <= 57

/** The state of a text that says "no value"; `null` of any other, a 0 too. */
const missingState = (text: string): number | null =>
  isDigit(text.charCodeAt(0)) ? null : (MISSING_WORDS.get(text.replaceAll(BLANKS, ' ').trim().toLowerCase()) ?? null)

/** The ways in which officials write "no value"; a 0 is a value. */
export const isMissing = (text: string) => missingState(text) !== null

/** Whether a state says that there is no value, and nothing wrong with that. */
export const isMissingState = (state: number) => state === MISSING || state === NOT_APPLICABLE || state === NOT_ASSESSED

interface Shape {
  /** `ambiguous`: three digits after the only mark, `1.234`. */
  readonly kind: 'whole' | 'decimal' | 'ambiguous'
  /** The mark that is the decimal one in this text, or would be. */
  readonly mark: DecimalMark | null
  readonly value: number
  readonly decimals: number
  /** What it is if the mark parts thousands. */
  readonly asThousands: number
}

const other = (mark: string): DecimalMark => (mark === '.' ? ',' : '.')
const shape = (kind: Shape['kind'], mark: DecimalMark | null, value: number, decimals = 0, asThousands = Number.NaN) =>
  Number.isFinite(value) ? ({ kind, mark, value, decimals, asThousands } satisfies Shape) : null

/** What remains of a cell when the unit of measure and blanks between thousands are taken away. */
function bare(text: string): string {
  const tidy = text
    .replaceAll(BLANKS, ' ')
    .trim()
    .replace(/ ?(?:%|điểm)$/iu, '')
    .replace('−', '-')
  return /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(tidy) ? tidy.replaceAll(' ', '') : tidy
}

const GROUPED = { '.': /^\d{1,3}(?:\.\d{3})+$/, ',': /^\d{1,3}(?:,\d{3})+$/ } as const

/** Digits with at most one mark among them: nearly all cells, and ten times as fast as the forms below. */
function readPlain(text: string): Shape | null {
  let at = -1
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (isDigit(code)) continue
    if ((code !== 46 && code !== 44) || at !== -1 || place === 0 || place === text.length - 1) return null
    at = place
  }
  if (at === -1) return text === '' ? null : shape('whole', null, Number(text))
  const mark = text.charAt(at) as DecimalMark
  const value = Number(mark === '.' ? text : text.replace(',', '.'))
  const decimals = text.length - at - 1
  return decimals === 3 && at <= 3 && text.charCodeAt(0) !== 48
    ? shape('ambiguous', mark, value, 3, Number(text.slice(0, at) + text.slice(at + 1)))
    : shape('decimal', mark, value, decimals)
}

function readShape(raw: string): Shape | null {
  const plain = readPlain(raw)
  if (plain !== null) return plain
  const spaced = raw.trim()
  const text = bare(spaced)
  const match = /^([+-]?)(\d+(?:[.,]\d+)*|[.,]\d+)(e[+-]?\d{1,3})?$/i.exec(text)
  if (match === null) return null
  const [, sign = '', digits = '', exponent = ''] = match
  const number = (whole: string, fraction: string) =>
    Number(`${sign}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}${exponent}`)
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last === -1) return shape('whole', null, number(digits, ''))

  const mark = digits.charAt(last) as DecimalMark
  const head = digits.slice(0, last)
  const fraction = digits.slice(last + 1)
  if (head.includes(other(mark))) {
    const grouped = GROUPED[other(mark)].test(head)
    return grouped ? shape('decimal', mark, number(head.replaceAll(other(mark), ''), fraction), fraction.length) : null
  }
  if (head.includes(mark)) {
    // 1.234.567: the mark parts thousands, so the other one is the decimal mark.
    return GROUPED[mark].test(digits) ? shape('decimal', other(mark), number(digits.replaceAll(mark, ''), '')) : null
  }
  const value = number(head, fraction)
  // A number with a blank between thousands, or an exponent, cannot also use the mark for thousands.
  const open =
    fraction.length === 3 &&
    exponent === '' &&
    /^[1-9]\d{0,2}$/.test(head) &&
    !/\d[\s\u00A0\u2009\u202F]\d/u.test(spaced)
  return open
    ? shape('ambiguous', mark, value, 3, number(head + fraction, ''))
    : shape('decimal', mark, value, fraction.length)
}

/** An ambiguous text: its place, its mark, and what it is with either. */
interface Open {
  readonly place: number
  readonly mark: DecimalMark | null
  readonly value: number
  readonly asThousands: number
}

/**
 * Whether the ambiguous values can only be decimals: as decimals all are
 * within the limit, as thousands some are beyond it, and all use one mark.
 */
function markByRange(open: readonly Open[], limit: number | null): DecimalMark | null {
  if (limit === null) return null
  let mark: DecimalMark | null = null
  let beyond = false
  for (const found of open) {
    if (mark !== null && found.mark !== mark) return null
    if (Math.abs(found.value) > limit) return null
    mark = found.mark
    if (Math.abs(found.asThousands) > limit) beyond = true
  }
  return beyond ? mark : null
}

export interface NumberHints {
  /** The largest value there can be; `null` where nothing says it. */
  readonly limit: number | null
  /** The mark of the file's other columns. */
  readonly fileMark?: DecimalMark | null
  /** The column's own mark, where that is settled. */
  readonly mark?: DecimalMark | null
  /** Places in `texts` that are exact numbers with a decimal point, as in `Column`. */
  readonly pointed?: ReadonlySet<number> | undefined
}

const readPointed = (text: string): Shape | null => {
  const percent = text.endsWith('%')
  const digits = percent ? text.slice(0, -1) : text
  const point = digits.search(/[.e]/i)
  const value = digits === '' ? Number.NaN : Number(digits)
  return shape(
    point === -1 ? 'whole' : 'decimal',
    null,
    value,
    point === -1 ? 0 : (/\.(\d*)/.exec(digits)?.[1] ?? '').length,
  )
}

/**
 * Reads the texts of one column. Where its mark is not settled, that is decided
 * from the column's own values; where they leave it open, from the file's other
 * columns, then from the limit. A column with both marks is read value by value,
 * where each is clear in itself.
 */
export function readNumbers(
  texts: readonly string[],
  { limit, fileMark = null, mark: settled = null, pointed }: NumberHints,
): Numbers {
  const values = new Float64Array(texts.length).fill(Number.NaN)
  const states = new Uint8Array(texts.length)
  const decimals = new Uint8Array(texts.length)
  // Nothing is kept of a text that is clear: a column can have a million different ones.
  const open: Open[] = []
  let point = false
  let comma = false
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place] as string
    const missing = missingState(text)
    if (missing !== null) {
      states[place] = missing
      continue
    }
    const found = pointed?.has(place) === true ? readPointed(text) : readShape(text)
    if (found === null) states[place] = BAD
    else if (found.kind === 'ambiguous') {
      open.push({ place, mark: found.mark, value: found.value, asThousands: found.asThousands })
    } else {
      values[place] = found.value
      decimals[place] = found.decimals
      if (found.kind === 'decimal' && found.mark === '.') point = true
      else if (found.kind === 'decimal' && found.mark === ',') comma = true
    }
  }
  const shown: DecimalMark | null = point === comma ? null : point ? '.' : ','
  const mark = settled ?? shown ?? (point ? null : (fileMark ?? markByRange(open, limit)))
  for (const found of open) {
    if (mark === null) states[found.place] = AMBIGUOUS
    else {
      values[found.place] = mark === found.mark ? found.value : found.asThousands
      decimals[found.place] = mark === found.mark ? 3 : 0
    }
  }
  return { mark, values, states, decimals }
}

/** `1.234` read with either mark: `[decimal point, decimal comma]`; `null` for a text that has one reading only. */
export function bothReadings(text: string): readonly [point: number, comma: number] | null {
  const found = isMissing(text) ? null : readShape(text)
  if (found?.kind !== 'ambiguous') return null
  return found.mark === '.' ? [found.value, found.asThousands] : [found.asThousands, found.value]
}

/** The decimal mark that the columns agree on, `null` where none shows one or two differ. */
export function commonMark(
  columns: readonly { readonly texts: readonly string[]; readonly pointed?: ReadonlySet<number> | undefined }[],
): DecimalMark | null {
  let point = false
  let comma = false
  for (const { texts, pointed } of columns) {
    for (let place = 0; place < texts.length && !(point && comma); place++) {
      const text = texts[place] as string
      // A mark that is there already is nothing new: only texts with the other one are read.
      if ((point || !text.includes('.')) && (comma || !text.includes(','))) continue
      if (pointed?.has(place) === true || missingState(text) !== null) continue
      const found = readShape(text)
      if (found?.kind !== 'decimal') continue
      if (found.mark === '.') point = true
      else if (found.mark === ',') comma = true
    }
  }
  return point === comma ? null : point ? '.' : ','
}

/** Whether a text is a number under some reading. */
export const looksLikeNumber = (text: string) => readShape(text) !== null
