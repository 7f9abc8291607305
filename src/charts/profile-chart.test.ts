import { beforeAll, describe, expect, test } from 'vitest'
import { drawSvg } from '@/charts/draw-svg'
import { profileChart } from '@/charts/profile-chart'
import type { ProfileInput } from '@/charts/profile-chart'
import { LIGHT } from '@/charts/theme'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'

beforeAll(loadScreenTexts)

const INPUT: ProfileInput = {
  fields: [
    { id: 'x', name: 'Thể chế', median: 0.81 },
    { id: 'y', name: 'Thủ tục', median: null },
  ],
  units: [
    { unitId: 'a', name: 'Sở A', shares: [0.9, 0.62] },
    { unitId: 'b', name: 'Sở B', shares: [0.85, null] },
  ],
}
const draw = (input: ProfileInput, width = 900) => profileChart(input, VIETNAMESE, { theme: LIGHT, width })

interface Drawn {
  readonly xAxis: readonly { readonly min?: number; readonly max?: number }[]
  readonly series: readonly {
    readonly id: string
    readonly symbol: string
    readonly data: readonly { readonly value: readonly number[] }[]
  }[]
}
const drawn = (input: ProfileInput) => draw(input).option as unknown as Drawn

describe('units by sub-index', () => {
  test('each unit has a symbol of its own, the median a stroke', () => {
    const { series } = drawn(INPUT)
    const [a, b, median] = series
    expect(a?.symbol).not.toBe(b?.symbol)
    expect(median).toMatchObject({ id: 'median', data: [{ value: [0.81, 0] }] })
  })

  test('what a unit does not have is no point and no number', () => {
    const spec = draw(INPUT)
    expect(drawn(INPUT).series[1]?.data.map(({ value }) => value)).toEqual([[0.85, 0]])
    expect(spec.table.rows[1]?.map(({ value }) => value)).toEqual(['Thủ tục', 0.62, null, null])
    expect(spec.stops.map((line) => line.map(({ spoken }) => spoken))).toEqual([
      ['Thể chế, Sở A: 90,00\u00A0%', 'Thủ tục, Sở A: 62,00\u00A0%'],
      ['Thể chế, Sở B: 85,00\u00A0%'],
      ['Thể chế, Trung vị khối: 81,00\u00A0%'],
    ])
  })

  test('the scale ends at whole tenths around the figures, never beyond nothing', () => {
    expect(drawn(INPUT).xAxis[0]).toMatchObject({ min: 0.6, max: 0.9 })
    const zero = { fields: [{ id: 'x', name: 'x', median: 0 }], units: [{ unitId: 'a', name: 'a', shares: [0] }] }
    expect(drawn(zero).xAxis[0]).toMatchObject({ min: 0, max: 0.1 })
  })

  test.each([1, 2, 6])('%i units are drawn, wide and narrow, with a key that names each', (count) => {
    const units = Array.from({ length: count }, (_, index) => ({
      unitId: `u${index}`,
      name: `Đơn vị ${index}`,
      shares: [index / 10, 0.5],
    }))
    for (const width of [280, 1000]) {
      const svg = drawSvg(draw({ ...INPUT, units }, width), width)
      for (const { name } of units) expect(svg).toContain(name)
      expect(svg).not.toMatch(/NaN|Infinity/)
    }
  })

  test('rows are high enough for names of many lines', () => {
    const name = 'Cung cấp thông tin, dịch vụ công trực tuyến và một cửa'
    const long = { ...INPUT, fields: [{ id: 'x', name, median: 0.81 }] }
    const short = { ...INPUT, fields: [{ id: 'x', name: 'Thể chế', median: 0.81 }] }
    const heightOf = (input: ProfileInput, width: number) => draw(input, width).height
    // In 110 px it takes four lines of 14 px and a gap of 8.
    expect(heightOf(long, 280) - heightOf(short, 280)).toBe(4 * 14 + 8 - 36)
    expect(heightOf(long, 1000)).toBe(heightOf(short, 1000))
  })

  test('nothing at all is drawn without failing', () => {
    expect(drawSvg(draw({ fields: [], units: [] }), 900)).not.toMatch(/NaN|Infinity/)
  })
})
