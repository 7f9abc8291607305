import type { Rule } from '@/db/questions/package'
import { LIMIT_NAMES, LIMIT_RANGES, PACKAGE_LIMITS, packageLimits, ruleValue, writeLimits } from '@/domain/weak-limits'
import type { LimitName, WeakLimits } from '@/domain/weak-limits'
import type { View } from '@/view/view-state'

export interface ShownLimits {
  readonly values: WeakLimits
  readonly packageValues: WeakLimits
  /** Scored units from which a field is compared with the block. */
  readonly minUnits: number
  /** Not the package's. */
  readonly own: boolean
}

/** The parameter of the questions. It needs no rule of the package, so that nothing waits for them. */
export const limitsParameter = (view: Pick<View, LimitName>): string =>
  LIMIT_NAMES.some((name) => view[name] !== null) ? writeLimits(view) : PACKAGE_LIMITS

/** The thresholds of a link, and the package's where it names none; the same values as the package's are the package's. */
export function shownLimits(view: Pick<View, LimitName>, rules: readonly Rule[]): ShownLimits {
  const packageValues = packageLimits(rules)
  const values: WeakLimits = {
    absolute: view.absolute ?? packageValues.absolute,
    deviations: view.deviations ?? packageValues.deviations,
    quantile: view.quantile ?? packageValues.quantile,
    fall: view.fall ?? packageValues.fall,
  }
  return {
    values,
    packageValues,
    minUnits: ruleValue(rules, 'weak-relative-min-units'),
    own: LIMIT_NAMES.some((name) => values[name] !== packageValues[name]),
  }
}

/** The view with one threshold moved; the package's own value is left out of the link. */
export const withLimit = (view: View, name: LimitName, value: number, packageValues: WeakLimits): View => ({
  ...view,
  [name]: value === packageValues[name] ? null : value,
})

export const withoutLimits = (view: View): View => ({
  ...view,
  absolute: null,
  deviations: null,
  quantile: null,
  fall: null,
})

/** How a field of the form writes a threshold: shares in per cent. `digits` is what a link keeps (four of a share). */
const LIMIT_FIELDS = {
  absolute: { scale: 100, digits: 2, step: 1 },
  deviations: { scale: 1, digits: 4, step: 0.1 },
  quantile: { scale: 100, digits: 2, step: 1 },
  fall: { scale: 100, digits: 2, step: 0.5 },
} as const satisfies Readonly<Record<LimitName, { scale: number; digits: number; step: number }>>

const roundTo = (value: number, digits: number) => Number(value.toFixed(digits))

/** The number in the field: 0.65 → 65. */
export const fieldValue = (name: LimitName, value: number): number =>
  roundTo(value * LIMIT_FIELDS[name].scale, LIMIT_FIELDS[name].digits)

export const fieldRange = (name: LimitName) => ({
  min: fieldValue(name, LIMIT_RANGES[name].min),
  max: fieldValue(name, LIMIT_RANGES[name].max),
})

/** What was typed as a threshold: `65` → 0.65; null where it is no number in range. */
export function readField(name: LimitName, typed: string): number | null {
  const number = typed.trim() === '' ? Number.NaN : Number(typed)
  if (!Number.isFinite(number)) return null
  const value = roundTo(number / LIMIT_FIELDS[name].scale, 4)
  const { min, max } = LIMIT_RANGES[name]
  return value >= min && value <= max ? value : null
}

/** The step of the field's arrows; a value between two steps must not count as an error. */
export function fieldStep(name: LimitName, value: number): number | 'any' {
  const { step } = LIMIT_FIELDS[name]
  const steps = (fieldValue(name, value) - fieldRange(name).min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? step : 'any'
}
