import type { Problem, ProblemKind } from '@/domain/problem'
import type { CsvTable } from '@/ui/csv-file'

export interface ProblemWords {
  readonly header: readonly string[]
  readonly severity: Readonly<Record<Problem['severity'], string>>
  readonly title: (kind: ProblemKind) => string
  readonly text: (kind: ProblemKind) => string
}

/** The list of problems as a table; `csvFile` makes a file of it. */
export const problemsTable = (problems: readonly Problem[], words: ProblemWords): CsvTable => ({
  header: words.header,
  rows: problems.map((problem) => [
    words.title(problem.kind),
    words.severity[problem.severity],
    problem.file,
    problem.row,
    problem.column,
    problem.value,
    problem.expected,
    words.text(problem.kind),
  ]),
})
