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
] satisfies QuestionKind[])

/** Remembers on this machine how a file was read; offered only where the viewer decided something about its shape. */
export function ImportMemory({ fileName, reading, answers }: Props) {
  const { t } = useI18n()
  const remember = useMutation(rememberMutation)
  const hint = useId()
  const decided = Object.keys(answers).some((id) => OF_SHAPE.has(id.split(':', 1)[0] ?? ''))
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
