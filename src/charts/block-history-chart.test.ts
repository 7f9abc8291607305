import { beforeAll, describe, expect, test } from 'vitest'
import { blockHistoryChart } from '@/charts/block-history-chart'
import type { BlockPeriod } from '@/charts/block-history-chart'
import { drawSvg } from '@/charts/draw-svg'
import { LIGHT } from '@/charts/theme'
import { loadScreenTexts, VIETNAMESE } from '@/i18n/use-i18n'

beforeAll(loadScreenTexts)

const period = (name: string, n: number, shares: readonly number[] | null, newCriteria = false): BlockPeriod => {
  const [lowest = null, q1 = null, median = null, q3 = null, best = null] = shares ?? []
  return { period: name, newCriteria, n, lowest, q1, median, q3, best }
}

const BLOCK = [
  period('2022', 18, [0.5, 0.7, 0.75, 0.8, 0.9]),
  period('2023', 0, null),
  period('2024', 19, [0.6, 0.7, 0.8, 0.85, 0.95]),
  period('2025', 20, [0.55, 0.65, 0.7, 0.75, 0.9], true),
]

const draw = (periods: readonly BlockPeriod[], width = 800) =>
  blockHistoryChart(periods, VIETNAMESE, { theme: LIGHT, width })
const seriesOf = (periods: readonly BlockPeriod[]) =>
  draw(periods).option['series'] as readonly {
    readonly data: readonly unknown[]
    readonly markLine?: { readonly data: unknown }
  }[]

describe('a block over time', () => {
  test('has a box a period, from the lowest over the quartiles to the best, and none where nobody has a share', () => {
    const [boxes] = seriesOf(BLOCK)
    expect(boxes?.data).toEqual([
      [0.5, 0.7, 0.75, 0.8, 0.9],
      [],
      [],
      [],
      [0.6, 0.7, 0.8, 0.85, 0.95],
      [],
      [0.55, 0.65, 0.7, 0.75, 0.9],
    ])
  })

  test('the line through the medians ends at a gap and where criteria do not compare', () => {
    const [boxes, medians] = seriesOf(BLOCK)
    expect(medians?.data).toEqual(
      [
        [0, 0.75],
        [2, null],
        [4, 0.8],
        [5, null],
        [6, 0.7],
      ].map((value) => ({ value })),
    )
    expect(boxes?.markLine?.data).toEqual([{ xAxis: 5 }])
  })

  test('every period says how many units it is about', () => {
    const svg = drawSvg(draw(BLOCK), 800)
    for (const n of ['n = 18', 'n = 0', 'n = 19', 'n = 20']) expect(svg).toContain(n)
  })

  test('a period is spoken as a whole, and leads to its box', () => {
    const spec = draw(BLOCK)
    expect(spec.stops).toHaveLength(1)
    expect(spec.stops[0]?.map(({ dataIndex }) => dataIndex)).toEqual([0, 4, 6])
    expect(spec.stops[0]?.[2]?.spoken.replaceAll('\u00A0', ' ')).toBe(
      '2025: trung vị 70,00 %, nửa giữa từ 65,00 % đến 75,00 %, thấp nhất 55,00 %, cao nhất 90,00 %, 20 đơn vị có điểm. Đường không nối với kỳ trước.',
    )
  })

  test('the table has the same figures', () => {
    expect(draw(BLOCK).table.rows.map((cells) => cells.map(({ value }) => value))).toEqual([
      ['2022', 18, 0.5, 0.7, 0.75, 0.8, 0.9],
      ['2023', 0, null, null, null, null, null],
      ['2024', 19, 0.6, 0.7, 0.8, 0.85, 0.95],
      ['2025 (bộ tiêu chí mới)', 20, 0.55, 0.65, 0.7, 0.75, 0.9],
    ])
  })

  test('where lower is better the box is the same way up', () => {
    const [boxes] = seriesOf([period('2024', 9, [0.9, 0.8, 0.5, 0.3, 0.1])])
    expect(boxes?.data).toEqual([[0.1, 0.3, 0.5, 0.8, 0.9]])
  })

  test.each([
    ['several periods', BLOCK],
    ['one period', BLOCK.slice(0, 1)],
    ['one unit', [period('2023', 1, [0.5, 0.5, 0.5, 0.5, 0.5]), period('2024', 1, [0.6, 0.6, 0.6, 0.6, 0.6])]],
    ['all equal', [period('2024', 168, [0.8, 0.8, 0.8, 0.8, 0.8])]],
    ['all missing', [period('2023', 0, null), period('2024', 0, null)]],
    ['no period', []],
  ])('%s: without a figure that is none', (_, periods) => {
    for (const width of [280, 340, 688, 1136]) {
      expect(drawSvg(draw(periods, width), width)).not.toMatch(/NaN|Infinity|undefined|null/)
    }
  })
})
