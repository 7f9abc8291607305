import type { Column } from '@/import/meaning/column'
import { isFigure } from '@/import/meaning/column'
import { definitionNames } from '@/import/meaning/definition-names'
import { AMBIGUOUS, bothReadings, commonMark, readNumbers } from '@/import/meaning/numbers'
import type { DecimalMark } from '@/import/meaning/numbers'
import type { Answers, BaseDefinitions, Question } from '@/import/opening'

const SAMPLES = 3

interface Marks {
  /** By place. */
  readonly marks: ReadonlyMap<number, DecimalMark | null>
  readonly asked: readonly Question[]
}

/** The largest of maxima; `null` where there is none, or one is not known. */
const largestOf = (maxima: readonly (number | null)[]): number | null => {
  const known = maxima.filter((max) => max !== null)
  return known.length === 0 || known.length < maxima.length ? null : Math.max(...known)
}

/** The largest total of an index in any version of the base; `null` where that is not known. */
function largestTotal(base: BaseDefinitions, answers: Answers): number | null {
  const known = definitionNames(base).index(answers.index?.trim() ?? '')
  if (known === null) return null
  const sums = new Map<string, number | null>()
  for (const { index_id, version_id, block_id, parent_id, weight, max_score } of base.sub_indices) {
    if (index_id !== known.index_id || parent_id !== null) continue
    const key = `${version_id} ${block_id}`
    const before = sums.get(key)
    const part = weight ?? max_score
    sums.set(key, before === null || part === null ? null : (before ?? 0) + part)
  }
  return largestOf([...sums.values()])
}

/** The largest score that a column can hold, as far as header, rows or definitions say. */
function limitOf(
  column: Column,
  columns: readonly Column[],
  base: BaseDefinitions,
  answers: Answers,
  largestRowMaximum: number,
): number | null {
  if (column.max !== null) return column.max
  if (column.subIndexId !== null) {
    const rows = base.sub_indices.filter(({ sub_index_id }) => sub_index_id === column.subIndexId)
    return largestOf(rows.map(({ max_score }) => max_score))
  }
  if (column.role === 'sub-index') return null
  if (largestRowMaximum > 0) return largestRowMaximum
  const fields = columns.filter(({ role, period }) => role === 'sub-index' && period === column.period)
  const isWhole = fields.length > 1 && fields.every(({ max }) => max !== null)
  return isWhole ? fields.reduce((sum, { max }) => sum + (max ?? 0), 0) : largestTotal(base, answers)
}

/** `1.234 ≈ 1` or `1.234 = 1234`: plain in every language. */
function samplesOf(texts: readonly string[], mark: DecimalMark): readonly string[] {
  return texts.slice(0, SAMPLES).map((text) => {
    const value = bothReadings(text)?.[mark === '.' ? 0 : 1] ?? Number.NaN
    return Number.isInteger(value) && Math.abs(value) >= 1000
      ? `${text} = ${value}`
      : `${text} ≈ ${Math.round(value * 10) / 10}`
  })
}

/**
 * The decimal mark of every column of figures: answered, shown by its own
 * values, shown by the file's other columns, or told by its maximum. Where
 * `1.234` stays open that is asked once, of the first column.
 */
export function decideMarks(
  columns: readonly Column[],
  form: 'long' | 'wide',
  base: BaseDefinitions,
  answers: Answers,
): Marks {
  const numeric = columns.filter(
    (column) => isFigure(column, form) || column.role === 'max-score' || column.role === 'share',
  )
  const answerOf = ({ look }: Column): DecimalMark | null => {
    const answer = answers[`mark:${look.letter}`]?.trim()
    return answer === '.' || answer === ',' ? answer : null
  }
  const answered = new Set(numeric.map(answerOf).filter((mark) => mark !== null))
  const [only] = answered
  const fileMark = answered.size === 1 && only !== undefined ? only : commonMark(numeric.map(({ look }) => look))
  const maxColumn = numeric.find(({ role }) => role === 'max-score')
  const rowMaxima =
    maxColumn === undefined
      ? 0
      : readNumbers(maxColumn.look.texts, {
          limit: null,
          fileMark,
          pointed: maxColumn.look.pointed,
        }).values.reduce((a, b) => (b > a ? b : a), 0)

  const marks = new Map<number, DecimalMark | null>()
  const open: { readonly column: Column; readonly texts: readonly string[] }[] = []
  for (const column of numeric) {
    const { texts, pointed, place } = column.look
    const read = readNumbers(texts, {
      limit: limitOf(column, columns, base, answers, rowMaxima),
      fileMark,
      mark: answerOf(column),
      pointed,
    })
    marks.set(place, read.mark)
    const unclear = texts.filter((_, code) => read.states[code] === AMBIGUOUS)
    if (unclear.length > 0) open.push({ column, texts: unclear })
  }
  const [first] = open
  if (first === undefined) return { marks, asked: [] }
  const texts = open.flatMap(({ texts: unclear }) => unclear)
  const question: Question = {
    id: `mark:${first.column.look.letter}`,
    kind: 'mark',
    options: (['.', ','] as const).map((mark) => ({ value: mark, label: null, sample: samplesOf(texts, mark) })),
    free: false,
    about: open.map(({ column }) => column.look.title),
  }
  return { marks, asked: [question] }
}
