import { forEachRow, isBlankRow } from '@/import/dialect'
import type { Dialect, QuoteFault } from '@/import/dialect'

/**
 * A column by dictionary: a million rows hold few different texts, so every
 * later stage works on the texts and touches a row by its code only.
 */
export interface Column {
  /** Every text once, in the order in which it first occurs; as it stands in the file. */
  readonly texts: readonly string[]
  /** For every data row the place of its text in `texts`. */
  readonly codes: Uint32Array
}

export interface Cells {
  readonly header: readonly string[]
  readonly headerRow: number
  readonly columns: readonly Column[]
  /** The row of the file, as Excel counts it, of every data row. */
  readonly rows: Uint32Array
  readonly rowCount: number
  /** Data rows with fewer cells than the header (missing ones read as blank), or with more that are not blank. */
  readonly uneven: readonly { readonly index: number; readonly cells: number; readonly surplus: string | null }[]
  readonly faults: readonly QuoteFault[]
}

interface Coder {
  readonly texts: string[]
  readonly places: Map<string, number>
  codes: Uint32Array
  lastText: string
  lastCode: number
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

function codeOf(coder: Coder, text: string): number {
  if (text === coder.lastText) return coder.lastCode
  let code = coder.places.get(text)
  if (code === undefined) {
    code = coder.texts.length
    coder.texts.push(text)
    coder.places.set(text, code)
  }
  coder.lastText = text
  coder.lastCode = code
  return code
}

/** The cells below the first row that is not blank; `null` where all rows are. */
export function readColumns(dialect: Dialect, onProgress?: (done: number) => void): Cells | null {
  let header: readonly string[] | null = null
  let headerRow = 0
  let rowCount = 0
  let rows = new Uint32Array(1024)
  const coders: Coder[] = []
  const uneven: { index: number; cells: number; surplus: string | null }[] = []

  const faults = forEachRow(
    dialect,
    (cells, row) => {
      if ((cells[0] ?? '').trim() === '' && isBlankRow(cells)) return
      if (header === null) {
        header = cells
        headerRow = row
        for (let index = 0; index < cells.length; index++) {
          const codes = new Uint32Array(1024)
          coders.push({ texts: [''], places: new Map([['', 0]]), codes, lastText: '', lastCode: 0 })
        }
        return
      }
      if (rowCount === rows.length) {
        rows = grown(rows)
        for (const coder of coders) coder.codes = grown(coder.codes)
      }
      rows[rowCount] = row
      for (let index = 0; index < coders.length; index++) {
        const coder = coders[index] as Coder
        coder.codes[rowCount] = codeOf(coder, cells[index] ?? '')
      }
      if (cells.length !== header.length) {
        const surplus = cells.slice(header.length).find((cell) => cell.trim() !== '') ?? null
        if (cells.length < header.length || surplus !== null)
          uneven.push({ index: rowCount, cells: cells.length, surplus })
      }
      rowCount++
    },
    onProgress,
  )

  if (header === null) return null
  return {
    header,
    headerRow,
    columns: coders.map(({ texts, codes }) => ({ texts, codes: codes.subarray(0, rowCount) })),
    rows: rows.subarray(0, rowCount),
    rowCount,
    uneven,
    faults,
  }
}
