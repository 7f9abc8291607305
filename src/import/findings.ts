import type { Problem, ProblemKind } from '@/domain/problem'

const KEPT_PER_KIND = 1000
const VALUE_LENGTH = 200

export type AddProblem = (
  kind: ProblemKind,
  severity: Problem['severity'],
  row: number | null,
  column: string | null,
  value: string | null,
  expected?: string | null,
  fix?: Problem['fix'],
) => void

/** Gathers problems: the first 1,000 of each kind, and an exact count of each. */
export interface Findings {
  readonly add: AddProblem
  readonly problems: readonly Problem[]
  readonly problemCounts: Readonly<Partial<Record<ProblemKind, number>>>
}

export function startFindings(file: string): Findings {
  const problems: Problem[] = []
  const problemCounts: Partial<Record<ProblemKind, number>> = {}
  return {
    problems,
    problemCounts,
    add(kind, severity, row, column, value, expected = null, fix) {
      const count = (problemCounts[kind] ?? 0) + 1
      problemCounts[kind] = count
      if (count > KEPT_PER_KIND) return
      const shown = value !== null && value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value
      problems.push({
        kind,
        severity,
        file,
        row,
        column,
        value: shown,
        expected,
        ...(fix === undefined ? {} : { fix }),
      })
    },
  }
}
