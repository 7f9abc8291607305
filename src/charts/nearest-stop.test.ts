import { describe, expect, test } from 'vitest'
import { nearestStop } from '@/charts/nearest-stop'

const stop = (name: string, x: number, y: number, joined = false) => ({
  stop: { seriesIndex: 0, dataIndex: 0, spoken: name },
  x,
  y,
  joined,
})
/** A falls over 400 px, B runs level below it; C is two points without a line. */
const LINES = [
  [stop('A, 2023', 0, 0), stop('A, 2024', 400, 200, true)],
  [stop('B, 2023', 0, 220), stop('B, 2024', 400, 220, true)],
  [stop('C, 2023', 0, 400), stop('C, 2024', 400, 400)],
]
const at = (x: number, y: number) => nearestStop(LINES, x, y)?.spoken ?? null

describe('what is pointed at', () => {
  test('is the nearest point within the reach of a finger, before any line', () => {
    expect(at(10, 8)).toBe('A, 2023')
    expect(at(395, 208)).toBe('A, 2024')
  })

  test('between points it is the line nearest, by its nearer end', () => {
    expect(at(100, 54)).toBe('A, 2023')
    expect(at(300, 146)).toBe('A, 2024')
    expect(at(150, 216)).toBe('B, 2023')
  })

  test('is nothing far from all lines, where no line is drawn, and in an empty drawing', () => {
    expect(at(200, 150)).toBeNull()
    expect(at(200, 400)).toBeNull()
    expect(nearestStop([], 0, 0)).toBeNull()
  })

  test('a line of no length is its end', () => {
    expect(nearestStop([[stop('a', 5, 5), stop('b', 5, 5, true)]], 100, 100)).toBeNull()
  })
})
