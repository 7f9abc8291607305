import type { Column, TrendScale } from '@/features/ranking/columns'
import { nextSort } from '@/features/ranking/sort-rows'
import type { MessageKey } from '@/i18n/translate'
import { useI18n } from '@/i18n/use-i18n'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { useNavigate, useView } from '@/view/use-view'
import { SORT_COLUMNS } from '@/view/view-state'
import type { Sort } from '@/view/view-state'
import styles from '@/features/ranking/RankingTable.module.css'

interface Props {
  readonly columns: readonly Column[]
  readonly scale: TrendScale | null
  readonly sort: Sort | null
}

const NAMES = {
  rank: 'ranking.col.rank',
  places: 'ranking.col.places',
  unit: 'ranking.col.unit',
  share: 'ranking.col.share',
  points: 'ranking.col.points',
  change: 'ranking.col.change',
  band: 'ranking.col.band',
  weak: 'ranking.col.weak',
  source: 'ranking.col.source',
} as const satisfies Readonly<Record<Exclude<Column, 'trend'>, MessageKey>>

/** Column names; those that sort are buttons. */
export function RankingHead({ columns, scale, sort }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const shown: Sort = sort ?? { column: 'rank', descending: false }
  return (
    <thead role="rowgroup" className={styles['head']}>
      <tr role="row" className={styles['headRow']}>
        {columns.map((column) => {
          const sortColumn = SORT_COLUMNS.find((known) => known === column)
          if (column === 'trend') {
            return (
              <th key={column} role="columnheader" scope="col" data-column={column}>
                {scale === null || scale.from === scale.to
                  ? t('ranking.col.trend.one')
                  : t('ranking.col.trend', { from: format.period(scale.from), to: format.period(scale.to) })}
              </th>
            )
          }
          if (sortColumn === undefined) {
            return (
              <th key={column} role="columnheader" scope="col" data-column={column}>
                <VisuallyHidden>{t(NAMES[column])}</VisuallyHidden>
              </th>
            )
          }
          const active = shown.column === sortColumn
          return (
            <th
              key={column}
              role="columnheader"
              scope="col"
              data-column={column}
              aria-sort={active ? (shown.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={styles['sort']}
                title={column === 'change' ? t('ranking.col.change.title') : undefined}
                onClick={() => navigate({ ...view, sort: nextSort(view.sort, sortColumn) })}
              >
                {t(NAMES[column])}
                <span className={styles['arrow']} aria-hidden="true">
                  {active ? (shown.descending ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
