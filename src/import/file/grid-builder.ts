import type { Column, Grid, QuoteFault } from '@/import/file/grid'

/**
 * The texts of a column as they come, each coded by the place at which it first came. A text is looked up where it
 * stands in the piece of the file, and made a string only when it is new: a million rows are millions of cells.
 */
interface TextCoder {
  readonly texts: string[]
  /** By place in `texts`. */
  hashes: Int32Array<ArrayBuffer>
  /** Open addressing; 0, the place of '', is free. */
  slots: Uint32Array<ArrayBuffer>
  /** Places of texts that stand in the file in another form than they are kept in. */
  readonly forms: Map<string, number>
  codes: Uint32Array<ArrayBuffer>
}

const FIRST_LENGTH = 16
const LINE_FEED = 10
// V8 keeps the whole piece of the file alive that a longer substring was cut from.
const LONGEST_COPIED = 12
/** Characters below this have one form only. */
const FIRST_ACCENT = 0x300

const startTextCoder = (): TextCoder => ({
  texts: [''],
  hashes: new Int32Array(FIRST_LENGTH),
  slots: new Uint32Array(FIRST_LENGTH * 2),
  forms: new Map([['', 0]]),
  codes: new Uint32Array(0),
})

// Not the same twice, so that no file can be made of texts that all meet in one slot.
const SEED = Math.floor(Math.random() * 2 ** 32)

/** The hash of no text; `stir` in every character, then `settle`. */
const startHash = SEED
const stir = (hash: number, character: number) => Math.imul(hash ^ character, 0x01000193)
function settle(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

function stands(known: string, text: string, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let at = from; at < to; at++) if (known.charCodeAt(at - from) !== text.charCodeAt(at)) return false
  return true
}

const detached = (text: string) => (text.length > LONGEST_COPIED ? ` ${text}`.slice(1) : text)

/** One kind of line end and of accents; what has no width and no meaning is no text. */
function cleaned(text: string): string {
  let clean = text
  if (/[\u0300-\uFFFF]/.test(clean)) clean = clean.replaceAll(/[\u200B\u2060\uFEFF]/g, '').normalize('NFC')
  return clean.includes('\r') ? clean.replaceAll(/\r\n?/g, '\n') : clean
}

/** The place of a text that is known; else 0. */
function find({ slots, hashes, texts }: TextCoder, text: string, from: number, to: number, hash: number): number {
  const mask = slots.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const code = slots[slot] as number
    if (code === 0 || (hashes[code] === hash && stands(texts[code] as string, text, from, to))) return code
  }
}

function put(slots: Uint32Array, hash: number, code: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = code
}

function insert(coder: TextCoder, text: string, hash: number): number {
  const code = coder.texts.push(text) - 1
  if (code === coder.hashes.length) {
    const hashes = new Int32Array(code * 2)
    hashes.set(coder.hashes)
    const slots = new Uint32Array(code * 4)
    for (let known = 1; known < code; known++) put(slots, hashes[known] as number, known)
    coder.hashes = hashes
    coder.slots = slots
  }
  coder.hashes[code] = hash
  put(coder.slots, hash, code)
  return code
}

function codeOfWhole(coder: TextCoder, text: string): number {
  if (text === '') return 0
  let stirred = startHash
  for (let at = 0; at < text.length; at++) stirred = stir(stirred, text.charCodeAt(at))
  const hash = settle(stirred)
  const known = find(coder, text, 0, text.length, hash)
  return known === 0 ? insert(coder, text, hash) : known
}

/**
 * The code of the text that stands from one place to another in a piece of the file, which is not empty. `stirred`
 * and `bits` are of its characters: the hash, and all of them joined by `|`.
 */
function codeOf(coder: TextCoder, text: string, from: number, to: number, stirred: number, bits: number) {
  const hash = settle(stirred)
  const known = find(coder, text, from, to, hash)
  if (known !== 0) return known
  if (bits < FIRST_ACCENT && bits >= 0) {
    return insert(coder, detached(text.slice(from, to)), hash)
  }
  const raw = text.slice(from, to)
  const form = coder.forms.get(raw)
  if (form !== undefined) return form
  const own = detached(raw)
  const clean = cleaned(own)
  if (clean === own) return insert(coder, own, hash)
  const code = codeOfWhole(coder, clean)
  coder.forms.set(own, code)
  return code
}

function setCode(coder: TextCoder, row: number, code: number): void {
  if (row >= coder.codes.length) {
    const codes = new Uint32Array(Math.max(FIRST_LENGTH, row + 1, coder.codes.length * 2))
    codes.set(coder.codes)
    coder.codes = codes
  }
  coder.codes[row] = code
}

function columnOf({ texts, codes }: TextCoder, rowCount: number): Column {
  // A view: what was reserved beyond it was never touched, a copy of all columns would be.
  if (codes.length >= rowCount) return { texts, codes: codes.subarray(0, rowCount) }
  const whole = new Uint32Array(rowCount)
  whole.set(codes)
  return { texts, codes: whole }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/** What `trim` takes away. */
const isBlankCharacter = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff))

/** Takes rows one by one and codes them into columns; nothing of the rows themselves is kept. */
export interface GridBuilder {
  /** `row` is the row of the file as Excel counts it. Blank rows are left out. */
  readonly add: (cells: readonly string[], row: number) => void
  /**
   * The lines of a text, up to `end`, as rows after row `before`: no cell has quotes. Lines end in LF; `delimiter` is
   * one character, `null` where each line is one cell. Returns how many lines there are.
   */
  readonly addLines: (text: string, end: number, delimiter: string | null, before: number) => number
  readonly finish: (faults: readonly QuoteFault[]) => Grid
}

export function startGrid(): GridBuilder {
  const coders: TextCoder[] = []
  let rows = new Uint32Array(FIRST_LENGTH)
  let widths = new Uint32Array(FIRST_LENGTH)
  let rowCount = 0

  function coderAt(place: number): TextCoder {
    while (coders.length <= place) coders.push(startTextCoder())
    return coders[place] as TextCoder
  }
  function endRow(row: number, width: number): void {
    if (width > coders.length) coderAt(width - 1)
    if (rowCount === rows.length) {
      rows = grown(rows)
      widths = grown(widths)
    }
    rows[rowCount] = row
    widths[rowCount] = width
    rowCount++
  }

  return {
    add(cells, row) {
      if ((cells[0] ?? '').trim() === '' && isBlank(cells)) return
      for (let place = 0; place < cells.length; place++) {
        const text = cells[place] ?? ''
        if (text === '') continue
        let hash = startHash
        let bits = 0
        for (let at = 0; at < text.length; at++) {
          const character = text.charCodeAt(at)
          hash = stir(hash, character)
          bits |= character
        }
        const coder = coderAt(place)
        setCode(coder, rowCount, codeOf(coder, text, 0, text.length, hash, bits))
      }
      endRow(row, cells.length)
    },
    addLines(text, end, delimiter, before) {
      const parting = delimiter === null ? -1 : delimiter.charCodeAt(0)
      let row = before
      let at = 0
      while (at < end) {
        row++
        let first = at
        let character = text.charCodeAt(first)
        while (first < end && character !== LINE_FEED && (character === parting || isBlankCharacter(character)))
          character = text.charCodeAt(++first)
        if (first >= end || character === LINE_FEED) {
          at = first + 1
          continue
        }
        let place = 0
        for (; ; at++) {
          const from = at
          let hash = startHash
          let bits = 0
          for (; at < end; at++) {
            character = text.charCodeAt(at)
            if (character === parting || character === LINE_FEED) break
            hash = stir(hash, character)
            bits |= character
          }
          if (at > from) {
            const coder = coderAt(place)
            setCode(coder, rowCount, codeOf(coder, text, from, at, hash, bits))
          }
          place++
          if (at >= end || character === LINE_FEED) break
        }
        at++
        endRow(row, place)
      }
      return row - before
    },
    finish: (faults) => ({
      columns: coders.map((coder) => columnOf(coder, rowCount)),
      rowCount,
      rows: rows.subarray(0, rowCount),
      widths: widths.subarray(0, rowCount),
      merged: [],
      hidden: new Set(),
      odd: [],
      faults,
    }),
  }
}
