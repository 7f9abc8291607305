import type { EChartsType } from 'echarts/core'
import type { ChartSpec, ChartStop } from '@/charts/chart-spec'

/** About half the width of a finger, in CSS px. */
const REACH = 22
/** A line is hit more narrowly: in a crowd of them the next one is near. */
const LINE_REACH = 10

export interface PlacedStop {
  readonly stop: ChartStop
  readonly x: number
  readonly y: number
  /** A line is drawn from the stop before it in its list. */
  readonly joined: boolean
}

/** Where the stops lie in a drawing as it is now, in px, in their lists; those without a place are left out. */
export function placeStops(chart: EChartsType, { stops, option }: ChartSpec): readonly (readonly PlacedStop[])[] {
  const series = toList(option['series'])
  const categoriesUpwards = toList(option['yAxis']).some((axis) => isRecord(axis) && axis['type'] === 'category')
  return stops.map((line) =>
    line.flatMap((stop, index) => {
      const drawn = series[stop.seriesIndex]
      const item = isRecord(drawn) ? toList(drawn['data'])[stop.dataIndex] : undefined
      const value = isRecord(item) ? item['value'] : item
      const scalar = categoriesUpwards ? [value, stop.dataIndex] : [stop.dataIndex, value]
      const pair: unknown[] = Array.isArray(value) ? value : scalar
      const pixel = chart.convertToPixel({ seriesIndex: stop.seriesIndex }, pair.slice(0, 2) as number[])
      const [x, y] = Array.isArray(pixel) ? pixel : []
      if (x === undefined || y === undefined || !Number.isFinite(x + y)) return []
      const before = line[index - 1]
      const joined =
        isRecord(drawn) &&
        drawn['type'] === 'line' &&
        before?.seriesIndex === stop.seriesIndex &&
        before.dataIndex === stop.dataIndex - 1
      return [{ stop, x, y, joined }]
    }),
  )
}

/**
 * The stop nearest to a point of the drawing, within the reach of a finger; away from all stops, the nearer end of the
 * line that is nearest; null: none.
 */
export function nearestStop(lines: readonly (readonly PlacedStop[])[], x: number, y: number): ChartStop | null {
  let best: ChartStop | null = null
  let least = REACH ** 2
  for (const one of lines.flat()) {
    const distance = (one.x - x) ** 2 + (one.y - y) ** 2
    if (distance < least) {
      best = one.stop
      least = distance
    }
  }
  if (best !== null) return best
  least = LINE_REACH ** 2
  for (const line of lines) {
    for (const [index, end] of line.entries()) {
      const start = line[index - 1]
      if (start === undefined || !end.joined) continue
      const [dx, dy] = [end.x - start.x, end.y - start.y]
      const length = dx ** 2 + dy ** 2
      /** How far along the line the point is: 0 at its start, 1 at its end. */
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - start.x) * dx + (y - start.y) * dy) / length))
      const distance = (start.x + along * dx - x) ** 2 + (start.y + along * dy - y) ** 2
      if (distance < least) {
        best = along < 0.5 ? start.stop : end.stop
        least = distance
      }
    }
  }
  return best
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
