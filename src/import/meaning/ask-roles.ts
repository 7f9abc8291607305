import type { Column } from '@/import/meaning/column'
import type { DefinitionNames } from '@/import/meaning/definition-names'
import { mayNameRows, numbersRows } from '@/import/meaning/judge-values'
import type { Look } from '@/import/meaning/look-at-columns'
import { stageOf } from '@/import/meaning/role-names'
import type { ScoreStage } from '@/import/meaning/role-names'
import type { Question } from '@/import/opening'
import { fold } from '@/import/text-keys'

const SAMPLES = 3

export const ask = ({ letter, title, texts }: Look, values: readonly string[]): Question => ({
  id: `column:${letter}`,
  kind: 'column',
  options: values.map((value) => ({ value, label: null, sample: texts.slice(0, SAMPLES) })),
  free: true,
  about: [title],
})

const share = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.filter(is).length / Math.max(1, texts.length)

/** The column that may name the units where none does: rather in Vietnamese, then with the most names. */
function unitCandidate(columns: readonly Column[]): Column | undefined {
  const isVietnamese = (text: string) => /[\u1EA0-\u1EF9ăâđêôơư]/iu.test(text)
  const accents = ({ look }: Column) => share(look.texts, isVietnamese)
  return columns
    .filter(({ role, why, look }) => role === 'ignored' && why !== 'answer' && mayNameRows(look))
    .toSorted(
      (a, b) => accents(b) - accents(a) || b.look.texts.length - a.look.texts.length || a.look.place - b.look.place,
    )[0]
}

const STAGES_BY_WEIGHT: readonly (ScoreStage | null)[] = ['appraised', null, 'self', 'survey', 'bonus', 'penalty']

/** In a long table without a column of scores, the one that may be: what was appraised rather than what a unit gave itself. */
export function askScore(columns: readonly Column[]): Question | null {
  const [first] = columns
    .filter(({ role, why, look }) => role === 'ignored' && why !== 'answer' && look.content === 'numbers')
    .toSorted((a, b) => STAGES_BY_WEIGHT.indexOf(a.named.stage) - STAGES_BY_WEIGHT.indexOf(b.named.stage))
  return first === undefined ? null : ask(first.look, ['score', 'ignored'])
}

/**
 * In a wide table without a total, the points of a stage that may be it: asked one
 * by one, until one is called the total, or a field like the others.
 */
export function askStage(columns: readonly Column[], form: 'long' | 'wide'): readonly Question[] {
  if (form === 'long' || columns.some(({ role }) => role === 'total')) return []
  const staged = columns.filter(
    ({ role, named }) => role === 'sub-index' && (named.stage === 'self' || named.stage === 'appraised'),
  )
  // `Cải cách thể chế` over `Tự chấm` is of the field, whatever the stage.
  const own = staged.filter(({ name }) => stageOf(name) !== null)
  if (own.some(({ why }) => why === 'answer')) return []
  const [first] = own.toSorted(
    (a, b) => STAGES_BY_WEIGHT.indexOf(a.named.stage) - STAGES_BY_WEIGHT.indexOf(b.named.stage),
  )
  return first === undefined ? [] : [ask(first.look, ['total', `sub-index:${first.name}`, 'ignored'])]
}

const GROUP = /^(?:nhom )?(?:[a-f]|i{1,3}|iv|v)$/

/**
 * Columns of which the header leaves open what they are: numbers from 1 on that
 * may be ranks or a count of rows, groups that may be blocks or classes, a
 * second total, names that may be the units'.
 */
export function askRoles(
  columns: readonly Column[],
  form: 'long' | 'wide',
  names: DefinitionNames,
): readonly Question[] {
  const questions: Question[] = []
  const open = columns.filter(({ why }) => why !== 'answer')
  if (!columns.some(({ role }) => role === 'unit')) {
    const candidate = unitCandidate(columns)
    if (candidate !== undefined) questions.push(ask(candidate.look, ['unit', 'note', 'ignored']))
  }
  const totals = columns.filter(({ role }) => role === 'total')
  for (const column of open) {
    const { look, role, named, name } = column
    if (
      form === 'wide' &&
      role === 'sub-index' &&
      named.role === null &&
      numbersRows(look) &&
      !names.isSubIndex(name)
    ) {
      questions.push(ask(look, ['rank', 'row-number', `sub-index:${name}`, 'ignored']))
    } else if (form === 'wide' && role === 'sub-index' && named.role === 'score') {
      questions.push(ask(look, ['total', `sub-index:${name}`, 'ignored']))
    } else if (
      form === 'wide' &&
      role === 'sub-index' &&
      totals.some(({ period }) => period === column.period) &&
      names.index(name) !== null &&
      !names.isSubIndex(name)
    ) {
      questions.push(ask(look, ['total', 'ignored', `sub-index:${name}`]))
    } else if (role === 'block' && share(look.texts, (text) => GROUP.test(fold(text))) === 1) {
      questions.push(ask(look, ['class', 'block', 'ignored']))
    } else if (role === 'class' && look.content === 'numbers') {
      questions.push(ask(look, ['rank', 'class', 'ignored']))
    }
  }
  return questions
}
