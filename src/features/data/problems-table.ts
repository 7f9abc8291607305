import type { Problem } from '@/domain/problem'
import { problemName, problemSentence } from '@/i18n/problem-words'
import type { Translate } from '@/i18n/translate'
import type { CsvTable } from '@/ui/csv-file'

/** The list of problems as a table, in the words of one language; `csvFile` makes a file of it. */
export const problemsTable = (
  problems: readonly Problem[],
  headerOf: (letter: string) => string | null,
  t: Translate,
): CsvTable => ({
  header: [
    t('problem.list.kind'),
    t('problem.list.severity'),
    t('problem.list.file'),
    t('problem.list.row'),
    t('problem.list.column'),
    t('problem.list.header'),
    t('problem.list.value'),
    t('problem.list.expected'),
    t('problem.list.text'),
  ],
  rows: problems.map((problem) => [
    problemName(problem, t),
    t(`problem.severity.${problem.severity}`),
    problem.file,
    problem.row,
    problem.column,
    problem.column === null ? null : headerOf(problem.column),
    problem.value,
    problem.expected,
    problemSentence(problem, t),
  ]),
})
