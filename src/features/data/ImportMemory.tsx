import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useI18n } from '@/i18n/use-i18n'
import type { Answers, QuestionKind, Reading } from '@/import/opening'
import { rememberMutation } from '@/queries/own-packages'
import styles from '@/features/data/PackageList.module.css'

interface Props {
  readonly fileName: string
  readonly reading: Reading
  /** All that were used, remembered ones included. */
  readonly answers: Answers
  /** Those that are remembered already. */
  readonly kept: Answers
}

/** What the next file of the same shape can be read with. */
const OF_SHAPE: ReadonlySet<string> = new Set([
  'sheet',
  'index',
  'block',
  'form',
  'column',
  'mark',
  'max',
  'unit',
  'sub-index',
] satisfies QuestionKind[])

/** Remembers on this machine how a file was read; offered only where the viewer decided something about its shape. */
export function ImportMemory({ fileName, reading, answers, kept }: Props) {
  const { t } = useI18n()
  const remember = useMutation(rememberMutation)
  const hint = useId()
  const known = new Map(Object.entries(kept))
  const decided = Object.entries(answers).some(
    ([id, answer]) => known.get(id) !== answer && OF_SHAPE.has(id.split(':', 1)[0] ?? ''),
  )
  if (reading.columns === null || !decided) return null
  const outcome = remember.isError ? 'forbidden' : remember.data
  return (
    <div className={styles['memory']}>
      {outcome !== 'stored' && (
        <>
          <p className={styles['keep']}>
            <button
              type="button"
              aria-describedby={hint}
              disabled={remember.isPending}
              onClick={() => remember.mutate({ fileName, reading, answers })}
            >
              {t('own.remember')}
            </button>
          </p>
          <p className={styles['hint']} id={hint}>
            {t('own.remember.hint')}
          </p>
        </>
      )}
      <p role="status" className={styles['said']}>
        {outcome === 'stored' && t('own.remembered', { file: fileName })}
        {outcome === 'forbidden' && t('own.remember.forbidden')}
        {outcome === 'full' && t('own.remember.full')}
      </p>
    </div>
  )
}
