import type { EditionHistoryRow } from '@/db/questions/change'
import type { I18n } from '@/i18n/use-i18n'

export interface BlockHeadline {
  /** One sentence without a full stop. */
  readonly title: string
  readonly lede: string
}

/** How the block moved under the criteria of its last scored period. `rows` oldest first. */
export function blockHeadline(
  rows: readonly EditionHistoryRow[],
  { t, format }: Pick<I18n, 't' | 'format'>,
): BlockHeadline {
  const end = rows.findLastIndex(({ median }) => median !== null)
  const last = rows[end]
  if (last?.median == null) {
    return { title: t('compare.block.head.none'), lede: t('compare.block.head.none.more') }
  }
  // Totals of two sets of criteria are two things, even where their core compares.
  const changed = rows.findLastIndex(({ versionId }, index) => index < end && versionId !== last.versionId)
  const first = rows.find((row, index) => index > changed && index < end && row.median !== null)
  const to = format.share(last.median)
  const toPeriod = format.period(last.period)
  if (first?.median == null) {
    return { title: t('compare.block.head.now', { to, period: toPeriod }), lede: '' }
  }
  const slots = { from: format.share(first.median), fromPeriod: format.period(first.period), to, toPeriod }
  // The middle of other numbers of units: how many there were stands with each.
  const periodOf = ({ period, scoredCount }: EditionHistoryRow) =>
    first.scoredCount === last.scoredCount
      ? format.period(period)
      : t('compare.block.periodOf', { period: format.period(period), n: scoredCount })
  // What is written decides: two medians may differ by a hundredth and round to one figure.
  const title =
    slots.from === slots.to
      ? t('compare.block.head.same', slots)
      : t(last.median > first.median ? 'compare.block.head.up' : 'compare.block.head.down', {
          ...slots,
          fromPeriod: periodOf(first),
          toPeriod: periodOf(last),
        })
  return { title, lede: spreadOf(first, last, { t, format }) }
}

function spreadOf(
  first: EditionHistoryRow,
  last: EditionHistoryRow,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  if (first.gap === null || last.gap === null || first.rankedCount < 2 || last.rankedCount < 2) return ''
  const [before, now] = [format.number(first.rankedCount), format.number(last.rankedCount)]
  const n = before === now ? now : t('compare.col.rankChange', { before, now })
  const slots = { from: format.shareSize(first.gap), to: format.shareSize(last.gap), n }
  if (slots.from === slots.to) return t('compare.block.spread.same', { to: slots.to, n })
  return t(last.gap > first.gap ? 'compare.block.spread.wider' : 'compare.block.spread.narrower', slots)
}
