import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { placeLines } from '@/charts/place-lines'
import type { PlaceLinesInput } from '@/charts/place-lines'
import type { RankedCounts } from '@/domain/rank-move'
import type { I18n } from '@/i18n/use-i18n'

export interface SlopeInput extends Pick<PlaceLinesInput, 'scale' | 'lowerIsBetter' | 'kin' | 'focus'> {
  /** Ranked units of both periods; null: not known. */
  readonly counts: RankedCounts | null
  /** As they are written. */
  readonly before: string
  readonly now: string
  readonly units: readonly {
    readonly unitId: string
    readonly name: string
    readonly short: string
    /** A rank or a share (0–1), by `scale`; null: none in that period. */
    readonly before: number | null
    readonly now: number | null
  }[]
}

/** Two periods of a block that compare; see `placeLines`. */
export function slopeChart(input: SlopeInput, i18n: Pick<I18n, 't' | 'format'>, frame: ChartFrame): ChartSpec {
  const { before, now, counts, units, ...rest } = input
  return placeLines(
    {
      ...rest,
      periods: [before, now],
      cuts: [false],
      rankedCounts: [counts?.before ?? null, counts?.now ?? null],
      units: units.map(({ before, now, ...unit }) => ({ ...unit, values: [before, now] })),
    },
    i18n,
    frame,
  )
}
