import type { Row } from '@/domain/tables'
import type { AddProblem } from '@/import/findings'
import type { Column } from '@/import/meaning/column'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import { definitionNames } from '@/import/meaning/definition-names'
import { mayNameRows } from '@/import/meaning/judge-values'
import { kindOf, spellingsOf, unitKey } from '@/import/meaning/unit-keys'
import type { UnitKind } from '@/import/meaning/unit-keys'
import { isFigure } from '@/import/meaning/column'
import { periodsInName, readPeriod } from '@/import/meaning/periods'
import { matchSubIndices } from '@/import/meaning/match-sub-indices'
import type { Answers, BaseDefinitions, Evidence, Option, Question } from '@/import/opening'
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

/** What speaks for each id, in the order of likelihood. */
type Likely = ReadonlyMap<string, readonly Evidence[]>

function likelyFrom(found: Iterable<readonly [id: string, evidence: Evidence]>): Likely {
  const likely = new Map<string, readonly Evidence[]>()
  for (const [id, evidence] of found) {
    const before = likely.get(id) ?? []
    if (!before.some(({ kind }) => kind === evidence.kind)) likely.set(id, [...before, evidence])
  }
  return likely
}

/** Those likely come first, in the order of likelihood and with what speaks for them; the others follow in that of the base. */
const optionsOf = (
  ids: readonly string[],
  likely: Likely,
  named: (id: string) => Pick<Row<'indices' | 'blocks'>, 'name_vi' | 'name_en'> | undefined,
): readonly Option[] =>
  [...new Set([...likely.keys(), ...ids])]
    .filter((id) => ids.includes(id))
    .map((id) => {
      const evidence = likely.get(id)
      const names = named(id)
      return {
        value: id,
        label: names?.name_vi ?? null,
        ...(names !== undefined && { labelEn: names.name_en }),
        sample: [],
        ...(evidence !== undefined && { evidence }),
      }
    })

type Line = readonly [text: string, kind: 'title' | 'file-name' | 'header']

/** The lines of the file that may name index, period and block. */
const linesOf = (table: FoundTable, fileName: string): readonly Line[] => [
  ...table.titles.map((title) => [title, 'title'] as const),
  [fileName.replace(/\.[^.]+$/, ''), 'file-name'],
]

/** What lines name, each with the line's kind. */
const namedIn = (
  lines: readonly Line[],
  namesOf: (text: string) => readonly string[],
): readonly (readonly [string, Evidence])[] =>
  lines.flatMap(([text, kind]) => namesOf(text).map((id) => [id, { kind }] as const))

function indexQuestion(
  table: FoundTable,
  columns: readonly Column[],
  fileName: string,
  base: BaseDefinitions,
): Question {
  const names = definitionNames(base)
  const headers = columns.flatMap(({ look }) => look.parts.map(({ name }) => [name, 'header'] as const))
  const named = namedIn([...linesOf(table, fileName), ...headers], (text) =>
    runsOf(text).flatMap((run) => names.index(run)?.index_id ?? []),
  )
  const subIndices = columns.filter(({ role }) => role === 'sub-index')
  const fitting = base.indices
    .map(({ index_id }) => {
      const match = matchSubIndices(
        base.sub_indices.filter((row) => row.index_id === index_id),
        0,
      )
      return { index_id, count: subIndices.filter(({ name }) => match(name).row !== null).length }
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ index_id, count }) => [index_id, { kind: 'sub-indices', count, of: subIndices.length }] as const)
  const ids = base.indices.map(({ index_id }) => index_id)
  const options = optionsOf(ids, likelyFrom([...named, ...fitting]), (id) =>
    base.indices.find(({ index_id }) => index_id === id),
  )
  return { id: 'index', kind: 'index', options, free: true, about: table.titles }
}

function periodQuestion(table: FoundTable, columns: readonly Column[], fileName: string): Question {
  const named = [
    ...columns.flatMap(({ named: { period } }) => (period === null ? [] : [[period, { kind: 'header' }] as const])),
    ...namedIn(linesOf(table, fileName), periodsInName),
  ]
  const likely = likelyFrom(named)
  return {
    id: 'period',
    kind: 'period',
    options: optionsOf([...likely.keys()], likely, () => undefined),
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

const agencyKeys = ({ units }: BaseDefinitions): ReadonlySet<string> =>
  new Set(
    units
      .filter(({ name_vi }) => kindOf(unitKey(name_vi)).kind === 'agency')
      .flatMap((unit) => spellingsOf(unit).map(unitKey)),
  )

function blockQuestion(
  table: FoundTable,
  columns: readonly Column[],
  fileName: string,
  base: BaseDefinitions,
): Question {
  const names = definitionNames(base)
  const named = namedIn(linesOf(table, fileName), (text) =>
    // Every title says `chỉ số`, which without its marks is a department.
    runsOf(text).flatMap((run) => (fold(run) === 'so' ? [] : (names.block(run).block?.block_id ?? []))),
  )
  const texts = columns.flatMap(({ role, look }) => (role === 'unit' ? look.texts.slice(0, JUDGED) : []))
  const agencies = agencyKeys(base)
  const counts = new Map<string, number>()
  for (const text of texts) {
    const key = unitKey(text)
    const { kind, bare } = kindOf(key)
    // A bare name, such as that of a ward, names no kind.
    if (bare === null && !agencies.has(key) && !key.startsWith('sở ')) continue
    const block = BLOCK_OF_KIND[kind]
    counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  const ofUnits = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([block, count]) => [block, { kind: 'units', count, of: texts.length }] as const)
  const ids = base.blocks.map(({ block_id }) => block_id)
  const options = optionsOf(ids, likelyFrom([...named, ...ofUnits]), (id) =>
    base.blocks.find(({ block_id }) => block_id === id),
  )
  return { id: 'block', kind: 'block', options, free: true, about: table.titles }
}

function unitQuestion(table: FoundTable, fileName: string, base: BaseDefinitions): Question {
  const names = definitionNames(base)
  const runs = linesOf(table, fileName).flatMap(([text]) => runsOf(text))
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
