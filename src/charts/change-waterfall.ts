import { nameColumn, shareCell, shareChangeCell, shareChangeColumn, shareColumn } from '@/charts/chart-cells'
import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { rowLabels } from '@/charts/row-labels'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/**
 * `entered` and `left`: new in the criteria, and no longer in them. `only-now` and `only-before`: in the criteria of both
 * periods, but it applied to the unit in one of them. `rest`: what rounding leaves; `unexplained`: more than that.
 */
export type ChangeKind =
  | 'common'
  | 'entered'
  | 'left'
  | 'only-now'
  | 'only-before'
  | 'bonus'
  | 'penalty'
  | 'rest'
  | 'unexplained'

export interface ChangePart {
  readonly id: string
  readonly kind: ChangeKind
  /** Of the sub-index, with what became of it; of a part without one, what it is. */
  readonly name: string
  /** On the total share, 0–1. */
  readonly effect: number
  readonly scoreEffect: number | null
  readonly weightEffect: number | null
  readonly shareBefore: number | null
  readonly shareNow: number | null
  /** Part of the total maximum, 0–1. */
  readonly weightBefore: number | null
  readonly weightNow: number | null
}

export interface ChangeInput {
  readonly unit: string
  readonly parts: readonly ChangePart[]
  /** What the parts add up to. */
  readonly change: number
  readonly shareBefore: number | null
  readonly shareNow: number | null
  /** A low share is good: what lowers it has the colour of a gain. */
  readonly lowerIsBetter: boolean
}

const TOP = 8
const BOTTOM = 8
const KINDS = [
  'common',
  'entered',
  'left',
  'only-now',
  'only-before',
  'bonus',
  'penalty',
  'rest',
  'unexplained',
] as const satisfies readonly ChangeKind[]

/**
 * The parts of a change of the total as lengths from a line of zero, gains above losses, what entered, left or is no
 * sub-index after them, and the change that they add up to last. A rest that is written as zero is in the table alone.
 */
export function changeWaterfall(
  { unit, parts, change, shareBefore, shareNow, lowerIsBetter }: ChangeInput,
  { t, format }: Pick<I18n, 't' | 'format'>,
  { theme, width }: ChartFrame,
): ChartSpec {
  const rows = parts.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.effect - a.effect)
  const isDrawn = ({ kind, effect }: ChangePart) => kind !== 'rest' || direction(effect, format)?.sign !== 0
  const total = t('compare.part.total')
  const bars = [
    ...rows.filter(isDrawn).map(({ name, effect }) => ({ name, effect, total: false })),
    { name: total, effect: change, total: true },
  ]
  const low = bars.reduce((a, { effect }) => Math.min(a, effect), 0)
  const high = bars.reduce((a, { effect }) => Math.max(a, effect), 0)
  const left = Math.min(330, Math.max(120, width * 0.4))
  const labels = rowLabels(
    bars.map(({ name }) => name),
    left,
    width,
    theme,
  )
  // Room for the figures beside the longest bars.
  const room = Math.max(40, width - left - 8)
  const figure = 52
  const span = high - low || 0.01
  const perPixel = span / Math.max(20, room - figure * ((low < 0 ? 1 : 0) + (high > 0 || low === 0 ? 1 : 0)))
  const colorOf = (effect: number, isTotal: boolean) =>
    isTotal ? theme.ink : effect < 0 !== lowerIsBetter ? theme.fall : theme.rise
  const spoken = (name: string, effect: number) =>
    t('compare.point.part', { unit, part: name, effect: format.shareChange(effect) })
  return {
    height: TOP + bars.length * labels.row + BOTTOM,
    stops: [bars.map(({ name, effect }, dataIndex) => ({ seriesIndex: 0, dataIndex, spoken: spoken(name, effect) }))],
    option: {
      grid: { left, right: 8, top: TOP, bottom: BOTTOM, containLabel: false },
      xAxis: {
        type: 'value',
        show: false,
        min: low - (low < 0 ? figure * perPixel : 0),
        max: high + (high > 0 || low === 0 ? figure * perPixel : 0),
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }, index) => ({
          value: `${index} ${name}`,
          textStyle: bars[index]?.total === true ? { fontWeight: 600 } : {},
        })),
        axisLine: { show: true, onZero: true, lineStyle: { color: theme.inkSoft, width: 1 } },
        axisTick: { show: false },
        axisLabel: { show: true, ...labels.axisLabel },
      },
      series: [
        {
          type: 'bar',
          barWidth: 16,
          data: bars.map(({ effect, total: isTotal }) => ({
            value: effect,
            itemStyle: { color: colorOf(effect, isTotal) },
            label: {
              show: true,
              position: effect < 0 ? 'left' : 'right',
              formatter: () => format.shareChange(effect),
              color: colorOf(effect, isTotal),
              fontSize: 12.5,
              fontWeight: isTotal ? 600 : 400,
            },
          })),
        },
      ],
    },
    table: {
      columns: [
        nameColumn(t('compare.col.part')),
        shareColumn(t('compare.col.shareBefore')),
        shareColumn(t('compare.col.shareNow')),
        shareColumn(t('compare.col.weightBefore')),
        shareColumn(t('compare.col.weightNow')),
        shareChangeColumn(t('compare.col.scoreEffect')),
        shareChangeColumn(t('compare.col.weightEffect')),
        shareChangeColumn(t('compare.col.effect')),
      ],
      rows: [
        ...rows.map((part) => [
          { text: part.name, value: part.name },
          shareCell(part.shareBefore, format),
          shareCell(part.shareNow, format),
          shareCell(part.weightBefore, format),
          shareCell(part.weightNow, format),
          shareChangeCell(part.scoreEffect, format),
          shareChangeCell(part.weightEffect, format),
          shareChangeCell(part.effect, format),
        ]),
        [
          { text: total, value: total },
          shareCell(shareBefore, format),
          shareCell(shareNow, format),
          ...Array.from({ length: 4 }, () => ({ text: '', value: null })),
          shareChangeCell(change, format),
        ],
      ],
    },
  }
}
