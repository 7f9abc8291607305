import { KeepOnMachine } from '@/features/data/KeepOnMachine'
import type { FilePackage, OpenPackage, PackageList as List } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { ViewLink } from '@/view/ViewLink'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/data/PackageList.module.css'

interface Props {
  readonly list: List
  readonly current: OpenPackage
  readonly view: View
}

/** Versions of the package below: that under the file, and that which the host has now, where the two differ. */
function newerBelow({ over }: FilePackage, { packages }: List) {
  const now = over === null ? undefined : packages.find(({ id }) => id === over.id)
  return over === null || now === undefined || now.version === over.version
    ? null
    : { below: over.version, published: now.version }
}

/** The packages that can be looked at, the one shown now marked. */
export function PackageList({ list, current, view }: Props) {
  const { t, format } = useI18n()
  return (
    <ul className={styles['packages']}>
      {list.packages.map((entry) => {
        const name = format.name({ nameVi: entry.name_vi, nameEn: entry.name_en })
        const description = format.name({ nameVi: entry.description_vi, nameEn: entry.description_en })
        const isFile = entry.origin === 'file'
        const fresh: View = {
          ...DEFAULT_VIEW,
          lang: view.lang,
          package: entry.id === list.defaultId ? null : entry.id,
        }
        const replaced = isFile ? entry.readings.reduce((sum, reading) => sum + reading.replaced.length, 0) : 0
        const newer = isFile ? newerBelow(entry, list) : null
        const isCurrent = entry.id === current.id
        return (
          <li key={entry.id} aria-current={isCurrent ? 'true' : undefined}>
            <h3>{name}</h3>
            <p className={styles['meta']}>
              {isCurrent && <b className={styles['current']}>{t('data.package.current')}</b>}
              {(!isFile || entry.over !== null) && <span>{t(`data.status.${entry.status}`)}</span>}
              {isFile && <span>{t('data.status.file')}</span>}
              {entry.version !== '' && <span>{t('data.package.version', { version: entry.version })}</span>}
            </p>
            {description !== '' && <p>{description}</p>}
            {isFile && <p>{t(entry.kept ? 'own.package.kept' : 'data.package.file', { file: entry.fileName })}</p>}
            {isFile && entry.over !== null && (
              <p>{replaced === 0 ? t('own.over.more') : t('own.over.replaced', { n: replaced })}</p>
            )}
            {newer !== null && <p>{t('own.over.outdated', { below: newer.below, published: newer.published })}</p>}
            <p className={styles['links']}>
              <ViewLink to={fresh}>
                {t('data.package.ranking')}
                <VisuallyHidden>: {name}</VisuallyHidden>
              </ViewLink>
              {!isCurrent && (
                <ViewLink to={{ ...fresh, screen: 'data' }}>
                  {t('data.package.about')}
                  <VisuallyHidden>: {name}</VisuallyHidden>
                </ViewLink>
              )}
            </p>
            {isFile && <KeepOnMachine entry={entry} view={view} />}
          </li>
        )
      })}
    </ul>
  )
}
