import type { OpenPackage, PackageList } from '@/domain/open-package'
import { statusWords } from '@/i18n/status-words'
import { useI18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/app/StatusLine.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly list: PackageList
  readonly view: View
}

/** What kind of figures these are: always in sight, on paper too. */
export function StatusLine({ pack, list, view }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const published = list.packages.find(
    (entry) => entry.id !== pack.id && entry.origin === 'shipped' && entry.status !== 'illustrative',
  )
  const isFile = pack.origin === 'file'
  return (
    <aside
      className={styles['status']}
      data-status={isFile && (pack.over === null || pack.status !== 'illustrative') ? 'file' : pack.status}
      aria-label={t('shell.package')}
    >
      <div className={styles['in']}>
        <b>{statusWords(pack, i18n)}</b> {isFile ? t('shell.status.file.more') : t(`shell.status.${pack.status}.more`)}{' '}
        <span className={styles['links']}>
          {pack.status === 'illustrative' && !isFile && published !== undefined && (
            <>
              <ViewLink to={{ ...DEFAULT_VIEW, package: published.id, lang: view.lang }}>
                {t('shell.openPublished')}
              </ViewLink>
              {' · '}
            </>
          )}
          <ViewLink to={{ ...DEFAULT_VIEW, screen: 'data', package: view.package, lang: view.lang }}>
            {t('shell.openFile')}
          </ViewLink>
        </span>
      </div>
    </aside>
  )
}
