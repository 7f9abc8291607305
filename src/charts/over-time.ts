import type { ChartTheme } from '@/charts/theme'
import type { I18n } from '@/i18n/use-i18n'

/** What charts over time share: the axis of periods with its breaks, the scales of shares and ranks. */

export interface TimePeriod {
  readonly period: string
  /** The criteria are others than in the period before: totals of the two are of different things, and no line goes across. */
  readonly newCriteria: boolean
}

/**
 * Periods are categories: labels at even distances, not numbers. Between two of them lies an empty category, where
 * breaks are drawn.
 */
export const slotOf = (period: number): number => 2 * period

const LABEL_CHAR = 7

/** The axis of periods. `under` is a second line under each label. */
export function timeAxis(
  periods: readonly TimePeriod[],
  { format }: I18n,
  theme: ChartTheme,
  plotWidth: number,
  { boxes = false, under }: { readonly boxes?: boolean; readonly under?: (period: number) => string } = {},
) {
  const labels = periods.map(({ period }, index) => {
    const name = format.period(period)
    return under === undefined ? name : `${name}\n${under(index)}`
  })
  const widest =
    Math.max(0, ...labels.flatMap((label) => label.split('\n')).map((line) => line.length)) * LABEL_CHAR + 10
  /** The last period is always labelled. */
  const every = Math.max(1, Math.ceil((widest * periods.length) / Math.max(1, plotWidth)))
  const isLabelled = (slot: number) => slot % 2 === 0 && (periods.length - 1 - slot / 2) % every === 0
  return {
    type: 'category',
    data: Array.from({ length: Math.max(1, 2 * periods.length - 1) }, (_, slot) =>
      slot % 2 === 0 ? (labels[slot / 2] ?? '') : '',
    ),
    // A single point, and boxes, need room at both sides.
    boundaryGap: boxes || periods.length < 2,
    axisLine: { lineStyle: { color: theme.muted } },
    axisTick: { show: false },
    axisLabel: { interval: isLabelled, color: theme.inkSoft, fontSize: 12, lineHeight: 16, margin: 10 },
  }
}

/** Thin rules where the criteria became others, named at their upper end: an axis of ranks is upside down. */
export function breakRules(periods: readonly TimePeriod[], { t }: I18n, theme: ChartTheme, upsideDown = false) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.inkSoft, width: 1, type: [2, 3] },
    label: {
      position: upsideDown ? 'start' : 'end',
      distance: 4,
      color: theme.inkSoft,
      fontSize: 11,
      formatter: () => t('chart.newCriteria'),
    },
    data: periods.flatMap(({ newCriteria }, period) =>
      newCriteria && period > 0 ? [{ xAxis: slotOf(period) - 1 }] : [],
    ),
  }
}

export interface Scale {
  readonly min: number
  readonly max: number
  readonly interval: number
}

const SHARE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2]
/** Less than five percentage points would make a mountain of nothing. */
const LEAST_SPAN = 0.05

/** A scale of shares around the values; it need not start at zero, since positions are drawn, not lengths. */
export function shareScale(values: readonly number[]): Scale {
  if (values.length === 0) return { min: 0, max: 1, interval: 0.2 }
  const low = Math.min(...values)
  const high = Math.max(...values)
  const middle = (low + high) / 2
  const half = Math.max(high - low, LEAST_SPAN) / 2
  const interval = SHARE_STEPS.find((step) => (2 * half) / step <= 5) ?? 0.25
  const down = Math.floor((middle - half) / interval + 1e-9) * interval
  const up = Math.ceil((middle + half) / interval - 1e-9) * interval
  return {
    min: tidy(low >= 0 ? Math.max(0, down) : down),
    max: tidy(high <= 1 ? Math.min(1, up) : up),
    interval,
  }
}

const tidy = (value: number) => Number(value.toFixed(6))

/** A scale of ranks from the first place to at least the last. */
export function rankScale(last: number): Scale {
  const interval = [1, 5, 10, 20, 50].find((step) => last / step <= 9) ?? 100
  return { min: 1, max: Math.max(2, Math.ceil(last / interval) * interval), interval }
}

export function shareAxis(scale: Scale, { format }: I18n, theme: ChartTheme) {
  return {
    type: 'value',
    ...scale,
    axisLabel: { color: theme.inkSoft, fontSize: 12, formatter: (share: number) => format.share(share, 0) },
    splitLine: { lineStyle: { color: theme.rule } },
  }
}

export function rankAxis({ min, max, interval }: Scale, { format }: I18n, theme: ChartTheme) {
  /** 1, 5, 10, …: counting from 1 in fives would be 1, 6, 11. */
  const ranks = Array.from({ length: Math.floor(max / interval) + 1 }, (_, step) => Math.max(min, step * interval))
  return {
    type: 'value',
    inverse: true,
    min,
    max,
    axisTick: { show: false, customValues: ranks },
    axisLabel: {
      customValues: ranks,
      color: theme.inkSoft,
      fontSize: 12,
      formatter: (rank: number) => format.number(rank),
    },
    splitLine: { lineStyle: { color: theme.rule } },
  }
}
