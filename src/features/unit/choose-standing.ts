import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { MAIN_SET } from '@/domain/vocabulary'
import type { View } from '@/view/view-state'

type Asked = Pick<View, 'index' | 'period' | 'block' | 'set'>

/** What a unit's screen shows in detail, or which index and period were asked for without a result of the unit. */
export type ChosenStanding =
  | { readonly kind: 'found'; readonly standing: UnitStanding }
  | { readonly kind: 'missing'; readonly index: string; readonly period: string | null }

/**
 * The edition to show in detail: the index and period of the link, else the unit's first index and latest period.
 * Standings come newest first within an index. An index or period that the package does not know counts as not
 * asked for (the shell says so). null only for a unit without any result.
 */
export function chooseStanding(
  asked: Asked,
  standings: readonly UnitStanding[],
  editions: readonly Edition[],
): ChosenStanding | null {
  const known = (name: 'indexId' | 'period', value: string | null) =>
    value !== null && editions.some((edition) => edition[name] === value) ? value : null
  const index = known('indexId', asked.index) ?? standings[0]?.indexId
  if (index === undefined) return null
  const ofIndex = standings.filter(({ indexId }) => indexId === index)
  const period = known('period', asked.period) ?? ofIndex[0]?.period ?? null
  const standing = closest(
    asked,
    ofIndex.filter((row) => row.period === period),
  )
  return standing === null ? { kind: 'missing', index, period } : { kind: 'found', standing }
}

/** Among a unit's results of one index and period: of the block and set asked for, else of the main set. */
function closest(asked: Asked, rows: readonly UnitStanding[]): UnitStanding | null {
  const inBlock = rows.some(({ blockId }) => blockId === asked.block)
    ? rows.filter(({ blockId }) => blockId === asked.block)
    : rows
  return (
    inBlock.find(({ resultSet }) => resultSet === asked.set) ??
    inBlock.find(({ resultSet }) => resultSet === MAIN_SET) ??
    inBlock[0] ??
    null
  )
}

export interface IndexCard {
  readonly indexId: string
  /** null: the package has the index, but no result of the unit. */
  readonly standing: UnitStanding | null
}

/** One card an index of the package: the unit's result in the period shown, else its latest. */
export function indexCards(
  shown: UnitStanding | null,
  standings: readonly UnitStanding[],
  editions: readonly Edition[],
): readonly IndexCard[] {
  const indices = [...new Set(editions.map(({ indexId }) => indexId))]
  return indices.map((indexId) => {
    if (shown?.indexId === indexId) return { indexId, standing: shown }
    const rows = standings.filter((row) => row.indexId === indexId)
    const inPeriod = rows.filter(({ period }) => period === shown?.period)
    const latest = rows.filter(({ period }) => period === rows[0]?.period)
    const candidates = inPeriod.length > 0 ? inPeriod : latest
    return { indexId, standing: candidates.find(({ resultSet }) => resultSet === MAIN_SET) ?? candidates[0] ?? null }
  })
}

export const sameEdition = (
  a: Pick<Edition, 'indexId' | 'period' | 'blockId' | 'resultSet'>,
  b: Pick<Edition, 'indexId' | 'period' | 'blockId' | 'resultSet'>,
): boolean => a.indexId === b.indexId && a.period === b.period && a.blockId === b.blockId && a.resultSet === b.resultSet

export const editionOf = (standing: UnitStanding, editions: readonly Edition[]): Edition | null =>
  editions.find((edition) => sameEdition(edition, standing)) ?? null

/** What the unit had in that edition; null: it has no result there. */
export const standingIn = (edition: Edition | null, standings: readonly UnitStanding[]): UnitStanding | null =>
  edition === null ? null : (standings.find((row) => sameEdition(row, edition)) ?? null)

/** The edition before, in the same index, block and result set; editions come newest first within them. */
export function previousEdition(edition: Edition, editions: readonly Edition[]): Edition | null {
  const series = editions.filter(
    ({ indexId, blockId, resultSet }) =>
      indexId === edition.indexId && blockId === edition.blockId && resultSet === edition.resultSet,
  )
  const at = series.findIndex(({ period }) => period === edition.period)
  return at === -1 ? null : (series[at + 1] ?? null)
}
