import type { Column, Grid, OddCell, Span } from '@/import/file/grid'
import { dateText, numberText, PLAIN, serialOf } from '@/import/file/read-xlsx-formats'
import type { NumberFormat } from '@/import/file/read-xlsx-formats'
import { startGrid } from '@/import/file/read-xlsx-grid'
import { collectRuns, tidyText } from '@/import/file/read-xlsx-text'
import { isOn, readXml } from '@/import/file/read-xlsx-xml'

/** What the cells of every sheet of a workbook refer to. */
export interface SharedParts {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly startsIn1904: boolean
}

export interface ReadSheet {
  readonly grid: Grid
  /** Places of columns that have cells and are hidden. */
  readonly hiddenColumns: readonly number[]
  /** Texts that Excel does not show because they stand under a merged cell that shows another. */
  readonly covered: readonly { readonly row: number; readonly place: number; readonly text: string }[]
}

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

/** `AB12` → row 12, place 27; `null` where Excel has no such cell. */
function cellOf(name: string): { readonly row: number; readonly place: number } | null {
  let place = 0
  let at = 0
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    place = place * 26 + letter - 64
  }
  const row = Number(name.slice(at))
  return place > 0 && place <= MOST_COLUMNS && row > 0 && row <= MOST_ROWS ? { row, place: place - 1 } : null
}

function spanOf(range: string): Span | null {
  const [from = '', to = from] = range.replaceAll('$', '').split(':')
  const start = cellOf(from)
  const end = cellOf(to)
  return start && end && { top: start.row, left: start.place, bottom: end.row, right: end.place }
}

/** Days between the first days of the two date systems. */
const DAYS_TO_1904 = 1462

interface Found {
  readonly text: string
  readonly pointed: boolean
  readonly odd: OddCell['kind'] | null
  readonly shown: string | null
}
const typed = (text: string): Found => ({ text, pointed: false, odd: null, shown: null })

/** Of a cell that is a date by its type and not by its format. */
const ISO_DATE: NumberFormat = { kind: 'date', pattern: 'dd/mm/yyyy' }

/** What a cell of type `n` or `d` holds: a figure, or the date that its format makes of it. */
function readNumber(serial: number, format: NumberFormat): Found {
  if (format.kind !== 'date') return { text: numberText(serial, format.kind), pointed: true, odd: null, shown: null }
  const date = dateText(serial, format.pattern)
  if (date === null) return { text: numberText(serial, 'number'), pointed: true, odd: null, shown: null }
  return { text: date.text, pointed: false, odd: 'date', shown: date.shown }
}

/** The first row of the grid that stands at or below a row of the file. */
function firstFrom(rows: Uint32Array, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Merged ranges by rows of the grid. What stands in a merged cell but at its top left Excel never shows: the same text
 * again is taken out of the columns; where there is another one, which tools leave there, nothing counts as merged.
 */
function placeMerges(merges: readonly Span[], columns: readonly Column[], rows: Uint32Array) {
  const merged: Span[] = []
  const covered: ReadSheet['covered'][number][] = []
  let area = 0
  for (const { top, left, bottom, right } of merges) {
    const span = {
      top: firstFrom(rows, top),
      left,
      bottom: firstFrom(rows, bottom + 1) - 1,
      right: Math.min(right, columns.length - 1),
    }
    if (rows[span.top] !== top || span.right < left) continue
    // Merged cells do not overlap; a file in which they do could make this loop as long as it likes.
    area += (span.bottom - span.top + 1) * (span.right - left + 1)
    if (area > rows.length * columns.length) break
    const under = coveredBy(span, columns)
    const shown = textOf(columns, span.top, left)
    const others = under.filter(({ text }) => text !== shown)
    if (others.length > 0) {
      covered.push(...others)
      continue
    }
    for (const { row, place } of under) {
      const codes = columns[place]?.codes
      if (codes !== undefined) codes[row] = 0
    }
    merged.push(span)
  }
  return { merged, covered }
}

const textOf = (columns: readonly Column[], row: number, place: number) =>
  columns[place]?.texts[columns[place].codes[row] ?? 0] ?? ''

/** What is not blank in a range, but at its top left. */
function coveredBy({ top, left, bottom, right }: Span, columns: readonly Column[]) {
  const found: ReadSheet['covered'][number][] = []
  for (let place = left; place <= right; place++) {
    if (columns[place]?.texts.length === 1) continue
    for (let row = top; row <= bottom; row++) {
      const text = textOf(columns, row, place)
      if (text !== '' && (place !== left || row !== top)) found.push({ row, place, text })
    }
  }
  return found
}

/**
 * Reads the cells of one sheet, whatever order they come in. What is not there
 * takes no memory, however large the sheet says it is.
 */
export function readSheet(part: Uint8Array | null, shared: SharedParts): ReadSheet | 'damaged' | 'too-large' {
  const writer = startGrid()
  const runs = collectRuns()
  const hiddenRows = new Set<number>()
  const hiddenSpans: { readonly from: number; readonly to: number }[] = []
  const merges: Span[] = []
  let failure: 'damaged' | 'too-large' | null = null

  let row = 0
  let place = -1
  let type = ''
  let style = 0
  let value: string | null = null
  let formula: string | null = null
  let reading: 'value' | 'formula' | 'runs' | null = null
  let inCell = false

  /** `null`: a cell that is blank, but for its looks. */
  function readCell(): Found | null {
    switch (type) {
      case 'inlineStr':
        return typed(runs.take())
      case 's': {
        if (value === null || value.trim() === '') return null
        const text = shared.strings[Number(value)]
        return text === undefined ? { text: '', pointed: false, odd: 'no-value', shown: null } : typed(text)
      }
      case 'str':
        return typed(tidyText(value ?? ''))
      case 'e':
        return { text: value ?? '', pointed: false, odd: 'error', shown: formula && `=${formula}` }
    }
    const raw = value?.trim() ?? ''
    if (raw === '')
      return formula === null ? null : { text: '', pointed: false, odd: 'no-value', shown: formula && `=${formula}` }
    if (type === 'b') return typed(isOn(raw) ? 'TRUE' : 'FALSE')
    const format = shared.formats[style] ?? PLAIN
    if (type === 'd') {
      const serial = serialOf(raw)
      return serial === null || serial < 0 ? typed(raw) : readNumber(serial, format.kind === 'date' ? format : ISO_DATE)
    }
    const number = Number(raw)
    if (!Number.isFinite(number)) return typed(tidyText(raw))
    // Below 1 it is a time of no day.
    const counts1904 = format.kind === 'date' && shared.startsIn1904 && number >= 1
    return readNumber(counts1904 ? number + DAYS_TO_1904 : number, format)
  }

  function endCell() {
    inCell = false
    const found = readCell()
    if (found === null || (found.odd === null && found.text.trim() === '')) return
    if (!writer.put(row, place, found.text, found.pointed)) failure = 'too-large'
    if (found.odd !== null) writer.mark(row, place, found.odd, found.shown)
  }

  const sound = readXml(part, {
    open(name, attributes) {
      if (failure !== null) return
      if (inCell) {
        if (name === 'v') {
          value = ''
          reading = 'value'
        } else if (name === 'f') {
          formula = ''
          reading = 'formula'
        } else if (name === 'is') reading = 'runs'
        else if (reading === 'runs') runs.open(name, attributes)
        return
      }
      switch (name) {
        case 'c': {
          const { r, t = 'n', s } = attributes()
          const cell = r === undefined ? { row, place: place + 1 } : cellOf(r)
          if (cell === null || cell.place >= MOST_COLUMNS) failure = 'damaged'
          else ({ row, place } = cell)
          type = t
          style = s === undefined ? 0 : Number(s)
          value = null
          formula = null
          inCell = true
          return
        }
        case 'row': {
          const { r, hidden } = attributes()
          row = r === undefined ? row + 1 : Number(r)
          place = -1
          if (!(row > 0 && row <= MOST_ROWS)) failure = 'damaged'
          if (isOn(hidden)) hiddenRows.add(row)
          return
        }
        case 'col': {
          const { min, max, hidden } = attributes()
          if (isOn(hidden)) hiddenSpans.push({ from: Number(min) - 1, to: Number(max) - 1 })
          return
        }
        case 'mergeCell': {
          const span = spanOf(attributes()['ref'] ?? '')
          if (span !== null) merges.push(span)
        }
      }
    },
    close(name) {
      if (!inCell) return
      if (reading === 'runs' && name !== 'is') runs.close(name)
      else if (name === 'v' || name === 'f' || name === 'is') reading = null
      else if (name === 'c') endCell()
    },
    text(text) {
      if (reading === 'value') value += text
      else if (reading === 'formula') formula += text
      else if (reading === 'runs') runs.text(text)
    },
  })
  if (failure !== null) return failure
  if (!sound) return 'damaged'
  const written = writer.finish()
  if (written === null) return 'too-large'

  const { columns, rows, odd } = written
  const { merged, covered } = placeMerges(merges, columns, rows)
  const hidden = new Set<number>()
  for (const [index, each] of rows.entries()) if (hiddenRows.has(each)) hidden.add(index)
  return {
    grid: {
      columns,
      rowCount: rows.length,
      rows,
      // A row of a sheet has every cell, if only blank.
      widths: new Uint32Array(rows.length).fill(columns.length),
      merged,
      hidden,
      odd,
      faults: [],
    },
    hiddenColumns: [...columns.keys()].filter(
      (each) =>
        (columns[each]?.texts.length ?? 0) > 1 && hiddenSpans.some(({ from, to }) => from <= each && each <= to),
    ),
    covered,
  }
}
