import type { Edition } from '@/db/questions/first-view'

export interface EarlierEditions {
  /** The one to compare with; null: there is none before. */
  readonly before: Edition | null
  /** All before, newest first. */
  readonly earlier: readonly Edition[]
  /** All after, newest first. */
  readonly later: readonly Edition[]
  /** Why another period than the one asked for is used. */
  readonly notice: 'unknown' | 'later' | null
}

/** Editions of the same index, block and result set around one; the one before it unless the link asks for another. */
export function earlierEditions(
  edition: Edition,
  editions: readonly Edition[],
  wanted: string | null,
): EarlierEditions {
  const series = editions
    .filter(
      ({ indexId, blockId, resultSet }) =>
        indexId === edition.indexId && blockId === edition.blockId && resultSet === edition.resultSet,
    )
    .toSorted((a, b) => order(b, a))
  const earlier = series.filter((other) => order(other, edition) < 0)
  const later = series.filter((other) => order(other, edition) > 0)
  const [previous = null] = earlier
  const chosen = earlier.find(({ period }) => period === wanted)
  const notice =
    wanted === null || chosen !== undefined || previous === null
      ? null
      : series.some(({ period }) => period === wanted)
        ? 'later'
        : 'unknown'
  return { before: chosen ?? previous, earlier, later, notice }
}

/** As the engine has it: by the last day, of two that end on one day by name. */
function order(a: Edition, b: Edition): number {
  const [x, y] = a.periodEnd === b.periodEnd ? [a.period, b.period] : [a.periodEnd, b.periodEnd]
  return x < y ? -1 : x > y ? 1 : 0
}
