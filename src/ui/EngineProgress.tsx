import { useI18n } from '@/i18n/use-i18n'
import styles from '@/ui/EngineProgress.module.css'

interface Props {
  readonly of: 'engine' | 'tables'
  /** Bytes. */
  readonly loaded: number
  readonly total: number
}

/** How much of the engine is here, or of the tables in it. Not to be put into a live region: it changes several times a second. */
export function EngineProgress({ of, loaded, total }: Props) {
  const { t, format } = useI18n()
  return (
    <p className={styles['progress']}>
      <progress max={total} value={loaded} aria-hidden="true" />
      <span>{t(`own.waiting.${of}`, { loaded: format.megabytes(loaded), total: format.megabytes(total) })}</span>
    </p>
  )
}
