import type { WeakLimits } from '@/domain/weak-limits'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** One unit in one sub-index. Shares are 0–1; gap and falls are positive where it is worse. */
export interface WeaknessFigures {
  readonly share: number
  readonly absolute: boolean
  readonly byDeviation: boolean
  readonly byQuantile: boolean
  readonly fell: boolean
  readonly fellTwice: boolean
  /** Against the block's median. */
  readonly gap: number
  /** On the previous period, and of that one on the one before it. */
  readonly fall: number | null
  readonly fallBefore: number | null
  readonly periodsRunning: number
  /** Points up to the block's median. */
  readonly recoverable: number
}

/** The block in that sub-index; null where a screen does not know it: the rule is then named without that figure. */
export interface FieldFigures {
  readonly deviation: number | null
  readonly bottom: number | null
  /** A low share is good. */
  readonly lower: boolean
  /** Only some units of the block are known: median and bottom part are theirs. */
  readonly partial: boolean
}

/** Whom a unit is compared with. */
export const groupText = (partial: boolean, { t }: Pick<I18n, 't'>): string =>
  t(partial ? 'weak.group.known' : 'weak.group.block')

/** Parts of the sentence that says why something is weak, each with its rule and figures. */
export interface WeaknessParts {
  /** The share, with the threshold where it is below it. */
  readonly share: string
  /** The other tests that fired. */
  readonly tests: readonly string[]
  /** How many periods running; null under two. */
  readonly running: string | null
  /** Points to win; null where they round to none. */
  readonly recover: string | null
}

/** Digits that tell a figure from its threshold: 64.95 % is never written as the 65.0 % it is below. */
const MOST_DECIMALS = 8

/**
 * How many decimals write `value` so that it does not read like `limit`; the fewest where the two are equal. Both in the
 * unit that is written (per cent, not 0–1).
 */
export function decimalsApart(value: number, limit: number, fewest: number, format: I18n['format']): number {
  // What the engine computes is exact to 12 decimals of a share, 10 of a per cent.
  if (Math.abs(value - limit) < 1e-9) return fewest
  for (let decimals = fewest; decimals < MOST_DECIMALS; decimals += 1) {
    if (format.number(value, decimals) !== format.number(limit, decimals)) return decimals
  }
  return MOST_DECIMALS
}

/** A threshold with no more decimals than it has. */
export const plainNumber = (value: number, format: I18n['format']): string => format.number(value, decimalsOf(value))
export const plainShare = (share: number, format: I18n['format']): string =>
  format.share(share, decimalsOf(share * 100))
const decimalsOf = (value: number): number =>
  [0, 1, 2, 3].find((n) => Math.abs(value - Number(value.toFixed(n))) < 1e-9) ?? 4

export function weaknessParts(
  row: WeaknessFigures,
  field: FieldFigures,
  limits: WeakLimits,
  decimals: number,
  { t, format }: Words,
): WeaknessParts {
  return {
    share: sharePart(row, field, limits, { t, format }),
    tests: [gapPart(row, field, limits, { t, format }), ...fallParts(row, field, limits, { t, format })].filter(
      (part) => part !== null,
    ),
    running: row.periodsRunning > 1 ? t('weak.why.running', { n: row.periodsRunning }) : null,
    recover: recoverPart(row.recoverable, field.lower, decimals, { t, format }),
  }
}

/** `48,0 % của điểm tối đa (ngưỡng 65 %); thấp hơn trung vị khối 17,0 điểm % (…); yếu 3 kỳ liên tiếp; lên trung vị: +4,0 điểm`. */
export function weaknessSentence(...given: Parameters<typeof weaknessParts>): string {
  const { share, tests, running, recover } = weaknessParts(...given)
  return [share, ...tests, running, recover].filter((part) => part !== null).join('; ')
}

/** What is close to a threshold but on its good side: the figures, with enough digits, and no rule that fired. */
export function nearSentence(
  row: WeaknessFigures,
  field: FieldFigures,
  limits: WeakLimits,
  { t, format }: Words,
): string {
  const parts = [sharePart(row, field, limits, { t, format })]
  if (row.gap > 0 && field.deviation !== null) {
    const slots = {
      n: apart(row.gap * 100, limits.deviations * field.deviation * 100, format),
      group: groupText(field.partial, { t }),
    }
    parts.push(t(field.lower ? 'weak.why.nearGap.lower' : 'weak.why.nearGap', slots))
  }
  if (row.fall !== null && row.fall > 0) {
    const slots = { n: apart(row.fall * 100, limits.fall * 100, format) }
    parts.push(t(field.lower ? 'weak.why.nearFall.lower' : 'weak.why.nearFall', slots))
  }
  return parts.join('; ')
}

/** Points on the way to the median: to win, or to lose where a low share is good; null where they round to none. */
export function recoverPart(
  recoverable: number,
  lower: boolean,
  decimals: number,
  { t, format }: Words,
): string | null {
  const points = format.points(recoverable, decimals)
  return /[1-9]/.test(points) ? t(lower ? 'weak.why.recover.lower' : 'weak.why.recover', { points }) : null
}

const apart = (value: number, limit: number, format: I18n['format']): string =>
  format.number(value, decimalsApart(value, limit, 1, format))

/** The share below which a field is weak; where a low share is good, the one above which it is. */
const absoluteLimit = ({ absolute }: WeakLimits, lower: boolean): number => (lower ? 1 - absolute : absolute)

/** A share that does not read like the absolute threshold; `fewest` decimals. */
export function shareBesideLimit(
  share: number,
  lower: boolean,
  limits: WeakLimits,
  fewest: number,
  format: I18n['format'],
): string {
  return format.share(share, decimalsApart(share * 100, absoluteLimit(limits, lower) * 100, fewest, format))
}

function sharePart(row: WeaknessFigures, { lower }: FieldFigures, limits: WeakLimits, { t, format }: Words): string {
  const share = shareBesideLimit(row.share, lower, limits, 1, format)
  return row.absolute
    ? t('weak.why.absolute', { share, limit: plainShare(absoluteLimit(limits, lower), format) })
    : t('weak.why.share', { share })
}

function gapPart(row: WeaknessFigures, field: FieldFigures, limits: WeakLimits, { t, format }: Words): string | null {
  if (!row.byDeviation && !row.byQuantile) return null
  const group = groupText(field.partial, { t })
  const tests: string[] = []
  const limit = field.deviation === null ? null : limits.deviations * field.deviation * 100
  if (row.byDeviation) {
    const n = plainNumber(limits.deviations, format)
    tests.push(
      limit === null
        ? t('weak.why.deviations.plain', { n })
        : t('weak.why.deviations', { n, limit: apart(limit, row.gap * 100, format) }),
    )
  }
  if (row.byQuantile) {
    const quantile = plainShare(limits.quantile, format)
    tests.push(
      field.bottom === null
        ? t('weak.why.quantile.plain', { quantile })
        : t(field.lower ? 'weak.why.quantile.lower' : 'weak.why.quantile', {
            quantile,
            limit: format.share(field.bottom, decimalsApart(field.bottom * 100, row.share * 100, 1, format)),
          }),
    )
  }
  const n = limit === null ? format.shareSize(row.gap, 1) : apart(row.gap * 100, limit, format)
  return t(field.lower ? 'weak.why.gap.lower' : 'weak.why.gap', { n, group, tests: tests.join('; ') })
}

function fallParts(
  row: WeaknessFigures,
  { lower }: FieldFigures,
  limits: WeakLimits,
  { t, format }: Words,
): readonly string[] {
  const parts: string[] = []
  if (row.fell && row.fall !== null) {
    const slots = {
      n: apart(row.fall * 100, limits.fall * 100, format),
      limit: plainNumber(limits.fall * 100, format),
    }
    parts.push(t(lower ? 'weak.why.fell.lower' : 'weak.why.fell', slots))
  }
  if (row.fellTwice) {
    if (row.fall === null || row.fallBefore === null) {
      parts.push(t(lower ? 'weak.why.fellTwice.plain.lower' : 'weak.why.fellTwice.plain'))
    } else {
      // Two falls, however small, are never written as none.
      const slots = { before: apart(row.fallBefore * 100, 0, format), now: apart(row.fall * 100, 0, format) }
      parts.push(t(lower ? 'weak.why.fellTwice.lower' : 'weak.why.fellTwice', slots))
    }
  }
  return parts
}
