import type { ProblemKind } from '@/domain/problem'
import type { Cells } from '@/import/columns'
import { columnLetter } from '@/import/findings'
import type { AddProblem } from '@/import/findings'
import { isMissing, looksLikeNumber, READ, readNumbers } from '@/import/numbers'
import { fold, nameKey, tidy } from '@/import/text-keys'

export type ColumnRole =
  | 'index'
  | 'period'
  | 'block'
  | 'unit'
  | 'sub-index'
  | 'score'
  | 'max-score'
  | 'rank'
  | 'class'
  | 'source'
  | 'total'
  | 'row-number'
  | 'ignored'

export interface LaidColumn {
  readonly place: number
  readonly letter: string
  /** The header as it stands, tidied; the letter where it is blank: what a problem calls the column. */
  readonly title: string
  readonly role: ColumnRole
  /** The header without its maximum: in wide form the name of the sub-index. */
  readonly name: string
  /** The maximum that the header, or the line below it, gives: `Cải cách thể chế (10)`. */
  readonly max: number | null
}

export interface Layout {
  readonly form: 'long' | 'wide'
  readonly columns: readonly LaidColumn[]
  /** The first data row that is one: 1 where the row below the header gives the maxima. */
  readonly firstRow: 0 | 1
}

/** Headers as officials write them, without case, diacritics and marks. */
const ROLE_NAMES: Readonly<Record<Exclude<ColumnRole, 'ignored'>, readonly string[]>> = {
  index: ['index', 'index id', 'chi so', 'bo chi so', 'ten chi so', 'ten bo chi so', 'loai chi so'],
  period: [
    'period',
    'year',
    'nam',
    'ky',
    'ky nam',
    'nam ky',
    'ky danh gia',
    'nam danh gia',
    'ky bao cao',
    'thoi gian',
    'thoi ky',
  ],
  block: ['block', 'khoi', 'nhom', 'khoi don vi', 'nhom don vi', 'loai don vi', 'loai hinh don vi'],
  unit: [
    'unit',
    'unit name',
    'don vi',
    'ten don vi',
    'co quan',
    'ten co quan',
    'co quan don vi',
    'ten co quan don vi',
    'don vi co quan',
    'don vi dia phuong',
    'dia phuong',
    'ten dia phuong',
    'don vi duoc danh gia',
    'so nganh',
    'so ban nganh',
    'ten so ban nganh',
    'so ban nganh dia phuong',
    'quan huyen',
    'thanh pho thu duc quan huyen',
    'tp thu duc quan huyen',
    'phuong xa',
    'xa phuong',
    'phuong xa dac khu',
    'xa phuong dac khu',
    'tinh',
    'tinh thanh',
    'tinh thanh pho',
    'ten tinh',
    'ten tinh thanh pho',
    'province',
    'department',
    'ten',
  ],
  'sub-index': [
    'sub index',
    'subindex',
    'sub index id',
    'chi so thanh phan',
    'linh vuc',
    'tieu chi',
    'tieu chi thanh phan',
    'linh vuc chi so thanh phan tieu chi',
    'linh vuc tieu chi',
    'linh vuc chi so thanh phan',
    'chi so thanh phan tieu chi',
    'noi dung',
    'noi dung danh gia',
    'ten chi so thanh phan',
    'ten linh vuc',
    'ten tieu chi',
  ],
  score: [
    'score',
    'diem',
    'diem so',
    'so diem',
    'diem dat',
    'diem dat duoc',
    'diem danh gia',
    'points',
    'gia tri',
    'ket qua',
  ],
  'max-score': [
    'max score',
    'max',
    'maximum',
    'diem toi da',
    'thang diem',
    'diem toi da thang diem',
    'diem chuan',
    'toi da',
  ],
  rank: ['rank', 'xep hang', 'hang', 'thu hang', 'vi tri xep hang', 'vi thu', 'xep hang chung'],
  class: ['class', 'band', 'xep loai', 'loai', 'phan loai', 'muc xep loai', 'nhom xep hang', 'ket qua xep loai'],
  source: ['source', 'nguon', 'nguon so lieu', 'nguon du lieu'],
  total: [
    'total',
    'total score',
    'tong',
    'tong diem',
    'tong so diem',
    'tong cong',
    'tong so',
    'diem tong',
    'diem tong hop',
    'diem tong cong',
    'tong diem danh gia',
    'tong diem dat duoc',
  ],
  'row-number': ['stt', 'so thu tu', 'so tt', 'tt', 'thu tu', 'no'],
}

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) => names.map((name) => [name, role as ColumnRole] as const)),
)
const NOTES: ReadonlySet<string> = new Set(['ghi chu', 'note', 'notes', 'remark', 'remarks'])

/** In long form the row that bears a unit's total. */
export const isTotalName = (text: string) => ROLES.get(fold(text)) === 'total'

/** How many cells of a row are headers that are known: evidence of the delimiter. */
export const countKnownHeaders = (header: readonly string[]) =>
  header.filter((cell) => ROLES.has(fold(splitMaximum(tidy(cell)).name))).length

const NUMBER = '(\\d+(?:[.,]\\d+)?)'
const POINTS = '\\s*(điểm|đ|points?|%)?'
const MAX_WORDS = '(?:(tối đa|thang điểm|điểm tối đa|điểm chuẩn|max(?:imum)?)\\s*:?\\s*)?'
const MAXIMA: readonly RegExp[] = [
  new RegExp(`^(.*\\S)\\s*[([]\\s*${MAX_WORDS}${NUMBER}${POINTS}\\s*[)\\]]$`, 'iu'),
  new RegExp(`^(.*\\S)\\s*/\\s*${MAX_WORDS}${NUMBER}${POINTS}$`, 'iu'),
]

interface Split {
  readonly name: string
  readonly max: number | null
  /** Whether nothing beside the number says that it is a maximum: it may number the column, or belong to the name. */
  readonly bare: boolean
}

function splitMaximum(header: string): Split {
  const percent = /^(.*\S)\s*\(%\)$/.exec(header)
  if (percent?.[1] !== undefined) return { name: percent[1], max: 100, bare: false }
  for (const form of MAXIMA) {
    const [, name, word, digits, points] = form.exec(header) ?? []
    if (name === undefined || digits === undefined) continue
    // A maximum is a round number: the mark in 1.000 parts thousands.
    const max = Number(/^\d{1,3}[.,]\d{3}$/.test(digits) ? digits.replace(/[.,]/, '') : digits.replace(',', '.'))
    const isYear = word === undefined && Number.isInteger(max) && max >= 1900 && max <= 2100
    if (!isYear) return { name, max, bare: word === undefined && points === undefined }
  }
  return { name: header, max: null, bare: false }
}

interface Named {
  readonly place: number
  readonly title: string
  readonly name: string
  readonly max: number | null
  readonly bare: boolean
  readonly role: ColumnRole | null
}

function nameColumn(cell: string, place: number): Named {
  const header = tidy(cell)
  const { name, max, bare } = splitMaximum(header)
  const title = header === '' ? columnLetter(place) : header
  if (header === '#') return { place, title, name, max: null, bare, role: 'row-number' }
  const role = ROLES.get(fold(name)) ?? ROLES.get(fold(header)) ?? (NOTES.has(fold(header)) ? 'ignored' : null)
  return { place, title, name, max, bare, role }
}

/**
 * Bare numbers of headers that are no maxima, as most values of the column are
 * larger; by place of the column, with the largest value. Where such numbers
 * count the columns, none is a maximum.
 */
function refuteMaxima(cells: Cells, named: readonly Named[]): ReadonlyMap<number, number> {
  const largest = new Map<number, number>()
  const refuted = new Set<number>()
  const numbers = named.flatMap(({ place, max, bare }) => (bare && max !== null ? [{ place, max }] : []))
  for (const { place, max } of numbers) {
    const { values, states } = readNumbers(cells.columns[place]?.texts ?? [], max)
    const given = values.filter((_, code) => states[code] === READ)
    if (given.filter((value) => value > max).length * 2 > given.length) refuted.add(place)
    largest.set(
      place,
      given.reduce((a, b) => Math.max(a, b), 0),
    )
  }
  const counting = numbers.length >= 3 && numbers.every(({ max }, which) => max === (numbers[0]?.max ?? 0) + which)
  return new Map([...largest].filter(([place]) => refuted.has(place) || (counting && refuted.size > 0)))
}

/** `nothing`: blank, and neither a maximum nor the base says that it is a sub-index. */
type Content = 'nothing' | 'blank' | 'numbers' | 'words'

function contentOf(texts: readonly string[]): Exclude<Content, 'nothing'> {
  const given = texts.filter((text) => !isMissing(text))
  if (given.length === 0) return 'blank'
  return given.filter((text) => looksLikeNumber(text)).length * 2 >= given.length ? 'numbers' : 'words'
}

const textAt = (cells: Cells, place: number, row: number) => {
  const column = cells.columns[place]
  return column?.texts[column.codes[row] ?? 0] ?? ''
}

const readMaximum = (text: string) => splitMaximum(`x (${text.trim().replace(/^\((.*)\)$/, '$1')})`).max

/** Whether a text is a number above the maximum; what it is otherwise does not matter here. */
const isAbove = (text: string, max: number) => (readMaximum(text) ?? 0) > max

/**
 * The row below the header, if it gives maxima: numbers only, and a unit called
 * `Điểm tối đa`; or no unit, where the header gives none and no score is larger.
 */
function maximaBelow(cells: Cells, columns: readonly LaidColumn[]): ReadonlyMap<number, number> | null {
  const unit = columns.find(({ role }) => role === 'unit')
  if (unit === undefined || cells.rowCount === 0) return null
  const label = fold(textAt(cells, unit.place, 0))
  if (label !== '' && ROLES.get(label) !== 'max-score') return null
  const scored = columns.filter(({ role }) => role === 'sub-index' || role === 'total')
  const maxima = new Map<number, number>()
  for (const { place, max: given } of scored) {
    const text = textAt(cells, place, 0).trim()
    if (text === '') continue
    const max = readMaximum(text)
    if (max === null) return null
    const contradicted = given !== null || cells.columns[place]?.texts.some((score) => isAbove(score, max)) === true
    if (label === '' && contradicted) return null
    maxima.set(place, max)
  }
  if (label === '' && (maxima.size < scored.length || cells.rowCount === 1)) return null
  return maxima.size > 0 ? maxima : null
}

function refuse(
  add: AddProblem,
  kind: ProblemKind,
  row: number | null,
  column: string | null,
  value: string | null,
  expected: string | null,
): null {
  add(kind, 'error', row, column, value, expected)
  return null
}

/**
 * Recognises what the columns are; `null`, with the reason among the problems,
 * where the table is of neither form. The header must be the first row that is
 * not blank.
 */
export function recogniseLayout(cells: Cells, isSubIndex: (name: string) => boolean, add: AddProblem): Layout | null {
  const split = cells.header.map(nameColumn)
  const noMaxima = refuteMaxima(cells, split)
  const named = split.map((column) =>
    noMaxima.has(column.place) ? { ...column, name: column.title, max: null } : column,
  )
  const has = (role: ColumnRole) => named.some((column) => column.role === role)
  const shownHeader = named.map(({ title }) => title).join(' | ')
  const recognised = named.filter(({ role }) => role !== null && role !== 'ignored' && role !== 'row-number').length
  if (!has('unit')) {
    return recognised >= 2
      ? refuse(add, 'missing-column', cells.headerRow, null, shownHeader, 'unit')
      : refuse(add, 'unknown-layout', cells.headerRow, null, shownHeader, 'unit')
  }
  if (has('sub-index') && !has('score'))
    return refuse(add, 'missing-column', cells.headerRow, null, shownHeader, 'score')
  if (cells.rowCount === 0) return refuse(add, 'header-only', cells.headerRow, null, shownHeader, null)
  const form = has('sub-index') ? 'long' : 'wide'

  const columns: LaidColumn[] = []
  const taken = new Map<string, LaidColumn>()
  for (const found of named) {
    const content = contentOf(cells.columns[found.place]?.texts ?? [])
    const nothing = content === 'blank' && found.max === null && !isSubIndex(found.name)
    const role = settleRole(found, form, nothing ? 'nothing' : content, has('total'))
    if (role === null) continue
    const column: LaidColumn = {
      place: found.place,
      letter: columnLetter(found.place),
      title: found.title,
      role,
      name: found.name,
      max: found.max,
    }
    if (role === 'ignored' && found.role !== 'ignored') {
      add('unknown-column', 'warning', cells.headerRow, column.title, column.letter)
    }
    const largest = noMaxima.get(found.place)
    if (largest !== undefined && (role === 'total' || role === 'score' || (role === 'sub-index' && form === 'wide'))) {
      const number = String(split[found.place]?.max)
      add('out-of-range', 'warning', cells.headerRow, column.title, number, `≥ ${largest}`)
    }
    if (role !== 'ignored' && role !== 'row-number') {
      const key = role === 'sub-index' && form === 'wide' ? `= ${nameKey(column.name)}` : role
      const twin = taken.get(key)
      if (twin !== undefined)
        return refuse(add, 'duplicate-column', cells.headerRow, column.title, column.letter, twin.letter)
      taken.set(key, column)
    }
    columns.push(column)
  }
  if (
    form === 'wide' &&
    !columns.some(({ role }) => role === 'sub-index' || role === 'total' || role === 'rank' || role === 'class')
  ) {
    return refuse(add, 'missing-column', cells.headerRow, null, shownHeader, 'score')
  }
  const maxima = form === 'wide' ? maximaBelow(cells, columns) : null
  if (maxima !== null && cells.rowCount === 1)
    return refuse(add, 'header-only', cells.headerRow, null, shownHeader, null)
  return {
    form,
    columns:
      maxima === null ? columns : columns.map((column) => ({ ...column, max: maxima.get(column.place) ?? column.max })),
    firstRow: maxima === null ? 0 : 1,
  }
}

/** What a column is in this form; `null` for one without header and content. */
function settleRole(found: Named, form: Layout['form'], content: Content, hasTotal: boolean): ColumnRole | null {
  const { role } = found
  if (role === null) {
    if (fold(found.name) === '' && tidy(found.name) === '')
      return content === 'blank' || content === 'nothing' ? null : 'ignored'
    const isScored = content === 'blank' || content === 'numbers' || found.max !== null
    return form === 'wide' && isScored ? 'sub-index' : 'ignored'
  }
  if (form === 'long') return role === 'total' ? 'ignored' : role
  // A numeric "Chỉ số" of a wide table is a figure, and nothing says which.
  if (role === 'index' && content === 'numbers') return 'ignored'
  if (role === 'score') return hasTotal ? 'sub-index' : 'total'
  return role
}
