import { memo } from 'react'
import type { FieldMatrixRow } from '@/db/questions/weak'
import { cellWords, marks, seenShare } from '@/features/weak/matrix-cells'
import { whyNoNumber } from '@/findings/no-number'
import type { Field } from '@/findings/fields'
import { useI18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/HeatMatrix.module.css'

/** The first column is the unit's name. */
export const FIRST_FIELD = 1

/** What all rows share; one object as long as none of it changes. */
export interface RowContext {
  readonly columns: readonly Field[]
  /** The absolute threshold, 0–1. */
  readonly limit: number
  /** A low share is good. */
  readonly lower: boolean
  /** Of points. */
  readonly decimals: number
  /** The scorecard, without its unit. */
  readonly scorecard: View
}

interface Props {
  readonly row: FieldMatrixRow
  readonly context: RowContext
  /** The tab stop of the grid; null: it is in another row. */
  readonly activeColumn: number | null
  readonly broughtOut: boolean
  /** Among all rows, the head being the first; null where all are drawn. */
  readonly place: number | null
}

/** One unit. A cell is one element: its marks are attributes that the style sheet draws, its words a label. */
export const MatrixRow = memo(function MatrixRow({ row, context, activeColumn, broughtOut, place }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { columns, limit, lower, decimals, scorecard } = context
  const stop = (column: number) => (column === activeColumn ? 0 : -1)
  const last = columns.length + FIRST_FIELD
  const points = format.points(row.recoverable, decimals)
  const [name, short] = [format.name(row), format.shortName(row)]
  return (
    <tr data-unit={row.unitId} data-current={broughtOut || undefined} aria-rowindex={place ?? undefined}>
      <th scope="row" data-column="unit">
        <span className={styles['rank']}>{row.rank === null ? '' : format.number(row.rank)}</span>
        <ViewLink to={{ ...scorecard, unit: row.unitId }} tabIndex={stop(0)}>
          {short === name ? (
            name
          ) : (
            <>
              <span className={styles['long']}>{name}</span>
              <span className={styles['short']}>{short}</span>
            </>
          )}
        </ViewLink>
        {row.rank === null && <small className={styles['unranked']}>{t('weak.unranked')}</small>}
      </th>
      {columns.map((field, index) => {
        const cell = row.cells[field.cell]
        if (cell === undefined) return null
        const seen = cell.share === null ? null : seenShare(cell.share, limit, lower, i18n)
        const signs = marks(cell.severity, cell.edge)
        return (
          <td
            key={field.subIndexId}
            tabIndex={stop(index + FIRST_FIELD)}
            data-step={seen?.step ?? 'gap'}
            data-marks={signs === '' ? undefined : signs}
            data-weak={cell.severity > 0 || undefined}
            aria-label={cellWords(cell, field, seen, i18n)}
          >
            {seen?.text ?? t(`weak.missing.${whyNoNumber(cell, field)}`)}
          </td>
        )
      })}
      <td data-column="count" tabIndex={stop(last)}>
        {format.number(row.weakCount)}
      </td>
      <td data-column="recoverable" tabIndex={stop(last + 1)}>
        {/[1-9]/.test(points) ? `${lower ? '\u2212' : '+'}${points}` : ''}
      </td>
    </tr>
  )
})
