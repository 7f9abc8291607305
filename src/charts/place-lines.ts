import {
  countColumn,
  nameColumn,
  shareCell,
  shareChangeCell,
  shareChangeColumn,
  shareColumn,
} from '@/charts/chart-cells'
import type { ChartFrame, ChartSpec, ChartStop } from '@/charts/chart-spec'
import { cutToWidth } from '@/charts/cut-to-width'
import { placeLabels } from '@/charts/place-labels'
import { textWidth } from '@/charts/text-width'
import { rankMove } from '@/domain/rank-move'
import type { RankedCounts } from '@/domain/rank-move'
import { changeWords, placesWords } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import type { I18n } from '@/i18n/use-i18n'

export interface PlacedUnit {
  readonly unitId: string
  readonly name: string
  /** For labels that have no room for the name. */
  readonly short: string
  /** One a period, oldest first: a rank or a share (0–1); null: none. */
  readonly values: readonly (number | null)[]
}

export interface PlaceLinesInput {
  /** As they are written, oldest first. */
  readonly periods: readonly string[]
  /** One between each two neighbouring periods: whether the criteria became others there, and no line goes across. */
  readonly cuts: readonly boolean[]
  readonly scale: 'rank' | 'share'
  /** A low share is good. */
  readonly lowerIsBetter: boolean
  /** Ranked units of each period; null: not known, as where only a part of the block is. */
  readonly rankedCounts: readonly (number | null)[]
  readonly units: readonly PlacedUnit[]
  /** A predecessor and what became of it: joined by a dotted line. */
  readonly kin: readonly { readonly from: string; readonly to: string }[]
  readonly focus: string | null
}

type Words = Pick<I18n, 't' | 'format'>
type Told = 'focus' | 'kin' | 'up' | 'down' | 'muted'

/** Up to here every unit has its label, and every predecessor its line. */
export const ALL_LABELLED = 40
const ROW = 19
const DENSE_HEIGHT = 640
const LABEL_GAP = 15
const LABEL_FONT = 12
/** A label that is further from its point than this has a line to it. */
const LEADER_FROM = 4
const LEADER_WIDTH = 10
/** CSS px of a side that are no text: the line to the label, and its distance from the point. */
const LABEL_MARGIN = LEADER_WIDTH + 12
/** A unit of one period alone. */
const SINGLE = { symbol: 'diamond', symbolSize: 8 }
const TOP = 44
/** CSS px; below, a name stands on one side only. */
const NARROW = 620
/** CSS px between two periods; below, there is no room for the number of units under each. */
const LEAST_STEP = 48

/**
 * Lines of units through the places (or shares) of several periods. The unit in focus, its kin and the biggest moves
 * are brought out; of many units only these are labelled. Lines break where a value is missing or criteria do not
 * compare; a unit with one value alone is a diamond.
 */
export function placeLines(input: PlaceLinesInput, { t, format }: Words, { theme, width }: ChartFrame): ChartSpec {
  const { periods, cuts, scale, kin, focus, lowerIsBetter } = input
  const last = periods.length - 1
  const ordered = (lowFirst: boolean) =>
    input.units
      .filter(({ values }) => values.some((value) => value !== null))
      .toSorted(
        (a, b) => orderOf(a, b, lowFirst) || format.compareNames(a.name, b.name) || (a.unitId < b.unitId ? -1 : 1),
      )
  // From the top of the drawing down: up and down keys go that way too.
  const units = ordered(scale === 'rank')
  const counts = periods.map((_, period) => units.filter(({ values }) => (values[period] ?? null) !== null).length)
  const dense = units.length > ALL_LABELLED
  const narrow = width < NARROW
  const plot = dense ? DENSE_HEIGHT : Math.max(200, units.length * ROW)
  const bottom = cuts.includes(true) ? 30 : 14
  const anyGone = units.some(({ values }) => values[last] === null)
  // On a phone a line through many periods needs the room of the names on the left.
  const namedLeft = !narrow || (last === 1 && scale === 'rank' && anyGone && !dense)
  const [lowest, highest] = rangeOf(units, scale)
  const yOf = (value: number) => ((scale === 'rank' ? value - lowest : highest - value) / (highest - lowest)) * plot
  const stretch = lastStretch(cuts)
  const moves = biggestMoves(units, stretch, input)
  const kinOfFocus = new Set(kin.flatMap(({ from, to }) => (from === focus ? [to] : to === focus ? [from] : [])))
  const toldOf = (id: string): Told =>
    id === focus ? 'focus' : kinOfFocus.has(id) ? 'kin' : (moves.get(id) ?? 'muted')
  const looks = {
    focus: { color: theme.accent, width: 3.5, symbol: 9, z: 6 },
    kin: { color: theme.accent, width: 1.5, symbol: 6, z: 5 },
    up: { color: theme.rise, width: 2.25, symbol: 6, z: 4 },
    down: { color: theme.fall, width: 2.25, symbol: 6, z: 4 },
    muted: { color: theme.muted, width: dense ? 0.75 : 1.25, symbol: dense ? 3 : 5, z: 2 },
  } as const satisfies Readonly<Record<Told, unknown>>

  const labelled = (unit: PlacedUnit) => !dense || toldOf(unit.unitId) !== 'muted'
  const shifts = (side: number) => {
    const labels = units.flatMap((unit) => {
      const value = unit.values[side] ?? null
      return value === null || !labelled(unit) ? [] : [{ id: unit.unitId, y: yOf(value) }]
    })
    labels.sort((a, b) => a.y - b.y)
    const placed = placeLabels(
      labels.map(({ y }) => y),
      LABEL_GAP,
      0,
      plot,
    )
    return new Map(labels.map(({ id, y }, index) => [id, (placed[index] ?? y) - y]))
  }
  const leftShifts = shifts(0)
  const rightShifts = last === 0 ? leftShifts : shifts(last)
  /** What the widest label of a side takes, up to a part of the width. */
  const roomFor = (side: 'left' | 'right', most: number) => {
    const shown = units.filter(({ unitId }) => (side === 'left' ? leftShifts : rightShifts).has(unitId))
    const label = { narrow, namedLeft, room: Infinity }
    const widths = shown.map((unit) => textWidth(labelOf(unit, side, input, { t, format }, label), LABEL_FONT))
    // Whole px: sums of fractions fall short of one another.
    return Math.min(most * width, Math.ceil(widths.reduce((a, b) => Math.max(a, b), 60)) + LABEL_MARGIN + 1)
  }
  const left = narrow
    ? namedLeft
      ? roomFor('left', 0.37)
      : scale === 'rank'
        ? 44
        : 72
    : roomFor('left', last > 1 ? 0.28 : 0.33)
  const right = narrow
    ? Math.min(190, roomFor('right', namedLeft || last > 1 ? 0.43 : 0.52))
    : roomFor('right', last > 1 ? 0.32 : 0.37)
  const step = (width - left - right) / Math.max(1, last)

  const series: object[] = []
  const stops: ChartStop[][] = []
  const common = (look: (typeof looks)[Told]) => ({
    type: 'line',
    clip: false,
    symbol: 'circle',
    showSymbol: true,
    symbolSize: look.symbol,
    lineStyle: { color: look.color, width: look.width, type: 'solid' },
    itemStyle: { color: look.color },
    z: look.z,
  })
  // Of many units the muted ones are one series with gaps: a hundred series take a hundred times as long.
  const crowd = { index: 0, data: [] as (readonly [number, number | null])[] }
  const crowdOfSingles = { index: 1, data: [] as (readonly [number, number | null])[] }
  if (dense) {
    series.push({ ...common(looks.muted), id: 'crowd', data: crowd.data })
    series.push({ ...common(looks.muted), id: 'crowd of one period', ...SINGLE, data: crowdOfSingles.data })
  }
  for (const unit of units) {
    const told = toldOf(unit.unitId)
    const look = looks[told]
    const single = unit.values.filter((value) => value !== null).length === 1
    const stopsOfUnit: ChartStop[] = []
    stops.push(stopsOfUnit)
    if (!labelled(unit)) {
      const { index: seriesIndex, data } = single ? crowdOfSingles : crowd
      for (const segment of segmentsOf(unit.values, cuts)) {
        for (const period of segment) {
          const spoken = spokenOf(unit, period, input, { t, format })
          stopsOfUnit.push({ seriesIndex, dataIndex: data.length, spoken, pick: unit.unitId })
          data.push([period, unit.values[period] ?? null])
        }
        data.push([0, null])
      }
      continue
    }
    for (const segment of segmentsOf(unit.values, cuts)) {
      const data = segment.map((period, dataIndex) => {
        const value = unit.values[period] ?? 0
        const spoken = spokenOf(unit, period, input, { t, format })
        stopsOfUnit.push({ seriesIndex: series.length, dataIndex, spoken, pick: unit.unitId })
        const sides = [
          ...(period === last && rightShifts.has(unit.unitId) ? (['right'] as const) : []),
          ...(period === 0 && last > 0 && leftShifts.has(unit.unitId) ? (['left'] as const) : []),
        ]
        const [side] = sides
        return {
          value: [period, value],
          ...(side !== undefined && {
            label: {
              show: true,
              position: side,
              // A text would have its braces replaced.
              formatter: () =>
                labelOf(unit, side, input, { t, format }, { narrow, namedLeft, room: side === 'left' ? left : right }),
              offset: [
                side === 'right' ? LEADER_WIDTH : -LEADER_WIDTH,
                (side === 'right' ? rightShifts : leftShifts).get(unit.unitId) ?? 0,
              ],
            },
          }),
        }
      })
      series.push({
        ...common(look),
        ...(single && SINGLE),
        id: `${unit.unitId} ${segment[0] ?? 0}`,
        name: unit.name,
        data,
        label: {
          color: told === 'muted' || told === 'kin' ? theme.inkSoft : look.color,
          fontSize: LABEL_FONT,
          fontWeight: told === 'focus' ? 600 : 400,
        },
        emphasis: { lineStyle: { width: Math.max(3, look.width) } },
      })
    }
  }

  const quiet = { type: 'line', silent: true, symbol: 'none', clip: false }
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  for (const { from, to } of kin) {
    if (dense && from !== focus && to !== focus) continue
    const path = kinPath(byId.get(from), byId.get(to), cuts)
    if (path === null) continue
    const own = from === focus || to === focus
    series.push({
      ...quiet,
      id: `kin ${from} ${to}`,
      data: path,
      lineStyle: { color: own ? theme.accent : theme.inkSoft, width: own ? 2 : 1.25, type: 'dotted' },
      z: 3,
    })
  }
  // Lines of a series end at the axes: what leads from a point out to its label is placed in px.
  const leaders = (
    [
      [0, leftShifts, left, -1],
      [last, rightShifts, width - right, 1],
    ] as const
  ).flatMap(([side, shiftsOfSide, x, outwards]) =>
    units.flatMap((unit) => {
      const value = unit.values[side] ?? null
      const shift = shiftsOfSide.get(unit.unitId)
      if (value === null || shift === undefined || Math.abs(shift) < LEADER_FROM) return []
      const y = TOP + yOf(value)
      return [
        [
          { x, y },
          { x: x + outwards * (LEADER_WIDTH + 4), y: y + shift },
        ],
      ]
    }),
  )
  series.push({
    ...quiet,
    id: 'leaders',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: theme.muted, width: 0.75, type: 'solid' },
      data: leaders,
    },
  })
  cuts.forEach((cut, index) => {
    if (!cut) return
    series.push({
      ...quiet,
      id: `break ${index}`,
      symbol: 'circle',
      symbolSize: 0.1,
      data: [
        { value: [index + 0.5, scale === 'rank' ? lowest : highest] },
        {
          value: [index + 0.5, scale === 'rank' ? highest : lowest],
          label: {
            show: true,
            position: 'bottom',
            distance: 8,
            formatter: t('compare.chart.newVersion'),
            color: theme.inkSoft,
            fontSize: 11,
            width: Math.max(60, step),
            overflow: 'break',
          },
        },
      ],
      lineStyle: { color: theme.inkSoft, width: 1, type: 'dashed' },
      z: 1,
    })
  })

  return {
    height: TOP + plot + bottom,
    stops: stops.filter((list) => list.length > 0),
    table: tableOf(input, ordered(scale === 'rank' || lowerIsBetter), { t, format }),
    option: {
      grid: { left, right, top: TOP, bottom, containLabel: false },
      xAxis: {
        type: 'value',
        min: 0,
        max: Math.max(1, last),
        interval: 1,
        position: 'top',
        axisLine: { show: false, onZero: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: theme.rule } },
        axisLabel: {
          // Ranks of few units and of many are not the same: how many there were stands with the period.
          formatter: (value: number) => {
            const period = `{period|${periods[value] ?? ''}}`
            return step < LEAST_STEP ? period : `${period}\n{n|${t('compare.chart.n', { n: counts[value] ?? 0 })}}`
          },
          rich: {
            period: { color: theme.ink, fontSize: step < LEAST_STEP ? 12 : 13, fontWeight: 600, lineHeight: 16 },
            n: { color: theme.inkSoft, fontSize: 11, lineHeight: 14 },
          },
        },
      },
      yAxis: { type: 'value', show: false, inverse: scale === 'rank', min: lowest, max: highest },
      series,
    },
  }
}

/** By the last value; units without one after them, by the value before, and so on. */
function orderOf(a: PlacedUnit, b: PlacedUnit, lowFirst: boolean): number {
  for (let period = a.values.length - 1; period >= 0; period -= 1) {
    const [x, y] = [a.values[period] ?? null, b.values[period] ?? null]
    if (x === null && y === null) continue
    if (x === null) return 1
    if (y === null) return -1
    if (x !== y) return lowFirst ? x - y : y - x
  }
  return 0
}

function rangeOf(units: readonly PlacedUnit[], scale: PlaceLinesInput['scale']): readonly [number, number] {
  const values = units.flatMap(({ values }) => values.filter((value) => value !== null))
  if (scale === 'rank') return [1, values.reduce((a, b) => Math.max(a, b), 2)]
  const low = values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity)
  if (!(low <= high)) return [0, 1]
  return low === high ? [low - 0.01, high + 0.01] : [low, high]
}

/** First and last period of the last run of periods that compare. */
function lastStretch(cuts: readonly boolean[]): readonly [number, number] {
  return [cuts.lastIndexOf(true) + 1, cuts.length]
}

const BIG_MOVES = 3
const MANY_MOVES = 5

/** Ranked units of two periods; null where one of the numbers is not known. */
function countsOf({ rankedCounts }: PlaceLinesInput, from: number, to: number): RankedCounts | null {
  const [before, now] = [rankedCounts[from] ?? null, rankedCounts[to] ?? null]
  return before === null || now === null ? null : { before, now }
}

/**
 * Who moved most over the stretch, for the better and for the worse: the three largest, more where they tie, but where
 * that makes more than five, only those who moved further than the tied ones.
 */
function biggestMoves(
  units: readonly PlacedUnit[],
  [first, last]: readonly [number, number],
  input: PlaceLinesInput,
): ReadonlyMap<string, 'up' | 'down'> {
  const moves = units.flatMap(({ unitId, values }) => {
    const [from, to] = [values[first] ?? null, values[last] ?? null]
    if (from === null || to === null || from === to) return []
    if (input.scale === 'share') return [{ unitId, gained: input.lowerIsBetter ? from - to : to - from }]
    return rankMove(from, to, countsOf(input, first, last)) === 'unclear' ? [] : [{ unitId, gained: from - to }]
  })
  const largest = (sign: 1 | -1) => {
    const sizes = moves.map(({ unitId, gained }) => ({ unitId, size: gained * sign })).filter(({ size }) => size > 0)
    sizes.sort((a, b) => b.size - a.size)
    const limit = sizes[BIG_MOVES - 1]?.size ?? 0
    const most = sizes.filter(({ size }) => size >= limit)
    return most.length <= MANY_MOVES ? most : sizes.filter(({ size }) => size > limit)
  }
  return new Map([
    ...largest(1).map(({ unitId }) => [unitId, 'up'] as const),
    ...largest(-1).map(({ unitId }) => [unitId, 'down'] as const),
  ])
}

/** Runs of periods that one line may join. */
function segmentsOf(values: PlacedUnit['values'], cuts: readonly boolean[]): readonly (readonly number[])[] {
  const segments: number[][] = []
  let open: number[] | null = null
  values.forEach((value, period) => {
    if (cuts[period - 1] === true) open = null
    if (value === null) {
      open = null
      return
    }
    if (open === null) segments.push((open = []))
    open.push(period)
  })
  return segments
}

/** From the last value of the predecessor to the next of the successor; null where there is none, or the criteria do not compare. */
function kinPath(
  from: PlacedUnit | undefined,
  to: PlacedUnit | undefined,
  cuts: readonly boolean[],
): readonly (readonly [number, number])[] | null {
  if (from === undefined || to === undefined) return null
  const start = from.values.findLastIndex((value) => value !== null)
  const end = to.values.findIndex((value, period) => value !== null && period > start)
  const [a, b] = [from.values[start] ?? null, to.values[end] ?? null]
  if (a === null || b === null || cuts.slice(start, end).includes(true)) return null
  return [
    [start, a],
    [end, b],
  ]
}

function labelOf(
  unit: PlacedUnit,
  side: 'left' | 'right',
  input: PlaceLinesInput,
  { format }: Words,
  { narrow, namedLeft, room }: { readonly narrow: boolean; readonly namedLeft: boolean; readonly room: number },
): string {
  const { periods, scale } = input
  const last = periods.length - 1
  const value = unit.values[side === 'left' ? 0 : last] ?? null
  const nameBeside = (others: string) => nameFor(unit, room - LABEL_MARGIN - textWidth(`${others}\u00A0 `, LABEL_FONT))
  const figure = value === null ? NO_VALUE : scale === 'rank' ? format.number(value) : format.share(value, 1)
  if (side === 'left') {
    const named = namedLeft && (!narrow || unit.values[last] === null)
    return named ? `${nameBeside(figure)}\u00A0 ${figure}` : figure
  }
  const move = last === 1 ? moveMark(unit.values[0] ?? null, value, input, narrow && scale === 'share', { format }) : ''
  return `${figure}\u00A0 ${nameBeside(`${figure}${move}`)}${move}`
}

function moveMark(
  from: number | null,
  to: number | null,
  input: PlaceLinesInput,
  arrowOnly: boolean,
  { format }: Pick<Words, 'format'>,
): string {
  const { scale } = input
  if (from === null || to === null || from === to) return ''
  if (scale === 'rank' && rankMove(from, to, countsOf(input, 0, 1)) === 'unclear') return ''
  const gained = scale === 'rank' ? from - to : to - from
  const size = scale === 'rank' ? format.number(Math.abs(gained)) : format.shareSize(gained, 1)
  return ` ${gained > 0 ? '▲' : '▼'}${arrowOnly ? '' : size}`
}

const nameFor = ({ name, short }: PlacedUnit, room: number): string =>
  textWidth(name, LABEL_FONT) <= room ? name : cutToWidth(short, room, LABEL_FONT)

/** Whether ranks of one period are not those of another, because other numbers of units were ranked. */
const hasOtherCounts = ({ scale, rankedCounts }: PlaceLinesInput): boolean =>
  scale === 'rank' && new Set(rankedCounts.filter((count) => count !== null)).size > 1

function spokenOf(unit: PlacedUnit, period: number, input: PlaceLinesInput, words: Words): string {
  const { periods, cuts, scale, rankedCounts } = input
  const { t, format } = words
  const value = unit.values[period] ?? null
  const before = cuts[period - 1] === true ? null : (unit.values[period - 1] ?? null)
  const slots = { unit: unit.name, period: periods[period] ?? '' }
  const n = hasOtherCounts(input) ? (rankedCounts[period] ?? null) : null
  const place =
    value === null
      ? t('compare.point.none', slots)
      : scale === 'share'
        ? t('compare.point.share', { ...slots, share: format.share(value) })
        : n === null
          ? t('compare.point.rank', { ...slots, rank: value })
          : t('compare.point.rankOf', { ...slots, rank: value, n })
  if (value === null || before === null) return place
  const then = periods[period - 1] ?? ''
  const counts = countsOf(input, period - 1, period)
  if (scale === 'rank' && counts !== null && rankMove(before, value, counts) === 'unclear') {
    return t('compare.point.unclear', { place, before: then, rank: before, n: counts.before })
  }
  const change = scale === 'rank' ? placesWords(before - value, words) : changeWords(value - before, words)
  return t('compare.point.change', { place, change, before: then })
}

function tableOf(input: PlaceLinesInput, units: readonly PlacedUnit[], { t, format }: Words): ChartSpec['table'] {
  const { periods, cuts, scale, rankedCounts } = input
  const cell = (value: number | null) =>
    scale === 'share' ? shareCell(value, format) : { text: value === null ? NO_VALUE : format.number(value), value }
  const headOf = (period: string, index: number) => {
    const n = hasOtherCounts(input) ? (rankedCounts[index] ?? null) : null
    if (scale === 'share') return t('compare.col.shareIn', { period })
    return n === null ? t('compare.col.rankIn', { period }) : t('compare.col.rankInOf', { period, n })
  }
  const changeOf = ([from = null, to = null]: PlacedUnit['values']) => {
    if (scale === 'share') return shareChangeCell(from === null || to === null ? null : to - from, format)
    const gained = from === null || to === null ? null : from - to
    return { text: gained === null ? NO_VALUE : format.signed(gained), value: gained }
  }
  const withChange = periods.length === 2 && cuts[0] !== true
  return {
    columns: [
      nameColumn(t('compare.col.unit')),
      ...periods.map((period, index) =>
        scale === 'share' ? shareColumn(headOf(period, index)) : countColumn(headOf(period, index)),
      ),
      ...(withChange
        ? [
            scale === 'rank'
              ? countColumn(t('compare.col.places'), true)
              : shareChangeColumn(t('compare.col.shareChange')),
          ]
        : []),
    ],
    rows: units.map(({ name, values }) => [
      { text: name, value: name },
      ...periods.map((_, period) => cell(values[period] ?? null)),
      ...(withChange ? [changeOf(values)] : []),
    ]),
  }
}
