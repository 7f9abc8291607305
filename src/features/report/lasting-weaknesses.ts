import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import type { Field } from '@/findings/fields'

export interface LastingWeakness {
  readonly flag: Weakness
  readonly unit: FieldMatrixRow
  readonly field: Field
}

/** Weaknesses of the first level: those that last longest first, then the most severe, then those with most to win. */
export function lastingWeaknesses(
  flags: readonly Weakness[],
  matrix: readonly FieldMatrixRow[],
  fields: readonly Field[],
): readonly LastingWeakness[] {
  const units = new Map(matrix.map((row) => [row.unitId, row]))
  const first = new Map(fields.filter(({ level }) => level === 1).map((field) => [field.subIndexId, field]))
  return flags
    .flatMap((flag) => {
      const unit = units.get(flag.unitId)
      const field = first.get(flag.subIndexId)
      return flag.severity === 0 || unit === undefined || field === undefined ? [] : [{ flag, unit, field }]
    })
    .toSorted(
      ({ flag: a }, { flag: b }) =>
        b.periodsRunning - a.periodsRunning || b.severity - a.severity || b.recoverable - a.recoverable,
    )
}
