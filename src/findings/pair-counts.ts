import type { RankChange } from '@/db/questions/change'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'
import { rankMove } from '@/domain/rank-move'
import type { RankMove, RankedCounts } from '@/domain/rank-move'
import { NO_VALUE } from '@/i18n/format'
import type { Format } from '@/i18n/format'

/** Ranked units of two periods, and how many of them were ranked in one only. */
export interface PairCounts extends RankedCounts {
  readonly left: number
  readonly came: number
}

/** null: only a part of the block is known in one of the periods, and nobody knows of how many a rank is. */
export function pairCounts(rows: readonly RankChange[], pack: OpenPackage): PairCounts | null {
  const before = rows.map(({ rankBefore }) => rankBefore)
  const now = rows.map(({ rankNow }) => rankNow)
  if (isPartial(before, pack) || isPartial(now, pack)) return null
  const ranked = (ranks: readonly (number | null)[]) => ranks.filter((rank) => rank !== null).length
  return {
    before: ranked(before),
    now: ranked(now),
    left: rows.filter(({ rankBefore, rankNow }) => rankBefore !== null && rankNow === null).length,
    came: rows.filter(({ rankBefore, rankNow }) => rankBefore === null && rankNow !== null).length,
  }
}

/** null: without a rank in one of the periods. */
export const moveOf = ({ rankBefore, rankNow }: RankChange, counts: RankedCounts | null): RankMove | null =>
  rankBefore === null || rankNow === null ? null : rankMove(rankBefore, rankNow, counts)

export const haveOtherCounts = <C extends RankedCounts>(counts: C | null): counts is C =>
  counts !== null && counts.before !== counts.now

/** Both ranks as they are written: `9`, or `19/22` where the numbers of ranked units differ. */
export function writtenRanks(
  { rankBefore, rankNow }: Pick<RankChange, 'rankBefore' | 'rankNow'>,
  counts: RankedCounts | null,
  format: Pick<Format, 'number'>,
): { readonly from: string; readonly to: string } {
  const written = (rank: number | null, n: number) => {
    if (rank === null) return NO_VALUE
    return haveOtherCounts(counts) ? `${format.number(rank)}/${format.number(n)}` : format.number(rank)
  }
  return { from: written(rankBefore, counts?.before ?? 0), to: written(rankNow, counts?.now ?? 0) }
}
