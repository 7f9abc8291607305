import { countColumn, nameColumn, shareCell, shareColumn } from '@/charts/chart-cells'
import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { breakRules, shareAxis, shareScale, slotOf, timeAxis } from '@/charts/over-time'
import type { TimePeriod } from '@/charts/over-time'
import type { I18n } from '@/i18n/use-i18n'

/** A block in one period; shares 0–1 over its scored units. */
export interface BlockPeriod extends TimePeriod {
  /** Units with a share. */
  readonly n: number
  readonly lowest: number | null
  readonly q1: number | null
  readonly median: number | null
  readonly q3: number | null
  readonly best: number | null
}

const PLOT_HEIGHT = 240
const TOP = 26
const BOTTOM = 48
const AXIS = 46
const RIGHT = 16

/** A block over time: a box from the lower to the upper quartile a period, whiskers to its lowest and best, a line through the medians. */
export function blockHistoryChart(
  periods: readonly BlockPeriod[],
  i18n: I18n,
  { theme, width }: ChartFrame,
): ChartSpec {
  const { t, format } = i18n
  const boxes = periods.map(boxOf)
  const boxWidth = Math.max(6, Math.min(36, (width - AXIS - RIGHT) / Math.max(1, periods.length) / 2.5))
  const medians = periods.flatMap(({ median, newCriteria }, index) => [
    ...(newCriteria && index > 0 ? [{ value: [slotOf(index) - 1, null] }] : []),
    { value: [slotOf(index), median] },
  ])
  return {
    height: TOP + PLOT_HEIGHT + BOTTOM,
    option: {
      grid: { left: AXIS, right: RIGHT, top: TOP, height: PLOT_HEIGHT, outerBoundsMode: 'none' },
      xAxis: timeAxis(periods, i18n, theme, width - AXIS - RIGHT, {
        boxes: true,
        under: (index) => t('chart.n', { n: periods[index]?.n ?? 0 }),
      }),
      yAxis: shareAxis(shareScale(boxes.flatMap((box) => box ?? [])), i18n, theme),
      series: [
        {
          type: 'boxplot',
          z: 2,
          boxWidth: [boxWidth, boxWidth],
          itemStyle: { color: theme.band, borderColor: theme.inkSoft, borderWidth: 1 },
          emphasis: { itemStyle: { color: theme.band, borderColor: theme.ink, borderWidth: 2 } },
          data: boxes.flatMap((box, index) => [...(index > 0 ? [[]] : []), box ?? []]),
          markLine: breakRules(periods, i18n, theme),
        },
        {
          type: 'line',
          z: 3,
          silent: true,
          symbol: 'circle',
          symbolSize: 7,
          itemStyle: { color: theme.accent },
          lineStyle: { color: theme.accent, width: 2.5 },
          data: medians,
        },
      ],
    },
    stops: [
      periods.flatMap(({ period, n, newCriteria }, index) => {
        const box = boxes[index] ?? null
        if (box === null) return []
        const [lowest, q1, median, q3, best] = box.map((share) => format.share(share))
        const text = t('chart.block.spoken', {
          period: format.period(period),
          n,
          lowest: lowest ?? '',
          q1: q1 ?? '',
          median: median ?? '',
          q3: q3 ?? '',
          best: best ?? '',
        })
        return [
          {
            seriesIndex: 0,
            dataIndex: slotOf(index),
            spoken: newCriteria && index > 0 ? t('chart.spoken.broken', { text }) : text,
          },
        ]
      }),
    ],
    table: {
      columns: [
        nameColumn(t('chart.col.period')),
        countColumn(t('chart.col.n')),
        shareColumn(t('chart.col.lowest')),
        shareColumn(t('chart.col.q1')),
        shareColumn(t('chart.col.median')),
        shareColumn(t('chart.col.q3')),
        shareColumn(t('chart.col.best')),
      ],
      rows: periods.map(({ period, newCriteria, n, lowest, q1, median, q3, best }, index) => {
        const name = format.period(period)
        const label = newCriteria && index > 0 ? t('chart.col.newCriteria', { period: name }) : name
        return [
          { text: label, value: label },
          { text: format.number(n), value: n },
          ...[lowest, q1, median, q3, best].map((share) => shareCell(share, format)),
        ]
      }),
    },
  }
}

type Box = readonly [lowest: number, q1: number, median: number, q3: number, best: number]

/** Where `lower is better` the best is below: a box goes from its lower end to its upper in any case. */
function boxOf({ lowest, q1, median, q3, best }: BlockPeriod): Box | null {
  if (lowest === null || q1 === null || median === null || q3 === null || best === null) return null
  return [Math.min(lowest, best), Math.min(q1, q3), median, Math.max(q1, q3), Math.max(lowest, best)]
}
