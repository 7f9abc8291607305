import type { Problem } from '@/domain/problem'

export const FAILURE_KINDS = [
  // A file of the site itself cannot be fetched: no connection, or another version was deployed meanwhile.
  'site-unreachable',
  // The engine's files are missing, damaged or of a wrong length.
  'engine-unavailable',
  // The browser does not run WebAssembly or workers, or a policy forbids it.
  'engine-forbidden',
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
