import type { FieldSummary } from '@/db/questions/weak'

/** A sub-index with its place among the cells of a row. */
export interface Field extends FieldSummary {
  readonly cell: number
}

export const fieldsOf = (summaries: readonly FieldSummary[]): readonly Field[] =>
  summaries.map((summary, cell) => ({ ...summary, cell }))
