import type { Problem } from '@/domain/problem'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import type { ExportedSource } from '@/export/exported-source'
import { problemName, problemSentence } from '@/i18n/problem-words'
import type { Translate } from '@/i18n/translate'

/** The list of problems as a table for a file, in the words of one language. */
export const problemsTable = (
  title: string,
  problems: readonly Problem[],
  headerOf: (letter: string) => string | null,
  t: Translate,
): ExportedTable => {
  const text = (label: string, of: (problem: Problem) => string | null) => ({ label, kind: 'text' as const, of })
  return exportedTable<Problem>(title, problems, [
    text(t('problem.list.kind'), (problem) => problemName(problem, t)),
    text(t('problem.list.severity'), ({ severity }) => t(`problem.severity.${severity}`)),
    text(t('problem.list.file'), ({ file }) => file),
    { label: t('problem.list.row'), kind: 'number', decimals: 0, of: ({ row }) => row },
    text(t('problem.list.column'), ({ column }) => column),
    text(t('problem.list.header'), ({ column }) => (column === null ? null : headerOf(column))),
    text(t('problem.list.value'), ({ value }) => value),
    text(t('problem.list.expected'), ({ expected }) => expected),
    text(t('problem.list.text'), (problem) => problemSentence(problem, t)),
  ])
}

/** Problems may be of a file that is no package yet: the file is their source. */
export function sourceOfFiles(problems: readonly Problem[], t: Translate): ExportedSource {
  const files = [...new Set(problems.map(({ file }) => file))].join(', ')
  return {
    lines: [{ name: t('problem.list.file'), text: files }],
    footer: t('export.footer.files', { files }),
    pinned: null,
  }
}
