import { fullPage } from '@/app/EmbedViewProvider'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { statusWords } from '@/i18n/status-words'
import { useI18n } from '@/i18n/use-i18n'
import { useView } from '@/view/use-view'
import styles from '@/app/EmbedBoard.module.css'

interface OriginProps {
  readonly pack: OpenPackage
  /** null: the view is about several editions. */
  readonly edition: Edition | null
}

/** Whose figures these are, and of when. */
export function EmbedOrigin({ pack, edition }: OriginProps) {
  const { t, format } = useI18n()
  const document = edition?.sourceNumber ?? edition?.sourceTitle ?? null
  const date = edition?.sourcePublishedOn ?? edition?.publishedOn ?? null
  const facts = [
    document === null ? [] : t('embed.source', { source: document }),
    date === null ? [] : format.date(date),
    t('embed.version', { version: pack.version }),
  ]
  return <p className={styles['origin']}>{facts.flat().join(' · ')}</p>
}

/** What kind of figures these are and the way to all of it: in sight however low the frame is. */
export function EmbedFoot({ pack }: { readonly pack: OpenPackage }) {
  const i18n = useI18n()
  const { t } = i18n
  const { view } = useView()
  return (
    <footer className={styles['foot']} data-status={pack.status}>
      <p>
        <b>{statusWords(pack, i18n)}</b>
        <span className={styles['more']}> {t(`shell.status.${pack.status}.more`)}</span>
      </p>
      <a href={fullPage(view)} target="_blank" rel="noopener">
        {t('embed.open')} <span aria-hidden="true">↗</span>
      </a>
    </footer>
  )
}
