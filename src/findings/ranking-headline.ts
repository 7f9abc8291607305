import type { RankedUnit, Summary } from '@/db/questions/first-view'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

export interface Headline {
  /** The finding, one sentence without a full stop. */
  readonly title: string
  /** What stands behind it. */
  readonly lede: string
}

/** The finding of a block, made from its figures. */
export function rankingHeadline(
  summary: Summary,
  rows: readonly RankedUnit[],
  decimals: number,
  /** Only a part of the block is known. */
  partial: boolean,
  { t, format }: I18n,
): Headline {
  const [only] = rows
  if (only === undefined || summary.unitCount === 0) {
    return { title: t('ranking.head.empty'), lede: t('ranking.lede.empty') }
  }
  const lede = ledeOf(summary, partial, { t, format })
  if (summary.unitCount === 1) {
    const unit = format.name(only)
    const title =
      only.points === null
        ? t('ranking.head.one', { unit })
        : t('ranking.head.one.points', { unit, points: format.points(only.points, decimals) })
    return { title, lede }
  }
  if (summary.rankedCount === 0) {
    return { title: t(partial ? 'ranking.head.partial.nobody' : 'ranking.head.nobody', { n: summary.unitCount }), lede }
  }
  const lead = leadOf(summary, { t, format })
  const rest = restOf(summary, partial, { t, format })
  return { title: lead === null ? capitalised(rest) : t('ranking.head.join', { a: lead, b: rest }), lede }
}

type Words = Pick<I18n, 't' | 'format'>

function leadOf({ leaders }: Summary, { t, format }: Words): string | null {
  const [a, b] = leaders
  if (a === undefined) return null
  if (b === undefined) return t('ranking.head.leader', { leader: format.name(a) })
  if (leaders.length === 2) return t('ranking.head.leaders.two', { a: format.name(a), b: format.name(b) })
  return t('ranking.head.leaders.many', { n: leaders.length })
}

function restOf(summary: Summary, partial: boolean, { t, format }: Words): string {
  const { rankedCount, scoredCount, previousPeriod, changeBasis, comparedCount: n, roseCount } = summary
  if (rankedCount === 0) return t('ranking.head.nobody', { n: summary.unitCount })
  if (scoredCount === 0) return t('ranking.head.rankOnly', { n: rankedCount })
  if (partial) return t('ranking.head.partial', { n: rankedCount })
  if (previousPeriod === null || changeBasis === null || n === 0) return t('ranking.head.ofRanked', { n: rankedCount })
  const since = {
    period: format.period(previousPeriod),
    core: changeBasis === 'core' ? t('ranking.head.core') : '',
  }
  if (roseCount === 0) return t('ranking.head.roseNone', since)
  if (roseCount === n && n > 1) return t('ranking.head.roseAll', { n, ...since })
  return t('ranking.head.rose', { rose: roseCount, n, ...since })
}

function ledeOf(summary: Summary, partial: boolean, { t, format }: Words): string {
  if (summary.scoredCount === 0) return t(summary.rankedCount === 0 ? 'ranking.lede.noShares' : 'ranking.lede.rankOnly')
  if (partial) return summary.unitCount > 1 ? t('ranking.lede.partial') : ''
  const sentences: string[] = []
  if (summary.mean !== null && summary.unitCount > 1) {
    const share = format.share(summary.mean)
    const mean =
      summary.scoredCount === summary.unitCount
        ? share
        : t('ranking.lede.mean.of', { mean: share, n: summary.scoredCount, all: summary.unitCount })
    const change = direction(summary.meanChange, format)
    sentences.push(
      change === null
        ? t('ranking.lede.mean', { mean })
        : change.sign === 0
          ? t('ranking.lede.mean.same', { mean })
          : t(change.sign > 0 ? 'ranking.lede.mean.up' : 'ranking.lede.mean.down', { mean, change: change.size }),
    )
  }
  if (summary.gap !== null && summary.scoredCount > 1) {
    const gap = format.shareSize(summary.gap)
    const change = direction(summary.gapChange, format)
    sentences.push(
      change === null
        ? t('ranking.lede.gap', { gap })
        : t(
            change.sign === 0
              ? 'ranking.lede.gap.same'
              : change.sign > 0
                ? 'ranking.lede.gap.wider'
                : 'ranking.lede.gap.narrower',
            { gap },
          ),
    )
  }
  if (summary.weakest !== null) sentences.push(t('ranking.lede.weakest', { field: format.name(summary.weakest) }))
  return sentences.join(' ')
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
