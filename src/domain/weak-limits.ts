import type { RULE_IDS } from '@/domain/vocabulary'

/** The thresholds of the tests of weakness that a viewer can move; shares are 0–1. See DATA-PACKAGE rule 6. */
export interface WeakLimits {
  /** Weak below this share. */
  readonly absolute: number
  /** Weak when below the median by more than so many standard deviations. */
  readonly deviations: number
  /** Weak in the part of the block below this quantile. */
  readonly quantile: number
  /** Weak after a fall of at least this share. */
  readonly fall: number
}

export const LIMIT_NAMES = [
  'absolute',
  'deviations',
  'quantile',
  'fall',
] as const satisfies readonly (keyof WeakLimits)[]
export type LimitName = (typeof LIMIT_NAMES)[number]

type RuleId = (typeof RULE_IDS)[number]
type Rules = readonly { readonly ruleId: RuleId; readonly value: number }[]

/** Where a package keeps each threshold. */
export const RULE_OF_LIMIT = {
  absolute: 'weak-absolute-share',
  deviations: 'weak-relative-deviations',
  quantile: 'weak-bottom-quantile',
  fall: 'weak-fall-share',
} as const satisfies Readonly<Record<LimitName, RuleId>>

export function ruleValue(rules: Rules, id: RuleId): number {
  const value = rules.find(({ ruleId }) => ruleId === id)?.value
  // Every package is checked for it, a file's too.
  if (value === undefined) throw new Error(`The package has no rule ${id}`)
  return value
}

export const packageLimits = (rules: Rules): WeakLimits => ({
  absolute: ruleValue(rules, RULE_OF_LIMIT.absolute),
  deviations: ruleValue(rules, RULE_OF_LIMIT.deviations),
  quantile: ruleValue(rules, RULE_OF_LIMIT.quantile),
  fall: ruleValue(rules, RULE_OF_LIMIT.fall),
})

/** What a threshold can be moved to. A fall of 0 would list who stayed where they were. */
export const LIMIT_RANGES: Readonly<Record<LimitName, { readonly min: number; readonly max: number }>> = {
  absolute: { min: 0, max: 1 },
  deviations: { min: 0, max: 5 },
  quantile: { min: 0, max: 0.5 },
  fall: { min: 0.001, max: 1 },
}

/** The parameter `limits` of a question: the thresholds of the package. */
export const PACKAGE_LIMITS = 'package'

/** The parameter `limits` of a question: `0.65~1~~0.05`, in the order of `LIMIT_NAMES`; a blank is the package's. */
export const writeLimits = (limits: Readonly<Record<LimitName, number | null>>): string =>
  LIMIT_NAMES.map((name) => limits[name] ?? '').join('~')
