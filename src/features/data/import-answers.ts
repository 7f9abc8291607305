import type { AnswerId, Answers, Question, QuestionKind, Reading } from '@/import/opening'

/** The four steps of the guided import. */
export const IMPORT_STEPS = ['file', 'table', 'columns', 'checked'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

const STEP_OF: Readonly<Record<QuestionKind, ImportStep>> = {
  encoding: 'file',
  delimiter: 'file',
  sheet: 'file',
  table: 'table',
  header: 'table',
  form: 'table',
  row: 'table',
  index: 'columns',
  period: 'columns',
  block: 'columns',
  'of-unit': 'columns',
  column: 'columns',
  mark: 'columns',
  max: 'columns',
  unit: 'columns',
  'sub-index': 'columns',
  cell: 'checked',
  bands: 'checked',
}

export const kindOf = (id: AnswerId): QuestionKind => id.split(':', 1)[0] as QuestionKind
/** What of the file an answer is about: `D57` of `cell:D57`. */
export const subjectOf = (id: AnswerId): string => id.slice(kindOf(id).length + 1)
export const stepOf = (id: AnswerId): ImportStep => STEP_OF[kindOf(id)]

/** The step that the first of the open questions belongs to. */
export const askingStep = (questions: readonly Question[]): ImportStep | null =>
  IMPORT_STEPS.find((step) => questions.some(({ id }) => stepOf(id) === step)) ?? null

/** Questions that are still to be asked beside these answers: what supposes others is not. */
export const dueQuestions = (
  questions: readonly Question[],
  given: ReadonlyMap<AnswerId, string>,
): readonly Question[] =>
  questions.filter(({ supposing = {} }) =>
    (Object.entries(supposing) as [AnswerId, string][]).every(([id, value]) => (given.get(id) ?? value) === value),
  )

/** The first step that did not come to an end. */
export function unfinishedStep({ file, table, columns }: Reading): ImportStep {
  if (file === null) return 'file'
  if (table === null) return 'table'
  return columns === null ? 'columns' : 'checked'
}

/** Answers to give, or to take back (`null`). */
export type AnswerChanges = ReadonlyMap<AnswerId, string | null>

const OF_PLACES = ['row', 'column', 'mark', 'max', 'cell'] as const satisfies readonly QuestionKind[]
const OF_TABLE = ['header', 'form', ...OF_PLACES] as const
const OF_CONTENT = ['index', 'period', 'block', 'of-unit', 'bands'] as const

/** What was said about places or content of another reading says nothing about the new one. */
const FALL_WITH: Readonly<Partial<Record<QuestionKind, readonly QuestionKind[]>>> = {
  encoding: ['delimiter', 'table', 'unit', 'sub-index', ...OF_TABLE],
  delimiter: ['table', ...OF_TABLE],
  sheet: ['table', ...OF_TABLE, ...OF_CONTENT],
  table: [...OF_TABLE, ...OF_CONTENT],
  header: ['column', 'mark', 'max'],
  form: ['column', 'mark', 'max', 'of-unit'],
}

export function changeAnswers(answers: Answers, changes: AnswerChanges): Answers {
  const fallen = new Set(
    [...changes].flatMap(([id, value]) => ((answers[id] ?? null) === value ? [] : (FALL_WITH[kindOf(id)] ?? []))),
  )
  const kept = (Object.entries(answers) as [AnswerId, string][]).filter(([id]) => !fallen.has(kindOf(id)))
  const next = new Map<AnswerId, string>(kept)
  for (const [id, value] of changes) {
    if (value === null) next.delete(id)
    else next.set(id, value)
  }
  return Object.fromEntries(next)
}

/**
 * With what a file is read on that was read with remembered answers: those stay remembered. Where one of them was taken
 * back, without memory, from which it would come again.
 */
export function answersBeside(
  remembered: Answers,
  answers: Answers,
): { readonly answers: Answers; readonly useMemory?: false } {
  const known = new Map(Object.entries(remembered))
  if ([...known.keys()].some((id) => !Object.hasOwn(answers, id))) return { answers, useMemory: false }
  return { answers: Object.fromEntries(Object.entries(answers).filter(([id, answer]) => known.get(id) !== answer)) }
}

/**
 * The answer `header` by which a row becomes one of the header, or ceases to be. The rows of a header follow one
 * another: a row beside it joins it, another takes its place. `null`: no row would be left.
 */
export function headerAnswer(headerRows: readonly number[], row: number, isHeader: boolean): string | null {
  const first = Math.min(...headerRows)
  const last = Math.max(...headerRows)
  if (isHeader) {
    if (row === first - 1) return rowRange(row, last)
    return row === last + 1 ? rowRange(first, row) : rowRange(row, row)
  }
  if (first === last) return null
  return row === first ? rowRange(first + 1, last) : rowRange(first, row - 1)
}

const rowRange = (first: number, last: number) => (first === last ? String(first) : `${first}-${last}`)
