import type { Grid } from '@/import/file/grid'
import { textAt } from '@/import/file/grid'
import { isMissing, looksLikeNumber } from '@/import/meaning/numbers'
import { tidy } from '@/import/text-keys'

/** What a cell looks like. */
export const BLANK = 1
export const NUMBER = 2
/** One of the ways of writing "no value", or an error of Excel. */
export const MARK = 3
export const WORDS = 4

/** The looks of a grid's cells; each text of a column is looked at once, and only when a row with it is asked for. */
export interface Texture {
  readonly grid: Grid
  /** `BLANK`, `NUMBER`, `MARK` or `WORDS`. */
  readonly lookAt: (row: number, place: number) => number
  /** Tidied. */
  readonly textAt: (row: number, place: number) => string
}

/** Also beyond what a number can hold: it is refused as a figure, but heads nothing. */
const WITH_EXPONENT = /^[-+−]?\d+(?:[.,]\d+)?e[-+]?\d{1,6}$/iu

function lookOf(text: string): number {
  const trimmed = text.trim()
  if (trimmed === '') return BLANK
  if (isMissing(trimmed) || /^#[A-Z]{1,5}[/\w]*[!?A]$/.test(trimmed)) return MARK
  return looksLikeNumber(trimmed) || WITH_EXPONENT.test(trimmed) ? NUMBER : WORDS
}

export function textureOf(grid: Grid): Texture {
  const looks = new Map<number, Uint8Array>()
  const tidied = new Map<number, Map<number, string>>()
  return {
    grid,
    lookAt(row, place) {
      const column = grid.columns[place]
      if (column === undefined) return BLANK
      const code = column.codes[row] ?? 0
      if (code === 0) return BLANK
      let known = looks.get(place)
      if (known === undefined) {
        known = new Uint8Array(column.texts.length)
        looks.set(place, known)
      }
      const seen = known[code] ?? 0
      if (seen !== 0) return seen
      const look = lookOf(column.texts[code] ?? '')
      known[code] = look
      return look
    },
    textAt(row, place) {
      const code = grid.columns[place]?.codes[row] ?? 0
      if (code === 0) return ''
      let known = tidied.get(place)
      if (known === undefined) {
        known = new Map()
        tidied.set(place, known)
      }
      const seen = known.get(code)
      if (seen !== undefined) return seen
      const text = tidy(textAt(grid, row, place))
      known.set(code, text)
      return text
    },
  }
}

/** A rectangle of the grid in which a table is looked for; the ends belong to it. */
export interface Region {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Cell {
  readonly place: number
  readonly text: string
  readonly look: number
}

/** The cells of a row that are not blank, from the left; at most `limit`. */
export function cellsOf(
  texture: Texture,
  row: number,
  { left, right }: Pick<Region, 'left' | 'right'>,
  limit = Number.POSITIVE_INFINITY,
): Cell[] {
  const cells: Cell[] = []
  for (let place = left; place <= right && cells.length < limit; place++) {
    const look = texture.lookAt(row, place)
    if (look !== BLANK) cells.push({ place, text: texture.textAt(row, place), look })
  }
  return cells
}
