import type { Problem } from '@/domain/problem'

export const FAILURE_KINDS = [
  // The engine's files are missing, damaged, of a wrong length, or the browser refuses to run them.
  'engine-unavailable',
  'engine-stalled',
  'engine-crashed',
  // A table or the catalog cannot be fetched.
  'data-unreachable',
  // A package on the host does not pass its checks.
  'package-refused',
] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]

/** What the surroundings can cause: thrown to the nearest error boundary, which says it in the viewer's language. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  /** For the technically minded: a status, a path, the engine's own words. */
  readonly detail: string
  readonly problems: readonly Problem[]

  constructor(kind: FailureKind, detail: string, problems: readonly Problem[] = []) {
    super(`${kind}: ${detail}`)
    this.kind = kind
    this.detail = detail
    this.problems = problems
  }
}
