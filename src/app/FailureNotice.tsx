import { Failure } from '@/domain/failure'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/app/FailureNotice.module.css'

interface Props {
  readonly title: string
  /** Where the failure says nothing itself. */
  readonly text: string
  readonly error: unknown
  readonly onRetry: () => void
}

const SHOWN_PROBLEMS = 20

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
        <ul>
          {failure.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
            <li key={`${problem.file} ${problem.row} ${problem.column} ${problem.kind} ${problem.value}`}>
              <b>{t(`problem.${problem.kind}`)}</b>:{' '}
              {t('shell.failure.cell', {
                file: problem.file,
                row: String(problem.row ?? '–'),
                column: problem.column ?? '–',
                value: problem.value ?? '',
              })}
            </li>
          ))}
          {failure.problems.length > SHOWN_PROBLEMS && (
            <li>{t('problem.more', { n: failure.problems.length - SHOWN_PROBLEMS })}</li>
          )}
        </ul>
      )}
      <p className={styles['detail']}>{t('shell.failed.detail', { detail })}</p>
      <button type="button" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </div>
  )
}
