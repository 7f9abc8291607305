import type { Rule } from '@/db/questions/package'
import type { UnitSubIndex } from '@/db/questions/units'
import type { I18n } from '@/i18n/use-i18n'

type RuleId = Rule['ruleId']

export type Thresholds = Readonly<Partial<Record<RuleId, number>>>

export const thresholds = (rules: readonly Rule[]): Thresholds =>
  Object.fromEntries(rules.map(({ ruleId, value }) => [ruleId, value]))

export const isWeak = (row: UnitSubIndex): boolean => row.weakAbsolute || row.weakRelative || row.weakFalling

/** In an index where a low score is good, the best share of the block is its lowest. */
const lowerIsBetter = ({ blockBest, blockLowest }: UnitSubIndex): boolean =>
  blockBest !== null && blockLowest !== null && blockBest < blockLowest

/**
 * A strength mirrors the weakness "in the bottom quarter": in the top quarter of a block that is large enough, above
 * its median, and not weak by another test.
 */
export function isStrong(row: UnitSubIndex, limits: Thresholds): boolean {
  const minUnits = limits['weak-relative-min-units']
  if (minUnits === undefined || row.unitCount < minUnits || isWeak(row)) return false
  const { share, blockMedian: median, blockQ1: q1, blockQ3: q3 } = row
  if (share === null || median === null || q1 === null || q3 === null) return false
  return lowerIsBetter(row) ? share <= q1 && share < median : share >= q3 && share > median
}

/** The tests of weakness that fired, each with its figures; empty where none did. */
export function weakReasons(
  row: UnitSubIndex,
  limits: Thresholds,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly string[] {
  const reasons: string[] = []
  const lower = lowerIsBetter(row)
  const absolute = limits['weak-absolute-share']
  if (row.weakAbsolute && absolute !== undefined) {
    reasons.push(
      lower
        ? t('unit.why.aboveLimit', { limit: plainShare(1 - absolute, format) })
        : t('unit.why.belowLimit', { limit: plainShare(absolute, format) }),
    )
  }
  if (row.weakRelative && row.share !== null && row.blockMedian !== null) {
    reasons.push(
      t(lower ? 'unit.why.aboveMedian' : 'unit.why.belowMedian', {
        n: format.shareSize(row.share - row.blockMedian, 1),
        test: relativeTest(row, row.share, limits, { t, format }),
      }),
    )
  }
  if (row.weakFalling) {
    const limit = limits['weak-fall-share']
    const fall = row.shareChange === null ? null : lower ? row.shareChange : -row.shareChange
    // The engine compares without the noise of the last digits; so does this.
    if (fall !== null && limit !== undefined && fall >= limit - 1e-12) {
      reasons.push(
        t(lower ? 'unit.why.rose' : 'unit.why.fell', {
          n: format.shareSize(fall, 1),
          limit: plainNumber(limit * 100, format),
        }),
      )
    } else {
      reasons.push(t('unit.why.fellTwice'))
    }
  }
  return reasons
}

/**
 * Which of the two relative tests fired. The row has no standard deviation, but its quarters: a unit outside the last
 * quarter was found by the deviation. Under another quantile the row cannot tell, and both are named.
 */
function relativeTest(
  row: UnitSubIndex,
  share: number,
  limits: Thresholds,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const slots = {
    deviations: plainNumber(limits['weak-relative-deviations'] ?? 0, format),
    quantile: plainShare(limits['weak-bottom-quantile'] ?? 0, format),
  }
  const quarter = lowerIsBetter(row) ? row.blockQ3 : row.blockQ1
  if (limits['weak-bottom-quantile'] !== 0.25 || quarter === null) return t('unit.why.relative', slots)
  return (lowerIsBetter(row) ? share > quarter : share < quarter)
    ? t('unit.why.inLast', { quantile: slots.quantile })
    : t('unit.why.deviates', { deviations: slots.deviations })
}

/** How much there is to win, in words; null where the unit is not weak or already at the median. */
export function recoverText(
  row: UnitSubIndex,
  decimals: number,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string | null {
  if (!isWeak(row) || row.recoverable === null) return null
  const points = format.points(row.recoverable, decimals)
  return /[1-9]/.test(points) ? t('unit.why.recover', { points }) : null
}

/** `ba điểm yếu, một điểm mạnh` of the first level; null where nothing is scored. */
export function finding(rows: readonly UnitSubIndex[], limits: Thresholds, { t }: Pick<I18n, 't'>): string | null {
  const first = rows.filter(({ level, share }) => level === 1 && share !== null)
  if (first.length === 0) return null
  const weak = first.filter(isWeak).length
  const strong = first.filter((row) => isStrong(row, limits)).length
  const parts = [weak === 0 ? t('unit.fields.noWeak') : t('unit.fields.weak', { n: weak })]
  if (strong > 0) parts.push(t('unit.fields.strong', { n: strong }))
  return parts.join(', ')
}

/** A threshold with no more decimals than it has. */
const plainShare = (share: number, format: I18n['format']) => format.share(share, decimalsOf(share * 100))
const plainNumber = (value: number, format: I18n['format']) => format.number(value, decimalsOf(value))
const decimalsOf = (value: number): number =>
  [0, 1, 2].find((n) => Math.abs(value - Number(value.toFixed(n))) < 1e-9) ?? 3
