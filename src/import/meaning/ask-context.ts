import type { AddProblem } from '@/import/findings'
import type { Column } from '@/import/meaning/column'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import { definitionNames } from '@/import/meaning/definition-names'
import { mayNameRows } from '@/import/meaning/judge-values'
import { kindOf, unitKey } from '@/import/meaning/unit-keys'
import type { UnitKind } from '@/import/meaning/unit-keys'
import { isFigure } from '@/import/meaning/column'
import { periodsInName, readPeriod } from '@/import/meaning/periods'
import { matchSubIndices } from '@/import/meaning/match-sub-indices'
import type { Answers, BaseDefinitions, Option, Question } from '@/import/opening'
import type { FoundTable } from '@/import/table/found-table'
import { fold, tidy } from '@/import/text-keys'

const JUDGED = 400

const has = (columns: readonly Column[], role: ColumnRole) =>
  columns.some((column) => column.role === role && column.look.texts.length > 0)

const answered = (answers: Answers, id: 'index' | 'period' | 'block' | 'of-unit') => (answers[id]?.trim() ?? '') !== ''

/** Runs of up to eight words of a line, the longest first: where a name may stand in a title. */
function runsOf(line: string): readonly string[] {
  const words = tidy(line)
    .replaceAll(/[_.()]+/g, ' ')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .slice(0, 60)
  const runs: string[] = []
  for (let length = Math.min(8, words.length); length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) runs.push(words.slice(start, start + length).join(' '))
  }
  return runs
}

/** Those likely come first, in the order of likelihood; the others follow in that of the base. */
const likelyFirst = (ids: readonly string[], likely: readonly string[]) => [
  ...new Set([...likely.filter((id) => ids.includes(id)), ...ids]),
]

const optionsOf = (ids: readonly string[], label: (id: string) => string | null): readonly Option[] =>
  ids.map((id) => ({ value: id, label: label(id), sample: [] }))

/** The lines of the file that may name index, period and block. */
const linesOf = (table: FoundTable, fileName: string) => [...table.titles, fileName.replace(/\.[^.]+$/, '')]

function indexQuestion(
  table: FoundTable,
  columns: readonly Column[],
  fileName: string,
  base: BaseDefinitions,
): Question {
  const names = definitionNames(base)
  const headers = columns.flatMap(({ look }) => look.parts.map(({ name }) => name))
  const named = [...linesOf(table, fileName), ...headers]
    .flatMap(runsOf)
    .flatMap((run) => names.index(run)?.index_id ?? [])
  const scored = base.indices.map(({ index_id }) => {
    const match = matchSubIndices(
      base.sub_indices.filter((row) => row.index_id === index_id),
      0,
    )
    return {
      index_id,
      count: columns.filter(({ role, name }) => role === 'sub-index' && match(name).row !== null).length,
    }
  })
  const fitting = scored
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ index_id }) => index_id)
  const ids = likelyFirst(
    base.indices.map(({ index_id }) => index_id),
    [...named, ...fitting],
  )
  const label = (id: string) => base.indices.find(({ index_id }) => index_id === id)?.name_vi ?? null
  return { id: 'index', kind: 'index', options: optionsOf(ids, label), free: true, about: table.titles }
}

function periodQuestion(table: FoundTable, columns: readonly Column[], fileName: string): Question {
  const named = [
    ...columns.flatMap(({ named: { period } }) => period ?? []),
    ...[...table.titles, fileName].flatMap(periodsInName),
  ]
  return {
    id: 'period',
    kind: 'period',
    options: optionsOf([...new Set(named)], () => null),
    free: true,
    about: table.titles,
  }
}

const BLOCK_OF_KIND: Readonly<Record<UnitKind, string>> = {
  province: 'provinces',
  city: 'districts',
  district: 'districts',
  commune: 'communes',
  agency: 'departments',
}

function blockQuestion(
  table: FoundTable,
  columns: readonly Column[],
  fileName: string,
  base: BaseDefinitions,
): Question {
  const names = definitionNames(base)
  const named = linesOf(table, fileName)
    .flatMap(runsOf)
    .flatMap((run) => names.block(run).block?.block_id ?? [])
  const counts = new Map<string, number>()
  for (const column of columns) {
    if (column.role !== 'unit') continue
    for (const text of column.look.texts.slice(0, JUDGED)) {
      const block = BLOCK_OF_KIND[kindOf(unitKey(text)).kind]
      counts.set(block, (counts.get(block) ?? 0) + 1)
    }
  }
  const ofUnits = [...counts].toSorted((a, b) => b[1] - a[1]).map(([block]) => block)
  const ids = likelyFirst(
    base.blocks.map(({ block_id }) => block_id),
    [...named, ...ofUnits],
  )
  const label = (id: string) => base.blocks.find(({ block_id }) => block_id === id)?.name_vi ?? null
  return { id: 'block', kind: 'block', options: optionsOf(ids, label), free: true, about: table.titles }
}

function unitQuestion(table: FoundTable, fileName: string, base: BaseDefinitions): Question {
  const names = definitionNames(base)
  const runs = linesOf(table, fileName).flatMap(runsOf)
  const said = new Set(runs.filter((run) => fold(run).length > 3 && names.units.knows(run)))
  return {
    id: 'of-unit',
    kind: 'of-unit',
    options: [...said].slice(0, 5).map((name) => ({ value: name, label: null, sample: [] })),
    free: true,
    about: table.titles,
  }
}

/** Index, period, block and unit, where neither a column nor a section nor the viewer says them. Titles and names only suggest. */
export function askContext(
  table: FoundTable,
  columns: readonly Column[],
  form: 'long' | 'wide',
  fileName: string,
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
): readonly Question[] {
  const questions: Question[] = []
  const isAsked = columns.some(({ role, why, look }) => role === 'ignored' && why !== 'answer' && mayNameRows(look))
  if (!has(columns, 'unit') && !isAsked && !answered(answers, 'of-unit'))
    questions.push(unitQuestion(table, fileName, base))
  if (!has(columns, 'index') && !answered(answers, 'index')) {
    questions.push(indexQuestion(table, columns, fileName, base))
  }
  const figures = columns.filter(
    (column) => isFigure(column, form) || column.role === 'rank' || column.role === 'class',
  )
  const hasPeriod = has(columns, 'period') || figures.every(({ period }) => period !== null)
  const period = answers.period?.trim() ?? ''
  if (period === '' ? !hasPeriod : readPeriod(period) === null) {
    if (period !== '') add('unknown-period', 'error', null, null, period)
    questions.push(periodQuestion(table, columns, fileName))
  }
  const hasBlock = has(columns, 'block') || (table.sectionOf?.every((section) => section !== null) ?? false)
  if (!hasBlock && !answered(answers, 'block')) questions.push(blockQuestion(table, columns, fileName, base))
  return questions
}
