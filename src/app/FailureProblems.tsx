import type { Problem } from '@/domain/problem'
import { useI18n } from '@/i18n/use-i18n'

const SHOWN_PROBLEMS = 20

/** File, row, column and value of what a package was refused for. */
export function FailureProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useI18n()
  return (
    <ul>
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
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
      {problems.length > SHOWN_PROBLEMS && <li>{t('problem.more', { n: problems.length - SHOWN_PROBLEMS })}</li>}
    </ul>
  )
}
