import type { UnitProfile } from '@/db/questions/units'

type Kin = UnitProfile['predecessors'][number]

/** What happened on one date by one decision is told once: its units together, in the order in which they come. */
export function kinGroups(kin: readonly Kin[]): readonly (readonly [first: Kin, members: readonly Kin[]])[] {
  const groups = new Map<string, [Kin, Kin[]]>()
  for (const each of kin) {
    const key = JSON.stringify([each.onDate, each.kind, each.decision])
    const group = groups.get(key)
    if (group) group[1].push(each)
    else groups.set(key, [each, [each]])
  }
  return [...groups.values()]
}
