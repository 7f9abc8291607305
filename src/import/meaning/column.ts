import type { ColumnRole } from '@/import/meaning/column-meaning'
import type { Look } from '@/import/meaning/look-at-columns'
import type { Named } from '@/import/meaning/name-columns'
import type { ColumnReason } from '@/import/opening'
import type { FoundTable } from '@/import/table/found-table'

/** A column while it is being understood. */
export interface Column {
  readonly look: Look
  readonly named: Named
  role: ColumnRole
  why: ColumnReason
  name: string
  period: string | null
  max: number | null
  subIndexId: string | null
  unitPlace: number | null
}

export const isFigure = ({ role }: Pick<Column, 'role'>, form: 'long' | 'wide') =>
  role === 'score' || role === 'total' || (role === 'sub-index' && form === 'wide')

/** The cell of the row of maxima; `null` where there is none. */
export const maximaOf = ({ grid, maximaRow }: FoundTable, { place }: Look): string | null => {
  const column = maximaRow === null ? undefined : grid.columns[place]
  const text = column?.texts[column.codes[maximaRow ?? 0] ?? 0]?.trim() ?? ''
  return text === '' ? null : text
}
