import { useId, useState } from 'react'
import { PROBLEM_KINDS } from '@/domain/problem'
import type { Problem, ProblemKind } from '@/domain/problem'
import { problemsTable } from '@/features/data/problems-table'
import { useI18n } from '@/i18n/use-i18n'
import { CsvDownload } from '@/ui/CsvDownload'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import styles from '@/features/data/ProblemList.module.css'

interface Props {
  readonly title: string
  /** 2 where the list is a section of the page, 4 under the outcome of opening a file. */
  readonly level: 2 | 4
  readonly problems: readonly Problem[]
  /** Exact; `problems` may hold only the first of many. */
  readonly counts: Readonly<Partial<Record<ProblemKind, number>>>
  /** Name of the list when it is downloaded, without its extension. */
  readonly fileName: string
}

/** A row of the table: problems have no id of their own, their place in the list is it. */
interface NumberedProblem {
  readonly problem: Problem
  readonly at: number
}

const FIRST = 100

export const problemTotal = (counts: Props['counts']): number =>
  PROBLEM_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)

/** What a file got wrong: counts by kind, each problem with its place and what it means, and all of it as CSV. */
export function ProblemList({ title, level, problems, counts, fileName }: Props) {
  const { t, format } = useI18n()
  const heading = useId()
  const [all, setAll] = useState(false)
  const Heading = level === 2 ? 'h2' : 'h4'
  const total = problemTotal(counts)
  const rows = problems.map((problem, at): NumberedProblem => ({ problem, at }))
  const shown = all ? rows : rows.slice(0, FIRST)

  const columns: readonly TableColumn<NumberedProblem>[] = [
    {
      id: 'kind',
      header: t('data.problems.kind'),
      rowHeader: true,
      cell: ({ problem }) => (
        <span className={styles['kind']} data-severity={problem.severity}>
          <span aria-hidden="true">{problem.severity === 'error' ? '■' : '□'}</span> {t(`problem.${problem.kind}`)}
          <small>{t(`problem.severity.${problem.severity}`)}</small>
        </span>
      ),
    },
    {
      id: 'row',
      header: t('data.problems.row'),
      numeric: true,
      cell: ({ problem }) => (problem.row === null ? null : String(problem.row)),
    },
    { id: 'column', header: t('data.problems.column'), cell: ({ problem }) => problem.column },
    {
      id: 'value',
      header: t('data.problems.value'),
      cell: ({ problem }) => (problem.value === null ? null : <code className={styles['code']}>{problem.value}</code>),
    },
    {
      id: 'expected',
      header: t('data.problems.expected'),
      cell: ({ problem }) =>
        problem.expected === null ? null : <code className={styles['code']}>{problem.expected}</code>,
    },
    {
      id: 'text',
      header: t('data.problems.text'),
      cell: ({ problem }) => <span className={styles['text']}>{t(`problem.${problem.kind}.text`)}</span>,
    },
  ]

  const table = () =>
    problemsTable(problems, {
      header: [
        t('data.problems.kind'),
        t('data.problems.severity'),
        t('data.problems.file'),
        t('data.problems.row'),
        t('data.problems.column'),
        t('data.problems.value'),
        t('data.problems.expected'),
        t('data.problems.text'),
      ],
      severity: { error: t('problem.severity.error'), warning: t('problem.severity.warning') },
      title: (kind) => t(`problem.${kind}`),
      text: (kind) => t(`problem.${kind}.text`),
    })

  return (
    <section aria-labelledby={heading}>
      <Heading id={heading}>{title}</Heading>
      <p className={styles['lede']}>{t('data.problems.lede')}</p>
      <ul className={styles['counts']}>
        {PROBLEM_KINDS.map((kind) => {
          const n = counts[kind] ?? 0
          return n === 0 ? null : (
            <li key={kind}>{t('data.problems.count', { name: t(`problem.${kind}`), n: format.number(n) })}</li>
          )
        })}
      </ul>
      <StackedTable
        caption={t('data.problems.caption')}
        columns={columns}
        rows={shown}
        rowKey={({ at }) => String(at)}
      />
      <p className={styles['actions']}>
        {shown.length < rows.length && (
          <>
            <span>{t('data.problems.shown', { shown: shown.length, n: rows.length })}</span>
            <button type="button" onClick={() => setAll(true)}>
              {t('data.problems.all', { n: rows.length })}
            </button>
          </>
        )}
        {total > problems.length && <small>{t('data.problems.kept')}</small>}
      </p>
      <CsvDownload label={t('data.problems.download')} table={table} fileName={fileName} />
    </section>
  )
}
