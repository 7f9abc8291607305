/** A step of the sequential scale of classes (`--class-5` is the highest), or no class. */
export type ClassStep = 1 | 2 | 3 | 4 | 5 | 'none'

const STEPS = [1, 2, 3, 4, 5] as const

/**
 * The step of a class: the highest (position 1) is 5, the lowest is 1, the others lie evenly between them.
 * `position` null: without a class. An edition with one class, or none, has nothing to tell apart by colour.
 */
export function classStep(position: number | null, count: number): ClassStep {
  if (count === 0) return 4
  if (position === null) return 'none'
  if (count === 1) return 5
  const step = 5 - Math.round(((position - 1) * 4) / (count - 1))
  return STEPS.find((known) => known === step) ?? (step < 1 ? 1 : 5)
}

export const classColor = (step: ClassStep): string => `var(--class-${step})`
export const onClassColor = (step: ClassStep): string => `var(--on-class-${step})`

/** The step of a value among the lower limits of five (or fewer) steps, lowest first. */
export function valueStep(value: number | null, limits: readonly number[]): ClassStep {
  if (value === null || limits.length === 0) return 'none'
  const passed = limits.filter((limit) => value >= limit).length
  return STEPS[Math.max(0, passed - 1)] ?? 5
}
