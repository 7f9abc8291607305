import { fold, matches } from '@/i18n/fold'
import type { Format } from '@/i18n/format'

export interface FindableUnit {
  readonly unitId: string
  readonly nameVi: string
  readonly nameEn: string
  readonly shortVi: string | null
  readonly shortEn: string | null
}

/**
 * Units that bear every word of the query in their names: first those that are called just that, then those whose name
 * begins with it, then those that have it as a whole. Among them units with a result in the shown period go before the
 * others.
 */
export function findUnits<U extends FindableUnit>(
  query: string,
  units: readonly U[],
  /** Units without a result in the shown period. */
  absent: ReadonlySet<string>,
  format: Pick<Format, 'name' | 'compareNames'>,
): readonly U[] {
  const asked = fold(query)
  if (asked === '') return []
  return units
    .flatMap((unit) => {
      const names = [unit.nameVi, unit.nameEn, unit.shortVi, unit.shortEn].filter((name) => name !== null)
      return matches(query, names) ? [{ unit, name: format.name(unit), nearness: nearnessOf(asked, names) }] : []
    })
    .toSorted(
      (a, b) =>
        a.nearness - b.nearness ||
        Number(absent.has(a.unit.unitId)) - Number(absent.has(b.unit.unitId)) ||
        format.compareNames(a.name, b.name) ||
        (a.unit.unitId < b.unit.unitId ? -1 : 1),
    )
    .map(({ unit }) => unit)
}

function nearnessOf(asked: string, names: readonly string[]): number {
  const folded = names.map(fold)
  if (folded.includes(asked)) return 0
  if (folded.some((name) => name.startsWith(asked))) return 1
  return folded.some((name) => name.includes(` ${asked}`)) ? 2 : 3
}
