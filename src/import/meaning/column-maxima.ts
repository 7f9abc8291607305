import type { AddProblem } from '@/import/findings'
import { readMaximum } from '@/import/meaning/header-text'
import { isFigure, maximaOf } from '@/import/meaning/column'
import type { Column } from '@/import/meaning/column'
import { READ, readNumbers } from '@/import/meaning/numbers'
import type { Answers } from '@/import/opening'
import type { FoundTable } from '@/import/table/found-table'

/** The largest score of a column, if its maximum is `max`; 0 where it has none. */
function scoresOf(
  { look }: Column,
  max: number,
): { readonly largest: number; readonly above: number; readonly count: number; readonly hasDecimals: boolean } {
  const { values, states } = readNumbers(look.texts, { limit: max, pointed: look.pointed })
  // A per cent is a share of any maximum: it says nothing about which.
  const isPoints = (code: number) => states[code] === READ && look.texts[code]?.trim().endsWith('%') !== true
  const given = values.filter((_, code) => isPoints(code))
  return {
    largest: given.reduce((a, b) => Math.max(a, b), 0),
    above: given.filter((value) => value > max).length,
    count: given.length,
    hasDecimals: given.some((value) => !Number.isInteger(value)),
  }
}

/**
 * Bare numbers of headers that are no maxima, as most values of the column are
 * larger; with the largest value. Where such numbers count the columns, none is a maximum.
 */
function refuted(columns: readonly Column[]): ReadonlyMap<Column, number> {
  const largest = new Map<Column, number>()
  const wrong = new Set<Column>()
  const numbered = columns.filter(({ named, why }) => named.bare && named.max !== null && why !== 'answer')
  for (const column of numbered) {
    const scores = scoresOf(column, column.named.max ?? 0)
    if (scores.above * 2 > scores.count) wrong.add(column)
    largest.set(column, scores.largest)
  }
  const first = numbered[0]?.named.max ?? 0
  const counting = numbered.length >= 3 && numbered.every(({ named }, which) => named.max === first + which)
  return new Map([...largest].filter(([column]) => wrong.has(column) || (counting && wrong.size > 0)))
}

/** What an answer says the maximum is; `undefined` where it says nothing that can be. */
export function answeredMaximum(answers: Answers, letter: string): number | null | undefined {
  const answer = answers[`max:${letter}`]?.trim()
  if (answer === undefined || answer === '') return undefined
  if (answer === 'none') return null
  const max = Number(answer.replace(',', '.'))
  return Number.isFinite(max) && max > 0 ? max : undefined
}

/** The maximum of every column of scores: answered, in the row of maxima, or in the header. Changes the columns. */
export function decideMaxima(
  columns: readonly Column[],
  table: FoundTable,
  form: 'long' | 'wide',
  answers: Answers,
  headerRow: number | null,
  add: AddProblem,
): void {
  const noMaxima = refuted(columns)
  for (const column of columns) {
    const { look, named } = column
    const largest = noMaxima.get(column)
    if (largest !== undefined) {
      column.max = null
      const [part] = look.parts.filter(({ max }) => max === named.max)
      if (column.role === 'sub-index' && column.name === named.name && part?.name === named.name)
        column.name = part.text
      if (isFigure(column, form))
        add('out-of-range', 'warning', headerRow, look.letter, String(named.max), `≥ ${largest}`)
    }
    const below = maximaOf(table, look)
    if (below !== null && isFigure(column, form)) column.max = readMaximum(below) ?? column.max
    const answered = answeredMaximum(answers, look.letter)
    if (answered !== undefined) column.max = answered
  }
  // Of columns of shares one is asked about: what it is, the others are.
  const isAnsweredShare = ({ look }: Column) => answeredMaximum(answers, look.letter) === 1
  if (form === 'long' || !columns.some(isAnsweredShare)) return
  for (const column of columns) {
    if (column.max !== null || !isFigure(column, form) || answeredMaximum(answers, column.look.letter) === null)
      continue
    const { largest, above, hasDecimals } = scoresOf(column, 1)
    if (largest > 0 && above === 0 && hasDecimals) column.max = 1
  }
}
