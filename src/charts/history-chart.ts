import { countColumn, nameColumn, shareCell, shareColumn } from '@/charts/chart-cells'
import type { ChartCell, ChartFrame, ChartSpec, ChartStop } from '@/charts/chart-spec'
import { breakRules, rankAxis, rankScale, shareAxis, shareScale, slotOf, timeAxis } from '@/charts/over-time'
import type { Scale, TimePeriod } from '@/charts/over-time'
import { placeLabels } from '@/charts/place-labels'
import { PREDECESSOR_DASH, SERIES_MARKS } from '@/charts/theme'
import type { ChartTheme } from '@/charts/theme'
import { NO_VALUE } from '@/i18n/format'
import type { I18n } from '@/i18n/use-i18n'

export interface HistoryPoint {
  /** 0–1. */
  readonly share: number | null
  readonly rank: number | null
  /** Ranked units of its block. */
  readonly rankOf: number | null
  /** Does not compare with the point before: another block, another result set. New criteria are told of the period. */
  readonly broken: boolean
}

export interface HistoryLine {
  readonly name: string
  /** Dotted, in soft ink: context, never the unit's own figures. */
  readonly predecessor: boolean
  /** One a period. */
  readonly points: readonly HistoryPoint[]
  /** What `onPick` is told. */
  readonly pick?: string
}

export interface HistoryInput {
  readonly measure: 'share' | 'rank'
  /** Oldest first; `median` is the share of the block's median unit (drawn among shares only). */
  readonly periods: readonly (TimePeriod & { readonly median: number | null })[]
  /** Up to six units, and any number of predecessors. */
  readonly lines: readonly HistoryLine[]
  /** Of the plot, in CSS px; a page that must hold more has less. */
  readonly plotHeight?: number
}

const PLOT_HEIGHT = 230
const TOP = 26
const BOTTOM = 30
const AXIS = 46
const LABEL_GAP = 16
const LABEL_CHAR = 6.7
const KEY_ROW = 22
/** Below it names at the ends of lines would leave no room for the lines: a key stands above. */
const WIDE = 560
const LINE_WIDTH = { unit: 2.5, predecessor: 1.5, median: 1 } as const satisfies Record<DrawnLine['kind'], number>

/** One unit or a few over time. Lines end where a value is missing and where two periods do not compare. */
export function historyChart(input: HistoryInput, i18n: I18n, { theme, width }: ChartFrame): ChartSpec {
  const drawn = drawnLines(input, i18n, theme)
  const scale = scaleOf(input, drawn)
  const wide = width >= WIDE
  const edge = drawn.filter(({ values }) => (values.at(-1) ?? null) !== null)
  const longest = Math.max(0, ...edge.map(({ label }) => label.length))
  const gutter = wide ? Math.min(width * 0.34, longest * LABEL_CHAR + 22) : 20
  const top = TOP + (wide ? 0 : drawn.length * KEY_ROW)
  const height = input.plotHeight ?? PLOT_HEIGHT
  const plot: Plot = { width: width - AXIS - gutter, height, scale, inverse: input.measure === 'rank' }
  const labels = wide ? endLabels(drawn, plot, gutter) : new Map<DrawnLine, object>()

  const stops: ChartStop[][] = []
  const series = drawn.map((line, seriesIndex) => {
    const { data, lineStops } = pointsOf(line, seriesIndex, input, i18n)
    stops.push(lineStops)
    const end = data.findLastIndex(({ value }) => value[1] !== null)
    return {
      type: 'line',
      // Names may be equal; the key shows them by their place.
      name: String(seriesIndex),
      z: line.kind === 'unit' ? 3 : 2,
      symbol: line.symbol,
      symbolSize: line.kind === 'unit' ? 7 : 4,
      itemStyle: { color: line.color },
      lineStyle: { color: line.color, width: LINE_WIDTH[line.kind], type: line.dash },
      emphasis: { scale: 1.6, lineStyle: { width: LINE_WIDTH[line.kind] } },
      data: data.map((item, index) => (index === end ? { ...item, label: labels.get(line) } : item)),
      ...(seriesIndex === 0 && { markLine: breakRules(input.periods, i18n, theme, input.measure === 'rank') }),
    }
  })

  return {
    height: top + height + BOTTOM,
    option: {
      grid: { left: AXIS, right: gutter, top, height, outerBoundsMode: 'none' },
      xAxis: timeAxis(input.periods, i18n, theme, plot.width),
      yAxis: input.measure === 'rank' ? rankAxis(scale, i18n, theme) : shareAxis(scale, i18n, theme),
      series,
      ...(!wide && { legend: key(drawn, theme, width) }),
    },
    stops,
    table: tableOf(drawn, input, i18n),
  }
}

interface DrawnLine {
  readonly kind: 'unit' | 'predecessor' | 'median'
  readonly label: string
  readonly pick: string | undefined
  readonly values: readonly (number | null)[]
  /** In words, as spoken. */
  readonly texts: readonly (string | null)[]
  readonly broken: readonly boolean[]
  readonly color: string
  readonly symbol: string
  readonly dash: 'solid' | readonly number[]
}

function drawnLines({ lines, periods, measure }: HistoryInput, i18n: I18n, theme: ChartTheme): readonly DrawnLine[] {
  const { t, format } = i18n
  let units = 0
  const drawn = lines.map(({ name, predecessor, points, pick }): DrawnLine => {
    const mark = predecessor ? null : SERIES_MARKS[units % SERIES_MARKS.length]
    const color = predecessor ? theme.inkSoft : (theme.series[units % theme.series.length] ?? theme.accent)
    if (!predecessor) units += 1
    return {
      kind: predecessor ? 'predecessor' : 'unit',
      label: predecessor ? t('chart.predecessor', { name }) : name,
      pick,
      values: points.map((point) => point[measure]),
      texts: points.map(({ share, rank, rankOf }) => {
        const parts = [
          ...(rank === null
            ? []
            : [rankOf === null ? t('chart.rank', { rank }) : t('chart.rankOf', { rank, n: rankOf })]),
          ...(share === null ? [] : [format.share(share)]),
        ]
        return parts.length === 0 ? null : (measure === 'share' ? parts.toReversed() : parts).join(', ')
      }),
      broken: points.map(({ broken }, period) => broken || periods[period]?.newCriteria === true),
      color,
      symbol: mark?.symbol ?? 'circle',
      dash: mark?.dash ?? PREDECESSOR_DASH,
    }
  })
  if (measure === 'rank' || periods.every(({ median }) => median === null)) return drawn
  return [
    ...drawn,
    {
      kind: 'median',
      label: t('chart.median'),
      pick: undefined,
      values: periods.map(({ median }) => median),
      texts: periods.map(({ median }) => (median === null ? null : format.share(median))),
      broken: periods.map(({ newCriteria }) => newCriteria),
      color: theme.inkSoft,
      symbol: 'circle',
      dash: 'solid',
    },
  ]
}

function scaleOf({ measure, lines }: HistoryInput, drawn: readonly DrawnLine[]): Scale {
  const values = drawn.flatMap((line) => line.values).filter((value) => value !== null)
  if (measure === 'share') return shareScale(values)
  return rankScale(Math.max(1, ...values, ...lines.flatMap(({ points }) => points.map(({ rankOf }) => rankOf ?? 1))))
}

interface Item {
  readonly value: readonly [slot: number, value: number | null]
}

function pointsOf(line: DrawnLine, seriesIndex: number, { periods }: HistoryInput, { t, format }: I18n) {
  const data: Item[] = []
  const lineStops: ChartStop[] = []
  periods.forEach(({ period }, index) => {
    const value = line.values[index] ?? null
    const broken = index > 0 && line.broken[index] === true
    if (broken) data.push({ value: [slotOf(index) - 1, null] })
    data.push({ value: [slotOf(index), value] })
    if (value === null) return
    const text = t('chart.spoken', { what: line.label, period: format.period(period), value: line.texts[index] ?? '' })
    lineStops.push({
      seriesIndex,
      dataIndex: data.length - 1,
      spoken: broken ? t('chart.spoken.broken', { text }) : text,
      ...(line.pick !== undefined && { pick: line.pick }),
    })
  })
  return { data, lineStops }
}

interface Plot {
  readonly width: number
  readonly height: number
  readonly scale: Scale
  readonly inverse: boolean
}

/** Px from the top of the plot. */
function yOf(value: number, { height, scale, inverse }: Plot): number {
  const part = (value - scale.min) / (scale.max - scale.min)
  return height * (inverse ? part : 1 - part)
}

/** A name beside the last point of each line, so that none lies on another. */
function endLabels(drawn: readonly DrawnLine[], plot: Plot, gutter: number): ReadonlyMap<DrawnLine, object> {
  const ends = drawn.flatMap((line) => {
    const period = line.values.findLastIndex((value) => value !== null)
    const value = line.values[period] ?? null
    return value === null ? [] : [{ line, period, atEdge: period === line.values.length - 1, y: yOf(value, plot) }]
  })
  const edge = ends.filter(({ atEdge }) => atEdge).toSorted((a, b) => a.y - b.y)
  const places = placeLabels(
    edge.map(({ y }) => y),
    LABEL_GAP,
    0,
    plot.height,
  )
  const label = ({ label: name, kind, color }: DrawnLine, shift: number, width: number) => ({
    show: true,
    position: 'right',
    offset: [2, shift],
    // Not a template: names come from files.
    formatter: () => name,
    color,
    fontSize: 12,
    fontWeight: kind === 'unit' ? 600 : 400,
    width,
    overflow: 'truncate',
  })
  const labels = new Map<DrawnLine, object>(
    edge.map(({ line, y }, order) => [line, label(line, (places[order] ?? y) - y, gutter - 16)]),
  )
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = []
  for (const { line, period, y } of ends.filter(({ atEdge }) => !atEdge)) {
    const left = (plot.width * period) / (line.values.length - 1)
    const right = Math.min(plot.width, left + line.label.length * LABEL_CHAR)
    const lines = drawn.filter((other) => other !== line)
    const shift = freest(
      y,
      taken.filter((other) => other.left < right && left < other.right).map((other) => other.y),
      lines.flatMap((other) => heightsBeside(other, period, right - left, plot)),
    )
    // Without room for its name the line is named when it is pointed at, and in the table.
    if (shift === null) continue
    labels.set(line, label(line, shift, plot.width - left))
    taken.push({ left, right, y: y + shift })
  }
  return labels
}

/** Heights of a line at a period and over the next px to the right, where it is drawn. */
function heightsBeside({ values, broken }: DrawnLine, period: number, width: number, plot: Plot): readonly number[] {
  const step = plot.width / (values.length - 1)
  const reached = values.slice(period, period + 2 + Math.floor(width / step))
  return reached.flatMap((value, index) => {
    if (value === null) return []
    const before = reached[index - 1] ?? null
    const y = yOf(value, plot)
    return before === null || broken[period + index] === true ? [y] : [(yOf(before, plot) + y) / 2, y]
  })
}

/** Beside the point, above or below: where no other label is, and lines are furthest. */
function freest(y: number, labels: readonly number[], lines: readonly number[]): number | null {
  const clear = (shift: number) => Math.min(LABEL_GAP, ...lines.map((line) => Math.abs(line - y - shift)))
  return [0, -12, 12]
    .filter((shift) => labels.every((label) => Math.abs(label - y - shift) >= LABEL_GAP - 2))
    .reduce<number | null>((best, shift) => (best === null || clear(shift) > clear(best) ? shift : best), null)
}

const key = (drawn: readonly DrawnLine[], theme: ChartTheme, width: number) => ({
  orient: 'vertical',
  left: 0,
  top: 0,
  itemGap: KEY_ROW - 14,
  itemHeight: 14,
  itemWidth: 36,
  selectedMode: false,
  data: drawn.map((_, index) => String(index)),
  formatter: (index: string) => drawn[Number(index)]?.label ?? '',
  textStyle: { color: theme.ink, fontSize: 12, width: width - 60, overflow: 'truncate' },
})

function tableOf(drawn: readonly DrawnLine[], { periods, measure }: HistoryInput, { t, format }: I18n) {
  const cell = (value: number | null): ChartCell => {
    if (measure === 'share') return shareCell(value, format)
    return { text: value === null ? NO_VALUE : format.number(value), value }
  }
  return {
    columns: [
      nameColumn(t('chart.col.unit')),
      ...periods.map(({ period, newCriteria }) => {
        const name = format.period(period)
        const label = newCriteria ? t('chart.col.newCriteria', { period: name }) : name
        return measure === 'share' ? shareColumn(label) : countColumn(label)
      }),
    ],
    rows: drawn.map(({ label, values }) => [
      { text: label, value: label },
      ...periods.map((_, index) => cell(values[index] ?? null)),
    ]),
  }
}
