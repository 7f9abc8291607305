import type { WeakLimits } from '@/domain/weak-limits'

/** What the words about a block's weaknesses need to know besides its figures. */
export interface Measure {
  readonly limits: WeakLimits
  /** A low share is good. */
  readonly lower: boolean
  /** Only some units of the block are known: median and bottom part are theirs. */
  readonly partial: boolean
  /** Of points, as the edition publishes them, at most two. */
  readonly decimals: number
}
