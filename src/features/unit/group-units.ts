import type { UnitListed } from '@/db/questions/units'
import type { Format } from '@/i18n/format'
import { matches } from '@/i18n/fold'

export interface UnitGroup {
  readonly blockId: string
  readonly name: string
  readonly units: readonly UnitListed[]
}

/** Units found by a query, by block in the order of the package, by name within; units that ended come last. */
export function groupUnits(units: readonly UnitListed[], query: string, format: Format): readonly UnitGroup[] {
  const found = units.filter(({ nameVi, nameEn, shortVi, shortEn }) =>
    matches(
      query,
      [nameVi, nameEn, shortVi, shortEn].filter((name) => name !== null),
    ),
  )
  return [...new Set(found.map(({ blockId }) => blockId))].map((blockId) => {
    const ofBlock = found.filter((unit) => unit.blockId === blockId)
    const [first] = ofBlock
    return {
      blockId,
      name: first === undefined ? blockId : format.name({ nameVi: first.blockNameVi, nameEn: first.blockNameEn }),
      units: ofBlock.toSorted(
        (a, b) =>
          Number(a.validTo !== null) - Number(b.validTo !== null) ||
          format.compareNames(format.name(a), format.name(b)) ||
          (a.unitId < b.unitId ? -1 : 1),
      ),
    }
  })
}
