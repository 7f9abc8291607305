import type { Rule } from '@/db/questions/package'
import type { UnitSubIndex } from '@/db/questions/units'
import type { I18n } from '@/i18n/use-i18n'

type RuleId = Rule['ruleId']
type Words = Pick<I18n, 't' | 'format'>

export type Thresholds = Readonly<Partial<Record<RuleId, number>>>

export const thresholds = (rules: readonly Rule[]): Thresholds =>
  Object.fromEntries(rules.map(({ ruleId, value }) => [ruleId, value]))

/** What the words about a field need to know of its edition. */
export interface FieldContext {
  readonly limits: Thresholds
  /** A low share is good. */
  readonly lower: boolean
  /** Only some units of the block are known: its median is theirs. */
  readonly partial: boolean
  readonly decimals: number
}

export const isWeak = (row: UnitSubIndex): boolean => row.weakAbsolute || row.weakRelative || row.weakFalling

/** Whom a unit is compared with. */
export const groupText = (partial: boolean, { t }: Pick<I18n, 't'>): string =>
  t(partial ? 'unit.group.known' : 'unit.group.block')

/** The tests of weakness that fired, each with its figures; empty where none did. */
export function weakReasons(row: UnitSubIndex, context: FieldContext, { t, format }: Words): readonly string[] {
  const { limits, lower } = context
  const reasons: string[] = []
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
        group: groupText(context.partial, { t }),
        n: format.shareSize(row.share - row.blockMedian, 1),
        test: relativeTests(row, context, { t, format }),
      }),
    )
  }
  const limit = limits['weak-fall-share']
  if (row.fell && row.shareChange !== null && limit !== undefined) {
    reasons.push(
      t(lower ? 'unit.why.rose' : 'unit.why.fell', {
        n: format.shareSize(row.shareChange, 1),
        limit: plainNumber(limit * 100, format),
      }),
    )
  }
  if (row.fellTwice) reasons.push(t(lower ? 'unit.why.roseTwice' : 'unit.why.fellTwice'))
  return reasons
}

function relativeTests(row: UnitSubIndex, { limits }: FieldContext, { t, format }: Words): string {
  const tests: string[] = []
  const deviations = limits['weak-relative-deviations']
  if (row.byDeviation && deviations !== undefined) {
    tests.push(t('unit.why.deviates', { deviations: plainNumber(deviations, format) }))
  }
  const quantile = limits['weak-bottom-quantile']
  if (row.byQuantile && quantile !== undefined) {
    tests.push(t('unit.why.inLast', { quantile: plainShare(quantile, format) }))
  }
  return tests.join(', ')
}

/** How much there is to win, in words; null where the unit is not weak or already at the median. */
export function recoverText(row: UnitSubIndex, { decimals, lower }: FieldContext, { t, format }: Words): string | null {
  if (!isWeak(row) || row.recoverable === null) return null
  const points = format.points(row.recoverable, decimals)
  return /[1-9]/.test(points) ? t(lower ? 'unit.why.recover.lower' : 'unit.why.recover', { points }) : null
}

/** For how long, and whether it hangs on a threshold; empty where there is nothing to say. */
export function weakRemarks(row: UnitSubIndex, { t }: Pick<I18n, 't'>): readonly string[] {
  const remarks: string[] = []
  if (row.periodsRunning > 1) remarks.push(t('unit.why.running', { n: row.periodsRunning }))
  if (row.edge) remarks.push(t('unit.why.edge'))
  return remarks
}

/** `ba điểm yếu, một điểm mạnh` of the first level; null where nothing is scored. */
export function finding(rows: readonly UnitSubIndex[], { t }: Pick<I18n, 't'>): string | null {
  const first = rows.filter(({ level, share }) => level === 1 && share !== null)
  if (first.length === 0) return null
  const weak = first.filter(isWeak).length
  const strong = first.filter((row) => row.strong).length
  const parts = [weak === 0 ? t('unit.fields.noWeak') : t('unit.fields.weak', { n: weak })]
  if (strong > 0) parts.push(t('unit.fields.strong', { n: strong }))
  return parts.join(', ')
}

/** A threshold with no more decimals than it has. */
const plainShare = (share: number, format: I18n['format']) => format.share(share, decimalsOf(share * 100))
const plainNumber = (value: number, format: I18n['format']) => format.number(value, decimalsOf(value))
const decimalsOf = (value: number): number =>
  [0, 1, 2].find((n) => Math.abs(value - Number(value.toFixed(n))) < 1e-9) ?? 3
