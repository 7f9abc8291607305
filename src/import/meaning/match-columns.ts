import type { AddProblem } from '@/import/findings'
import { ask, askRoles, askScore, askStage } from '@/import/meaning/ask-roles'
import { askContext } from '@/import/meaning/ask-context'
import type { ColumnMeaning, ColumnRole } from '@/import/meaning/column-meaning'
import { COLUMN_ROLES } from '@/import/meaning/column-meaning'
import { splitMaximum } from '@/import/meaning/header-text'
import { isFigure, maximaOf } from '@/import/meaning/column'
import type { Column } from '@/import/meaning/column'
import { definitionNames } from '@/import/meaning/definition-names'
import type { DefinitionNames } from '@/import/meaning/definition-names'
import { isCode, judgeValues, namesUnits, numbersRows } from '@/import/meaning/judge-values'
import { lookAtColumns } from '@/import/meaning/look-at-columns'
import type { Look } from '@/import/meaning/look-at-columns'
import { decideMarks } from '@/import/meaning/column-marks'
import { decideMaxima } from '@/import/meaning/column-maxima'
import { isMissing } from '@/import/meaning/numbers'
import type { DecimalMark } from '@/import/meaning/numbers'
import { nameColumn } from '@/import/meaning/name-columns'
import type { Named } from '@/import/meaning/name-columns'
import { readPeriod } from '@/import/meaning/periods'
import { roleOf } from '@/import/meaning/role-names'
import { nameSubIndices } from '@/import/meaning/name-sub-indices'
import { settleRankOwners } from '@/import/meaning/rank-owners'
import { asksWhichCounts, settleTwins } from '@/import/meaning/settle-twins'
import type { Answers, BaseDefinitions, Question, Step } from '@/import/opening'
import type { FoundTable } from '@/import/table/found-table'
import { fold, nameKey } from '@/import/text-keys'

/** What an answer says a column is; `null` where it says nothing that can be. */
function readAnswer(answer: string | undefined): { readonly role: ColumnRole; readonly name: string | null } | null {
  if (answer === undefined) return null
  const named = /^sub-index:\s*(\S.*)$/.exec(answer)?.[1]
  if (named !== undefined) return { role: 'sub-index', name: named.trim() }
  const role = COLUMN_ROLES.find((known) => known === answer)
  return role === undefined ? null : { role, name: null }
}

/** Words that stand beside an index's name in the header of its total. */
const BESIDE = /\b(?:un ?weighted|weighted|chi so|index|diem|tong|total|score|overall|ket qua|nam|so)\b/g

/** Whether a header names a whole index: of the base, or the one that the viewer named. */
function indexNames(names: DefinitionNames, answers: Answers): (name: string) => boolean {
  const wanted = answers.index?.trim() ?? ''
  const known = wanted === '' ? null : names.index(wanted)
  const core = (text: string) =>
    fold(text).replaceAll(/\d+/g, ' ').replaceAll(BESIDE, ' ').replaceAll(/ +/g, ' ').trim()
  return (name) => {
    if (names.isSubIndex(name)) return false
    const short = core(name)
    if (short !== '' && `${core(wanted)} `.startsWith(`${short} `)) return true
    const meant = names.index(name)
    return meant !== null && (known === null ? wanted === '' : known === meant)
  }
}

/** Whether the table has a row a score: a column of names of sub-indices. */
function formOf(columns: readonly Column[]): 'long' | 'wide' {
  return columns.some(({ role, look }) => role === 'sub-index' && look.content === 'words') ? 'long' : 'wide'
}

function startColumns(looks: readonly Look[], names: DefinitionNames, answers: Answers): Column[] {
  const isIndexName = indexNames(names, answers)
  const namedAll = looks.map((look) => nameColumn(look, isIndexName))
  // Beside a total by name, the name of an index is that of a field, or of another index.
  const hasTotal = looks.some((look) => nameColumn(look, () => false).role === 'total')
  return looks.map((look, place) => {
    const named = hasTotal ? nameColumn(look, () => false) : (namedAll[place] as Named)
    const column: Column = {
      look,
      named,
      role: named.role ?? 'ignored',
      why: 'header',
      name: named.name,
      period: named.period,
      max: named.max,
      subIndexId: null,
      unitPlace: null,
    }
    const answer = readAnswer(answers[`column:${look.letter}`])
    if (answer !== null) {
      column.role = answer.role
      column.why = 'answer'
      if (answer.name !== null) column.name = answer.name
      return column
    }
    // Words over figures (`Chỉ số`, `Lĩnh vực`) name no column of names.
    const mistaken =
      (named.role === 'index' || named.role === 'sub-index') &&
      roleOf(named.name) === named.role &&
      look.content === 'numbers'
    if (mistaken) column.role = 'ignored'
    const judged = named.role === null || named.role === 'rank' ? judgeValues(look, names) : null
    if (judged !== null && (named.role === null || judged === 'class')) {
      column.role = judged
      column.why = 'values'
    } else if (named.role === null && look.content === 'words' && namesUnits(look)) column.role = 'unit'
    else if (named.role === null && isCode(look)) column.role = 'note'
    return column
  })
}

/** `Chỉ số (%)` over the only figures of a table is the index itself: the units' total. */
function settleOnlyIndex(columns: readonly Column[], form: 'long' | 'wide'): void {
  if (form !== 'wide' || columns.some((column) => isFigure(column, form))) return
  const indices = columns.filter(
    ({ role, why, named, look }) =>
      role === 'ignored' && why === 'header' && named.role === 'index' && look.content === 'numbers',
  )
  const [only] = indices
  if (only === undefined || indices.length > 1) return
  only.role = 'total'
  only.max = splitMaximum(only.look.title).max
}

/** What the columns are whose headers are names, or that have none. */
function settleNames(columns: readonly Column[], table: FoundTable, names: DefinitionNames): void {
  const form = formOf(columns)
  const unit = columns.find(({ role }) => role === 'unit')
  const given = (column: Column) => column.named.role === null && column.why === 'header'
  for (const column of columns) {
    const { look, named } = column
    if (column.why === 'answer') continue
    if (form === 'long') {
      if (column.role === 'total') column.role = 'score'
      // `2023` over figures, beside names of sub-indices.
      else if (given(column) && look.content === 'numbers' && named.name === '' && named.period !== null)
        column.role = 'score'
      else if (column.role === 'sub-rank') column.role = 'rank'
      continue
    }
    if (!given(column) || column.role === 'note') continue
    if (named.name === '' && named.period === null) {
      if (unit !== undefined && look.place < unit.look.place && numbersRows(look)) {
        column.role = 'row-number'
        column.why = 'values'
      }
      continue
    }
    if (look.content === 'words' && named.max === null) continue
    if (named.name === '') column.role = 'total'
    else if (
      look.content !== 'blank' ||
      named.max !== null ||
      names.isSubIndex(named.name) ||
      maximaOf(table, look) !== null
    ) {
      column.role = 'sub-index'
    }
  }
}

/** `Điểm` is a score in long form; in wide form the total, or one of many. */
function settleScores(columns: readonly Column[], form: 'long' | 'wide'): void {
  if (form === 'long') return
  const totals = columns.filter(({ role }) => role === 'total')
  for (const column of columns) {
    if (column.role !== 'score') continue
    column.role = totals.some(({ period }) => period === column.period) ? 'sub-index' : 'total'
    if (column.name === '') column.name = column.look.title
  }
}

/**
 * Points that are not yet the final ones have no place beside the final ones:
 * the column is not read, and named. What a survey gave is a part of the total
 * like the fields beside it.
 */
function setStagesAside(columns: readonly Column[], names: DefinitionNames, form: 'long' | 'wide'): void {
  if (form === 'long') return
  const isFinal = ({ role, named, why }: Column) =>
    role === 'total' ? named.stage === null || why === 'answer' : role === 'sub-index' && named.stage === null
  const finals = columns.filter(isFinal)
  const keyOf = ({ role, name, period }: Column) => `${role === 'total' ? '' : nameKey(name)} ${period}`
  const keys = new Set(finals.map(keyOf))
  const hasFields = finals.some(({ role }) => role === 'sub-index')
  for (const column of columns) {
    const { named, look, period, why } = column
    if (named.stage === null || why === 'answer' || look.content !== 'numbers' || names.isSubIndex(column.name))
      continue
    if (column.role !== 'sub-index' && column.role !== 'total') continue
    const ofField = keys.has(keyOf(column))
    const ofTotal = keys.has(` ${period}`) && !(named.stage === 'survey' && hasFields)
    if (ofField || ofTotal) column.role = 'ignored'
  }
}

const SHARE = /^(?:ty le|ti le|phan tram)(?: (?:dat|dat duoc|diem|phan tram))*$/

/** What else may stand in the header of the per cent of a whole index: `Chỉ số CCHC (%)`. */
const OF_INDEX = /\b(?:cchc|cai cach hanh chinh|par|index|dti|ddci|dat|duoc|diem|tong|phan tram|nam|\d{4})\b/g

/** `Chỉ số (%)`, `Tỷ lệ %` beside the points of the total, under no header of a field: per cent of it. */
function settleTotalShare(columns: readonly Column[], form: 'long' | 'wide'): void {
  if (form === 'long') return
  const totals = columns.filter(({ role, look }) => role === 'total' && !/%/.test(look.title))
  for (const total of totals) {
    const share = columns.find(
      ({ role, why, look, period }) =>
        (role === 'sub-index' || role === 'ignored' || role === 'index') &&
        why === 'header' &&
        look.content === 'numbers' &&
        look.parts.length === 1 &&
        period === total.period &&
        /%|phần trăm/iu.test(look.title) &&
        /^(?:chi so|ty le|ti le)?$/.test(fold(look.title).replaceAll(OF_INDEX, '').replaceAll(/ +/g, ' ').trim()),
    )
    if (share === undefined) continue
    share.role = 'share'
    share.max = 100
  }
}

/** Per cent of the points beside them say the same once more: `Cải cách thể chế` over `Điểm đạt` and `Tỷ lệ %`. */
function setSharesAside(columns: readonly Column[]): void {
  const isShare = ({ named }: Column) => SHARE.test(fold(named.name))
  const aboveOf = ({ look }: Column) =>
    look.parts
      .slice(0, -1)
      .map(({ text }) => text)
      .join(' › ')
  for (const column of columns) {
    const above = aboveOf(column)
    if (column.role !== 'sub-index' || column.why !== 'header' || !isShare(column)) continue
    // Below nothing, only the total is what they are a share of.
    const hasPoints = columns.some(
      (other) =>
        ((other.role === 'sub-index' && above !== '') || other.role === 'total') &&
        aboveOf(other) === above &&
        !isShare(other),
    )
    if (hasPoints) column.role = 'ignored'
  }
}

/**
 * The period that columns name. Where several do, each has its own; one that all
 * scores name is that of the table; one that only some name is no more than a hint.
 */
function settlePeriods(columns: readonly Column[], form: 'long' | 'wide', answered: string | null): void {
  const figures = columns.filter((column) => isFigure(column, form))
  const standing = columns.filter(({ role }) => role === 'rank' || role === 'class' || role === 'sub-rank')
  const scored = figures.length > 0 ? figures : standing.filter(({ role }) => role !== 'sub-rank')
  const periods = new Set(scored.map(({ period }) => period))
  const all = [...figures, ...standing, ...columns.filter(({ role }) => role === 'share')]
  const [only] = periods
  if (periods.size === 1 && only !== undefined && only !== null) {
    for (const column of all) column.period ??= only
    return
  }
  if (periods.size > 2 || (periods.size === 2 && !periods.has(null))) {
    // Beside figures of several periods one without is of none of them by itself: it is of the answered one.
    for (const column of all) column.period ??= answered
    return
  }
  for (const column of all) {
    if (column.period === null) continue
    // The year belongs to the name after all, unless the name is nothing without it.
    if (column.role === 'sub-index' && form === 'wide' && column.why !== 'answer') column.name = withPeriod(column)
    column.period = null
  }
}

const withPeriod = ({ look, name }: Column) => {
  const part = look.parts.find((each) => each.name === name && each.period !== null)
  return part === undefined || part.max !== null ? name : part.text
}

/**
 * Of several columns of names: in tables whose column pairs are sorted each on
 * its own, every figure belongs to the name at its left; else one names the
 * units, and the others say it in another language, or something else.
 */
function settleUnits(columns: readonly Column[], names: DefinitionNames, form: 'long' | 'wide'): void {
  const keysOf = ({ look }: Column) => new Set(look.texts.map(nameKey))
  const first = columns.find(({ role }) => role === 'unit')
  if (first === undefined) return
  const keys = keysOf(first)
  for (const column of columns) {
    if (
      column.role !== 'ignored' ||
      column.why !== 'header' ||
      column.look.content !== 'words' ||
      column.look.parts.length > 0
    )
      continue
    const own = keysOf(column)
    const shared = [...own].filter((key) => keys.has(key)).length
    if (own.size >= 2 && shared * 10 >= own.size * 8) {
      column.role = 'unit'
      column.why = 'values'
    }
  }
  const units = columns.filter(({ role }) => role === 'unit')
  if (units.length < 2) return
  const followed = units.filter((unit) => {
    const next = columns[columns.indexOf(unit) + 1]
    return next !== undefined && (isFigure(next, form) || next.role === 'rank' || next.role === 'class')
  })
  const isPairs = followed.length >= 2 && followed.length === units.length
  if (isPairs) {
    let place: number | null = null
    for (const column of columns) {
      if (column.role === 'unit') place = column.look.place
      else if (isFigure(column, form) || column.role === 'rank' || column.role === 'class') column.unitPlace = place
    }
    return
  }
  const knownIn = ({ look }: Column) => look.texts.filter(names.units.knows).length / Math.max(1, look.texts.length)
  const answered = units.filter(({ why }) => why === 'answer')
  // Wards stand beside the names of their districts: what names a row is what is different in every row.
  const isKey = ({ look }: Column) => Number(form === 'wide' && look.texts.length * 10 >= look.filled * 8)
  const [best] = (answered.length > 0 ? answered : units).toSorted(
    (a, b) =>
      isKey(b) - isKey(a) ||
      knownIn(b) - knownIn(a) ||
      b.look.texts.length - a.look.texts.length ||
      a.look.place - b.look.place,
  )
  for (const column of units) if (column !== best && column.why !== 'answer') column.role = 'ignored'
}

/** Rank within the block wins over one over all blocks: units are ranked inside a block only. */
function settleRanks(columns: readonly Column[]): void {
  const within = columns.filter(({ role, look }) => role === 'rank' && /khối|nhóm/iu.test(look.title))
  if (within.length === 0) return
  for (const column of columns) {
    const isOther = column.role === 'rank' && !within.includes(column) && column.why !== 'answer'
    if (isOther && within.some(({ period }) => period === column.period)) column.role = 'ignored'
  }
}

/** A field of the file's own in per cent throughout is a share, so of 100. */
function settleShares(columns: readonly Column[], form: 'long' | 'wide'): void {
  if (form === 'long') return
  for (const column of columns) {
    const given = column.look.texts.filter((text) => !isMissing(text))
    const isOwn = column.role === 'sub-index' && column.subIndexId === null && column.max === null
    if (isOwn && given.length > 0 && given.every((text) => text.trim().endsWith('%'))) column.max = 100
  }
}

/** In a table without a header nothing names the figures: each column of them is asked about. */
const askUnnamed = (columns: readonly Column[]): readonly Question[] =>
  columns
    .filter(({ role, why, look }) => role === 'ignored' && why !== 'answer' && look.content === 'numbers')
    .map(({ look }) => ask(look, numbersRows(look) ? ['rank', 'total', 'ignored'] : ['total', 'rank', 'ignored']))

/** Columns that were not read, each named once; what is no figure is only mentioned. */
function nameIgnored(columns: readonly Column[], headerRow: number | null, add: AddProblem): void {
  for (const { role, look, why } of columns) {
    if (why === 'answer' || (look.content === 'blank' && look.parts.length === 0)) continue
    const isUnbound = role === 'max-score' && !columns.some((other) => other.role === 'total' || other.role === 'score')
    if (role === 'ignored' || isUnbound) add('unknown-column', 'warning', headerRow, look.letter, look.title)
    else if (role === 'sub-rank') add('column-aside', 'info', headerRow, look.letter, look.title)
  }
}

const namesTotalByIndex =
  (names: DefinitionNames) =>
  ({ role, why, name }: Column) =>
    role === 'total' && why !== 'answer' && names.index(name) !== null

/**
 * What the columns of a table are: by their headers, then by the definitions of
 * the base, then by their cells. `asked` where the table, with what the viewer
 * has answered, leaves something open; `null` where it has nothing to read.
 */
export function matchColumns(
  table: FoundTable,
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
  fileName = '',
): Step<readonly ColumnMeaning[]> {
  const names = definitionNames(base)
  const headerRow = table.grid.rows[table.headerRows.at(-1) ?? -1] ?? null
  const columns = startColumns(lookAtColumns(table), names, answers)
  const shown = columns.map(({ look }) => look.title).join(' | ')
  if (table.dataRows.length === 0) {
    add('header-only', 'error', headerRow, null, shown)
    return null
  }
  settleNames(columns, table, names)
  const form = formOf(columns)
  settleScores(columns, form)
  settleOnlyIndex(columns, form)
  settleTotalShare(columns, form)
  setStagesAside(columns, names, form)
  setSharesAside(columns)
  settlePeriods(columns, form, readPeriod(answers.period ?? '')?.id ?? null)
  settleUnits(columns, names, form)
  settleRanks(columns)
  const scoreless = form === 'long' && !columns.some((column) => isFigure(column, form)) ? askScore(columns) : null
  if (scoreless !== null) return { asked: [scoreless], soFar: columns.map((column) => meaningOf(column, null)) }
  const unnamed = table.headerRows.length === 0 && !table.turned ? askUnnamed(columns) : []
  const isStanding = ({ role }: Column) => role === 'rank' || role === 'class'
  if (unnamed.length === 0 && !columns.some((column) => isFigure(column, form) || isStanding(column))) {
    add('missing-column', 'error', headerRow, null, shown, 'score')
    return null
  }

  const roles = [
    ...unnamed,
    ...askRoles(columns, form, names),
    ...askStage(columns, form),
    ...settleRankOwners(columns, form, table),
  ]
  decideMaxima(columns, table, form, answers, headerRow, add)
  // First by its definition: two names of one sub-index are two columns of it.
  const open = { roles, names: nameSubIndices(columns, form, base, answers) }
  settleShares(columns, form)
  const ofColumns = settleTwins(columns, form, answers, headerRow, open, add)
  if (ofColumns === null) return null
  const context = askContext(table, columns, form, fileName, base, answers, add)
  // Which columns are the total may follow from the index.
  const mayBeAnother = context.some(({ kind }) => kind === 'index') && columns.some(namesTotalByIndex(names))
  const questions = [...ofColumns.filter((question) => !(mayBeAnother && asksWhichCounts(question))), ...context]
  const { marks, asked } = decideMarks(columns, form, base, answers)
  // The maximum of an index that the base knows may tell.
  if (!questions.some(({ kind }) => kind === 'index')) questions.push(...asked)
  const meanings = columns
    .filter(({ look }) => look.content !== 'blank' || look.parts.length > 0)
    .map((column) => meaningOf(column, marks.get(column.look.place) ?? null))
  const asks = [...new Map(questions.toReversed().map((question) => [question.id, question])).values()].toReversed()
  if (asks.length > 0) return { asked: asks, soFar: meanings }
  nameIgnored(columns, headerRow, add)
  return { done: meanings }
}

const EXAMPLES = 3

function meaningOf(column: Column, mark: DecimalMark | null): ColumnMeaning {
  const { look, role, why, subIndexId, name, max, period, unitPlace } = column
  return {
    place: look.place,
    letter: look.letter,
    header: look.parts.length === 0 ? '' : look.title,
    role,
    why,
    subIndexId,
    name,
    max,
    period,
    mark,
    examples: look.texts.slice(0, EXAMPLES),
    unitPlace,
  }
}
