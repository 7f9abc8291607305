import type { Column } from '@/features/ranking/columns'
import { DESCENDING_FIRST } from '@/features/ranking/sort-rows'
import type { MessageKey } from '@/i18n/translate'
import { useI18n } from '@/i18n/use-i18n'
import { Segmented } from '@/ui/Segmented'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { useNavigate, useView } from '@/view/use-view'
import { MAX_SEARCH_LENGTH, SORT_COLUMNS } from '@/view/view-state'
import type { SortColumn } from '@/view/view-state'
import styles from '@/features/ranking/RankingTools.module.css'

interface Props {
  readonly columns: readonly Column[]
  readonly mapOffered: boolean
  readonly found: number
  readonly all: number
  /** The query that `found` belongs to. */
  readonly shownQuery: string
  readonly median: number | null
  readonly onDownload: () => void
}

const SORT_NAMES = {
  rank: 'ranking.col.rank',
  places: 'ranking.sort.places',
  unit: 'ranking.col.unit',
  share: 'ranking.sort.share',
  points: 'ranking.col.points',
  change: 'ranking.col.change',
  band: 'ranking.col.band',
  weak: 'ranking.col.weak',
} as const satisfies Readonly<Record<SortColumn, MessageKey>>

/** Search, order (on a phone, where the table has no head) and layout. Follows the link, not the view drawn. */
export function RankingTools({ columns, mapOffered, found, all, shownQuery, median, onDownload }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const sortable = SORT_COLUMNS.filter((column) => columns.includes(column))
  const isMap = view.as === 'map' && mapOffered
  return (
    <div className={styles['tools']}>
      <SearchField
        label={t('ranking.search')}
        value={view.q}
        maxLength={MAX_SEARCH_LENGTH}
        onChange={(q) => navigate({ ...view, q }, { history: 'replace' })}
      />
      {mapOffered && (
        <Segmented
          name="as"
          label={t('ranking.as')}
          value={isMap ? 'map' : 'table'}
          options={[
            { value: 'table', label: t('ranking.as.table') },
            { value: 'map', label: t('ranking.as.map') },
          ]}
          onChange={(as) => navigate({ ...view, as })}
        />
      )}
      {!isMap && (
        <div className={styles['sort']}>
          <Select
            name="sort"
            label={t('ranking.sortBy')}
            value={view.sort?.column ?? 'rank'}
            options={sortable.map((column) => ({ value: column, label: t(SORT_NAMES[column]) }))}
            onChange={(value) => {
              const column = sortable.find((known) => known === value)
              if (column === undefined) return
              navigate({
                ...view,
                sort: column === 'rank' ? null : { column, descending: DESCENDING_FIRST[column] },
              })
            }}
          />
        </div>
      )}
      <output className={styles['count']} aria-live="polite">
        {shownQuery.trim() === ''
          ? ''
          : found === 0
            ? t('ranking.search.none', { query: shownQuery.trim() })
            : t('ranking.search.found', { n: found, all })}
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
          {t('ranking.search.clear')}
        </button>
      )}
      <button type="button" className={styles['clear']} aria-haspopup="dialog" onClick={onDownload}>
        {t('common.download')}
      </button>
      {!isMap && median !== null && (
        <span className={styles['median']}>{t('ranking.medianKey', { median: format.share(median) })}</span>
      )}
    </div>
  )
}
