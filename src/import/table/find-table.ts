import type { Grid } from '@/import/file/grid'
import type { AddProblem } from '@/import/findings'
import { columnLetter } from '@/domain/column-letter'
import type { Answers, Option, Question, ReadTable, Step } from '@/import/opening'
import { readBody, rowText } from '@/import/table/body'
import type { Aside, Body } from '@/import/table/body'
import { columnsOf } from '@/import/table/columns-of'
import type { TableColumns } from '@/import/table/columns-of'
import { withGroups, withMerged } from '@/import/table/fill-down'
import type { FilledDown } from '@/import/table/fill-down'
import { findHeader, headerAt } from '@/import/table/find-header'
import type { Header, Scene } from '@/import/table/find-header'
import { TABLE_FORMS } from '@/import/table/found-table'
import type { FoundTable, TableForm } from '@/import/table/found-table'
import type { KnownNames } from '@/import/table/known-names'
import { gridRowAt, rangeText, readRange } from '@/import/table/range'
import { sideBySide } from '@/import/table/side-by-side'
import { cellsOf, NUMBER, textureOf, WORDS } from '@/import/table/texture'
import type { Region, Texture } from '@/import/table/texture'
import { TURNED_COLUMNS } from '@/import/table/turn'
import { turnTable } from '@/import/table/turn-table'
import { isUnitLike } from '@/import/table/words'
import { tidy } from '@/import/text-keys'

/** Where a table was found, in rows of the file. */
export interface TablePlace extends Pick<ReadTable, 'range' | 'others' | 'headerRows' | 'aside'> {}

export interface FoundInGrid {
  /** The grid as the file has it, also where the table is turned. */
  readonly grid: Grid
  readonly table: FoundTable
  readonly ranges: TablePlace
}

/** Tables of one grid that are told apart; those beyond are parts of the last. */
const TABLES = 50
const SAMPLE_ROWS = 3
const SHOWN_ROWS = 8

interface Draft {
  readonly scene: Scene
  readonly region: Region
  readonly header: Header
  readonly columns: TableColumns
  readonly body: Body
  /** Blank cells that were taken from the row above. */
  readonly filledDown: FilledDown['cells']
}

/** Tables of a region, from the top and from the left. */
function draftsIn(scene: Scene, whole: Region, answers: Answers, form: TableForm | null): readonly Draft[] {
  const drafts: Draft[] = []
  let region: Region | null = whole
  while (region !== null && drafts.length < TABLES) {
    const header = findHeader(scene, region)
    if (header === null) break
    const found = draftBelow(scene, header, region, answers, form)
    if (found === null) break
    const parts = sideBySide(found.scene, header, found.columns)
    if (parts.length > 1) {
      const { top, bottom } = region
      return [...drafts, ...parts.flatMap((part) => draftsIn(scene, { top, bottom, ...part }, answers, form))]
    }
    drafts.push(found)
    const { next } = found.body
    region = next === null || next <= (header.rows[0] ?? 0) ? null : { ...region, top: next }
  }
  return drafts
}

function draftBelow(
  scene: Scene,
  header: Header,
  region: Region,
  answers: Answers,
  form: TableForm | null,
): Draft | null {
  const first = columnsOf(scene, header, region, form)
  if (first === null) return null
  const merged = withMerged(scene.texture.grid, header.bodyTop, first)
  const spread: Scene = merged === null ? scene : { ...scene, texture: textureOf(merged) }
  const grouped = withGroups(spread, header.bodyTop, region.bottom, first, answers)
  const full: Scene = grouped === null ? spread : { ...scene, texture: textureOf(grouped.grid) }
  const columns = full === scene ? first : (columnsOf(full, header, region, form) ?? first)
  const body = readBody(full, header, columns, region, answers)
  const draft: Draft = { scene: full, region, header, columns, body, filledDown: grouped?.cells ?? [] }
  if (body.next === null || body.last < header.bodyTop) return draft
  // Another table follows: the columns of this one are those that its own rows show.
  const own = draftBelow(scene, header, { ...region, bottom: body.next - 1 }, answers, form)
  return own === null ? null : { ...own, region, body: { ...own.body, next: body.next } }
}

const fileRowOf = (grid: Grid, row: number) => grid.rows[row] ?? row + 1

function rangeOf({ scene, header, columns, body }: Draft): string {
  const { grid } = scene.texture
  return rangeText({
    firstRow: fileRowOf(grid, header.rows[0] ?? header.bodyTop),
    lastRow: fileRowOf(grid, body.last),
    left: columns.left,
    right: columns.right,
  })
}

const lineOf = (texture: Texture, row: number, region: Pick<Region, 'left' | 'right'>) =>
  rowText(cellsOf(texture, row, region))

function tableOption(draft: Draft): Option {
  const { scene, header, columns, body, region } = draft
  const above = (header.rows[0] ?? 0) - 1
  const title = above >= region.top ? lineOf(scene.texture, above, columns) : ''
  const rows = [...header.rows.slice(-1), ...body.dataRows.slice(0, SAMPLE_ROWS - 1)]
  return {
    value: rangeOf(draft),
    label: title === '' ? null : title,
    sample: rows.map((row) => lineOf(scene.texture, row, columns)),
  }
}

const bySize = (a: Draft, b: Draft) => b.body.dataRows.length - a.body.dataRows.length

/** The one table that has figures for many units, where the others are look-ups of a row or two. */
function mainOf(drafts: readonly Draft[]): Draft | null {
  const [first, second] = drafts.toSorted(bySize)
  if (first === undefined) return null
  if (second === undefined) return first
  const most = first.body.dataRows.length
  return most >= 5 && (second.body.dataRows.length <= 2 || second.body.dataRows.length * 10 <= most) ? first : null
}

/** Grid rows named by an answer such as `4-5`; `null` where it names none. */
function headerRowsOf(grid: Grid, answer: string | undefined): readonly number[] | null {
  const match = /^\s*(\d{1,8})(?:\s*[-–:]\s*(\d{1,8}))?\s*$/.exec(answer ?? '')
  if (match === null) return null
  const from = gridRowAt(grid, Number(match[1]))
  const to = gridRowAt(grid, Number(match[2] ?? match[1]) + 1) - 1
  return to < from || to - from >= 10 ? null : Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

const formOf = (answer: string | undefined): TableForm | null => TABLE_FORMS.find((form) => form === answer) ?? null

/** Whether some rows hold words and figures side by side, so that there may be a table without a header. */
function mayBeTable(texture: Texture, region: Region): boolean {
  let rows = 0
  for (let row = region.top; row <= Math.min(region.bottom, region.top + 500) && rows < 2; row++) {
    const cells = cellsOf(texture, row, region)
    if (cells.length >= 2 && cells.some(({ look }) => look === NUMBER)) rows++
  }
  return rows >= 2
}

/** The answer that there is no header. */
const NO_HEADER = 'none'

/** The first row with words and figures side by side: where the data of a table without a header begin. */
function firstDataRow(texture: Texture, region: Region): number {
  for (let row = region.top; row <= region.bottom; row++) {
    const looks = cellsOf(texture, row, region).map(({ look }) => look)
    if (looks.includes(NUMBER) && looks.includes(WORDS)) return row
  }
  return region.top
}

function askHeader(texture: Texture, region: Region): Question {
  const { grid } = texture
  const rows: number[] = []
  for (let row = region.top; row <= region.bottom && rows.length < SHOWN_ROWS; row++) {
    if (cellsOf(texture, row, region).length > 0) rows.push(row)
  }
  const worded = (row: number) => cellsOf(texture, row, region).filter(({ look }) => look === WORDS).length
  return {
    id: 'header',
    kind: 'header',
    options: [
      ...rows
        .toSorted((a, b) => worded(b) - worded(a) || a - b)
        .map((row) => ({ value: String(fileRowOf(grid, row)), label: null, sample: [lineOf(texture, row, region)] })),
      { value: NO_HEADER, label: null, sample: [lineOf(texture, firstDataRow(texture, region), region)] },
    ],
    free: true,
    about: rows.map((row) => lineOf(texture, row, region)),
  }
}

function askForm({ scene, columns }: Draft): Question {
  const heads = columns.profiles.filter(({ place }) => columns.figures.includes(place))
  return {
    id: 'form',
    kind: 'form',
    options: [
      { value: 'transposed', label: null, sample: heads.slice(0, SAMPLE_ROWS).map(({ header }) => header.join(' – ')) },
      {
        value: 'wide',
        label: null,
        sample: [...(columns.profiles.find(({ place }) => place === columns.name)?.names ?? [])].slice(0, SAMPLE_ROWS),
      },
    ],
    free: false,
    about: columns.headers
      .slice(0, SHOWN_ROWS)
      .map(
        (texts, at) =>
          texts.join(' – ') || columnLetter(scene.texture.grid.columns.length === 0 ? 0 : columns.left + at),
      ),
  }
}

const isNamedSheet = (sheet: string) => !/^(?:sheet|trang(?: tính)?|bảng|table|worksheet)\s*\d*$/iu.test(sheet.trim())

/** The rows of the grid outside of a table; those of other tables are named by their ranges. */
function outside(
  draft: Draft,
  drafts: readonly Draft[],
): { readonly titles: readonly string[]; readonly aside: readonly Aside[] } {
  const { texture } = draft.scene
  const { grid } = texture
  const whole = { left: 0, right: grid.columns.length - 1 }
  const top = draft.header.rows[0] ?? draft.header.bodyTop
  const others = drafts.filter((other) => other !== draft)
  const isOthers = (row: number) =>
    others.some(({ header, body }) => row >= (header.rows[0] ?? header.bodyTop) && row <= body.last)
  const above: string[][] = [[]]
  const aside: Aside[] = []
  for (let row = 0; row < top; row++) {
    if (isOthers(row)) {
      if (above.at(-1)?.length !== 0) above.push([])
      continue
    }
    const cells = cellsOf(texture, row, whole)
    above.at(-1)?.push(...cells.map(({ text }) => text))
    aside.push({ row, kind: 'title', text: rowText(cells) })
  }
  const end = draft.body.next ?? draft.region.bottom + 1
  for (let row = Math.min(end, draft.region.bottom + 1); row < grid.rowCount; row++) {
    if (!isOthers(row)) aside.push({ row, kind: 'note', text: lineOf(texture, row, whole) })
  }
  // What stands between this table and the one above it says more of this one.
  return { titles: above.toReversed().flat(), aside }
}

/** Whether a row outside of the table could be one of data. */
function namesUnitWithFigures({ texture, known }: Scene, row: number): boolean {
  const cells = cellsOf(texture, row, { left: 0, right: texture.grid.columns.length - 1 })
  return (
    cells.some(({ look, text }) => look === NUMBER && !known.isPeriod(text)) &&
    cells.some(({ look, text }) => look === WORDS && (known.isUnit(text) || isUnitLike(text)))
  )
}

function report(add: AddProblem, grid: Grid, aside: readonly Aside[], others: readonly Draft[], chosen: Draft) {
  for (const { row, kind, text } of aside) {
    if (kind !== 'title' && kind !== 'summary' && kind !== 'note' && kind !== 'section') continue
    const isDoubtful = (kind === 'title' || kind === 'note') && namesUnitWithFigures(chosen.scene, row)
    add('row-aside', isDoubtful ? 'warning' : 'info', fileRowOf(grid, row), null, text)
  }
  // A header that the viewer chose may be a row of data.
  for (const row of chosen.header.rows) {
    if (!namesUnitWithFigures(chosen.scene, row)) continue
    add('row-aside', 'warning', fileRowOf(grid, row), null, lineOf(chosen.scene.texture, row, chosen.columns))
  }
  for (const { row, place } of chosen.filledDown)
    add('filled-down', 'warning', fileRowOf(grid, row), columnLetter(place), chosen.scene.texture.textAt(row, place))
  for (const other of others) {
    add(
      'row-aside',
      'info',
      fileRowOf(grid, other.header.rows[0] ?? 0),
      columnLetter(other.columns.left),
      rangeOf(other),
    )
  }
}

/** Cells of the header and of a row of data, where most rows have more than their header: no figure can be told from its neighbours. */
function misparted({ header, body, scene }: Draft): { readonly headers: number; readonly cells: number } | null {
  if (header.rows.length === 0) return null
  const { grid } = scene.texture
  const headers = Math.max(...header.rows.map((row) => grid.widths[row] ?? 0))
  const beyond = grid.columns.slice(headers)
  const wide = body.dataRows.filter((row) =>
    beyond.some((column) => (column.texts[column.codes[row] ?? 0] ?? '').trim() !== ''),
  )
  const [first] = wide
  return first === undefined || wide.length * 2 <= body.dataRows.length
    ? null
    : { headers, cells: grid.widths[first] ?? 0 }
}

/**
 * Finds the table of a grid: its header, its data, and what is no data. Asks
 * where several tables have figures for many units, where no header can be
 * recognised, where a row or the direction of the table is open; refuses a
 * file without any table (`unknown-layout`) or without data below its header
 * (`header-only`). Answers `table`, `header`, `form` and `row:…` win.
 */
export function findTable(
  grid: Grid,
  source: { readonly fileName: string; readonly sheet: string | null },
  known: KnownNames,
  answers: Answers,
  add: AddProblem,
): Step<FoundInGrid> {
  const scene: Scene = { texture: textureOf(grid), known }
  const everything: Region = { top: 0, bottom: grid.rowCount - 1, left: 0, right: grid.columns.length - 1 }
  const form = formOf(answers.form)
  const range = readRange(answers.table ?? '')
  const region: Region =
    range === null
      ? everything
      : {
          top: gridRowAt(grid, range.firstRow),
          bottom: gridRowAt(grid, range.lastRow + 1) - 1,
          left: range.left,
          right: Math.min(range.right, everything.right),
        }
  const all = draftsIn(scene, everything, answers, form)
  const isBare = answers.header?.trim() === NO_HEADER
  const headerRows = isBare ? [] : headerRowsOf(grid, answers.header)
  let drafts = range === null ? all : draftsIn(scene, region, answers, form)
  if (headerRows !== null) {
    const data = isBare ? { ...region, top: firstDataRow(scene.texture, region) } : region
    const draft = draftBelow(scene, headerAt(scene, headerRows, data), data, answers, form)
    drafts = draft === null ? drafts : [draft]
  }
  const filled = drafts.filter(({ body }) => body.dataRows.length > 0 || body.questions.length > 0)
  if (filled.length === 0) {
    const [headed] = drafts
    if (headed !== undefined) {
      const row = headed.header.rows[0] ?? 0
      add('header-only', 'error', fileRowOf(grid, row), null, lineOf(scene.texture, row, headed.columns))
      return null
    }
    const [only, ...more] = grid.rowCount === 1 ? cellsOf(scene.texture, 0, everything) : []
    if (only !== undefined && more.length > 0) {
      add('header-only', 'error', fileRowOf(grid, 0), null, lineOf(scene.texture, 0, everything))
      return null
    }
    if (mayBeTable(scene.texture, region)) return { asked: [askHeader(scene.texture, region)] }
    add('unknown-layout', 'error', null, null, grid.rowCount === 0 ? null : lineOf(scene.texture, 0, everything))
    return null
  }
  const chosen = range === null && headerRows === null ? mainOf(filled) : (filled[0] ?? null)
  if (chosen === null) {
    return {
      asked: [
        {
          id: 'table',
          kind: 'table',
          options: filled.toSorted(bySize).map(tableOption),
          free: true,
          about: [source.sheet ?? source.fileName],
        },
      ],
    }
  }
  // Excel knows where its cells end.
  const uneven = source.sheet === null ? misparted(chosen) : null
  if (uneven !== null) {
    const [row = 0] = chosen.body.dataRows
    add('wrong-cell-count', 'error', fileRowOf(grid, row), null, String(uneven.cells), String(uneven.headers))
    return null
  }
  const questions = [
    ...(form === null && chosen.columns.unitsAcross === null ? [askForm(chosen)] : []),
    ...chosen.body.questions,
  ]
  const isTurned = chosen.columns.unitsAcross === true
  const across = Math.max(chosen.columns.right - chosen.columns.left + 1, chosen.body.dataRows.length)
  if (isTurned && across > TURNED_COLUMNS) {
    add('too-large', 'error', null, null, String(across), String(TURNED_COLUMNS))
    return null
  }
  const others = [...all.filter((draft) => !overlaps(draft, chosen)), ...filled.filter((draft) => draft !== chosen)]
  const apart = [chosen, ...new Map(others.map((draft) => [rangeOf(draft), draft])).values()]
  const around = outside(chosen, apart)
  const titles = [
    ...around.titles,
    ...(source.sheet !== null && isNamedSheet(source.sheet) ? [tidy(source.sheet)] : []),
  ]
  const aside = [...around.aside, ...chosen.body.aside].toSorted((a, b) => a.row - b.row)
  report(add, grid, aside, apart.slice(1), chosen)

  const table: FoundTable = isTurned
    ? turnTable(chosen.scene, chosen.header, chosen.columns, chosen.body, titles)
    : {
        grid: chosen.scene.texture.grid,
        turned: false,
        left: chosen.columns.left,
        right: chosen.columns.right,
        headerRows: chosen.header.rows,
        headers: chosen.columns.headers,
        maximaRow: chosen.body.maximaRow,
        dataRows: chosen.body.dataRows,
        sectionOf: chosen.columns.subsDown ? null : chosen.body.sectionOf,
        aside,
        titles,
      }
  if (table.turned) {
    for (const { row, kind, text } of table.aside) {
      if (kind === 'summary' || kind === 'note')
        add('row-aside', 'info', null, columnLetter((table.grid.rows[row] ?? 1) - 1), text)
    }
  }
  const found: FoundInGrid = {
    grid,
    table,
    ranges: {
      range: rangeOf(chosen),
      others: apart.slice(1).map(rangeOf),
      headerRows: chosen.header.rows.map((row) => fileRowOf(grid, row)),
      aside: aside.map(({ row, kind, text }) => ({ row: fileRowOf(grid, row), kind, text })),
    },
  }
  return questions.length > 0 ? { asked: questions, soFar: found } : { done: found }
}

/** Whether two drafts share cells. */
function overlaps(a: Draft, b: Draft): boolean {
  const top = ({ header }: Draft) => header.rows[0] ?? header.bodyTop
  return (
    top(a) <= b.body.last &&
    top(b) <= a.body.last &&
    a.columns.left <= b.columns.right &&
    b.columns.left <= a.columns.right
  )
}
