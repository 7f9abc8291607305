import type { Row } from '@/domain/tables'
import type { Column } from '@/import/file/grid'
import type { AddProblem } from '@/import/findings'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import { definitionNames } from '@/import/meaning/definition-names'
import { isTotalOf } from '@/import/meaning/name-columns'
import { definedName, subIndicesOf } from '@/import/meaning/name-sub-indices'
import { matchSubIndices } from '@/import/meaning/match-sub-indices'
import { readUnits } from '@/import/meaning/read-units'
import type { NamedUnit } from '@/import/meaning/read-units'
import type { Answers, BaseDefinitions, Question, ReadUnit } from '@/import/opening'
import { readPeriod } from '@/import/meaning/periods'
import type { Period } from '@/import/meaning/periods'
import type { Cells } from '@/import/table/cells'
import { nameKey, takeSlug, tidy } from '@/import/text-keys'

export interface NamedIndex {
  readonly base: Row<'indices'> | null
  readonly key: string
  readonly name: string
  id: string
}
export interface NamedBlock {
  readonly base: Row<'blocks'> | null
  readonly key: string
  readonly name: string
  id: string
}
/** A sub-index as the file names it; the same for all blocks and periods of an index. */
export interface NamedSubIndex {
  readonly index: NamedIndex
  readonly key: string
  name: string
}
export interface Edition {
  readonly index: NamedIndex
  readonly period: Period
  readonly block: NamedBlock
}

export const NO_ROW = -1
/** The place of the total among the sub-indices. */
export const TOTAL = 0

/** What every data row of the file is about. */
export interface ResolvedRows {
  readonly editions: readonly Edition[]
  readonly units: readonly NamedUnit[]
  /** Place 0 is the total and holds nothing. */
  readonly subIndices: readonly (NamedSubIndex | null)[]
  /** One for each unit of an edition. */
  readonly results: readonly { readonly edition: number; readonly unit: number; readonly firstRow: number }[]
  /** By data row: place in `results`, or `NO_ROW` where the row cannot be used (and is among the problems). */
  readonly resultOfRow: Int32Array
  /** By data row, long form only: place in `subIndices`. */
  readonly subIndexOfRow: Int32Array | null
  /** Wide form: the place in `subIndices` for a name and an edition's index. */
  readonly subIndexByName: (name: string, index: NamedIndex) => number
  readonly readUnits: readonly ReadUnit[]
  /** Names that only come near a unit's or a sub-index's, or that are several units'. */
  readonly questions: readonly Question[]
}

/** A number computed once for each pair. */
function pairCache(
  width: number,
  height: number,
  compute: (a: number, b: number) => number,
): (a: number, b: number) => number {
  const size = width * height
  if (size <= 8_000_000) {
    const known = new Int32Array(size)
    return (a, b) => {
      const place = a * height + b
      const found = known[place] as number
      if (found !== 0) return found - 2
      const value = compute(a, b)
      known[place] = value + 2
      return value
    }
  }
  const known = new Map<number, number>()
  return (a, b) => {
    const place = a * height + b
    const found = known.get(place)
    if (found !== undefined) return found
    const value = compute(a, b)
    known.set(place, value)
    return value
  }
}

interface Keys<T> {
  readonly items: readonly T[]
  /** By code of the column's text; `NO_ROW` for a text that means nothing. Only place 0 where there is no column. */
  readonly ofCode: Int32Array
  readonly codes: Uint32Array | null
  /** The place of what the viewer answered; `NO_ROW` where that is nothing. */
  readonly answered: number
}

/** Reads the distinct texts of a key column; what the viewer answered stands where a cell is blank. */
function readKeys<T>(
  column: Column | null,
  answer: string | undefined,
  keyOf: (item: T) => string,
  read: (text: string) => T | null,
): Keys<T> {
  const items: T[] = []
  const places = new Map<string, number>()
  const itemOf = (text: string): number => {
    const item = tidy(text) === '' ? null : read(text)
    if (item === null) return NO_ROW
    const key = keyOf(item)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, items.length)
    return items.push(item) - 1
  }
  const answered = answer === undefined ? NO_ROW : itemOf(answer)
  const texts = column?.texts ?? ['']
  return {
    items,
    codes: column?.codes ?? null,
    answered,
    ofCode: Int32Array.from(texts, (text) => (tidy(text) === '' ? answered : itemOf(text))),
  }
}

/** Ids of the base for what it knows, new ones in an order that does not depend on that of the rows. */
function giveIds(
  items: readonly { readonly base: object | null; readonly name: string; readonly key: string; id: string }[],
  taken: Iterable<string>,
  fallback: string,
): void {
  const ids = new Set(taken)
  for (const item of items) if (item.id !== '') ids.add(item.id)
  const fresh = items.filter((item) => item.id === '').toSorted((a, b) => (a.key < b.key ? -1 : 1))
  for (const item of fresh) item.id = takeSlug(item.name, fallback, ids)
}

/** The place of a column among those of the cells; -1 where there is none. */
export const placeOf = (cells: Cells, role: ColumnRole) => cells.columns.findIndex((column) => column.role === role)

export function columnOf(cells: Cells, role: ColumnRole): Column | null {
  return cells.columns[placeOf(cells, role)]?.cells ?? null
}

/** Adds a problem at a cell: `place` is that of its column among the cells'. */
export function addAt(
  cells: Cells,
  add: AddProblem,
  kind: Parameters<AddProblem>[0],
  severity: Parameters<AddProblem>[1],
  at: { readonly row: number; readonly place: number },
  value: string | null,
  expected: string | null = null,
  fix?: Parameters<AddProblem>[6],
): void {
  const { row, letter } = cells.originOf(at.row, at.place)
  add(kind, severity, row, letter, value, expected, fix)
}

/** What the viewer said names in a long table's column of sub-indices mean, by their keys. */
const answeredFields = (answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(answers).flatMap(([id, answer = '']) =>
      id.startsWith('sub-index:') ? [[nameKey(id.slice('sub-index:'.length)), answer.trim()] as const] : [],
    ),
  )

const fieldQuestion = (name: string, near: readonly Row<'sub_indices'>[]): Question => ({
  id: `sub-index:${name}`,
  kind: 'sub-index',
  options: [
    ...near.map(({ sub_index_id, name_vi }) => ({ value: sub_index_id, label: name_vi, sample: [] })),
    { value: 'new', label: name, sample: [] },
  ],
  free: false,
  about: [name],
})

/** Finds index, period, block, unit and sub-index of every row. Without a column of units they are all the answered one's. */
export function resolveRows(cells: Cells, base: BaseDefinitions, answers: Answers, add: AddProblem): ResolvedRows {
  const column = (role: ColumnRole) => columnOf(cells, role)
  const { index: findIndex, block: findBlock, isSubIndex } = definitionNames(base)

  const indices = readKeys<NamedIndex>(
    column('index'),
    answers.index,
    ({ base: known, key }) => known?.index_id ?? `= ${key}`,
    (text) => {
      const known = findIndex(text)
      return { base: known, key: nameKey(text), name: tidy(text), id: known?.index_id ?? '' }
    },
  )
  const periods = readKeys<Period>(column('period'), answers.period, ({ id }) => id, readPeriod)
  const blocks = readKeys<NamedBlock>(
    column('block'),
    answers.block,
    ({ id, key }) => (id === '' ? `= ${key}` : id),
    (text) => {
      const { id, block, name } = findBlock(text)
      return { base: block, key: nameKey(name), name, id: id ?? '' }
    },
  )
  giveIds(
    indices.items,
    base.indices.map(({ index_id }) => index_id),
    'index',
  )
  giveIds(
    blocks.items,
    base.blocks.map(({ block_id }) => block_id),
    'block',
  )

  const noteNew = (
    role: 'index' | 'block',
    kind: 'unknown-index' | 'unknown-block',
    keys: Keys<NamedIndex | NamedBlock>,
  ) => {
    if (keys.codes === null) return
    const noted = new Set<number>()
    for (const [code, place] of keys.ofCode.entries()) {
      const item = keys.items[place]
      if (item === undefined || item.base !== null || noted.has(place)) continue
      const row = keys.codes.indexOf(code)
      if (row === -1) continue
      noted.add(place)
      addAt(cells, add, kind, 'warning', { row, place: placeOf(cells, role) }, item.name)
    }
  }
  // What the file says of its rows stands, since rows must not change their year; but the answer does not lose in silence.
  const noteDiffering = (role: 'index' | 'period' | 'block', { codes, ofCode, answered }: Keys<unknown>) => {
    if (codes === null || answered === NO_ROW || codes.some((code) => ofCode[code] === answered)) return
    const row = codes.findIndex((code) => ofCode[code] !== NO_ROW)
    if (row === -1) return
    const text = column(role)?.texts[codes[row] as number] ?? null
    addAt(cells, add, 'answer-differs', 'warning', { row, place: placeOf(cells, role) }, text, answers[role] ?? null)
  }
  noteDiffering('index', indices)
  noteDiffering('period', periods)
  noteDiffering('block', blocks)
  noteNew('index', 'unknown-index', indices)
  noteNew('block', 'unknown-block', blocks)

  const editions: Edition[] = []
  const editionOf = pairCache(indices.items.length * periods.items.length, blocks.items.length, (pair, block) => {
    const index = indices.items[Math.floor(pair / periods.items.length)] as NamedIndex
    return (
      editions.push({
        index,
        period: periods.items[pair % periods.items.length] as Period,
        block: blocks.items[block] as NamedBlock,
      }) - 1
    )
  })

  // Units
  const unitPlace = placeOf(cells, 'unit')
  const ofUnit = answers['of-unit'] ?? ''
  const unitTexts = column('unit')?.texts ?? [ofUnit]
  const unitCodes = column('unit')?.codes ?? new Uint32Array(cells.rowCount)
  const named = readUnits(cells, unitTexts, unitPlace, base, answers, add)
  const editionCount = Math.max(1, indices.items.length * periods.items.length * blocks.items.length)
  let currentRow = 0
  const unitOf = pairCache(unitTexts.length, editionCount, (code, edition) => {
    const { block, period } = editions[edition] as Edition
    return named.placeOf(code, block.id, period, currentRow)
  })

  // Sub-indices
  const fieldAnswers = answeredFields(answers)
  const fieldQuestions = new Map<string, Question>()
  const subIndices: (NamedSubIndex | null)[] = [null]
  const subPlaces = new Map<string, number>()
  const subIndexByName = (text: string, index: NamedIndex): number => {
    const name = definedIn(index)(text)
    const key = nameKey(name)
    const path = `${index.id} ${key}`
    const known = subPlaces.get(path)
    if (known === undefined) {
      subPlaces.set(path, subIndices.length)
      return subIndices.push({ index, key, name }) - 1
    }
    const sub = subIndices[known]
    if (sub && name < sub.name) sub.name = name
    return known
  }
  const definers = new Map<NamedIndex, (text: string) => string>()
  // A name as it stands, unless the definitions know it by another: `LV3`, `1. Chỉ đạo, điều hành`.
  function definedIn(index: NamedIndex): (text: string) => string {
    const known = definers.get(index)
    if (known !== undefined) return known
    const rows = index.base === null ? [] : subIndicesOf(base, index.base.index_id, null, '9999')
    const match = matchSubIndices(rows, 0)
    const define = (text: string) => {
      const name = tidy(text)
      const answer = fieldAnswers.get(nameKey(name))
      const meant = rows.find(({ sub_index_id }) => sub_index_id === answer)
      if (meant !== undefined) return definedName(meant, rows)
      if (isSubIndex(name) || answer === 'new') return name
      const { row, near } = match(name)
      if (row !== null) return definedName(row, rows)
      if (cells.form === 'long' && near.length > 0 && !fieldQuestions.has(nameKey(name)))
        fieldQuestions.set(nameKey(name), fieldQuestion(name, near))
      return name
    }
    definers.set(index, define)
    return define
  }
  const subColumn = cells.form === 'long' ? column('sub-index') : null
  const subOf =
    subColumn === null
      ? null
      : pairCache(subColumn.texts.length, Math.max(1, indices.items.length), (code, at) => {
          const text = subColumn.texts[code] as string
          if (tidy(text) === '') return NO_ROW
          const index = indices.items[at] as NamedIndex
          const isIndexName = (name: string) =>
            !isSubIndex(name) &&
            (nameKey(name) === index.key || (index.base !== null && findIndex(name) === index.base))
          return isTotalOf(text, isIndexName) ? TOTAL : subIndexByName(text, index)
        })

  const results: { edition: number; unit: number; firstRow: number }[] = []
  const resultOf = new Map<number, number>()
  const resultOfRow = new Int32Array(cells.rowCount).fill(NO_ROW)
  const subIndexOfRow = subOf === null ? null : new Int32Array(cells.rowCount).fill(NO_ROW)
  const keyAt = <T>({ codes, ofCode }: Keys<T>, row: number) =>
    ofCode[codes === null ? 0 : (codes[row] as number)] as number
  const unknownKey = (row: number, role: ColumnRole, kind: 'missing-value' | 'unknown-period') => {
    const source = column(role)
    const text = source?.texts[source.codes[row] ?? 0]?.trim() ?? ''
    const place = placeOf(cells, role)
    if (place === -1) add(kind, 'error', cells.rows[row] ?? null, null, null)
    else addAt(cells, add, text === '' ? 'missing-value' : kind, 'error', { row, place }, text === '' ? null : text)
  }
  const unitBlank = unitTexts.map((text) => tidy(text) === '')
  const width = unitTexts.length * editionCount + 1
  let lastKey = -1
  let lastResult = NO_ROW
  for (let row = 0; row < cells.rowCount; row++) {
    currentRow = row
    const index = keyAt(indices, row)
    const period = keyAt(periods, row)
    const block = keyAt(blocks, row)
    const unitCode = unitCodes[row] as number
    if (index < 0) unknownKey(row, 'index', 'missing-value')
    else if (period < 0) unknownKey(row, 'period', 'unknown-period')
    else if (block < 0) unknownKey(row, 'block', 'missing-value')
    else if (unitBlank[unitCode] === true) unknownKey(row, 'unit', 'missing-value')
    else {
      if (subOf !== null && subColumn !== null && subIndexOfRow !== null) {
        const sub = subOf(subColumn.codes[row] as number, index)
        if (sub < 0) {
          unknownKey(row, 'sub-index', 'missing-value')
          continue
        }
        subIndexOfRow[row] = sub
      }
      const edition = editionOf(index * periods.items.length + period, block)
      const unit = unitOf(unitCode, edition)
      const key = edition * width + unit
      if (key !== lastKey) {
        lastKey = key
        const known = resultOf.get(key)
        lastResult = known ?? results.push({ edition, unit, firstRow: row }) - 1
        if (known === undefined) resultOf.set(key, lastResult)
      }
      resultOfRow[row] = lastResult
    }
  }
  const { units } = named
  giveIds(
    units,
    base.units.map(({ unit_id }) => unit_id),
    'unit',
  )
  const { readUnits: unitsRead, questions } = named.settle()
  return {
    editions,
    units,
    subIndices,
    results,
    resultOfRow,
    subIndexOfRow,
    subIndexByName,
    readUnits: unitsRead,
    questions: [...fieldQuestions.values(), ...questions],
  }
}
