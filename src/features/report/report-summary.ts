import type { Edition, RankedUnit, Summary } from '@/db/questions/first-view'
import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { comparison } from '@/findings/facts'
import type { Field } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import { rankingHeadline } from '@/findings/ranking-headline'
import { streakHeadline, streakLines } from '@/findings/streak-words'
import type { Streaks } from '@/findings/streaks'
import { weakHeadline } from '@/findings/weak-headline'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

export interface ReportRows {
  readonly summary: Summary
  readonly units: readonly RankedUnit[]
  readonly matrix: readonly FieldMatrixRow[]
  readonly fields: readonly Field[]
  readonly flags: readonly Weakness[]
  readonly streaks: Streaks
}

/**
 * What a meeting must know of a block, the finding first. `ownFile`: the figures are a viewer's, who gives no weights of
 * fields.
 */
export function reportSummary(
  { summary, units, matrix, fields, flags, streaks }: ReportRows,
  { decimals }: Pick<Edition, 'decimals'>,
  measure: Measure,
  ownFile: boolean,
  i18n: I18n,
): { readonly finding: string; readonly sentences: readonly string[] } {
  const { title, lede } = rankingHeadline(summary, units, decimals, measure.partial, i18n)
  const weak = weakHeadline(matrix, fields, flags, measure, ownFile, i18n)
  const sentences = [
    lede,
    comparison(summary, i18n),
    classesSentence(summary, i18n),
    // Where one period alone is known, the headline has said who leads.
    summary.previousPeriod === null
      ? null
      : [i18n.t('report.sentence', { text: streakHeadline(streaks, i18n) }), ...streakLines(streaks, i18n)].join(' '),
    moveSentence(summary, i18n),
    // Where nothing can be told, the lede leads to other figures, which paper cannot.
    [i18n.t('report.sentence', { text: weak.title }), weak.shown ? weak.lede : ''].join(' '),
  ]
  return {
    finding: i18n.t('report.sentence', { text: title }),
    sentences: sentences.flatMap((sentence) => (sentence === null || sentence === '' ? [] : [sentence.trim()])),
  }
}

/** How many units are in each class, and how that compares; null where there are no classes. */
export function classesSentence({ bands, previousPeriod }: Summary, { t, format }: Words): string | null {
  const counted = bands.filter(({ count, previousCount }) => count > 0 || (previousCount ?? 0) > 0)
  if (counted.length === 0) return null
  const compared = counted.some(({ previousCount }) => previousCount !== null)
  const text = counted
    .map(({ count, previousCount, ...band }) => {
      const change = previousCount === null ? 0 : count - previousCount
      const slots = { n: count, name: format.name(band) }
      return change === 0
        ? t('ranking.fact.class', slots)
        : t('ranking.fact.class.change', { ...slots, change: format.signed(change) })
    })
    .join(', ')
  return compared && previousPeriod !== null
    ? t('report.classes.since', { text, period: format.period(previousPeriod) })
    : t('report.classes', { text })
}

/** Who climbed and who fell by most places; null where nobody did, or nobody knows. */
export function moveSentence({ biggestRise, biggestFall }: Summary, { t, format }: Words): string | null {
  const parts = ([biggestRise, biggestFall] as const).flatMap((mover, index) =>
    mover === null
      ? []
      : [
          t(index === 0 ? 'report.rise' : 'report.fall', {
            unit: format.name(mover),
            n: Math.abs(mover.placesGained),
            from: mover.fromRank,
            to: mover.toRank,
          }),
        ],
  )
  return parts.length === 0 ? null : parts.join(' ')
}
