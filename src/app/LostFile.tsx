import { packageName } from '@/app/choices'
import type { PackageList } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'

/** A link into a file that this tab has not opened: no other figures may stand in for it. */
export function LostFile({ view, list }: { readonly view: View; readonly list: PackageList }) {
  const i18n = useI18n()
  const { t } = i18n
  const elsewhere = { ...view, package: null }
  return (
    <>
      <h1>{t('shell.lostFile')}</h1>
      <p>{t('shell.lostFile.more')}</p>
      <p>
        <ViewLink to={onScreen(elsewhere, 'data')}>{t('shell.lostFile.open')}</ViewLink>
      </p>
      <ul>
        {list.packages.map((entry) => (
          <li key={entry.id}>
            <ViewLink to={onScreen({ ...view, package: entry.id === list.defaultId ? null : entry.id }, 'ranking')}>
              {t('shell.lostFile.other', { package: packageName(entry, i18n) })}
            </ViewLink>
          </li>
        ))}
      </ul>
    </>
  )
}
