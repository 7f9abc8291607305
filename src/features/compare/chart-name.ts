import type { BlockHistoryRow } from '@/db/questions/change'
import type { Format } from '@/i18n/format'

/** Longer names leave no room for the drawing. */
const LONGEST = 30

/** The name of a unit where it is short enough for a chart, else its short name. */
export function chartName(unit: BlockHistoryRow, format: Pick<Format, 'name' | 'shortName'>): string {
  const name = format.name(unit)
  return name.length <= LONGEST ? name : format.shortName(unit)
}
