import { useSuspenseQuery } from '@tanstack/react-query'
import { packageName } from '@/app/choices'
import type { PackageList } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { keptQuery } from '@/queries/own-packages'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/app/Alone.module.css'

/**
 * A link into a file that this tab has not opened and this machine does not keep: no other figures may stand in for
 * it. What is kept takes the place of this as soon as it is in the list.
 */
export function LostFile({ view, list }: { readonly view: View; readonly list: PackageList }) {
  const i18n = useI18n()
  const { t } = i18n
  const { data: kept } = useSuspenseQuery(keptQuery)
  const elsewhere = { ...view, package: null }
  return (
    <>
      <h1 className={styles['alone']}>{t('own.lost')}</h1>
      <p>{t('own.lost.more')}</p>
      {kept.unreadable.length > 0 && (
        <p>{t('own.unreadable', { n: kept.unreadable.length, names: kept.unreadable.join(', ') })}</p>
      )}
      <p>
        <ViewLink to={onScreen(elsewhere, 'data')}>{t('own.lost.open')}</ViewLink>
      </p>
      <ul>
        {list.packages.map((entry) => (
          <li key={entry.id}>
            <ViewLink to={onScreen({ ...view, package: entry.id === list.defaultId ? null : entry.id }, 'ranking')}>
              {t('own.lost.other', { package: packageName(entry, i18n) })}
            </ViewLink>
          </li>
        ))}
      </ul>
    </>
  )
}
