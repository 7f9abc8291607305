import { wrap } from '@/export/framed-svg'
import type { Measure } from '@/export/framed-svg'
import { headerOf } from '@/export/exported-table'
import type { CellLook, ExportedCell, ExportedColumn, ExportedTable } from '@/export/exported-table'
import { EXPORT_FONT, PICTURE, STEP_COLORS } from '@/export/picture-style'
import { escapeXml } from '@/export/xml-text'
import { NO_VALUE } from '@/i18n/format'
import type { I18n } from '@/i18n/use-i18n'
import type { ClassStep } from '@/ui/classes'

/** A whole SVG file, in CSS px. */
export interface DrawnTable {
  readonly drawing: string
  readonly width: number
  readonly height: number
}

const FONT = 13
const HEAD_FONT = 12
const LINE = 17
const PADDING = 5
const GAP = 18
const BAR = 120
/** Beside the figure of a cell with a colour. */
const INSET = 6
/** Longer texts are broken. */
const WIDEST_TEXT = 320
/** Names of columns of figures are broken to this, where their figures are not wider. */
const WIDEST_HEAD = 92
/** The sentence above needs room too. */
const LEAST_WIDTH = 520

interface Laid {
  readonly column: ExportedColumn
  readonly left: number
  readonly width: number
  readonly head: readonly string[]
  readonly cells: readonly LaidCell[]
}

interface LaidCell {
  readonly value: ExportedCell
  readonly look: CellLook | null
  readonly lines: readonly string[]
}

/** All rows of a table as a picture: figures at the end of their column, cells in their colour, bars to the share. */
export function tablePicture(table: ExportedTable, i18n: Pick<I18n, 't' | 'format'>, measure: Measure): DrawnTable {
  const columns = layOut(table, i18n, measure)
  const last = columns.at(-1)
  const width = Math.max(LEAST_WIDTH, last === undefined ? 0 : last.left + last.width)
  const shapes: string[] = []
  let top = Math.max(1, ...columns.map(({ head }) => head.length)) * LINE + 2 * PADDING
  for (const laid of columns) {
    const start = top - PADDING - (laid.head.length - 1) * LINE - 4
    shapes.push(...laid.head.map((text, line) => textXml(text, placeIn(laid, false), start + line * LINE, HEAD)))
  }
  shapes.push(ruleXml(top, width, PICTURE.inkSoft))
  for (const row of table.rows.keys()) {
    const cells = columns.map((laid) => ({ laid, cell: laid.cells[row] ?? NOTHING }))
    const height = Math.max(1, ...cells.map(({ cell }) => cell.lines.length)) * LINE + 2 * PADDING
    shapes.push(...cells.flatMap(({ laid, cell }) => cellXml(laid, cell, top, height)))
    top += height
    shapes.push(ruleXml(top, width, PICTURE.rule))
  }
  const height = top + 1
  return {
    drawing: `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${height}" viewBox="0 0 ${round(width)} ${height}" font-family="${escapeXml(EXPORT_FONT)}">${shapes.join('')}</svg>`,
    width: Math.ceil(width),
    height,
  }
}

const NOTHING: LaidCell = { value: null, look: null, lines: [] }

/** Columns side by side, each as wide as it needs. */
function layOut(table: ExportedTable, i18n: Pick<I18n, 't' | 'format'>, measure: Measure): readonly Laid[] {
  const ofCell = (text: string) => measure(text, FONT, 400)
  const ofHead = (text: string) => measure(text, HEAD_FONT, 600)
  const widestOf = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, ofCell(text)), 0)
  const laid: Laid[] = []
  let left = 0
  for (const [place, column] of table.columns.entries()) {
    if (column.filesOnly === true) continue
    const isText = column.kind === 'text'
    const name = headerOf(column, i18n)
    const cells = table.rows.map((row, index): LaidCell => {
      const value = row[place] ?? null
      const look = table.looks[index]?.[place] ?? null
      const text = [cellText(value, column, i18n.format), look?.marks ?? ''].join(' ').trim()
      return { value, look, lines: isText && ofCell(text) > WIDEST_TEXT ? wrap(text, WIDEST_TEXT, ofCell) : [text] }
    })
    const beside = column.bar === true ? BAR + 8 : cells.some(({ look }) => look !== null) ? 2 * INSET : 0
    const ofFigures = widestOf(cells.flatMap(({ lines }) => lines)) + beside
    const head = wrap(name, Math.max(ofFigures, isText ? Math.min(ofHead(name), WIDEST_TEXT) : WIDEST_HEAD), ofHead)
    const width = head.reduce((most, text) => Math.max(most, ofHead(text)), ofFigures)
    laid.push({ column, left, width, head, cells })
    left += width + GAP
  }
  return laid
}

function cellXml(laid: Laid, { value, look, lines }: LaidCell, top: number, height: number): readonly string[] {
  const { column, left, width, cells } = laid
  const write = (place: TextPlace, font: Font) =>
    lines.map((text, line) => textXml(text, place, top + PADDING + FONT + line * LINE, font))
  if (column.bar === true) {
    return [
      ...barXml(value, look?.step ?? 4, left + width - BAR, top + PADDING + 2),
      ...write({ x: left + width - BAR - 8, anchor: 'end' }, CELL),
    ]
  }
  const place = placeIn(
    laid,
    cells.some((cell) => cell.look !== null),
  )
  if (look === null) return write(place, CELL)
  const { fill, text: color } = STEP_COLORS[look.step]
  return [
    `<rect x="${round(left)}" y="${top + 1}" width="${round(width)}" height="${height - 1}" fill="${fill}"/>`,
    ...write(place, { ...CELL, color }),
  ]
}

/** As the page writes it. */
function cellText(cell: ExportedCell, column: ExportedColumn, format: I18n['format']): string {
  if (cell === null) return column.kind === 'text' ? '' : NO_VALUE
  if (typeof cell === 'string') return column.kind === 'date' ? format.date(cell) : cell
  switch (column.kind) {
    case 'text':
    case 'date':
      return String(cell)
    case 'number':
      return column.signed === true ? format.signed(cell, column.decimals) : format.number(cell, column.decimals)
    case 'share':
      return format.share(cell, column.decimals)
    case 'change':
      return format.shareChange(cell, column.decimals)
    case 'points':
      return format.shareSize(cell, column.decimals)
  }
}

interface Font {
  readonly size: number
  readonly weight: number
  readonly color: string
}
const HEAD: Font = { size: HEAD_FONT, weight: 600, color: PICTURE.inkSoft }
const CELL: Font = { size: FONT, weight: 400, color: PICTURE.ink }

interface TextPlace {
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
}

function placeIn({ column, left, width }: Laid, centred: boolean): TextPlace {
  if (centred) return { x: left + width / 2, anchor: 'middle' }
  const atStart = column.kind === 'text' || column.kind === 'date'
  return atStart ? { x: left, anchor: 'start' } : { x: left + width, anchor: 'end' }
}

const round = (value: number) => Number(value.toFixed(1))

const textXml = (text: string, { x, anchor }: TextPlace, y: number, { size, weight, color }: Font) =>
  text === ''
    ? ''
    : `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeXml(text)}</text>`

const ruleXml = (y: number, width: number, color: string) =>
  `<line x1="0" x2="${round(width)}" y1="${y + 0.5}" y2="${y + 0.5}" stroke="${color}"/>`

function barXml(value: ExportedCell, step: ClassStep, left: number, top: number): readonly string[] {
  if (typeof value !== 'number') return []
  const bar = (width: number, fill: string) =>
    `<rect x="${round(left)}" y="${top}" width="${round(width)}" height="13" fill="${fill}"/>`
  return [bar(BAR, PICTURE.rule), bar(BAR * Math.min(1, Math.max(0, value)), STEP_COLORS[step].fill)]
}
