import type { UnitSubIndex } from '@/db/questions/units'
import type { WeakLimits } from '@/domain/weak-limits'
import type { I18n } from '@/i18n/use-i18n'
import { weaknessParts } from '@/i18n/weakness-words'

type Words = Pick<I18n, 't' | 'format'>

/** What the words about a field need to know of its edition. */
export interface FieldContext {
  readonly limits: WeakLimits
  /** A low share is good. */
  readonly lower: boolean
  /** Only some units of the block are known: its median is theirs. */
  readonly partial: boolean
  /** Of points. */
  readonly decimals: number
}

export const isWeak = (row: UnitSubIndex): boolean => row.weakAbsolute || row.weakRelative || row.weakFalling

/**
 * Why a field is weak: the tests that fired with their figures, for how long, whether it hangs on a threshold, and what
 * there is to win. Empty where no test fired. The share itself has a cell of its own, and is repeated only beside the
 * threshold that it is below.
 */
export function weakReasons(
  row: UnitSubIndex,
  { limits, lower, partial, decimals }: FieldContext,
  words: Words,
): readonly string[] {
  if (!isWeak(row) || row.share === null) return []
  const worse = lower ? 1 : -1
  const { share, tests, running, recover } = weaknessParts(
    {
      share: row.share,
      absolute: row.weakAbsolute,
      byDeviation: row.byDeviation,
      byQuantile: row.byQuantile,
      fell: row.fell,
      fellTwice: row.fellTwice,
      gap: row.blockMedian === null ? 0 : worse * (row.share - row.blockMedian),
      fall: row.shareChange === null ? null : worse * row.shareChange,
      fallBefore: null,
      periodsRunning: row.periodsRunning,
      recoverable: row.recoverable ?? 0,
    },
    { deviation: null, bottom: null, lower, partial },
    limits,
    decimals,
    words,
  )
  return [
    row.weakAbsolute ? share : null,
    ...tests,
    running,
    row.edge ? words.t('weak.why.edge') : null,
    recover,
  ].filter((part) => part !== null)
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
