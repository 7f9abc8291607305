import type { EChartsType } from 'echarts/core'
import type { ChartSpec, ChartStop } from '@/charts/chart-spec'

/** About half the width of a finger, in CSS px. */
const REACH = 22

interface Placed {
  readonly stop: ChartStop
  readonly x: number
  readonly y: number
}

/** Where the stops lie in a drawing as it is now, in px; those without a place are left out. */
export function placeStops(chart: EChartsType, { stops, option }: ChartSpec): readonly Placed[] {
  const series = toList(option['series'])
  const categoriesUpwards = toList(option['yAxis']).some((axis) => isRecord(axis) && axis['type'] === 'category')
  return stops.flat().flatMap((stop) => {
    const drawn = series[stop.seriesIndex]
    const item = isRecord(drawn) ? toList(drawn['data'])[stop.dataIndex] : undefined
    const value = isRecord(item) ? item['value'] : item
    const scalar = categoriesUpwards ? [value, stop.dataIndex] : [stop.dataIndex, value]
    const pair: unknown[] = Array.isArray(value) ? value : scalar
    const pixel = chart.convertToPixel({ seriesIndex: stop.seriesIndex }, pair.slice(0, 2) as number[])
    const [x, y] = Array.isArray(pixel) ? pixel : []
    return x !== undefined && y !== undefined && Number.isFinite(x + y) ? [{ stop, x, y }] : []
  })
}

/** The stop nearest to a point of the drawing, within the reach of a finger; null: none. */
export function nearestStop(placed: readonly Placed[], x: number, y: number): ChartStop | null {
  let best: ChartStop | null = null
  let least = REACH ** 2
  for (const one of placed) {
    const distance = (one.x - x) ** 2 + (one.y - y) ** 2
    if (distance < least) {
      best = one.stop
      least = distance
    }
  }
  return best
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
