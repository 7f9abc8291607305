import type { Field } from '@/findings/fields'
import { fieldOrder, readOrder } from '@/features/weak/matrix-order'
import { PARTS } from '@/features/weak/shown-part'
import type { Part } from '@/features/weak/shown-part'
import { useI18n } from '@/i18n/use-i18n'
import { SearchField } from '@/ui/SearchField'
import { Segmented } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { useNavigate, useView } from '@/view/use-view'
import { MAX_SEARCH_LENGTH } from '@/view/view-state'
import styles from '@/features/weak/WeakTools.module.css'

interface Props {
  readonly part: Part
  /** Those on show: by others nobody could see the order. */
  readonly columns: readonly Field[]
  readonly found: number
  readonly all: number
  /** The query that `found` belongs to. */
  readonly shownQuery: string
}

/** Part, search and order of the rows. Follows the link, not the view drawn. */
export function WeakTools({ part, columns, found, all, shownQuery }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const parts = PARTS.map((value) => ({ value, label: t(`weak.show.${value}`) }))
  const show = (value: string) => {
    const chosen = PARTS.find((known) => known === value)
    if (chosen !== undefined) navigate({ ...view, show: chosen === 'matrix' ? null : chosen })
  }
  const shown = readOrder(view.order, columns)
  const order = shown.by === 'field' ? fieldOrder(shown.field.subIndexId, shown.worstFirst) : shown.by
  const orders = [
    ...(['rank', 'weak', 'similar', 'name'] as const).map((value) => ({ value, label: t(`weak.order.${value}`) })),
    ...columns.flatMap((field) => [
      {
        value: fieldOrder(field.subIndexId, true),
        label: t('weak.order.worst', { field: format.name(field) }),
      },
      {
        value: fieldOrder(field.subIndexId, false),
        label: t('weak.order.best', { field: format.name(field) }),
      },
    ]),
  ]
  return (
    <div className={styles['tools']}>
      <div className={styles['wide']}>
        <Segmented name="show" label={t('weak.show')} value={part} options={parts} onChange={show} />
      </div>
      <div className={styles['narrow']}>
        <Select name="show-narrow" label={t('weak.show')} value={part} options={parts} onChange={show} />
      </div>
      <SearchField
        label={t('weak.search')}
        value={view.q}
        maxLength={MAX_SEARCH_LENGTH}
        onChange={(q) => navigate({ ...view, q }, { history: 'replace' })}
      />
      {part === 'matrix' && (
        <Select
          name="order"
          label={t('weak.order')}
          value={order}
          options={orders}
          onChange={(value) => navigate({ ...view, order: value === 'rank' ? null : value })}
        />
      )}
      <output className={styles['count']} aria-live="polite">
        {shownQuery.trim() === ''
          ? ''
          : found === 0
            ? t('weak.search.none', { query: shownQuery.trim() })
            : t('weak.search.found', { n: found, all })}
      </output>
      {view.q !== '' && (
        <button
          type="button"
          className={styles['clear']}
          onClick={({ currentTarget }) => {
            // The button goes with the search.
            currentTarget.parentElement?.querySelector<HTMLInputElement>('input[type=search]')?.focus()
            navigate({ ...view, q: '' }, { history: 'replace' })
          }}
        >
          {t('weak.search.clear')}
        </button>
      )}
    </div>
  )
}
