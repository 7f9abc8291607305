import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { EditionKey } from '@/domain/edition'
import { useI18n } from '@/i18n/use-i18n'
import { editionsQuery } from '@/queries/first-view'
import styles from '@/features/data/ImportQuestions.module.css'

interface Props {
  readonly editions: readonly EditionKey[]
  readonly basePackageId: string
  readonly awaited: boolean
  readonly onChoose: (choice: 'replace' | 'keep') => void
  readonly onLeave: () => void
}

/** Asks what becomes of figures that the package below has already. */
export function ImportOverlap({ editions, basePackageId, awaited, onChoose, onLeave }: Props) {
  const { t, format } = useI18n()
  const { data: known } = useQuery(editionsQuery(basePackageId))
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (awaited) group.current?.focus()
  }, [awaited])
  const nameOf = ({ index, period, block }: EditionKey): string => {
    const ofIndex = known?.find(({ indexId }) => indexId === index)
    const ofBlock = known?.find(({ blockId }) => blockId === block)
    return [
      ofIndex?.indexShortName ?? index,
      format.period(period),
      ofBlock === undefined ? block : format.name({ nameVi: ofBlock.blockNameVi, nameEn: ofBlock.blockNameEn }),
    ].join(', ')
  }
  return (
    <div ref={group} role="group" tabIndex={-1} aria-label={t('import.overlap.lede')}>
      <p>{t('import.overlap.lede')}</p>
      <ul>
        {editions.map((edition) => (
          <li key={JSON.stringify(edition)}>{nameOf(edition)}</li>
        ))}
      </ul>
      <p className={styles['buttons']}>
        <button type="button" onClick={() => onChoose('replace')}>
          {t('import.overlap.replace')}
        </button>
        <button type="button" onClick={() => onChoose('keep')}>
          {t('import.overlap.keep')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('import.leave')}
        </button>
      </p>
    </div>
  )
}
