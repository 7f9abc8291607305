import type { Comparability, RankChange } from '@/db/questions/change'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/**
 * Why a unit moved, in one sentence without a full stop: its places, its own score with what that alone would have
 * moved, and the others. What is not known is left out.
 */
export function changeSentence(
  row: RankChange,
  { changeBasis }: Pick<Comparability, 'changeBasis'>,
  { before, now }: { readonly before: string; readonly now: string },
  words: Words,
): string {
  const { t } = words
  const places = placesOf(row, before, now, words)
  const own = ownOf(row, changeBasis, words)
  if (own === null) return places
  const reasons =
    row.ownEffect === null || row.othersEffect === null
      ? own
      : t('compare.change.join', {
          a: t('compare.change.own.effect', { own, effect: effectWords(row.ownEffect, words) }),
          b: t('compare.change.others', { effect: effectWords(row.othersEffect, words) }),
        })
  return t('compare.change.sentence', { places, reasons })
}

function placesOf(
  { rankBefore, rankNow, placesGained, ...unit }: RankChange,
  before: string,
  now: string,
  words: Words,
) {
  const { t, format } = words
  if (rankBefore === null || rankNow === null || placesGained === null) {
    return t('compare.change.places.none', { unit: format.name(unit), before, now })
  }
  if (placesGained === 0) return t('compare.change.places.same', { unit: format.name(unit), to: rankNow })
  return t(placesGained > 0 ? 'compare.change.places.up' : 'compare.change.places.down', {
    unit: format.name(unit),
    n: Math.abs(placesGained),
    from: rankBefore,
    to: rankNow,
  })
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

/** `+4 bậc`, `−1 bậc`, `không đổi bậc`. */
export function effectWords(effect: number, { t }: Pick<Words, 't'>): string {
  if (effect === 0) return t('compare.change.effect.none')
  return t(effect > 0 ? 'compare.change.effect.up' : 'compare.change.effect.down', { n: Math.abs(effect) })
}

/** Score and rank went opposite ways: `up`, the score rose and the rank fell. Where a low score is good, that is no wonder. */
export function paradoxOf(
  { shareChange, placesGained }: RankChange,
  lowerIsBetter: boolean,
  format: Words['format'],
): 'up' | 'down' | null {
  const sign = direction(shareChange, format)?.sign ?? 0
  if (lowerIsBetter || placesGained === null || sign * placesGained >= 0) return null
  return sign > 0 ? 'up' : 'down'
}
