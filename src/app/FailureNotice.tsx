import { Suspense } from 'react'
import { Failure } from '@/domain/failure'
import { loadScreenTexts, useI18n } from '@/i18n/use-i18n'
import { lazyPart } from '@/ui/lazy-part'
import styles from '@/app/FailureNotice.module.css'

interface Props {
  readonly title: string
  /** Where the failure says nothing itself. */
  readonly text: string
  readonly error: unknown
  readonly onRetry: () => void
}

const FailureProblems = lazyPart(async () => {
  const [{ FailureProblems: list }] = await Promise.all([import('@/app/FailureProblems'), loadScreenTexts()])
  return list
})

/** What could not be opened, why, and a way to try again. */
export function FailureNotice({ title, text, error, onRetry }: Props) {
  const { t } = useI18n()
  const failure = error instanceof Failure ? error : null
  const detail = failure?.detail ?? (error instanceof Error ? error.message : String(error))
  return (
    <div className={styles['failure']} role="alert">
      <h2>{title}</h2>
      <p>{failure === null ? text : t(`shell.failure.${failure.kind}`)}</p>
      {failure !== null && failure.problems.length > 0 && (
        <Suspense fallback={null}>
          <FailureProblems problems={failure.problems} />
        </Suspense>
      )}
      <p className={styles['detail']}>{t('shell.failed.detail', { detail })}</p>
      <button type="button" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </div>
  )
}
