import { beforeAll, describe, expect, test } from 'vitest'
import { changeWaterfall } from '@/charts/change-waterfall'
import type { ChangeInput, ChangePart } from '@/charts/change-waterfall'
import { drawSvg } from '@/charts/draw-svg'
import { LIGHT } from '@/charts/theme'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'

beforeAll(loadScreenTexts)

const part = (name: string, effect: number, given: Partial<ChangePart> = {}): ChangePart => ({
  id: name,
  name,
  kind: 'common',
  effect,
  scoreEffect: effect,
  weightEffect: 0,
  shareBefore: 0.7,
  shareNow: 0.8,
  weightBefore: 0.2,
  weightNow: 0.2,
  ...given,
})
const none = { scoreEffect: null, weightEffect: null }
const CHANGE: ChangeInput = {
  unit: 'Sở Y tế',
  change: 0.021,
  shareBefore: 0.8,
  shareNow: 0.821,
  lowerIsBetter: false,
  parts: [
    part('Thể chế', -0.012),
    part('Thủ tục', 0.03),
    part('Đô thị (mới)', 0.01, { ...none, kind: 'entered', shareBefore: null, weightBefore: null }),
    part('Điểm trừ', -0.007, { ...none, kind: 'penalty' }),
  ],
}
const draw = (input: ChangeInput, width = 900) => changeWaterfall(input, VIETNAMESE, { theme: LIGHT, width })

interface Bars {
  readonly series: readonly {
    readonly data: readonly { readonly value: number; readonly itemStyle: { readonly color: string } }[]
  }[]
  readonly xAxis: { readonly min: number; readonly max: number }
}
interface Labelled {
  readonly yAxis: {
    readonly axisLabel: {
      readonly lineHeight: number
      readonly formatter: (value: string, index: number) => string
    }
  }
}
const barsOf = (input: ChangeInput) => draw(input).option as unknown as Bars

describe('the parts of a change', () => {
  test('sub-indices come first, gains above losses, then what entered or was taken off, and the sum last', () => {
    const { stops, table } = draw(CHANGE)
    expect(table.rows.map(([name]) => name?.text)).toEqual([
      'Thủ tục',
      'Thể chế',
      'Đô thị (mới)',
      'Điểm trừ',
      'Thay đổi của tổng',
    ])
    expect(stops[0]?.[0]?.spoken).toBe('Thủ tục: +3,00 điểm\u00A0% trong thay đổi của Sở Y tế')
  })

  test('every bar is a length from zero, which lies within the scale', () => {
    const { series, xAxis } = barsOf(CHANGE)
    expect(series[0]?.data.map(({ value }) => value)).toEqual([0.03, -0.012, 0.01, -0.007, 0.021])
    expect(xAxis.min).toBeLessThan(-0.012)
    expect(xAxis.max).toBeGreaterThan(0.03)
    expect(series[0]?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([
      LIGHT.rise,
      LIGHT.fall,
      LIGHT.rise,
      LIGHT.fall,
      LIGHT.ink,
    ])
  })

  test('the bars without the last add up to the last', () => {
    const data = barsOf(CHANGE).series[0]?.data.map(({ value }) => value) ?? []
    expect(data.slice(0, -1).reduce((a, b) => a + b, 0)).toBeCloseTo(data.at(-1) ?? NaN, 12)
  })

  test('a rest that is written as zero is in the table, since the parts add up with it, and is not drawn', () => {
    const withRest = (effect: number) =>
      draw({ ...CHANGE, parts: [...CHANGE.parts, part('Phần còn lại', effect, { ...none, kind: 'rest' })] })
    const names = ({ table }: ReturnType<typeof draw>) => table.rows.map(([name]) => name?.text)
    expect(names(withRest(7e-8))).toContain('Phần còn lại')
    expect(withRest(7e-8).stops[0]).toHaveLength(5)
    expect(withRest(0.0002).stops[0]).toHaveLength(6)
    expect(withRest(7e-8).table.rows.at(-2)?.at(-1)?.value).toBe(7e-8)
  })

  test('names that need many lines have rows high enough for them, on a phone too', () => {
    const name = 'Cung cấp thông tin, dịch vụ công trực tuyến và một cửa (không áp dụng ở 2024)'
    for (const width of [320, 900]) {
      const { height, option } = draw({ ...CHANGE, parts: [part(name, 0.01), part('Thể chế', 0.011)] }, width)
      const { axisLabel } = (option as unknown as Labelled).yAxis
      const lines = axisLabel.formatter('', 1).split('\n').length
      expect(axisLabel.formatter('', 1).replaceAll('\n', ' ')).toBe(name)
      expect((height - 16) / 3).toBeGreaterThan(lines * axisLabel.lineHeight)
    }
  })

  test('the table tells the effect of scores from that of weights, and leaves unknown what has neither', () => {
    const { table } = draw(CHANGE)
    expect(table.rows[0]?.map(({ text }) => text)).toEqual([
      'Thủ tục',
      '70,00\u00A0%',
      '80,00\u00A0%',
      '20,00\u00A0%',
      '20,00\u00A0%',
      '+3,00',
      '0,00',
      '+3,00',
    ])
    expect(table.rows[2]?.map(({ value }) => value)).toEqual(['Đô thị (mới)', null, 0.8, null, 0.2, null, null, 0.01])
  })

  test.each([
    ['no part', { ...CHANGE, parts: [], change: 0 }],
    ['only losses', { ...CHANGE, parts: [part('a', -0.02)], change: -0.02 }],
    ['only gains', { ...CHANGE, parts: [part('a', 0.02)], change: 0.02 }],
    ['two parts of one name', { ...CHANGE, parts: [part('a', 0.01), part('a', 0.011, { id: 'b' })] }],
    ['nothing that changed', { ...CHANGE, parts: [part('a', 0)], change: 0 }],
  ])('are drawn with %s', (_, input) => {
    for (const width of [280, 900]) {
      const svg = drawSvg(draw(input, width), width)
      expect(svg).toContain('Thay đổi')
      expect(svg).not.toMatch(/NaN|Infinity/)
    }
  })
})
