import type { AddProblem } from '@/import/findings'
import type { Column } from '@/import/meaning/column'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import type { Answers, Question } from '@/import/opening'
import { nameKey } from '@/import/text-keys'

const MANY: ReadonlySet<ColumnRole> = new Set(['ignored', 'row-number', 'note', 'sub-rank'])
const SAMPLES = 3

function keyOf({ role, name, period, unitPlace }: Column, form: 'long' | 'wide'): string {
  const what = role === 'sub-index' && form === 'wide' ? `= ${nameKey(name)}` : role
  return `${what} | ${period ?? ''} | ${role === 'unit' ? '' : (unitPlace ?? '')}`
}

const holdSame = (a: Column, b: Column) =>
  a.look.filled === b.look.filled && a.look.texts.join('\n') === b.look.texts.join('\n')

/** Of columns that say they are the same the `nth` (from 1) counts; `nth:0`: none does. */
const NTH = /^nth:(\d+)$/

/** Whether the question is which of several columns counts. */
export const asksWhichCounts = ({ options }: Question) => options.some(({ value }) => NTH.test(value))

/** What was answered for a group as a whole: a column of it, `none`, or nothing (`null`). */
function answeredOne(group: readonly Column[], answers: Answers): Column | 'none' | null {
  for (const { look } of group) {
    const nth = NTH.exec(answers[`column:${look.letter}`]?.trim() ?? '')?.[1]
    if (nth === undefined) continue
    return nth === '0' ? 'none' : (group[Number(nth) - 1] ?? null)
  }
  return null
}

const isAbout = ({ id }: Question, group: readonly Column[]) => group.some(({ look }) => id === `column:${look.letter}`)

/** Whether the answer may take a column into the group, or out of it. */
const mayChange = (question: Question, group: readonly Column[]) =>
  isAbout(question, group) || question.options.some(({ value }) => group.some(({ role }) => role === value))

/** Questions about columns that are open before their twins are settled. */
interface OpenQuestions {
  /** What a column is. */
  readonly roles: readonly Question[]
  /** Which sub-index its name means. */
  readonly names: readonly Question[]
}

/**
 * Columns that say they are the same. An answer for one settles all; two that
 * hold the same texts are one; else it is asked once for all which counts, and
 * with that what each of them is: not before it is known which they are. Gives
 * the questions that are open then; `null`, with the reason among the
 * problems, where two answers contradict each other.
 */
export function settleTwins(
  columns: readonly Column[],
  form: 'long' | 'wide',
  answers: Answers,
  headerRow: number | null,
  { roles, names }: OpenQuestions,
  add: AddProblem,
): readonly Question[] | null {
  const pairs = columns.some(({ unitPlace }) => unitPlace !== null)
  const groups = new Map<string, Column[]>()
  for (const column of columns) {
    if (MANY.has(column.role) || (pairs && column.role === 'unit')) continue
    const key = keyOf(column, form)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [column])
    else group.push(column)
  }
  let namesToAsk = names
  const questions: Question[] = []
  for (const group of groups.values()) {
    const [first, second] = group
    if (first === undefined || second === undefined) continue
    const one = answeredOne(group, answers)
    if (one === 'none') {
      for (const column of group) {
        column.role = column.role === 'rank' ? 'sub-rank' : 'ignored'
        column.why = 'answer'
      }
      continue
    }
    const answered = group.filter(({ why }) => why === 'answer')
    const [chosen, another] = answered
    if (chosen !== undefined && another !== undefined) {
      add('duplicate-column', 'error', headerRow, another.look.letter, another.look.title, chosen.look.letter)
      return null
    }
    const stands = chosen ?? one ?? (group.every((column) => holdSame(column, first)) ? first : null)
    if (stands !== null) {
      if (stands === one) stands.why = 'answer'
      for (const column of group) {
        if (column === stands) continue
        add('duplicate-column', 'warning', headerRow, column.look.letter, column.look.title, stands.look.letter)
        column.role = 'ignored'
        column.why = 'answer'
      }
      continue
    }
    namesToAsk = namesToAsk.filter((question) => !isAbout(question, group))
    if (roles.some((question) => mayChange(question, group))) continue
    const titles = group.map(({ look }) => `${look.letter}: ${look.title}`)
    questions.push({
      id: `column:${first.look.letter}`,
      kind: 'column',
      options: [
        ...group.map(({ look }, nth) => ({
          value: `nth:${nth + 1}`,
          label: titles[nth] ?? null,
          sample: look.texts.slice(0, SAMPLES),
        })),
        { value: 'nth:0', label: null, sample: [] },
      ],
      free: false,
      about: titles,
    })
  }
  // What a column is may have been answered with its twin.
  const settled = columns.filter(({ why }) => why === 'answer')
  return [...[...roles, ...namesToAsk].filter((question) => !isAbout(question, settled)), ...questions]
}
