import type { FieldMatrixRow } from '@/db/questions/weak'
import type { Field } from '@/findings/fields'
import { similarityOrder } from '@/features/weak/similarity'
import { matches } from '@/i18n/fold'
import type { Format } from '@/i18n/format'

const FIELD_ORDER = /^(-?)field\.(.+)$/

export type RowOrder =
  | { readonly by: 'rank' | 'weak' | 'name' | 'similar' }
  | { readonly by: 'field'; readonly field: Field; readonly worstFirst: boolean }

/** What a link's `order` means here; a sub-index that the edition does not have falls back to the rank. */
export function readOrder(order: string | null, fields: readonly Field[]): RowOrder {
  if (order === 'weak' || order === 'name' || order === 'similar') return { by: order }
  const [, sign, id] = FIELD_ORDER.exec(order ?? '') ?? []
  const field = fields.find(({ subIndexId }) => subIndexId === id)
  return field === undefined ? { by: 'rank' } : { by: 'field', field, worstFirst: sign === '' }
}

export const fieldOrder = (subIndexId: string, worstFirst: boolean): string =>
  `${worstFirst ? '' : '-'}field.${subIndexId}`

/** The order after a click on the name of a column: worst first, then best first, then by rank again. */
export function nextFieldOrder(shown: RowOrder, subIndexId: string): string | null {
  if (shown.by !== 'field' || shown.field.subIndexId !== subIndexId) return fieldOrder(subIndexId, true)
  return shown.worstFirst ? fieldOrder(subIndexId, false) : null
}

/**
 * A sorted copy. Equals keep the order given (that of the ranks); a unit without the value stays at the end in both
 * directions. `lower`: a low share is good. `fields`: whose shares make the profile of a unit.
 */
export function orderRows(
  rows: readonly FieldMatrixRow[],
  order: RowOrder,
  fields: readonly Field[],
  lower: boolean,
  format: Format,
): readonly FieldMatrixRow[] {
  const shareIn = (row: FieldMatrixRow, { cell }: Field) => row.cells[cell]?.share ?? null
  switch (order.by) {
    case 'rank':
      return rows
    case 'weak':
      return rows.toSorted((a, b) => b.weakCount - a.weakCount || b.recoverable - a.recoverable)
    case 'name':
      return rows.toSorted((a, b) => format.compareNames(format.name(a), format.name(b)))
    case 'similar':
      return similarityOrder(rows.map((row) => fields.map((field) => shareIn(row, field)))).flatMap(
        (index) => rows[index] ?? [],
      )
    case 'field': {
      const { field, worstFirst } = order
      const sign = worstFirst === lower ? -1 : 1
      return rows.toSorted((a, b) => {
        const [x, y] = [shareIn(a, field), shareIn(b, field)]
        if (x === null || y === null) return Number(x === null) - Number(y === null)
        return sign * (x - y)
      })
    }
  }
}

/** Units whose names, long or short, in either language, hold every word of the query. */
export function findRows(rows: readonly FieldMatrixRow[], query: string): readonly FieldMatrixRow[] {
  if (query.trim() === '') return rows
  return rows.filter((row) =>
    matches(
      query,
      [row.nameVi, row.nameEn, row.shortVi, row.shortEn].filter((name) => name !== null),
    ),
  )
}
