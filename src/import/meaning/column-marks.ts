import type { Column } from '@/import/meaning/column'
import { isFigure } from '@/import/meaning/column'
import { AMBIGUOUS, bothReadings, commonMark, readNumbers } from '@/import/meaning/numbers'
import type { DecimalMark } from '@/import/meaning/numbers'
import type { Answers, BaseDefinitions, Question } from '@/import/opening'

/** Where nothing says what the largest value can be, for telling decimals from thousands only. */
export const LARGEST_USUAL_MAXIMUM = 1000
const SAMPLES = 3

interface Marks {
  /** By place. */
  readonly marks: ReadonlyMap<number, DecimalMark | null>
  readonly asked: readonly Question[]
}

/** The largest score that a column can hold, as far as header or definitions say. */
function limitOf(column: Column, base: BaseDefinitions, largestRowMaximum: number): number {
  if (column.max !== null) return column.max
  if (column.subIndexId !== null) {
    const maxima = base.sub_indices
      .filter(({ sub_index_id }) => sub_index_id === column.subIndexId)
      .map(({ max_score }) => max_score ?? LARGEST_USUAL_MAXIMUM)
    if (maxima.length > 0) return Math.max(...maxima)
  }
  return largestRowMaximum > 0 && column.role !== 'sub-index' ? largestRowMaximum : LARGEST_USUAL_MAXIMUM
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
  const numeric = columns.filter((column) => isFigure(column, form) || column.role === 'max-score')
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
          limit: LARGEST_USUAL_MAXIMUM,
          fileMark,
          pointed: maxColumn.look.pointed,
        }).values.reduce((a, b) => (b > a ? b : a), 0)

  const marks = new Map<number, DecimalMark | null>()
  const open: { readonly column: Column; readonly texts: readonly string[] }[] = []
  for (const column of numeric) {
    const { texts, pointed, place } = column.look
    const read = readNumbers(texts, {
      limit: limitOf(column, base, rowMaxima),
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
