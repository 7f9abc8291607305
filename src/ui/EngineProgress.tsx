import { useI18n } from '@/i18n/use-i18n'
import styles from '@/ui/EngineProgress.module.css'

interface Props {
  /** Bytes. */
  readonly loaded: number
  readonly total: number
}

/** How much of the engine is here. Not to be put into a live region: it changes several times a second. */
export function EngineProgress({ loaded, total }: Props) {
  const { t, format } = useI18n()
  return (
    <p className={styles['progress']}>
      <progress max={total} value={loaded} aria-hidden="true" />
      <span>{t('shell.waiting.engine', { loaded: format.megabytes(loaded), total: format.megabytes(total) })}</span>
    </p>
  )
}
