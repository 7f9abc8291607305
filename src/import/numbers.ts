export type DecimalMark = '.' | ','

/** How a cell of a number column was read. */
export const READ = 0
export const MISSING = 1
export const BAD = 2
/** `1.234` or `1,234` where nothing tells thousands from decimals. */
export const AMBIGUOUS = 3

export interface Numbers {
  /** The decimal mark that the column shows; `null` where no value has one. */
  readonly mark: DecimalMark | null
  /** By place in the column's texts; `NaN` unless the state is `READ`. */
  readonly values: Float64Array
  readonly states: Uint8Array
  /** Decimals as written: 2 in `84.20`. */
  readonly decimals: Uint8Array
}

const MISSING_WORDS: ReadonlySet<string> = new Set([
  '',
  '-',
  '–',
  '—',
  'x',
  'n/a',
  'na',
  '#n/a',
  '…',
  '...',
  'null',
  'none',
])

const isDigit = (code: number) => code >= 48 && code <= 57

/** The ways in which officials write "no value"; a 0 is a value. */
export const isMissing = (text: string) => !isDigit(text.charCodeAt(0)) && MISSING_WORDS.has(text.trim().toLowerCase())

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

const BLANKS = /[\s\u00A0\u2007\u2009\u202F\uFEFF]+/gu

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

interface Evidence {
  readonly point: boolean
  readonly comma: boolean
}

function evidenceOf(shapes: readonly (Shape | null)[]): Evidence {
  let point = false
  let comma = false
  for (const found of shapes) {
    if (found?.kind !== 'decimal') continue
    if (found.mark === '.') point = true
    else comma = true
  }
  return { point, comma }
}

/**
 * Whether the ambiguous values can only be decimals: as decimals all are
 * within the limit, as thousands some are beyond it, and all use one mark.
 */
function markByRange(shapes: readonly (Shape | null)[], limit: number): DecimalMark | null {
  let mark: DecimalMark | null = null
  let beyond = false
  for (const found of shapes) {
    if (found?.kind !== 'ambiguous') continue
    if (mark !== null && found.mark !== mark) return null
    if (Math.abs(found.value) > limit) return null
    mark = found.mark
    if (Math.abs(found.asThousands) > limit) beyond = true
  }
  return beyond ? mark : null
}

/**
 * Reads the texts of one column. The decimal mark is decided from the
 * column's own values; where they leave it open, from `fileMark` (the mark of
 * the file's other columns), then from `limit` (the largest value there can be).
 * A column with both marks is read value by value, where each is clear in itself.
 */
export function readNumbers(texts: readonly string[], limit: number, fileMark: DecimalMark | null = null): Numbers {
  const shapes = texts.map((text) => (isMissing(text) ? null : readShape(text)))
  const { point, comma } = evidenceOf(shapes)
  const shown: DecimalMark | null = point === comma ? null : point ? '.' : ','
  const decided = shown ?? (point ? null : (fileMark ?? markByRange(shapes, limit)))

  const values = new Float64Array(texts.length).fill(Number.NaN)
  const states = new Uint8Array(texts.length)
  const decimals = new Uint8Array(texts.length)
  for (const [index, text] of texts.entries()) {
    const found = shapes[index] ?? null
    if (found === null) {
      states[index] = isMissing(text) ? MISSING : BAD
    } else if (found.kind !== 'ambiguous') {
      values[index] = found.value
      decimals[index] = found.decimals
    } else if (decided === null) {
      states[index] = AMBIGUOUS
    } else {
      values[index] = decided === found.mark ? found.value : found.asThousands
      decimals[index] = decided === found.mark ? found.decimals : 0
    }
  }
  return { mark: decided, values, states, decimals }
}

/** The decimal mark that the columns agree on, `null` where none shows one or two differ. */
export function commonMark(columns: readonly (readonly string[])[]): DecimalMark | null {
  let point = false
  let comma = false
  for (const texts of columns) {
    const evidence = evidenceOf(texts.map((text) => (isMissing(text) ? null : readShape(text))))
    point ||= evidence.point
    comma ||= evidence.comma
  }
  return point === comma ? null : point ? '.' : ','
}

/** Whether a text is a number under some reading. */
export const looksLikeNumber = (text: string) => readShape(text) !== null
