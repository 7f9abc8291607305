import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isolate } from '@/features/data/import-words'
import { useI18n } from '@/i18n/use-i18n'
import { editionsQuery } from '@/queries/first-view'
import type { OverlappingEdition } from '@/queries/open-file'
import styles from '@/features/data/ImportQuestions.module.css'

interface Props extends ListProps {
  readonly awaited: boolean
  readonly onChoose: (choice: 'replace' | 'keep') => void
  readonly onLeave: () => void
}

/** Asks what becomes of figures that the package below has already. */
export function ImportOverlap({ editions, basePackageId, awaited, onChoose, onLeave }: Props) {
  const { t } = useI18n()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (awaited) group.current?.focus()
  }, [awaited])
  return (
    <div ref={group} role="group" tabIndex={-1} aria-label={t('import.overlap.lede')}>
      <p>{t('import.overlap.lede')}</p>
      <Editions editions={editions} basePackageId={basePackageId} />
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

/** Says what was there with the very same figures. */
export function AlreadyThere(props: ListProps) {
  const { t } = useI18n()
  return (
    <>
      <p>{t('import.overlap.same.lede')}</p>
      <Editions {...props} />
    </>
  )
}

interface ListProps {
  readonly editions: readonly OverlappingEdition[]
  readonly basePackageId: string
}

/** Each with the file that it came from. */
function Editions({ editions, basePackageId }: ListProps) {
  const { t, format } = useI18n()
  const { data: known } = useQuery(editionsQuery(basePackageId))
  const nameOf = ({ index, period, block }: OverlappingEdition): string => {
    const ofIndex = known?.find(({ indexId }) => indexId === index)
    const ofBlock = known?.find(({ blockId }) => blockId === block)
    return [
      ofIndex?.indexShortName ?? index,
      format.period(period),
      ofBlock === undefined ? block : format.name({ nameVi: ofBlock.blockNameVi, nameEn: ofBlock.blockNameEn }),
    ].join(', ')
  }
  return (
    <ul>
      {editions.map((edition) => {
        const { fileName, isSame } = edition
        const edited = { edition: nameOf(edition) }
        return (
          <li key={JSON.stringify(edition)}>
            {fileName === null
              ? t('import.overlap.published', edited)
              : t('import.overlap.ofFile', { ...edited, file: isolate(fileName) })}{' '}
            {isSame && t('import.overlap.same')}
          </li>
        )
      })}
    </ul>
  )
}
