import type { ProfileInput } from '@/charts/profile-chart'
import type { UnitSubIndex } from '@/db/questions/units'
import type { Format } from '@/i18n/format'

/** Shares of units in the sub-indices of the first level; fields in which none of them has one are left out. */
export function profileInput(
  units: readonly { readonly unitId: string; readonly name: string; readonly fields: readonly UnitSubIndex[] }[],
  /** Only a part of the block is known: it has no median. */
  partial: boolean,
  format: Pick<Format, 'name'>,
): ProfileInput {
  const fields = new Map(
    units.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        field.level === 1 && field.share !== null ? [[field.subIndexId, field] as const] : [],
      ),
    ),
  )
  // The criteria are the same for all units of a block: any list has their order.
  const order = units[0]?.fields.map(({ subIndexId }) => subIndexId) ?? []
  const ids = [...fields.keys()].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return {
    fields: ids.flatMap((id) => {
      const field = fields.get(id)
      return field === undefined ? [] : [{ id, name: format.name(field), median: partial ? null : field.blockMedian }]
    }),
    units: units.map(({ unitId, name, fields }) => ({
      unitId,
      name,
      shares: ids.map((id) => fields.find(({ subIndexId }) => subIndexId === id)?.share ?? null),
    })),
  }
}

/** The field in which the units differ most (0–1); null: no field has two of them. */
export function widestField({ fields, units }: ProfileInput): { readonly name: string; readonly gap: number } | null {
  const gaps = fields.flatMap(({ name }, row) => {
    const shares = units.flatMap(({ shares }) => shares[row] ?? [])
    return shares.length < 2 ? [] : [{ name, gap: Math.max(...shares) - Math.min(...shares) }]
  })
  const [first, ...others] = gaps
  return first === undefined ? null : others.reduce((a, b) => (b.gap > a.gap ? b : a), first)
}
