import type { Column } from '@/import/meaning/column'
import { ask } from '@/import/meaning/ask-roles'
import { commonMark, READ, readNumbers } from '@/import/meaning/numbers'
import { roleOf } from '@/import/meaning/role-names'
import type { Question } from '@/import/opening'
import type { FoundTable } from '@/import/table/found-table'
import { fold } from '@/import/text-keys'

/** Rows by which it is judged what a rank follows. */
const JUDGED = 2000
const FEWEST = 3

/** `Xếp hạng`, not `Xếp hạng chung` or `Hạng PAR INDEX`: the header leaves open what is ranked. */
const isPlain = ({ role, why, named }: Column) =>
  why !== 'answer' && roleOf(named.name) === role && fold(named.name) !== 'xep hang chung'

/** The numbers of a column in the first data rows; `NaN` where a cell is none, or can be read in two ways. */
function numbersOf({ grid, dataRows }: FoundTable, { look }: Column): Float64Array {
  const column = grid.columns[look.place]
  if (column === undefined) return new Float64Array()
  const fileMark = commonMark([column])
  const { values, states } = readNumbers(column.texts, { limit: null, fileMark, pointed: column.pointed })
  return Float64Array.from(dataRows.slice(0, JUDGED), (row) => {
    const code = column.codes[row] ?? 0
    return states[code] === READ ? (values[code] ?? Number.NaN) : Number.NaN
  })
}

/** Whether better ranks never have lower scores; `false` where too few rows tell. */
function follows(ranks: Float64Array, scores: Float64Array): boolean {
  const order = Array.from(ranks.keys())
    .filter((at) => !Number.isNaN(ranks[at]) && !Number.isNaN(scores[at]))
    .toSorted((a, b) => (ranks[a] as number) - (ranks[b] as number))
  return (
    order.length >= FEWEST &&
    order.every(
      (at, place) => place === 0 || (scores[at] as number) <= (scores[order[place - 1] as number] as number) + 1e-9,
    )
  )
}

/** Whether ranks follow the sums of the fields, and no field alone. */
function followsSum(table: FoundTable, rank: Column, fields: readonly Column[]): boolean {
  if (fields.length < 2) return false
  const ranks = numbersOf(table, rank)
  const scores = fields.map((field) => numbersOf(table, field))
  const sums = ranks.map((_, at) => scores.reduce((sum, of) => sum + (of[at] ?? Number.NaN), 0))
  return follows(ranks, sums) && !scores.some((of) => follows(ranks, of))
}

/** Where every rank stands right of a figure, and one of them right of the total: each is that figure's. Changes the columns. */
function settleBeside(
  columns: readonly Column[],
  of: readonly Column[],
  fields: readonly Column[],
  totals: readonly Column[],
): void {
  const ranks = of.filter(({ role }) => role === 'rank')
  const before = (column: Column) => columns[columns.indexOf(column) - 1]
  const ofFields = ranks.filter((column) => fields.some((field) => field === before(column)))
  const ofTotals = ranks.filter((column) => totals.some((total) => total === before(column)))
  if (ofTotals.length !== 1 || ofFields.length + 1 !== ranks.length || !ofFields.every(isPlain)) return
  for (const column of ofFields) {
    column.role = 'sub-rank'
    column.why = 'position'
  }
}

/**
 * Whose the ranks and classes are in a table that scores fields and no total:
 * where each of several fields has a rank at its right, those are the fields'
 * (changes the columns); a rank beyond them, or one that follows the sums of the
 * fields, is the total's; beside scores with a total the figure at its left tells. Else it is asked: the rank of a field would be published as the unit's.
 */
export function settleRankOwners(
  columns: readonly Column[],
  form: 'long' | 'wide',
  table: FoundTable,
): readonly Question[] {
  if (form === 'long') return []
  const questions: Question[] = []
  for (const period of new Set(columns.map((column) => column.period))) {
    const of = columns.filter((column) => column.period === period && column.unitPlace === null)
    const fields = of.filter(({ role }) => role === 'sub-index')
    const totals = of.filter(({ role }) => role === 'total')
    if (fields.length === 0) continue
    if (totals.length > 0) {
      settleBeside(columns, of, fields, totals)
      continue
    }
    const isField = (column: Column | undefined) => column !== undefined && fields.includes(column)
    const beside = (column: Column) => isField(columns[columns.indexOf(column) - 1])
    const ranked = of.filter((column) => (column.role === 'rank' || column.role === 'sub-rank') && beside(column))
    const everyRanked = fields.length > 1 && ranked.length === fields.length
    const open = of.filter((column) => (column.role === 'rank' || column.role === 'class') && isPlain(column))
    if (everyRanked) for (const column of ranked) if (open.includes(column)) column.role = 'sub-rank'
    const isTotals = (column: Column) => column.role === 'rank' && (everyRanked || followsSum(table, column, fields))
    const hasTotals = of.some((column) => column.role === 'rank' && (!open.includes(column) || isTotals(column)))
    if (hasTotals) continue
    for (const { look, role } of open) {
      if (role === 'rank') questions.push(ask(look, ['rank', 'sub-rank', 'ignored']))
      else if (role === 'class') questions.push(ask(look, ['class', 'ignored']))
    }
  }
  return questions
}
