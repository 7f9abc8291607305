import type { Comparability, RankChange } from '@/db/questions/change'
import { haveOtherCounts, moveOf, writtenRanks } from '@/findings/pair-counts'
import type { PairCounts } from '@/findings/pair-counts'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** The two periods, as they are written, and how many units are ranked in each (null: not known). */
export interface Pair {
  readonly before: string
  readonly now: string
  readonly counts: PairCounts | null
}

/**
 * Why a unit moved, in one sentence without a full stop: its places, its own score with what that alone would have
 * moved, and the others. What is not known is left out.
 */
export function changeSentence(
  row: RankChange,
  { changeBasis }: Pick<Comparability, 'changeBasis'>,
  pair: Pair,
  words: Words,
): string {
  const { t } = words
  const places = placesOf(row, pair, words)
  const own = ownOf(row, changeBasis, words)
  if (own === null) return places
  const reasons =
    row.ownEffect === null || row.othersEffect === null
      ? own
      : t('compare.change.join', {
          a: t('compare.change.own.effect', { own, effect: effectWords(row.ownEffect, words) }),
          b: othersOf(row.othersEffect, pair.counts, words),
        })
  return t('compare.change.sentence', { places, reasons })
}

function placesOf(row: RankChange, { before, now, counts }: Pair, { t, format }: Words): string {
  const { rankBefore, rankNow } = row
  const unit = format.name(row)
  const move = moveOf(row, counts)
  const slots = { unit, ...writtenRanks(row, counts, format) }
  switch (move) {
    case null:
      return rankBefore === null && rankNow === null
        ? t('compare.change.places.none', { unit, before, now })
        : t('compare.change.places.noneIn', { unit, period: rankBefore === null ? before : now })
    case 'same':
      return haveOtherCounts(counts)
        ? t('compare.change.places.sameOf', { ...slots, rank: rankNow ?? 0 })
        : t('compare.change.places.same', slots)
    case 'unclear':
      return t('compare.change.places.unclear', slots)
    case 'up':
    case 'down':
      return t(`compare.change.places.${move}`, { ...slots, n: Math.abs((rankBefore ?? 0) - (rankNow ?? 0)) })
  }
}

function ownOf({ shareChange }: RankChange, basis: Comparability['changeBasis'], { t, format }: Words): string | null {
  const change = direction(shareChange, format)
  if (change === null || basis === null) return null
  const own =
    change.sign === 0
      ? t('compare.change.own.same')
      : t(change.sign > 0 ? 'compare.change.own.up' : 'compare.change.own.down', { n: change.size })
  return basis === 'core' ? t('compare.change.own.core', { own }) : own
}

/** Those who left and came move places too; where that makes the ranking shorter or longer, they are named. */
function othersOf(othersEffect: number, counts: PairCounts | null, words: Words): string {
  const { t } = words
  const effect = effectWords(othersEffect, words)
  if (!haveOtherCounts(counts)) return t('compare.change.others', { effect })
  const { left, came } = counts
  if (came === 0) return t('compare.change.others.left', { left, effect })
  return left === 0
    ? t('compare.change.others.came', { came, effect })
    : t('compare.change.others.both', { left, came, effect })
}

/** `+4 bậc`, `−1 bậc`, `không đổi bậc`. */
export function effectWords(effect: number, { t }: Pick<Words, 't'>): string {
  if (effect === 0) return t('compare.change.effect.none')
  return t(effect > 0 ? 'compare.change.effect.up' : 'compare.change.effect.down', { n: Math.abs(effect) })
}

/** Score and rank went opposite ways: `up`, the score rose and the rank fell. Where a low score is good, that is no wonder. */
export function paradoxOf(
  row: RankChange,
  counts: PairCounts | null,
  lowerIsBetter: boolean,
  format: Words['format'],
): 'up' | 'down' | null {
  if (lowerIsBetter) return null
  const sign = direction(row.shareChange, format)?.sign ?? 0
  const move = moveOf(row, counts)
  if (sign > 0 && move === 'down') return 'up'
  return sign < 0 && move === 'up' ? 'down' : null
}
