import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { bumpChart } from '@/charts/bump-chart'
import type { BumpInput } from '@/charts/bump-chart'
import type { ChartSpec } from '@/charts/chart-spec'
import { drawSvg } from '@/charts/draw-svg'
import { slopeChart } from '@/charts/slope-chart'
import type { SlopeInput } from '@/charts/slope-chart'
import { textWidth } from '@/charts/text-width'
import { LIGHT } from '@/charts/theme'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'

beforeAll(loadScreenTexts)

interface DrawnLine {
  readonly id: string
  readonly name?: string
  readonly symbol: string
  readonly lineStyle: { readonly color: string; readonly type: string; readonly width: number }
  readonly data: readonly {
    readonly value: readonly [number, number]
    readonly label?: { readonly formatter: () => string; readonly offset: readonly [number, number] }
  }[]
}
const frame = (width = 1000) => ({ theme: LIGHT, width })
/** Without the lines that lead to labels, which come after all units. */
const linesOf = ({ option }: ChartSpec) =>
  (option['series'] as readonly DrawnLine[]).filter(({ id }) => id !== 'leaders')
const lineOf = (spec: ChartSpec, id: string) => linesOf(spec).find((line) => line.id === id)
const labelsOf = (spec: ChartSpec) =>
  linesOf(spec).flatMap(({ data }) => data.flatMap(({ label }) => (label === undefined ? [] : [label.formatter?.()])))

const unit = (name: string, before: number | null, now: number | null) => ({
  unitId: name.toLowerCase().replaceAll(' ', '-'),
  name,
  short: name,
  before,
  now,
})
const slope = (given: Partial<SlopeInput>): SlopeInput => ({
  before: '2023',
  now: '2024',
  scale: 'rank',
  lowerIsBetter: false,
  counts: null,
  units: [],
  kin: [],
  focus: null,
  ...given,
})
const draw = (given: Partial<SlopeInput>, width = 1000) => slopeChart(slope(given), VIETNAMESE, frame(width))

/** Sở Y 9 → 4; everyone between moves one place. */
const CROSSING = [
  unit('Sở Y', 9, 4),
  unit('Sở A', 4, 5),
  unit('Sở B', 5, 6),
  unit('Sở C', 1, 1),
  unit('Sở Mới', null, 2),
  unit('Sở Cũ', 2, null),
]

describe('a slope of two periods', () => {
  test('who climbed most is brought out, with its places', () => {
    const spec = draw({ units: CROSSING })
    expect(lineOf(spec, 'sở-y 0')?.lineStyle.color).toBe(LIGHT.rise)
    expect(lineOf(spec, 'sở-c 0')?.lineStyle.color).toBe(LIGHT.muted)
    expect(labelsOf(spec)).toContain('4\u00A0 Sở Y ▲5')
    expect(labelsOf(spec)).toContain('Sở Y\u00A0 9')
  })

  test('the unit in focus is the boldest line, above all others', () => {
    const spec = draw({ units: CROSSING, focus: 'sở-c' })
    const widths = linesOf(spec).map(({ lineStyle }) => lineStyle.width)
    expect(lineOf(spec, 'sở-c 0')?.lineStyle).toMatchObject({ color: LIGHT.accent, width: Math.max(...widths) })
  })

  test('a unit of one period is a point with a mark of its own, and no line', () => {
    const spec = draw({ units: CROSSING })
    expect(lineOf(spec, 'sở-mới 1')).toMatchObject({ symbol: 'diamond', data: [{ value: [1, 2] }] })
    expect(lineOf(spec, 'sở-cũ 0')).toMatchObject({ symbol: 'diamond', data: [{ value: [0, 2] }] })
  })

  test('a predecessor goes to its successor in dots', () => {
    const spec = draw({ units: CROSSING, kin: [{ from: 'sở-cũ', to: 'sở-mới' }] })
    expect(lineOf(spec, 'kin sở-cũ sở-mới')).toMatchObject({
      data: [
        [0, 2],
        [1, 2],
      ],
      lineStyle: { type: 'dotted' },
    })
  })

  test('each point says unit, period, rank and places, and can be picked', () => {
    const spec = draw({ units: CROSSING })
    const stops = spec.stops.flat()
    expect(stops.find(({ spoken }) => spoken.startsWith('Sở Y, 2024'))).toMatchObject({
      spoken: 'Sở Y, 2024: hạng 4; tăng 5 bậc so với 2023',
      pick: 'sở-y',
    })
    for (const { seriesIndex, dataIndex } of stops) {
      expect(linesOf(spec)[seriesIndex]?.data[dataIndex]).toBeDefined()
    }
  })

  test('the table says the same, with no number where there is none', () => {
    const { table } = draw({ units: CROSSING })
    expect(table.columns.map(({ label }) => label)).toEqual(['Đơn vị', 'Hạng 2023', 'Hạng 2024', 'Bậc'])
    expect(table.rows.map((row) => row.map(({ value }) => value))).toEqual([
      ['Sở C', 1, 1, 0],
      ['Sở Mới', null, 2, null],
      ['Sở Y', 9, 4, 5],
      ['Sở A', 4, 5, -1],
      ['Sở B', 5, 6, -1],
      ['Sở Cũ', 2, null, null],
    ])
  })

  test('by share a higher value is better, and changes are percentage points', () => {
    const { table, stops } = draw({ scale: 'share', units: [unit('Sở Y', 0.8, 0.825), unit('Sở A', 0.9, 0.85)] })
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Sở A', '90,00\u00A0%', '85,00\u00A0%', '−5,00'],
      ['Sở Y', '80,00\u00A0%', '82,50\u00A0%', '+2,50'],
    ])
    expect(table.rows.map((row) => row.map(({ value }) => value))).toEqual([
      ['Sở A', 0.9, 0.85, expect.closeTo(-0.05, 10)],
      ['Sở Y', 0.8, 0.825, expect.closeTo(0.025, 10)],
    ])
    expect(stops[1]?.[1]?.spoken).toContain('tỷ lệ đạt tăng 2,50 điểm\u00A0% so với 2023')
  })

  test('where a low share is good the lowest is first in the table, and a fall has the colour of a gain', () => {
    const units = [unit('Sở Y', 0.8, 0.7), unit('Sở A', 0.5, 0.6), unit('Sở B', 0.9, 0.9)]
    const spec = draw({ scale: 'share', lowerIsBetter: true, units })
    expect(spec.table.rows.map(([name]) => name?.text)).toEqual(['Sở A', 'Sở Y', 'Sở B'])
    expect(lineOf(spec, 'sở-y 0')?.lineStyle.color).toBe(LIGHT.rise)
    expect(lineOf(spec, 'sở-a 0')?.lineStyle.color).toBe(LIGHT.fall)
    // A higher share is drawn higher, and up and down keys go the way that is seen.
    expect(spec.stops.map(([stop]) => stop?.pick)).toEqual(['sở-b', 'sở-y', 'sở-a'])
    expect(labelsOf(spec)).toContain('70,0\u00A0%\u00A0 Sở Y ▼10,0')
  })

  test('where fewer units are ranked, the last of them did not climb', () => {
    const spec = draw({ units: [unit('Sở Y', 19, 16), unit('Sở A', 9, 4)], counts: { before: 22, now: 16 } })
    expect(lineOf(spec, 'sở-y 0')?.lineStyle.color).toBe(LIGHT.muted)
    expect(lineOf(spec, 'sở-a 0')?.lineStyle.color).toBe(LIGHT.rise)
    expect(labelsOf(spec)).toContain('16\u00A0 Sở Y')
    expect(labelsOf(spec)).toContain('4\u00A0 Sở A ▲5')
    expect(spec.stops.map((line) => line[1]?.spoken)).toEqual([
      'Sở A, 2024: hạng 4 trong 16; tăng 5 bậc so với 2023',
      'Sở Y, 2024: hạng 16 trong 16; ở 2023: hạng 19 trong 22',
    ])
    expect(spec.table.columns.map(({ label }) => label)).toEqual([
      'Đơn vị',
      'Hạng 2023 (trong 22)',
      'Hạng 2024 (trong 16)',
      'Bậc',
    ])
  })

  test('a name that is cut short is cut between characters', () => {
    const name = '😀'.repeat(60)
    const labels = labelsOf(draw({ units: [unit(name, 1, 2), unit('Sở B', 2, 1)] }))
    expect(labels.join('')).toContain('😀…')
    for (const label of labels) expect(() => encodeURIComponent(label ?? '')).not.toThrow()
  })

  test('are named in full where the drawing is wide, and within their room on a phone', () => {
    const name = 'Department of Agriculture and Rural Development'
    const units = [unit(name, 1, 2), unit('Sở NN&PTNT WWWWWWWW', 2, null), unit('Sở B', 3, 1)]
    const whole = labelsOf(draw({ units }, 1136)).filter((label) => label?.includes(name))
    expect(whole).toHaveLength(2)
    const { option } = draw({ units }, 328)
    const { left, right } = (option as unknown as { readonly grid: { readonly left: number; readonly right: number } })
      .grid
    for (const label of labelsOf(draw({ units }, 328))) {
      const room = /^\d/.test(label ?? '') ? right : left
      expect(textWidth(label ?? '', 12)).toBeLessThanOrEqual(room)
    }
  })

  test('of 168 units only the focus and the biggest moves are labelled, and no two labels overlap', () => {
    // Unit 0 falls to the last place, all others climb one: nobody but it moved more than the rest.
    const units = Array.from({ length: 168 }, (_, index) => unit(`Xã ${index}`, index + 1, index === 0 ? 168 : index))
    const spec = draw({ units, focus: 'xã-90' })
    expect(labelsOf(spec).toSorted()).toEqual([
      '168\u00A0 Xã 0 ▼167',
      '90\u00A0 Xã 90 ▲1',
      'Xã 0\u00A0 1',
      'Xã 90\u00A0 91',
    ])
    expect(spec.height).toBeLessThan(800)
    // The others are one line with gaps, each point of which still speaks.
    expect(linesOf(spec)).toHaveLength(4)
    const stop = spec.stops.flat().find(({ spoken }) => spoken.startsWith('Xã 50, 2024'))
    expect(stop).toMatchObject({ spoken: 'Xã 50, 2024: hạng 50; tăng 1 bậc so với 2023', pick: 'xã-50' })
    expect(linesOf(spec)[stop?.seriesIndex ?? -1]?.data[stop?.dataIndex ?? -1]).toEqual([1, 50])
    expect(drawSvg(spec, 1000)).not.toContain('NaN')
  })

  test('where more than five share the third largest climb, only those who climbed further are brought out', () => {
    const units = [
      unit('Nhất', 20, 10),
      ...Array.from({ length: 6 }, (_, index) => unit(`Đều ${index}`, 12 + index, 11 + index)),
      unit('Xuống', 10, 17),
    ]
    const rising = linesOf(draw({ units })).filter(({ lineStyle }) => lineStyle.color === LIGHT.rise)
    expect(rising.map(({ name }) => name)).toEqual(['Nhất'])
  })

  test('names are never taken for markup, however hostile', () => {
    const name = '{b}<img src=x onerror=alert(1)>{a|x}'
    const svg = drawSvg(draw({ units: [unit(name, 1, 2), unit('Sở B', 2, 1)] }), 1000)
    expect(svg).not.toContain('<img')
    expect(labelsOf(draw({ units: [unit(name, 1, 2)] })).join('')).toContain('{b}')
  })

  test.each([
    ['no unit', []],
    ['all missing', [unit('Sở A', null, null)]],
    ['one unit', [unit('Sở A', 1, 1)]],
    ['two units that share a rank', [unit('Sở A', 1, 1), unit('Sở B', 1, 1)]],
    ['units in one period each', [unit('Sở A', 1, null), unit('Sở B', null, 1)]],
  ])('is drawn with %s', (_, units) => {
    for (const width of [300, 1000]) {
      for (const scale of ['rank', 'share'] as const) {
        const spec = draw({ units, scale }, width)
        expect(spec.stops.flat().length).toBe(
          units.reduce((sum, { before, now }) => sum + Number(before !== null) + Number(now !== null), 0),
        )
        expect(drawSvg(spec, width)).not.toMatch(/NaN|Infinity|undefined/)
      }
    }
  })

  test('any ranks give a drawing without NaN whose stops and rows are all there', () => {
    const rank = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rank, rank), { maxLength: 50 }),
        fc.integer({ min: 240, max: 1400 }),
        (pairs, width) => {
          const units = pairs.map(([before, now], index) => unit(`Sở ${index}`, before, now))
          const spec = draw({ units, focus: 'sở-3' }, width)
          const known = units.filter(({ before, now }) => before !== null || now !== null)
          expect(spec.table.rows).toHaveLength(known.length)
          expect(drawSvg(spec, width)).not.toMatch(/NaN|Infinity/)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('is written in English too', () => {
    const spec = slopeChart(slope({ units: CROSSING }), createI18n('en', en), frame())
    expect(spec.stops.flat().map(({ spoken }) => spoken)).toContain('Sở Y, 2024: rank 4; up 5 places since 2023')
  })
})

const through = (name: string, ...values: readonly (number | null)[]) => ({
  unitId: name,
  name,
  short: name,
  values,
})
const bump = (given: Partial<BumpInput>) =>
  bumpChart(
    {
      periods: ['2021', '2022', '2023', '2024'],
      cuts: [false, true, false],
      rankedCounts: [null, null, null, null],
      units: [],
      kin: [],
      focus: null,
      ...given,
    },
    VIETNAMESE,
    frame(),
  )

describe('ranks through all periods', () => {
  test('a line ends where the criteria become others and begins anew behind a rule that says so', () => {
    const spec = bump({ units: [through('a', 1, 2, 3, 1)] })
    expect(lineOf(spec, 'a 0')?.data.map(({ value }) => value)).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(lineOf(spec, 'a 2')?.data.map(({ value }) => value)).toEqual([
      [2, 3],
      [3, 1],
    ])
    expect(drawSvg(spec, 1000)).toContain('bộ tiêu chí mới')
    expect(spec.stops[0]?.[2]?.spoken).toBe('a, 2023: hạng 3')
  })

  test('a missing rank is a gap, never a value', () => {
    const spec = bump({ cuts: [false, false, false], units: [through('a', 1, null, 3, 4)] })
    expect(lineOf(spec, 'a 0')?.data.map(({ value }) => value)).toEqual([[0, 1]])
    expect(lineOf(spec, 'a 2')?.data.map(({ value }) => value)).toEqual([
      [2, 3],
      [3, 4],
    ])
    expect(spec.table.rows[0]?.map(({ value }) => value)).toEqual(['a', 1, null, 3, 4])
  })

  test('a predecessor ends where its successor begins; not across a change of criteria', () => {
    const units = [
      through('old', 1, 2, 3, null),
      through('older', 5, 4, null, null),
      through('new', null, null, null, 1),
    ]
    const kin = [
      { from: 'old', to: 'new' },
      { from: 'older', to: 'new' },
    ]
    const spec = bump({ units, kin })
    expect(lineOf(spec, 'kin old new')?.data).toEqual([
      [2, 3],
      [3, 1],
    ])
    expect(lineOf(spec, 'kin older new')).toBeUndefined()
  })

  test('one period alone is drawn as points', () => {
    const spec = bumpChart(
      {
        periods: ['2024'],
        cuts: [],
        rankedCounts: [2],
        units: [through('a', 1), through('b', 2)],
        kin: [],
        focus: 'a',
      },
      VIETNAMESE,
      frame(),
    )
    expect(spec.stops).toHaveLength(2)
    expect(drawSvg(spec, 1000)).not.toMatch(/NaN|Infinity/)
  })
})
