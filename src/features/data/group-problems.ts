import { PROBLEM_KINDS } from '@/domain/problem'
import type { Problem, ProblemKind } from '@/domain/problem'

export type ProblemCounts = Readonly<Partial<Record<ProblemKind, number>>>

export interface ProblemGroup {
  readonly kind: ProblemKind
  /** The worst of the group. */
  readonly severity: Problem['severity']
  /** Exact; `problems` may hold only the first of many. */
  readonly count: number
  readonly problems: readonly Problem[]
}

const WORST_FIRST: readonly Problem['severity'][] = ['error', 'warning', 'info']

/** Problems by kind, the worst first, then in the order of the kinds; within a kind as they come. */
export function groupProblems(problems: readonly Problem[], counts: ProblemCounts): readonly ProblemGroup[] {
  const groups = PROBLEM_KINDS.flatMap((kind): readonly ProblemGroup[] => {
    const members = problems.filter((problem) => problem.kind === kind)
    const count = Math.max(counts[kind] ?? 0, members.length)
    const severity = WORST_FIRST.find((level) => members.some((problem) => problem.severity === level))
    return count === 0 ? [] : [{ kind, severity: severity ?? 'warning', count, problems: members }]
  })
  return WORST_FIRST.flatMap((level) => groups.filter(({ severity }) => severity === level))
}
