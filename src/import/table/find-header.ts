import type { Span } from '@/import/file/grid'
import { isMaximumCell, isNote, isNumbering, isParentHeader, isTitle, isUnitLike } from '@/import/table/words'
import { BLANK, cellsOf, MARK, NUMBER, WORDS } from '@/import/table/texture'
import type { Cell, Region, Texture } from '@/import/table/texture'
import type { KnownNames } from '@/import/table/known-names'

const HEADER_ROWS = 3
/** Rows in which the header of a region is looked for. */
const HEAD = 500
/** Rows without figures that may stand between a header and the first row that has some. */
const CLIMB = 40
const BELOW = 12
/** Rows of figures above which a header is looked for. */
const TRIES = 20

/** The header of one table. */
export interface Header {
  /** Grid rows, from the top. */
  readonly rows: readonly number[]
  /** The first grid row below it. */
  readonly bodyTop: number
  /** Columns that hold figures, as the first rows show. */
  readonly figures: readonly number[]
}

export interface Scene {
  readonly texture: Texture
  readonly known: KnownNames
}

export const isKnownHeader = ({ known }: Scene, { text }: Cell) =>
  known.isHeader(text) || known.isSubIndex(text) || known.isPeriod(text)

const isFigure = (look: number) => look === NUMBER || look === MARK
const isPeriodCell = ({ known }: Scene, { look, text }: Cell) => look === NUMBER && known.isPeriod(text)
const isNumberingRow = (cells: readonly Cell[]) => isNumbering(cells.map(({ text }) => text))

/** Places of the figures of a row that looks like data, without the numbers that stand left of its name; `null` for any other row. */
function figuresOf(scene: Scene, cells: readonly Cell[]): readonly number[] | null {
  const numbers = cells.filter(({ look }) => look === NUMBER)
  if (numbers.length === 0 || cells.length < 2 || isNumberingRow(cells)) return null
  const words = cells.filter(({ look }) => look === WORDS)
  if (words.length === 0 && numbers.length < 2) return null
  if (numbers.every((cell) => isPeriodCell(scene, cell))) return null
  const name = words[0]?.place ?? -1
  const figures = cells.filter(({ place, look }) => place > name && isFigure(look))
  return (figures.length > 0 ? figures : numbers).map(({ place }) => place)
}

/** Whether the rows below that have figures have some in the same columns. */
function goesOn({ texture }: Scene, row: number, figures: readonly number[], region: Region): boolean {
  let rows = 0
  let alike = 0
  for (let below = row + 1; below <= Math.min(region.bottom, row + BELOW); below++) {
    const cells = cellsOf(texture, below, region)
    if (cells.length < 2 || !cells.some(({ look }) => isFigure(look))) continue
    rows++
    if (figures.some((place) => isFigure(texture.lookAt(below, place)))) alike++
  }
  return alike * 2 >= rows
}

/** Whether a cell is of the same kind as one below it, so that it heads nothing: a period over periods, a unit over units. */
export function isOfKind({ known, texture }: Scene, { place, text }: Cell, below: number): boolean {
  const other = texture.textAt(below, place)
  return [known.isPeriod, known.isSubIndex, known.isUnit].some((is) => is(text) && is(other))
}

/** Whether a row can be the lowest of a header: words or periods over at least half of the columns of figures, or headers that are known. */
function isLowest(scene: Scene, cells: readonly Cell[], figures: ReadonlySet<number>, first: number): boolean {
  if (cells.some((cell) => cell.look === MARK || (cell.look === NUMBER && !isPeriodCell(scene, cell)))) return false
  if (isNumberingRow(cells) || isNote(cells[0]?.text ?? '')) return false
  const heads = cells.filter(
    (cell) => (cell.look === WORDS || isPeriodCell(scene, cell)) && !isOfKind(scene, cell, first),
  )
  const over = heads.filter(({ place }) => figures.has(place)).length
  if (heads.length >= 2 && heads.filter((cell) => isKnownHeader(scene, cell)).length >= 2) return true
  if (over === 0 || over * 2 < figures.size) return false
  return heads.length >= 2 || figures.size === 1
}

const spanAt = (spans: readonly Span[], row: number, place: number) =>
  spans.find(({ top, left }) => top === row && left === place) ?? null

/** Whether a row above the header belongs to it: whether its cells head columns. */
function isParent(scene: Scene, row: number, lower: readonly number[], name: number, region: Region): boolean {
  const { texture } = scene
  const { grid } = texture
  if ((grid.rows[row + 1] ?? 0) - (grid.rows[row] ?? 0) > 1) return false
  const cells = cellsOf(texture, row, region)
  if (cells.length === 0 || cells.some((cell) => cell.look === NUMBER && !isPeriodCell(scene, cell))) return false
  if (cells.some(({ text }) => isTitle(text))) return false
  const hasBelow = (place: number) => lower.some((below) => texture.lookAt(below, place) !== BLANK)
  const wide = cells.some(({ place }) => {
    const span = spanAt(grid.merged, row, place)
    return span !== null && span.left <= name && span.right > name
  })
  const ends = cells.map(({ place }, which) => (cells[which + 1]?.place ?? region.right + 1) - place)
  const headed = Array.from({ length: region.right - region.left + 1 }, (_, at) => region.left + at).filter(hasBelow)
  const isSecondLanguage = cells.length >= 3 && cells.length * 10 >= headed.length * 8
  const isRegular = cells.length >= 2 && ends.slice(0, -1).every((width) => width > 1 && width === ends[0])
  if (isSecondLanguage) return true
  const overName = cells.some(({ place }) => place <= name && hasBelow(place))
  if (overName) return isRegular && cells.length >= 3
  if (wide) return false
  if (cells.length >= 2) return true
  const only = cells[0]
  if (only === undefined || only.place <= name || !hasBelow(only.place)) return false
  if (spanAt(grid.merged, row, only.place) !== null) return true
  const shouts = only.text.length > 25 && only.text === only.text.toUpperCase()
  return !shouts && (isKnownHeader(scene, only) || isParentHeader(only.text))
}

/** Completes a header of which one row is known. */
function complete(scene: Scene, found: number, first: number, figures: readonly number[], region: Region): Header {
  const { texture } = scene
  const rows = [found]
  const firstCells = cellsOf(texture, first, region)
  const name = firstCells.find(({ look }) => look === WORDS)?.place ?? region.left - 1
  // Children of parents that cover most columns already.
  for (let below = found + 1; below < first && rows.length < HEADER_ROWS; below++) {
    const cells = cellsOf(texture, below, region)
    const isChild =
      cells.length > 0 &&
      cells.every(
        (cell) =>
          (cell.look === WORDS || isPeriodCell(scene, cell)) &&
          (cell.place > name || isKnownHeader(scene, cell) || cell.text === texture.textAt(found, cell.place)),
      ) &&
      cells.some(({ place }) => place > name)
    if (!isChild || cells.some(({ text }) => isNote(text) || isTitle(text))) break
    rows.push(below)
  }
  const bodyTop = (rows.at(-1) ?? found) + 1
  for (let above = found - 1; above >= region.top && rows.length < HEADER_ROWS; above--) {
    if (!isParent(scene, above, rows, name, region)) break
    rows.unshift(above)
  }
  return { rows, bodyTop, figures }
}

/** The header above the first row of figures: of the rows that can be it the one with most headers that are known, else the nearest. */
function climb(scene: Scene, first: number, figures: readonly number[], region: Region): Header | null {
  const { texture, known } = scene
  const places = new Set(figures)
  const name = cellsOf(texture, first, region).find(({ look }) => look === WORDS)?.place ?? region.left - 1
  let best: number | null = null
  let most = -1
  for (let row = first - 1; row >= Math.max(region.top, first - CLIMB); row--) {
    const cells = cellsOf(texture, row, region)
    const named = cells.find(({ place }) => place === name)?.text ?? ''
    // The row of a unit whose figures are words.
    if (!known.isHeader(named) && (known.isUnit(named) || isUnitLike(named))) continue
    if (!isLowest(scene, cells, places, first)) continue
    const heads = cells.filter((cell) => isKnownHeader(scene, cell)).length
    if (heads <= most) continue
    best = row
    most = heads
  }
  return best === null ? null : complete(scene, best, first, figures, region)
}

/** Columns of the first figures below a header. */
function figuresBelow(scene: Scene, rows: readonly number[], region: Region): readonly number[] {
  const below = (rows.at(-1) ?? region.top) + 1
  for (let row = below; row <= Math.min(region.bottom, below + HEAD); row++) {
    const figures = figuresOf(scene, cellsOf(scene.texture, row, region))
    if (figures !== null) return figures
  }
  return []
}

/**
 * Finds the first header of a region: above the first row of figures that goes
 * on below, or, in a table without figures, by headers that are known. `null`
 * where none can be told.
 */
export function findHeader(scene: Scene, region: Region): Header | null {
  let tries = 0
  const last = Math.min(region.bottom, region.top + HEAD)
  for (let row = region.top; row <= last && tries < TRIES; row++) {
    const figures = figuresOf(scene, cellsOf(scene.texture, row, region))
    if (figures === null || !goesOn(scene, row, figures, region)) continue
    const header = climb(scene, row, figures, region)
    if (header !== null) return header
    tries++
  }
  for (let row = region.top; row <= last; row++) {
    const cells = cellsOf(scene.texture, row, region)
    if (cells.length < 2 || cells.some(({ look }) => look === NUMBER)) continue
    if (cells.filter((cell) => isKnownHeader(scene, cell)).length < 2) continue
    return complete(scene, row, row + 1, [], region)
  }
  return null
}

/** The header that stands in rows the viewer named. */
export function headerAt(scene: Scene, rows: readonly number[], region: Region): Header {
  return { rows, bodyTop: (rows.at(-1) ?? region.top - 1) + 1, figures: figuresBelow(scene, rows, region) }
}

/**
 * The texts of the header rows by row and column of a region. A merged cell
 * heads all the columns it spans. A blank cell, as CSV leaves it of a merged
 * one, is filled from its left only where the rows below have texts of their
 * own under both: else it is a column without that header.
 */
export function fillHeader(
  { texture }: Scene,
  rows: readonly number[],
  { left, right }: Pick<Region, 'left' | 'right'>,
): readonly (readonly string[])[] {
  return rows.map((row, which) => {
    const below = rows.slice(which + 1)
    const hasBelow = (place: number) => below.some((lower) => texture.lookAt(lower, place) !== BLANK)
    // A header above that begins here parts what stands below from its left.
    const beginsAbove = (place: number) => rows.slice(0, which).some((upper) => texture.lookAt(upper, place) !== BLANK)
    const spans = new Map<number, Span>()
    for (const span of texture.grid.merged) {
      if (row < span.top || row > span.bottom) continue
      for (let place = Math.max(left, span.left); place <= Math.min(right, span.right); place++) spans.set(place, span)
    }
    const texts: string[] = []
    let open = ''
    for (let place = left; place <= right; place++) {
      const span = spans.get(place)
      const own = texture.textAt(row, place)
      if (own !== '') open = span === undefined && hasBelow(place) ? own : ''
      else if (span !== undefined || !hasBelow(place) || beginsAbove(place)) open = ''
      texts.push(own !== '' ? own : span !== undefined ? texture.textAt(span.top, span.left) : open)
    }
    return texts
  })
}

/** The texts above each column of a region, from the top, nothing twice; a maximum below a header stands with it, as in `Thể chế (50 điểm)`. */
export function headerTexts(
  scene: Scene,
  rows: readonly number[],
  { left, right }: Pick<Region, 'left' | 'right'>,
): readonly (readonly string[])[] {
  const filled = fillHeader(scene, rows, { left, right })
  return Array.from({ length: right - left + 1 }, (_, at) => {
    const texts: string[] = []
    for (const of of filled) {
      const text = of[at] ?? ''
      if (text === '' || texts.includes(text)) continue
      const above = texts.at(-1)
      if (above === undefined || !isMaximumCell(text) || scene.known.isPeriod(text)) texts.push(text)
      else texts[texts.length - 1] = `${above} (${text.replaceAll(/[()[\]]/g, '').trim()})`
    }
    return texts
  })
}
