import { memo } from 'react'
import type { Field } from '@/findings/fields'
import { nextFieldOrder } from '@/features/weak/matrix-order'
import type { RowOrder } from '@/features/weak/matrix-order'
import { FIRST_FIELD } from '@/features/weak/MatrixRow'
import { useI18n } from '@/i18n/use-i18n'
import { useNavigate, useView } from '@/view/use-view'
import styles from '@/features/weak/HeatMatrix.module.css'

interface Props {
  readonly columns: readonly Field[]
  readonly order: RowOrder
  /** A low share is good. */
  readonly lower: boolean
  /** The tab stop of the grid; null: it is in another row. */
  readonly activeColumn: number | null
}

/** Column names; those that sort are buttons. */
export const MatrixHead = memo(function MatrixHead({ columns, order, lower, activeColumn }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const stop = (column: number) => (column === activeColumn ? 0 : -1)
  const sort = (to: string | null) => navigate({ ...view, order: to })
  const last = columns.length + FIRST_FIELD
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" data-column="unit" aria-sort={order.by === 'name' ? 'ascending' : undefined}>
          <button type="button" tabIndex={stop(0)} onClick={() => sort(order.by === 'name' ? null : 'name')}>
            {t('weak.col.unit')}
            {order.by === 'name' && arrow('↑')}
          </button>
        </th>
        {columns.map((field, index) => {
          const name = format.name(field)
          const active = order.by === 'field' && order.field.subIndexId === field.subIndexId
          const worstNext = !active || !order.worstFirst
          const rising = active && order.worstFirst !== lower
          return (
            <th
              key={field.subIndexId}
              scope="col"
              data-level={field.level}
              aria-sort={active ? (rising ? 'ascending' : 'descending') : undefined}
            >
              <button
                type="button"
                tabIndex={stop(index + FIRST_FIELD)}
                title={t(worstNext ? 'weak.sort.worst' : 'weak.sort.best', { field: name })}
                onClick={() => sort(nextFieldOrder(order, field.subIndexId))}
              >
                <span className={styles['name']}>{name}</span>
                {active && arrow(rising ? '↑' : '↓')}
              </button>
            </th>
          )
        })}
        <th scope="col" data-column="count" aria-sort={order.by === 'weak' ? 'descending' : undefined}>
          <button type="button" tabIndex={stop(last)} onClick={() => sort(order.by === 'weak' ? null : 'weak')}>
            {t('weak.col.count')}
            {order.by === 'weak' && arrow('↓')}
          </button>
        </th>
        <th scope="col" data-column="recoverable" tabIndex={stop(last + 1)}>
          {t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable')}
        </th>
      </tr>
    </thead>
  )
})

const arrow = (sign: string) => (
  <span className={styles['arrow']} aria-hidden="true">
    {sign}
  </span>
)
