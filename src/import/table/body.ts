import type { Answers, Question } from '@/import/opening'
import type { TableColumns } from '@/import/table/columns-of'
import type { Header, Scene } from '@/import/table/find-header'
import type { FoundTable, RowKind } from '@/import/table/found-table'
import { headingOf, judgeRows } from '@/import/table/judge-row'
import type { Progress, Verdict } from '@/import/table/judge-row'
import { cellsOf } from '@/import/table/texture'
import type { Cell, Region } from '@/import/table/texture'
import { blockIn, isClassHeading, splitMarker } from '@/import/table/words'
import type { Marker } from '@/import/table/words'

/** Rows asked about at once; the rest follow when these are answered. */
const ASKED = 30
const NAME_LENGTH = 60

export type Aside = FoundTable['aside'][number]

/** The rows below a header, sorted by what they are for. */
export interface Body {
  readonly dataRows: Uint32Array
  readonly sectionOf: readonly (string | null)[] | null
  readonly maximaRow: number | null
  readonly aside: readonly Aside[]
  readonly questions: readonly Question[]
  /** The last grid row of data; the row above the body where there is none. */
  readonly last: number
  /** The grid row at which another table may begin; `null` where the region ends with this one. */
  readonly next: number | null
}

export const rowText = (cells: readonly Cell[]) => cells.map(({ text }) => text).join(' | ')

interface Section {
  readonly text: string
  readonly marker: Marker | null
  readonly isBlock: boolean
}

/** A row without figures: what it is shows by what follows it. */
interface Pending {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly verdict: 'heading' | 'note' | 'words'
}

const ROW_ANSWERS = ['data', 'summary', 'note'] as const
type RowAnswer = (typeof ROW_ANSWERS)[number]

/** By row of the file. */
const rowAnswers = (answers: Answers): ReadonlyMap<number, RowAnswer> =>
  new Map(
    Object.entries(answers).flatMap(([id, answer]) => {
      const known = id.startsWith('row:') ? ROW_ANSWERS.find((each) => each === answer) : undefined
      return known === undefined ? [] : [[Number(id.slice(4)), known] as const]
    }),
  )

/** Sorts the rows below a header. A row is looked at closely only where its name or its figures are not those of a plain row. */
export function readBody(scene: Scene, header: Header, columns: TableColumns, region: Region, answers: Answers): Body {
  const { texture, known } = scene
  const { grid } = texture
  const { name, subsDown, counter } = columns
  const names = grid.columns[name]
  const answered = rowAnswers(answers)
  const data = new Uint32Array(Math.max(0, region.bottom - header.bodyTop + 1))
  const aside: Aside[] = []
  const questions: Question[] = []
  const sections: (string | null)[] = []
  const pending: Pending[] = []
  let section: Section | null = null
  let maximaRow: number | null = null
  /** The last row that is certainly of this table. */
  let end = header.bodyTop - 1
  const progress: Progress = {
    count: 0,
    last: header.bodyTop - 1,
    repeats: 0,
    seen: new Uint8Array(names?.texts.length ?? 0),
    hasMaxima: false,
    isApart: false,
  }
  const { isPlain, judge } = judgeRows(scene, header, columns, region, progress)
  const fileRow = (row: number) => grid.rows[row] ?? 0

  function put(row: number, kind: RowKind, cells: readonly Cell[]) {
    end = Math.max(end, row)
    aside.push({ row, kind, text: rowText(cells) })
  }
  function ask(row: number, cells: readonly Cell[], likely: RowAnswer) {
    end = Math.max(end, row)
    if (questions.length >= ASKED) return
    const values = [likely, ...ROW_ANSWERS.filter((value) => value !== likely)]
    questions.push({
      id: `row:${fileRow(row)}`,
      kind: 'row',
      options: values.map((value) => ({ value, label: null, sample: [] })),
      free: false,
      about: [rowText(cells)],
    })
  }
  function enter(heading: string) {
    const { marker, name: bare } = splitMarker(heading)
    if (subsDown || isClassHeading(bare) || isClassHeading(heading)) return
    const isBlock = known.isBlock(bare) || known.isBlock(heading)
    // «I. Quận» below «A. KHỐI ĐỊA PHƯƠNG» does not end the block.
    if (section?.isBlock === true && !isBlock && marker !== section.marker) return
    section = { text: bare === '' ? heading : bare, marker, isBlock }
  }
  /** A name right below the last unit, without figures: another unit, or the end of the table. */
  const mayBeUnit = ({ row, cells, verdict }: Pending) =>
    verdict === 'words' &&
    counter === null &&
    progress.count > 0 &&
    row === progress.last + 1 &&
    fileRow(row) === fileRow(progress.last) + 1 &&
    cells.every(({ place, text }) => place === name && text.length <= NAME_LENGTH)

  /** Tables below one another with one header, each under a title of its own: their blocks are sections. */
  function enterTitled(title: string): boolean {
    const block = blockIn(title, known.isBlock)
    const before = section?.text ?? blockAbove()
    if (subsDown || block === null || before === null) return false
    while (sections.length < progress.count) sections.push(before)
    section = { text: block, marker: null, isBlock: true }
    return true
  }
  /** The block in the lines right above the header. */
  function blockAbove(): string | null {
    for (let row = (header.rows[0] ?? header.bodyTop) - 1; row >= region.top; row--) {
      const block = blockIn(rowText(cellsOf(texture, row, region)), known.isBlock)
      if (block !== null) return block
    }
    return null
  }

  function settle(by: 'data' | 'header' | 'end') {
    for (const waiting of pending) {
      const { row, cells, verdict } = waiting
      if (verdict === 'note' || (by === 'end' && !mayBeUnit(waiting))) put(row, 'note', cells)
      else if (by === 'end') ask(row, cells, 'note')
      else if (by === 'header' && enterTitled(rowText(cells))) put(row, 'section', cells)
      else if (verdict === 'heading') {
        put(row, 'section', cells)
        enter(headingOf(cells))
      } else if (by === 'header') put(row, 'title', cells)
      else ask(row, cells, 'note')
    }
    pending.length = 0
    progress.isApart = false
  }
  function take(row: number) {
    if (pending.length > 0) settle('data')
    data[progress.count++] = row
    if (section !== null) {
      while (sections.length < progress.count - 1) sections.push(null)
      sections.push(section.text)
    }
    const code = names?.codes[row] ?? 0
    if (progress.seen[code] === 1) progress.repeats++
    else progress.seen[code] = 1
    progress.last = row
    end = Math.max(end, row)
  }
  function sort(row: number, cells: readonly Cell[], verdict: Exclude<Verdict, 'other-table'>) {
    switch (verdict) {
      case 'data':
        take(row)
        break
      case 'maxima':
        maximaRow ??= row
        progress.hasMaxima = true
        put(row, 'maxima', cells)
        break
      case 'summary':
        settle('data')
        put(row, 'summary', cells)
        break
      case 'summary-or-data':
        settle('data')
        ask(row, cells, 'summary')
        break
      case 'section-with-figures':
        settle('data')
        put(row, 'section', cells)
        enter(headingOf(cells.filter(({ place }) => place === name)))
        break
      case 'heading':
      case 'note':
      case 'words':
        pending.push({ row, cells: cells.length === 0 ? cellsOf(texture, row, region) : cells, verdict })
        progress.isApart = true
        break
      case 'numbering':
        put(row, progress.count === 0 ? 'header' : 'repeated-header', cells)
        break
      case 'repeated-header':
        settle('header')
        put(row, 'repeated-header', cells)
        break
    }
  }

  let next: number | null = null
  for (let row = header.bodyTop; row <= region.bottom; row++) {
    const answer = answered.size === 0 ? undefined : answered.get(fileRow(row))
    if (answer === undefined && isPlain(row)) {
      take(row)
      continue
    }
    const cells = cellsOf(texture, row, columns)
    if (answer === 'data') take(row)
    else if (answer !== undefined) put(row, answer, cells)
    else {
      const verdict = judge(row, cells)
      if (verdict === 'other-table') {
        next = end + 1
        break
      }
      sort(row, cells, verdict)
    }
  }
  if (next === null) settle('end')
  return {
    dataRows: data.subarray(0, progress.count),
    sectionOf: sections.length === 0 ? null : sections,
    maximaRow,
    aside,
    questions,
    last: progress.last,
    next,
  }
}
