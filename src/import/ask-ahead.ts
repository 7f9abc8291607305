import { matchColumns } from '@/import/meaning/match-columns'
import type { ColumnMeaning } from '@/import/meaning/column-meaning'
import { resolveRows } from '@/import/meaning/resolve-rows'
import type { AnswerId, Answers, BaseDefinitions, Option, Question } from '@/import/opening'
import { asksWhichCounts } from '@/import/meaning/settle-twins'
import { toPackage } from '@/import/package/to-package'
import type { FoundTable } from '@/import/table/found-table'
import { unfold } from '@/import/table/unfold'

/** Of more rows a second reading would be waited for longer than a second round of questions. */
const MOST_ROWS = 50_000

const isContext = ({ kind }: Question) => kind === 'index' || kind === 'period' || kind === 'block'
const nothing = () => undefined

const kindsOf = ({ evidence = [] }: Option) => evidence.map(({ kind }) => kind)

/** The likely answers about what the table is of: those that the file speaks for, and for no other in another way. */
function likelyAnswers(asked: readonly Question[]): Answers {
  const likely = new Map<AnswerId, string>()
  for (const { id, options } of asked.filter(isContext)) {
    const [first, ...others] = options
    if (first?.evidence === undefined) continue
    const known = new Set(kindsOf(first))
    if (others.some((other) => kindsOf(other).some((kind) => !known.has(kind)))) continue
    likely.set(id, first.value)
  }
  return Object.fromEntries(likely)
}

export interface Ahead {
  readonly questions: readonly Question[]
  /** Whether others may follow that cannot be told yet. */
  readonly mayAskMore: boolean
}

const UNTOLD: Ahead = { questions: [], mayAskMore: true }

/**
 * What will be asked next where the likely answers are given to what is asked
 * now: near names of fields and units, scales. So that a viewer is asked once,
 * and not once a step. Each says what it supposes; under other answers it
 * falls.
 */
export function askAhead(
  table: FoundTable,
  { asked, soFar }: { readonly asked: readonly Question[]; readonly soFar?: readonly ColumnMeaning[] },
  base: BaseDefinitions,
  answers: Answers,
  fileName: string,
): Ahead {
  if (table.dataRows.length > MOST_ROWS) return UNTOLD
  const supposing = likelyAnswers(asked)
  const isSupposed = Object.keys(supposing).length > 0
  const isWhole = asked.every((question) => !isContext(question) || Object.hasOwn(supposing, question.id))
  const likely = { ...answers, ...supposing }
  const next = isSupposed ? matchColumns(table, base, likely, nothing, fileName) : { asked: [], soFar }
  if (next === null) return UNTOLD
  const columns = 'done' in next ? next.done : next.soFar
  // Which units are near depends on block and period.
  const areRowsKnown = isWhole && columns?.some(({ role }) => role === 'unit') === true
  const known = new Set(asked.map(({ id }) => id))
  // Which of its twins counts may tell what a column is.
  const areTwinsAsked = asked.some(asksWhichCounts)
  const questions = [
    ...('asked' in next ? next.asked.filter(({ kind }) => !areTwinsAsked || kind !== 'column') : []),
    ...(areRowsKnown ? askedOfRows(table, columns, 'done' in next, base, likely, fileName) : []),
  ]
    .filter(({ id }) => !known.has(id))
    .map((question) => (isSupposed ? { ...question, supposing } : question))
  return { questions, mayAskMore: !areRowsKnown }
}

function askedOfRows(
  table: FoundTable,
  columns: readonly ColumnMeaning[],
  areSettled: boolean,
  base: BaseDefinitions,
  answers: Answers,
  fileName: string,
): readonly Question[] {
  const { cells } = unfold(table, columns, answers)
  if (!areSettled) return resolveRows(cells, base, answers, nothing).questions
  const made = toPackage(cells, { table, columns, fileName }, base, answers, nothing, nothing)
  return made !== null && 'asked' in made ? made.asked : []
}
