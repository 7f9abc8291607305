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

/**
 * Columns that say they are the same. An answer for one settles all; two that
 * hold the same texts are one; else it is asked which counts. `null`, with the
 * reason among the problems, where two answers contradict each other.
 */
export function settleTwins(
  columns: readonly Column[],
  form: 'long' | 'wide',
  answers: Answers,
  headerRow: number | null,
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
  const questions: Question[] = []
  for (const group of groups.values()) {
    const [first, second] = group
    if (first === undefined || second === undefined) continue
    const answered = group.filter(({ look }) => answers[`column:${look.letter}`] !== undefined)
    const [chosen, another] = answered
    if (chosen !== undefined && another !== undefined) {
      add('duplicate-column', 'error', headerRow, another.look.letter, another.look.title, chosen.look.letter)
      return null
    }
    const stands = chosen ?? (group.every((column) => holdSame(column, first)) ? first : null)
    if (stands !== null) {
      for (const column of group) {
        if (column === stands) continue
        add('duplicate-column', 'warning', headerRow, column.look.letter, column.look.title, stands.look.letter)
        column.role = 'ignored'
        column.why = 'answer'
      }
      continue
    }
    for (const { look, role, name } of group) {
      const value = role === 'sub-index' && form === 'wide' ? `sub-index:${name}` : role
      questions.push({
        id: `column:${look.letter}`,
        kind: 'column',
        options: [value, ...(role === 'rank' ? ['sub-rank'] : []), 'ignored'].map((option) => ({
          value: option,
          label: null,
          sample: look.texts.slice(0, SAMPLES),
        })),
        free: true,
        about: group.map((column) => `${column.look.letter}: ${column.look.title}`),
      })
    }
  }
  return questions
}
