import { nameColumn, shareCell, shareColumn } from '@/charts/chart-cells'
import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { rowLabels } from '@/charts/row-labels'
import { SERIES_MARKS } from '@/charts/theme'
import type { I18n } from '@/i18n/use-i18n'

export interface ProfileInput {
  /** In the order in which they are drawn, with the median of the block (0–1). */
  readonly fields: readonly { readonly id: string; readonly name: string; readonly median: number | null }[]
  /** At most six, each with one share (0–1) a field. */
  readonly units: readonly {
    readonly unitId: string
    readonly name: string
    readonly shares: readonly (number | null)[]
  }[]
}

const LEGEND_ROW = 20
const AXIS = 26
/** CSS px that one entry of the legend takes. */
const LEGEND_WIDTH = 240

/**
 * Units side by side in each sub-index, as positions: one symbol a unit, a stroke at the block's median. The scale is
 * that of the figures and does not start at zero.
 */
export function profileChart(
  { fields, units }: ProfileInput,
  { t, format }: Pick<I18n, 't' | 'format'>,
  { theme, width }: ChartFrame,
): ChartSpec {
  const values = [...fields.map(({ median }) => median), ...units.flatMap(({ shares }) => shares)].filter(
    (share) => share !== null,
  )
  const low = values.reduce((a, b) => Math.min(a, b), 1)
  const high = values.reduce((a, b) => Math.max(a, b), 0)
  // Whole tenths around the figures.
  const min = Math.max(0, Math.floor(low * 10 + 1e-9) / 10)
  const max = Math.max(min + 0.1, Math.ceil(high * 10 - 1e-9) / 10)
  const hasMedian = fields.some(({ median }) => median !== null)
  const legend = [...units.map(({ name }) => name), ...(hasMedian ? [t('compare.point.blockMedian')] : [])]
  const columns = Math.max(1, Math.min(legend.length, Math.floor(width / LEGEND_WIDTH)))
  const legendHeight = Math.ceil(legend.length / columns) * LEGEND_ROW + 8
  const left = Math.min(330, Math.max(110, width * 0.36))
  const labels = rowLabels(
    fields.map(({ name }) => name),
    left,
    width,
    theme,
  )
  const plot = fields.length * labels.row
  const markOf = (index: number) => {
    const mark = SERIES_MARKS[index % SERIES_MARKS.length]
    return { symbol: mark?.symbol ?? 'circle', color: theme.series[index % theme.series.length] ?? theme.ink }
  }
  const medianMark = { symbol: 'rect', symbolSize: [2.5, 20], itemStyle: { color: theme.inkSoft, opacity: 1 } }
  const spoken = (unit: string, field: string, share: number) =>
    t('compare.point.field', { unit, field, share: format.share(share) })

  const points = units.map((unit, index) => {
    const { symbol, color } = markOf(index)
    return {
      type: 'scatter',
      id: unit.unitId,
      name: unit.name,
      symbol,
      symbolSize: 11,
      itemStyle: {
        color,
        opacity: 1,
        borderColor: symbol.startsWith('empty') ? color : theme.ground,
        borderWidth: 1.5,
      },
      z: 4,
      data: fields.flatMap(({ name }, row) => {
        const share = unit.shares[row] ?? null
        return share === null ? [] : [{ spoken: spoken(unit.name, name, share), value: [share, row] }]
      }),
    }
  })
  const medians = {
    type: 'scatter',
    id: 'median',
    ...medianMark,
    z: 3,
    data: fields.flatMap(({ name, median }, row) =>
      median === null ? [] : [{ spoken: spoken(t('compare.point.blockMedian'), name, median), value: [median, row] }],
    ),
  }
  const key = legend.map((name, index) => ({
    type: 'scatter',
    id: `key ${index}`,
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    ...(index < units.length
      ? { symbol: markOf(index).symbol, symbolSize: 11, itemStyle: { color: markOf(index).color, opacity: 1 } }
      : { ...medianMark, symbolSize: [2.5, 14] }),
    label: {
      show: true,
      position: 'right',
      distance: 8,
      formatter: () => name,
      color: theme.ink,
      fontSize: 12.5,
      width: width / columns - 40,
      overflow: 'truncate',
    },
    data: [[(index % columns) / columns, Math.floor(index / columns)]],
  }))
  const series = [...points, ...(hasMedian ? [medians] : [])]
  return {
    height: legendHeight + plot + AXIS,
    stops: series
      .map(({ data }, seriesIndex) => data.map(({ spoken }, dataIndex) => ({ seriesIndex, dataIndex, spoken })))
      .filter((list) => list.length > 0),
    option: {
      grid: [
        { left, right: 16, top: legendHeight, height: plot, containLabel: false },
        { left: 12, right: 0, top: 0, height: legendHeight - 8, containLabel: false },
      ],
      xAxis: [
        {
          type: 'value',
          min,
          max,
          axisLine: { show: false },
          axisTick: { show: false },
          splitLine: { lineStyle: { color: theme.rule } },
          axisLabel: {
            color: theme.inkSoft,
            fontSize: 12,
            hideOverlap: true,
            formatter: (share: number) => format.share(share, 0),
          },
        },
        { type: 'value', gridIndex: 1, show: false, min: 0, max: 1 },
      ],
      yAxis: [
        {
          type: 'category',
          inverse: true,
          data: fields.map(({ id }) => id),
          axisLine: { show: false },
          axisTick: { show: false },
          splitLine: { show: true, lineStyle: { color: theme.rule } },
          axisLabel: labels.axisLabel,
        },
        {
          type: 'value',
          gridIndex: 1,
          show: false,
          inverse: true,
          min: -0.5,
          max: Math.ceil(legend.length / columns) - 0.5,
        },
      ],
      series: [...series, ...key],
    },
    table: {
      columns: [
        nameColumn(t('compare.col.field')),
        ...units.map(({ name }) => shareColumn(name)),
        ...(hasMedian ? [shareColumn(t('compare.point.blockMedian'))] : []),
      ],
      rows: fields.map(({ name, median }, row) => [
        { text: name, value: name },
        ...units.map(({ shares }) => shareCell(shares[row] ?? null, format)),
        ...(hasMedian ? [shareCell(median, format)] : []),
      ]),
    },
  }
}
