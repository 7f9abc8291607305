import { useId, useMemo, useState } from 'react'
import { PROBLEM_KINDS } from '@/domain/problem'
import type { Problem } from '@/domain/problem'
import { FindingFold } from '@/features/data/FindingFold'
import { groupProblems } from '@/features/data/group-problems'
import type { ProblemCounts, ProblemGroup } from '@/features/data/group-problems'
import { numberText, problemInLanguage } from '@/features/data/number-text'
import { problemsTable, sourceOfFiles } from '@/features/data/problems-table'
import { Download } from '@/export/Download'
import type { Language } from '@/i18n/catalogue'
import { problemName, problemSentence } from '@/i18n/problem-words'
import { useI18n } from '@/i18n/use-i18n'
import type { ReadColumn } from '@/import/opening'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import groupStyles from '@/features/data/FindingGroups.module.css'
import styles from '@/features/data/ProblemList.module.css'

type Fix = NonNullable<Problem['fix']>

interface Props {
  /** Of its heading, where something leads to it. */
  readonly id?: string
  readonly title: string
  /** 2 where the list is a section of the page, 4 under the outcome of opening a file. */
  readonly level: 2 | 4
  readonly problems: readonly Problem[]
  /** Exact; `problems` may hold only the first of many. */
  readonly counts: ProblemCounts
  /** Name of the list when it is downloaded, without its extension. */
  readonly fileName: string
  /** How the columns of the file were read, as far as that is known: a letter then bears its header. */
  readonly columns?: readonly ReadColumn[] | null
  /** Takes the one answer that settles a problem; without it nothing is offered. */
  readonly onFix?: (fix: Fix) => void
}

/** Groups of what is to be put right that stand open at first: as many rows as a page lays out at once. */
const OPEN_GROUPS = 4

export const problemTotal = (counts: ProblemCounts): number =>
  PROBLEM_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)

/** What a file got wrong, by kind: counts at a glance, each problem with its place, and all of it as CSV. */
export function ProblemList({ id, title, level, problems, counts, fileName, columns = null, onFix }: Props) {
  const { t, lang } = useI18n()
  const own = useId()
  const heading = id ?? own
  const Heading = level === 2 ? 'h2' : 'h4'
  const groups = useMemo(() => groupProblems(problems, counts), [problems, counts])
  const headers = useMemo(() => new Map(columns?.map(({ letter, header }) => [letter, header])), [columns])
  const headerOf = (letter: string) => headers.get(letter) ?? null

  return (
    <section aria-labelledby={heading} className={styles['problems']}>
      <Heading id={heading} tabIndex={id === undefined ? undefined : -1}>
        {title}
      </Heading>
      <p className={groupStyles['lede']}>{t('problem.list.lede')}</p>
      <ul className={groupStyles['groups']}>
        {groups.map((group, at) => (
          <li key={group.kind}>
            <Group
              group={group}
              startsOpen={group.severity !== 'info' && at < OPEN_GROUPS}
              headerOf={headerOf}
              onFix={onFix}
            />
          </li>
        ))}
      </ul>
      <Download
        name={title}
        shown={() =>
          problemsTable(
            title,
            problems.map((problem) => problemInLanguage(problem, lang)),
            headerOf,
            t,
          )
        }
        source={sourceOfFiles(problems, t)}
        fileName={fileName}
      />
    </section>
  )
}

const MARKS: Readonly<Record<Problem['severity'], string>> = { error: '■', warning: '▲', info: '○' }
const FIRST = 25
const FIRST_ON_PAPER = 200

interface GroupProps {
  readonly group: ProblemGroup
  readonly startsOpen: boolean
  readonly headerOf: (letter: string) => string | null
  readonly onFix: Props['onFix']
}

/** A row of the table: problems have no id of their own, their place in the list is it. */
interface NumberedProblem {
  readonly problem: Problem
  readonly at: number
}

function Group({ group, startsOpen, headerOf, onFix }: GroupProps) {
  const { t, format } = useI18n()
  const { kind, severity, count } = group
  const name = problemName(group, t)
  return (
    <FindingFold
      startsOpen={startsOpen}
      mark={MARKS[severity]}
      flagged={severity === 'error'}
      summary={
        <>
          <b>{name}</b> <span className={groupStyles['count']}>{format.number(count)}</span>{' '}
          <small>{t(`problem.severity.${severity}`)}</small>
        </>
      }
      text={problemSentence({ kind, value: sameValue(group), expected: null }, t)}
    >
      {(printing) => (
        <GroupTable
          first={printing ? FIRST_ON_PAPER : FIRST}
          group={group}
          name={name}
          headerOf={headerOf}
          onFix={onFix}
        />
      )}
    </FindingFold>
  )
}

/** The value that all problems of a group have; the sentence of some kinds depends on it. */
function sameValue({ problems }: ProblemGroup): string | null {
  const [first] = problems
  return first !== undefined && problems.every(({ value }) => value === first.value) ? first.value : null
}

interface TableProps extends Omit<GroupProps, 'startsOpen'> {
  readonly name: string
  /** So many rows before all are asked for. */
  readonly first: number
}

function GroupTable({ first, group: { problems, count, severity }, name, headerOf, onFix }: TableProps) {
  const { t, format, lang } = useI18n()
  const [all, setAll] = useState(false)
  const shown = (all ? problems : problems.slice(0, first)).map((problem, at): NumberedProblem => ({ problem, at }))
  const some = (test: (problem: Problem) => boolean) => problems.some(test)
  const placeOf = ({ row, column }: Problem): string => {
    if (row === null) return column === null ? '–' : t('problem.list.place.column', { column })
    if (column === null) return t('problem.list.place.row', { row: String(row) })
    // As Excel names a cell; a column of a package has a name instead of a letter.
    return /^[A-Z]+$/.test(column) ? `${column}${row}` : t('problem.list.place.both', { row: String(row), column })
  }

  const columns: readonly (TableColumn<NumberedProblem> | false)[] = [
    {
      id: 'place',
      header: t('problem.list.place'),
      rowHeader: true,
      cell: ({ problem }) => {
        const header = problem.column === null ? null : headerOf(problem.column)
        return (
          <>
            {placeOf(problem)}
            {header !== null && <small> {header}</small>}
          </>
        )
      },
    },
    some((problem) => problem.severity !== severity) && {
      id: 'severity',
      header: t('problem.list.severity'),
      cell: ({ problem }) => t(`problem.severity.${problem.severity}`),
    },
    some(({ value }) => value !== null) && {
      id: 'value',
      header: t('problem.list.value'),
      cell: ({ problem }) => <Value text={problemInLanguage(problem, lang).value} />,
    },
    some(({ expected }) => expected !== null) && {
      id: 'expected',
      header: t('problem.list.expected'),
      cell: ({ problem }) => <Value text={problemInLanguage(problem, lang).expected} />,
    },
    onFix !== undefined &&
      some((problem) => fixesOf(problem).length > 0) && {
        id: 'fix',
        header: t('problem.list.fix'),
        headerHidden: true,
        cell: ({ problem }) => (
          <span className={styles['fixes']}>
            {fixesOf(problem).map((fix) => (
              <FixButton
                key={fix.value}
                fix={fix}
                label={fixLabel(problem, fix, lang)}
                place={placeOf(problem)}
                onFix={onFix}
              />
            ))}
          </span>
        ),
      },
  ]

  return (
    <>
      <StackedTable
        caption={t('problem.list.caption', { kind: name })}
        columns={columns.filter((column) => column !== false)}
        rows={shown}
        compact
        rowKey={({ at }) => String(at)}
      />
      <p className={groupStyles['actions']}>
        {shown.length < problems.length && (
          <>
            <span>{t('problem.list.shown', { shown: shown.length, n: problems.length })}</span>
            <button type="button" onClick={() => setAll(true)}>
              {t('problem.list.all', { n: problems.length })}
            </button>
          </>
        )}
        {count > problems.length && <small>{t('problem.list.kept', { kept: format.number(problems.length) })}</small>}
      </p>
    </>
  )
}

function Value({ text }: { readonly text: string | null }) {
  return text === null ? null : <code className={styles['code']}>{text}</code>
}

/** What settles a problem in one click. A score that became a date may have been several: the choice is the viewer's. */
function fixesOf({ kind, row, column, expected, fix }: Problem): readonly Fix[] {
  if (fix !== undefined) return [fix]
  if (kind !== 'date-for-number' || row === null || column === null || expected === null) return []
  return expected.split(' | ').map((value) => ({ id: `cell:${column}${row}`, value }))
}

const fixLabel = ({ kind, isNumber }: Problem, { value }: Fix, lang: Language): string =>
  isNumber === true || kind === 'date-for-number' ? numberText(value, lang) : value

interface FixProps {
  readonly fix: Fix
  /** Its value as the language writes it. */
  readonly label: string
  readonly place: string
  readonly onFix: (fix: Fix) => void
}

function FixButton({ fix, label, place, onFix }: FixProps) {
  const { t } = useI18n()
  const use = label === '' ? t('problem.list.fix.empty') : t('problem.list.fix.use', { value: label })
  return (
    <button
      type="button"
      className={styles['fix']}
      aria-label={label === '' ? `${use}: ${place}` : t('problem.list.fix.at', { value: label, place })}
      onClick={() => onFix(fix)}
    >
      {use}
    </button>
  )
}
