import type { Problem, ProblemKind } from '@/domain/problem'

export interface ProblemWords {
  readonly header: readonly string[]
  readonly severity: Readonly<Record<Problem['severity'], string>>
  readonly title: (kind: ProblemKind) => string
  readonly text: (kind: ProblemKind) => string
}

/**
 * The list of problems as CSV for Excel: UTF-8 with BOM, comma, CRLF. Cells that a spreadsheet would run as a formula
 * get an apostrophe before them.
 */
export function problemsCsv(problems: readonly Problem[], words: ProblemWords): string {
  const lines = problems.map((problem) => [
    words.title(problem.kind),
    words.severity[problem.severity],
    problem.file,
    problem.row === null ? '' : String(problem.row),
    problem.column ?? '',
    problem.value ?? '',
    problem.expected ?? '',
    words.text(problem.kind),
  ])
  return `\uFEFF${[words.header, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
