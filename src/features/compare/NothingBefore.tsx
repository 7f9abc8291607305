import type { Edition } from '@/db/questions/first-view'
import { useI18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly edition: Edition
  /** Of the same series, newest first. */
  readonly later: readonly Edition[]
  readonly view: View
}

/** In place of a comparison of two periods where there is only one, and the way on. */
export function NothingBefore({ edition, later, view }: Props) {
  const { t, format } = useI18n()
  const period = format.period(edition.period)
  const single = later.length === 0
  return (
    <>
      <h1>{t(single ? 'compare.single' : 'compare.first', { period })}</h1>
      <p className={styles['lede']}>{t(single ? 'compare.single.more' : 'compare.first.more')}</p>
      <ul className={styles['offers']}>
        {single ? (
          <li>
            <ViewLink to={{ ...view, show: 'units', before: null }}>{t('compare.show.units')}</ViewLink>
          </li>
        ) : (
          later.map((other) => (
            <li key={other.period}>
              <ViewLink to={{ ...view, period: other.period, before: null }}>{format.period(other.period)}</ViewLink>
            </li>
          ))
        )}
      </ul>
    </>
  )
}
