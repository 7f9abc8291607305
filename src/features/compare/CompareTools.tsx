import type { Edition } from '@/db/questions/first-view'
import { COMPARE_SHOWS, PAIR_SHOWS, SHOW_NAMES, compareShow } from '@/features/compare/compare-shows'
import { earlierEditions } from '@/features/compare/earlier-editions'
import { useI18n } from '@/i18n/use-i18n'
import { Select } from '@/ui/Select'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly edition: Edition
  readonly editions: readonly Edition[]
}

/** The parts of the screen and the period to compare with. Follows the link, not the view drawn. */
export function CompareTools({ edition, editions }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const shown = compareShow(view.show)
  const { before, earlier } = earlierEditions(edition, editions, view.before)
  return (
    <div className={styles['tools']}>
      <nav className={styles['shows']} aria-label={t('compare.show')}>
        {COMPARE_SHOWS.map((show) => (
          <ViewLink
            key={show}
            to={{ ...view, show: show === COMPARE_SHOWS[0] ? null : show, sort: null, q: '' }}
            keepScroll
            aria-current={show === shown ? 'true' : undefined}
          >
            {t(SHOW_NAMES[show])}
          </ViewLink>
        ))}
      </nav>
      {before !== null && PAIR_SHOWS.has(shown) && (
        <Select
          name="before"
          label={t('compare.before')}
          value={before.period}
          options={earlier.map(({ period }) => ({ value: period, label: format.period(period) }))}
          onChange={(period) => navigate({ ...view, before: period === earlier[0]?.period ? null : period })}
        />
      )}
    </div>
  )
}
