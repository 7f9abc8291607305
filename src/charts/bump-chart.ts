import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { placeLines } from '@/charts/place-lines'
import type { PlaceLinesInput } from '@/charts/place-lines'
import type { I18n } from '@/i18n/use-i18n'

export type BumpInput = Omit<PlaceLinesInput, 'scale' | 'lowerIsBetter'>

/** The ranks of a block through all its periods; see `placeLines`. */
export const bumpChart = (input: BumpInput, i18n: Pick<I18n, 't' | 'format'>, frame: ChartFrame): ChartSpec =>
  placeLines({ ...input, scale: 'rank', lowerIsBetter: false }, i18n, frame)
