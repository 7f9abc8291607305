import type { Column, Grid, QuoteFault } from '@/import/file/grid'

interface Coder {
  readonly texts: string[]
  /** By text as it stands in the file. */
  readonly places: Map<string, number>
  codes: Uint32Array<ArrayBuffer>
  lastText: string
  lastCode: number
}

const FIRST_LENGTH = 16
// V8 keeps the whole piece of the file alive that a longer substring was cut from.
const LONGEST_COPIED = 12

function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(length, array.length * 2))
  larger.set(array)
  return larger
}

const detached = (text: string) => (text.length > LONGEST_COPIED ? ` ${text}`.slice(1) : text)

/** One kind of line end and of accents; what has no width and no meaning is no text. */
function cleaned(text: string): string {
  let clean = text
  if (/[\u0300-\uFFFF]/.test(clean)) clean = clean.replaceAll(/[\u200B\u2060\uFEFF]/g, '').normalize('NFC')
  return clean.includes('\r') ? clean.replaceAll(/\r\n?/g, '\n') : clean
}

function codeOf(coder: Coder, text: string): number {
  if (text === coder.lastText) return coder.lastCode
  let code = coder.places.get(text)
  if (code === undefined) {
    const own = detached(text)
    const clean = cleaned(own)
    code = clean === own ? undefined : coder.places.get(clean)
    if (code === undefined) {
      code = coder.texts.length
      coder.texts.push(clean)
      coder.places.set(clean, code)
    }
    if (clean !== own) coder.places.set(own, code)
  }
  coder.lastText = text
  coder.lastCode = code
  return code
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '' || cell.trim() === '')

/** Takes rows one by one and codes them into columns; nothing of the rows themselves is kept. */
export interface GridBuilder {
  /** `row` is the row of the file as Excel counts it. Blank rows are left out. */
  readonly add: (cells: readonly string[], row: number) => void
  readonly rowCount: () => number
  readonly finish: (faults: readonly QuoteFault[]) => Grid
}

export function startGrid(): GridBuilder {
  const coders: Coder[] = []
  let rows = new Uint32Array(FIRST_LENGTH)
  let widths = new Uint32Array(FIRST_LENGTH)
  let rowCount = 0

  return {
    rowCount: () => rowCount,
    add(cells, row) {
      if ((cells[0] ?? '').trim() === '' && isBlank(cells)) return
      if (rowCount === rows.length) {
        rows = grown(rows, rowCount + 1)
        widths = grown(widths, rowCount + 1)
      }
      rows[rowCount] = row
      widths[rowCount] = cells.length
      while (coders.length < cells.length)
        coders.push({ texts: [''], places: new Map([['', 0]]), codes: new Uint32Array(0), lastText: '', lastCode: 0 })
      for (let place = 0; place < cells.length; place++) {
        const text = cells[place] ?? ''
        if (text === '') continue
        const coder = coders[place] as Coder
        if (rowCount >= coder.codes.length) coder.codes = grown(coder.codes, Math.max(FIRST_LENGTH, rowCount + 1))
        coder.codes[rowCount] = codeOf(coder, text)
      }
      rowCount++
    },
    finish(faults) {
      const columns = coders.map(({ texts, codes }): Column => {
        // A view: what was reserved beyond it was never touched, a copy of all columns would be.
        if (codes.length >= rowCount) return { texts, codes: codes.subarray(0, rowCount) }
        return { texts, codes: grown(codes, rowCount).subarray(0, rowCount) }
      })
      return {
        columns,
        rowCount,
        rows: rows.subarray(0, rowCount),
        widths: widths.subarray(0, rowCount),
        merged: [],
        hidden: new Set(),
        odd: [],
        faults,
      }
    },
  }
}
