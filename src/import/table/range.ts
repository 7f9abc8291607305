import { columnLetter } from '@/domain/column-letter'
import type { Grid } from '@/import/file/grid'

/** Rows of the file and places of columns; the ends belong to it. */
export interface Range {
  readonly firstRow: number
  readonly lastRow: number
  readonly left: number
  readonly right: number
}

/** As Excel writes it: `A4:H30`. */
export const rangeText = ({ firstRow, lastRow, left, right }: Range) =>
  `${columnLetter(left)}${firstRow}:${columnLetter(right)}${lastRow}`

const placeOf = (letters: string) =>
  Array.from(letters.toUpperCase()).reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** `null` where the text is no range. */
export function readRange(text: string): Range | null {
  const match = /^\s*\$?([A-Z]{1,4})\$?(\d{1,8})\s*:\s*\$?([A-Z]{1,4})\$?(\d{1,8})\s*$/i.exec(text)
  if (match === null) return null
  const [, from = '', top = '', to = '', bottom = ''] = match
  const range = { firstRow: Number(top), lastRow: Number(bottom), left: placeOf(from), right: placeOf(to) }
  return range.firstRow <= range.lastRow && range.left <= range.right ? range : null
}

/** The first grid row that stands at or below a row of the file; the count of rows where none does. */
export function gridRowAt({ rows, rowCount }: Grid, fileRow: number): number {
  let low = 0
  let high = rowCount
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] ?? 0) < fileRow) low = middle + 1
    else high = middle
  }
  return low
}
