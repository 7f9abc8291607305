import type { BlockHistoryRow, Comparability } from '@/db/questions/change'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** What tells units apart that bear one name (a department before and after a merger): by unit id. */
export type UnitNotes = ReadonlyMap<string, string>

/** Of the units of two periods, those that are in one of them only. */
export function pairNotes(
  { unitsEntered, unitsLeft }: Pick<Comparability, 'unitsEntered' | 'unitsLeft'>,
  { before, now }: { readonly before: string; readonly now: string },
  { t }: Pick<Words, 't'>,
): UnitNotes {
  const only = (units: readonly { readonly unitId: string }[], period: string) =>
    units.map(({ unitId }) => [unitId, t('compare.table.oneOnly', { period })] as const)
  return new Map([...only(unitsEntered, now), ...only(unitsLeft, before)])
}

/** Of the units of a block through all periods, those whose name another one bears: from when to when they have results. */
export function spanNotes(rows: readonly BlockHistoryRow[], { t, format }: Words): UnitNotes {
  const count = new Map<string, number>()
  for (const row of rows) count.set(format.name(row), (count.get(format.name(row)) ?? 0) + 1)
  return new Map(
    rows.flatMap((row) => {
      const [first, last] = [row.standings[0], row.standings.at(-1)]
      if ((count.get(format.name(row)) ?? 0) < 2 || first === undefined || last === undefined) return []
      const from = format.period(first.period)
      const note = first === last ? from : t('compare.range', { from, to: format.period(last.period) })
      return [[row.unitId, note] as const]
    }),
  )
}

/** Units that have no result in the shown period, as a search asks for them. */
export const absentOf = (units: readonly { readonly unitId: string }[]): ReadonlySet<string> =>
  new Set(units.map(({ unitId }) => unitId))
