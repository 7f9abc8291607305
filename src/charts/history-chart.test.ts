import { beforeAll, describe, expect, test } from 'vitest'
import { drawSvg } from '@/charts/draw-svg'
import { historyChart } from '@/charts/history-chart'
import type { HistoryInput, HistoryLine, HistoryPoint } from '@/charts/history-chart'
import { DARK, LIGHT, PREDECESSOR_DASH } from '@/charts/theme'
import { en } from '@/i18n/en'
import { createI18n, loadScreenTexts, VIETNAMESE } from '@/i18n/use-i18n'

beforeAll(loadScreenTexts)

const at = (share: number | null, rank: number | null = null, broken = false): HistoryPoint => ({
  share,
  rank,
  rankOf: rank === null ? null : 19,
  broken,
})
const line = (name: string, ...points: readonly HistoryPoint[]): HistoryLine => ({ name, predecessor: false, points })
const period = (name: string, median: number | null = null, newCriteria = false) => ({
  period: name,
  median,
  newCriteria,
})

/** Founded in 2023 from a department that ends there; criteria that do not compare from 2025 on. */
const MERGED: HistoryInput = {
  measure: 'share',
  periods: [period('2022', 0.78), period('2023', 0.8), period('2024', 0.81), period('2025', 0.7, true)],
  lines: [
    { ...line('Sở Xây dựng', at(null), at(0.82, 9), at(0.83, 7), at(0.75, 3)), pick: 'sxd' },
    { ...line('Sở Quy hoạch', at(0.72, 18), at(null), at(null), at(null)), predecessor: true },
  ],
}

interface DrawnSeries {
  readonly data: readonly { readonly value: readonly unknown[] }[]
  readonly lineStyle: { readonly type: unknown; readonly color: string }
  readonly symbol: string
  readonly markLine?: { readonly data: readonly unknown[] }
}
const frame = { theme: LIGHT, width: 800 }
const draw = (input: HistoryInput, width = 800) => historyChart(input, VIETNAMESE, { theme: LIGHT, width })
const seriesOf = (input: HistoryInput) => draw(input).option['series'] as readonly DrawnSeries[]
const values = (series: DrawnSeries | undefined) => series?.data.map(({ value }) => value)
const svgOf = (input: HistoryInput, width = 800) => drawSvg(draw(input, width), width)

describe('a unit over time', () => {
  test('no line goes over to criteria that do not compare; a thin rule stands there', () => {
    const [unit] = seriesOf(MERGED)
    expect(values(unit)).toEqual([
      [0, null],
      [2, 0.82],
      [4, 0.83],
      [5, null],
      [6, 0.75],
    ])
    expect(unit?.markLine?.data).toEqual([{ xAxis: 5 }])
    expect(svgOf(MERGED)).toContain('bộ tiêu chí mới')
  })

  test('no line goes from one block to another', () => {
    const moved = { ...MERGED, lines: [line('A', at(0.5), at(0.6), at(0.7, null, true), at(null))] }
    expect(values(seriesOf(moved)[0])).toEqual([
      [0, 0.5],
      [2, 0.6],
      [3, null],
      [4, 0.7],
      [5, null],
      [6, null],
    ])
  })

  test('a predecessor is dotted, named as one, and never joined to what it became', () => {
    const [unit, predecessor] = seriesOf(MERGED)
    expect(predecessor?.lineStyle).toMatchObject({ type: PREDECESSOR_DASH, color: LIGHT.inkSoft })
    expect(unit?.lineStyle).toMatchObject({ type: 'solid', color: LIGHT.accent })
    expect(values(predecessor)?.filter(([, share]) => share !== null)).toEqual([[0, 0.72]])
    expect(svgOf(MERGED)).toContain('Sở Quy hoạch (tiền thân)')
  })

  test('the median of the block is a line of its own among shares, and not among ranks', () => {
    expect(values(seriesOf(MERGED)[2])).toEqual([
      [0, 0.78],
      [2, 0.8],
      [4, 0.81],
      [5, null],
      [6, 0.7],
    ])
    expect(seriesOf({ ...MERGED, measure: 'rank' })).toHaveLength(2)
  })

  test('each point is spoken with its period, its share and its rank; what is missing is not', () => {
    expect(draw(MERGED).stops.map((points) => points.map(({ spoken }) => spoken))).toEqual(
      [
        [
          'Sở Xây dựng, 2023: 82,00 %, hạng 9 trong 19',
          'Sở Xây dựng, 2024: 83,00 %, hạng 7 trong 19',
          'Sở Xây dựng, 2025: 75,00 %, hạng 3 trong 19. Đường không nối với kỳ trước.',
        ],
        ['Sở Quy hoạch (tiền thân), 2022: 72,00 %, hạng 18 trong 19'],
        [
          'Trung vị khối, 2022: 78,00 %',
          'Trung vị khối, 2023: 80,00 %',
          'Trung vị khối, 2024: 81,00 %',
          'Trung vị khối, 2025: 70,00 %. Đường không nối với kỳ trước.',
        ],
      ].map((points) => points.map((spoken) => spoken.replaceAll(/(\d) %/g, '$1\u00A0%'))),
    )
  })

  test('a stop leads to the very point that it speaks of', () => {
    const spec = draw(MERGED)
    const series = spec.option['series'] as readonly DrawnSeries[]
    const stop = spec.stops[0]?.[2]
    expect(series[stop?.seriesIndex ?? -1]?.data[stop?.dataIndex ?? -1]?.value).toEqual([6, 0.75])
    expect(stop?.pick).toBe('sxd')
  })

  test('the table says the same, shares as numbers', () => {
    const { columns, rows } = draw(MERGED).table
    expect(columns.map(({ label }) => label)).toEqual(['Đơn vị', '2022', '2023', '2024', '2025 (bộ tiêu chí mới)'])
    expect(rows.map((cells) => cells.map(({ value }) => value))).toEqual([
      ['Sở Xây dựng', null, 0.82, 0.83, 0.75],
      ['Sở Quy hoạch (tiền thân)', 0.72, null, null, null],
      ['Trung vị khối', 0.78, 0.8, 0.81, 0.7],
    ])
  })

  test('among ranks the first place is on top', () => {
    const spec = draw({ ...MERGED, measure: 'rank' })
    expect(spec.option['yAxis']).toMatchObject({ inverse: true, min: 1, max: 20 })
    expect(spec.stops[0]?.[0]?.spoken).toBe('Sở Xây dựng, 2023: hạng 9 trong 19, 82,00\u00A0%')
    expect(spec.table.rows[0]?.map(({ value }) => value)).toEqual(['Sở Xây dựng', null, 9, 7, 3])
  })

  test('is told in English as well', () => {
    const spec = historyChart(MERGED, createI18n('en', en), frame)
    expect(spec.stops[0]?.[0]?.spoken).toBe('Sở Xây dựng, 2023: 82.00%, rank 9 of 19')
    expect(spec.table.columns.at(-1)?.label).toBe('2025 (new criteria)')
  })
})

describe('units side by side', () => {
  const six: HistoryInput = {
    measure: 'share',
    periods: [period('2023'), period('2024')],
    lines: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => line(name, at(0.8, 1), at(0.8, 1))),
  }

  test('six have six colours, lines and symbols', () => {
    const series = seriesOf(six)
    for (const of of [
      ({ lineStyle }: DrawnSeries) => lineStyle.color,
      ({ lineStyle }: DrawnSeries) => String(lineStyle.type),
      ({ symbol }: DrawnSeries) => symbol,
    ]) {
      expect(new Set(series.map(of)).size).toBe(6)
    }
  })

  test('equal shares: their names do not lie on each other', () => {
    const places = [...svgOf(six).matchAll(/translate\([\d.]+ ([\d.]+)\)[^>]*>([A-F])</g)].map(([, y]) => Number(y))
    expect(places).toHaveLength(6)
    const sorted = places.toSorted((a, b) => a - b)
    for (const [index, y] of sorted.entries()) {
      if (index > 0) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(15)
    }
  })

  test('on a phone a key above names them, and the drawing grows by it', () => {
    expect(draw(six, 340).option['legend']).toBeDefined()
    expect(draw(six, 800).option['legend']).toBeUndefined()
    expect(draw(six, 340).height).toBe(draw(six, 800).height + 6 * 22)
    expect(svgOf(six, 340)).toContain('>F<')
  })
})

describe('what can be drawn', () => {
  const HOSTILE = '<script>alert(1)</script>{a}'
  const years = [period('2022'), period('2023'), period('2024')]
  const cases: Readonly<Record<string, HistoryInput>> = {
    'a merged unit': MERGED,
    'a merged unit by rank': { ...MERGED, measure: 'rank' },
    'two units': {
      measure: 'share',
      periods: years,
      lines: [line('A', at(0.5), at(0.6), at(0.7)), line('B', at(0.1), at(null), at(1))],
    },
    'all equal': {
      measure: 'share',
      periods: years,
      lines: [line('A', at(0.5), at(0.5), at(0.5)), line('B', at(0.5), at(0.5), at(0.5))],
    },
    'all missing': { measure: 'share', periods: years, lines: [line('A', at(null), at(null), at(null))] },
    'all missing by rank': { measure: 'rank', periods: years, lines: [line('A', at(null), at(null), at(null))] },
    'one period': {
      measure: 'share',
      periods: [period('2024', 0.5)],
      lines: [line('A', at(0.5)), line('B', at(0.75))],
    },
    'one period by rank': { measure: 'rank', periods: [period('2024')], lines: [line('A', at(0.5, 1))] },
    'no period': { measure: 'share', periods: [], lines: [] },
    'a name that is HTML': { measure: 'share', periods: years, lines: [line(HOSTILE, at(0.5), at(0.6), at(0.7))] },
    'twenty predecessors': {
      measure: 'share',
      periods: years,
      lines: [
        line('A', at(null), at(null), at(0.7)),
        ...Array.from({ length: 20 }, (_, index) => ({
          ...line(`Phường ${index + 1}`, at(0.5 + index / 100), at(0.5 + index / 90), at(null)),
          predecessor: true,
        })),
      ],
    },
  }

  test.each(Object.entries(cases))('%s: without a figure that is none', (_, input) => {
    for (const width of [280, 340, 688, 1136]) {
      for (const theme of [LIGHT, DARK]) {
        const spec = historyChart(input, VIETNAMESE, { theme, width })
        const svg = drawSvg(spec, width)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        expect(svg).not.toContain('<script')
        expect(spec.height).toBeGreaterThan(200)
      }
    }
  })

  test('names of many predecessors never lie on each other', () => {
    const svg = svgOf(cases['twenty predecessors'] ?? MERGED)
    const places = [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)[^>]*>Phường/g)].map(([, , y]) => Number(y))
    expect(places.length).toBeGreaterThan(1)
    expect(places.length).toBeLessThan(20)
    const sorted = places.toSorted((a, b) => a - b)
    for (const [index, y] of sorted.entries()) {
      if (index > 0) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(13)
    }
  })

  test('a name stays as it is, whatever it holds', () => {
    expect(svgOf(cases['a name that is HTML'] ?? MERGED)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;{a}')
  })

  test('where everything is missing there is nothing to go to', () => {
    expect(draw(cases['all missing'] ?? MERGED).stops).toEqual([[]])
  })
})
