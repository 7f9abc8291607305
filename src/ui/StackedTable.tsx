import type { ReactNode } from 'react'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/ui/StackedTable.module.css'

export interface TableColumn<R> {
  readonly id: string
  readonly header: string
  /** The cells say what they are themselves. */
  readonly headerHidden?: boolean
  readonly cell: (row: R) => ReactNode
  /** Numbers: at the end of the column. */
  readonly numeric?: boolean
  /** Names the row; the heading of its card on a phone. */
  readonly rowHeader?: boolean
}

interface Props<R> {
  readonly caption: string
  /** The heading above says the same already. */
  readonly captionHidden?: boolean
  readonly columns: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Short values: on a phone they follow one another in a line. */
  readonly compact?: boolean
  readonly current?: (row: R) => boolean
}

/**
 * A plain table; on a phone each row is a card whose lines bear the names of their columns. Every part states its
 * role, because `display` would take it away.
 */
export function StackedTable<R>({ caption, captionHidden = true, columns, rows, rowKey, compact, current }: Props<R>) {
  return (
    <table role="table" className={styles['table']} data-compact={compact}>
      <caption className={captionHidden ? styles['hidden'] : styles['caption']}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, header, headerHidden, numeric }) => (
            <th key={id} role="columnheader" scope="col" data-numeric={numeric}>
              {headerHidden === true ? <VisuallyHidden>{header}</VisuallyHidden> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" data-current={current?.(row) === true ? true : undefined}>
            {columns.map(({ id, header, headerHidden, cell, numeric, rowHeader }) =>
              rowHeader === true ? (
                <th key={id} role="rowheader" scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={id} role="cell" data-label={headerHidden === true ? undefined : header} data-numeric={numeric}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
