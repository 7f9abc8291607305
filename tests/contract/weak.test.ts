import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import type { Database } from '@/db/database'
import { ranking } from '@/db/questions/first-view'
import { unitSubIndices } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import type { Weakness } from '@/db/questions/weak'
import { PACKAGE_LIMITS, writeLimits } from '@/domain/weak-limits'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2022 = yearly('2022')
const y2023 = yearly('2023')
const y2024 = yearly('2024')
const YEARS = [y2022, y2023, y2024] as const
const LIMITED = { ...Y2024, limits: PACKAGE_LIMITS }

/** Scores of each unit in 2022, 2023 and 2024 (the last alone: 2024); null: assessed without a score, undefined: no line. */
type Years = readonly (number | null | undefined)[]

/** Fields of 100 points each, by name; u1, u2, … in the order of the list. */
function block(fields: Readonly<Record<string, readonly (number | Years)[]>>, more: Tables = {}): Tables {
  const units = Array.from(
    { length: Math.max(...Object.values(fields).map(({ length }) => length)) },
    (_, i) => `u${i + 1}`,
  )
  return {
    units: units.map((id) => unit(id)),
    sub_indices: Object.keys(fields).map((id, index) => subIndex(id, 100, { position: index + 1 })),
    editions: YEARS.map(({ edition }) => edition),
    results: YEARS.flatMap((year) => units.map((id) => year.result(id))),
    scores: Object.entries(fields).flatMap(([field, rows]) =>
      rows.flatMap((given, index) => {
        const scores = typeof given === 'number' ? [given] : given
        return YEARS.slice(-scores.length).flatMap((year, place) => {
          const score = scores[place]
          return score === undefined ? [] : [year.score(`u${index + 1}`, field, score)]
        })
      }),
    ),
    ...more,
  }
}

const name = ({ subIndexId, unitId }: Weakness) => `${subIndexId} ${unitId}`
const byUnit = (a: Weakness, b: Weakness) => (a.unitId < b.unitId ? -1 : 1)
const TESTS = ['absolute', 'byDeviation', 'byQuantile', 'fell', 'fellTwice'] as const
const fired = (row: Weakness) => TESTS.filter((test) => row[test])

let database: Database
const opened = (tables: Tables) => {
  beforeAll(async () => {
    database = await openPackage(tables)
  })
  afterAll(async () => {
    await database.close()
  })
}
const weak = async (limits = PACKAGE_LIMITS) => askDatabase(database, weaknesses, { ...LIMITED, limits })
const summaryOf = async (field: string) =>
  (await askDatabase(database, fieldSummary, LIMITED)).find(({ subIndexId }) => subIndexId === field)
const found = async (key: string, limits = PACKAGE_LIMITS) => (await weak(limits)).find((row) => name(row) === key)

describe('three units, too few for a test against the block', () => {
  opened(
    block({
      low: [58.4, 58.5, 65],
      middling: [71.4, 71.5, 100],
      fell: [
        [95, 90],
        [95.5, 90],
        [94.5, 90],
      ],
      twice: [
        [90.8, 90.6, 90.4],
        [91, 90.5, 90],
        [90, 90, 89],
      ],
    }),
  )

  test('which are weak, by which test, and which at the edge of one', async () => {
    expect((await weak()).map((row) => [name(row), row.severity, fired(row), row.edge])).toEqual([
      // 0,1 points up to the median of 58,5 come first.
      ['low u1', 1, ['absolute'], false],
      // 95 to 90 is exactly 0,05: weak, and not at 0,055. 95,5 to 90 still is.
      ['fell u1', 1, ['fell'], true],
      // Each year by 0,002, less than a tenth of 0,05.
      ['twice u1', 1, ['fellTwice'], true],
      // 58,5 is under 65 and not under 58,5.
      ['low u2', 1, ['absolute'], true],
      ['fell u2', 1, ['fell'], false],
      ['twice u2', 1, ['fellTwice'], false],
      // Not weak: under 71,5, and a fall of 0,045.
      ['middling u1', 0, [], true],
      ['low u3', 0, [], true],
      ['fell u3', 0, [], true],
    ])
  })

  test('the figures of a fall: 0,005 and 0,005 before it', async () => {
    expect(await found('twice u2')).toMatchObject({
      score: 90,
      maxScore: 100,
      share: 0.9,
      gap: 0,
      fall: 0.005,
      fallBefore: 0.005,
    })
  })

  test('a threshold a tenth lower or higher: who is added, who dropped', async () => {
    const rows = await askDatabase(database, thresholdEffects, LIMITED)
    const none = { lowerAdded: 0, lowerDropped: 0, higherAdded: 0, higherDropped: 0 }
    expect(rows).toEqual([
      {
        ...none,
        ruleId: 'weak-absolute-share',
        value: 0.65,
        weakCount: 6,
        lowerValue: 0.585,
        lowerDropped: 1,
        higherValue: 0.715,
        higherAdded: 2,
      },
      { ...none, ruleId: 'weak-relative-deviations', value: 1, weakCount: 6, lowerValue: 0.9, higherValue: 1.1 },
      { ...none, ruleId: 'weak-bottom-quantile', value: 0.25, weakCount: 6, lowerValue: 0.225, higherValue: 0.275 },
      {
        ...none,
        ruleId: 'weak-fall-share',
        value: 0.05,
        weakCount: 6,
        lowerValue: 0.045,
        lowerAdded: 1,
        higherValue: 0.055,
        higherDropped: 1,
      },
    ])
  })

  test('a viewer’s own thresholds count instead of those of the package', async () => {
    const strict = writeLimits({ absolute: 0.715, deviations: 1, quantile: 0.25, fall: 0.06 })
    expect((await weak(strict)).filter(({ severity }) => severity > 0).map(name)).toEqual([
      'low u1',
      'middling u1',
      'twice u1',
      'low u2',
      'twice u2',
      'low u3',
    ])
  })
})

describe('fourteen units', () => {
  const from80 = Array.from({ length: 14 }, (_, index) => 80 + index)
  opened(
    block({
      spread: from80,
      twins: from80.map((_, index) => (index < 5 ? 80 : 90)),
      equal: from80.map(() => 90),
      few: from80.map((score, index) => (index < 7 ? score : [null])),
    }),
  )
  const limited = (deviations: number) => writeLimits({ absolute: 0.65, deviations, quantile: 0.25, fall: 0.05 })
  const inField = async (field: string, limits = PACKAGE_LIMITS) =>
    (await weak(limits)).filter(({ subIndexId }) => subIndexId === field)

  test('80 to 93: median 86,5, deviation 4,03, lowest quarter under 83,25', async () => {
    expect(
      (await inField('spread')).map((row) => [row.unitId, row.severity, fired(row), row.edge, row.recoverable]),
    ).toEqual([
      ['u1', 1, ['byDeviation', 'byQuantile'], false, 6.5],
      ['u2', 1, ['byDeviation', 'byQuantile'], false, 5.5],
      ['u3', 1, ['byDeviation', 'byQuantile'], false, 4.5],
      // Not under 82,925, where the lowest 22,5 % end.
      ['u4', 1, ['byQuantile'], true, 3.5],
    ])
    const summary = await summaryOf('spread')
    expect(summary).toMatchObject({
      unitCount: 14,
      mean: 0.865,
      median: 0.865,
      q1: 0.8325,
      q3: 0.8975,
      bottom: 0.8325,
      best: 0.93,
      lowest: 0.8,
    })
    expect(summary?.deviation).toBeCloseTo(0.0403113, 7)
  })

  test('strong mirrors weak: above the median by more than the deviation, or in the highest quarter (over 89,75)', async () => {
    const strong = async (id: string) =>
      (await askDatabase(database, unitSubIndices, { ...Y2024, unit: id })).flatMap((row) =>
        row.strong ? [row.subIndexId] : [],
      )
    expect(await strong('u11')).toEqual(['spread'])
    expect(await strong('u10')).toEqual([])
    // 86 is the best of seven, and seven are too few.
    expect(await strong('u7')).toEqual([])
  })

  test('five at 80 and nine at 90: 10 points are more than 2 deviations (9,58), 2,2 would be more (10,54)', async () => {
    const at = async (deviations: number) =>
      (await inField('twins', limited(deviations))).map((row) => [fired(row), row.edge])
    const five = (row: readonly unknown[]) => Array.from({ length: 5 }, () => row)
    expect(await at(1)).toEqual(five([['byDeviation'], false]))
    expect(await at(2)).toEqual(five([['byDeviation'], true]))
    expect(await at(2.2)).toEqual(five([[], true]))
    expect(await at(3)).toEqual([])
  })

  test('units with equal shares are not weak against each other, at any threshold', async () => {
    expect(await inField('equal')).toEqual([])
    expect(await inField('equal', limited(0))).toEqual([])
    expect(await summaryOf('equal')).toMatchObject({ deviation: 0, bottom: 0.9, lostPoints: 140 })
  })

  test('seven scored units of fourteen are too few for a test against the block', async () => {
    expect(await inField('few')).toEqual([])
    expect(await summaryOf('few')).toMatchObject({ unitCount: 7, bottom: null, missing: [{ reason: null, count: 7 }] })
  })

  test('the furthest thresholds list everyone below full marks, or nobody', async () => {
    expect(await weak(writeLimits({ absolute: 0, deviations: 5, quantile: 0, fall: 1 }))).toEqual([])
    const all = await weak(writeLimits({ absolute: 1, deviations: 0, quantile: 0.5, fall: 0.001 }))
    expect(all).toHaveLength(14 * 3 + 7)
    expect(all.every(({ absolute }) => absolute)).toBe(true)
    const lowerHalf = await inField('spread', writeLimits({ absolute: 0.5, deviations: 5, quantile: 0.5, fall: 1 }))
    expect(lowerHalf.filter(({ severity }) => severity > 0)).toHaveLength(7)
    const effects = await askDatabase(database, thresholdEffects, {
      ...LIMITED,
      limits: writeLimits({ absolute: 1, deviations: 0, quantile: 0, fall: 1 }),
    })
    expect(effects.map(({ value, lowerValue, higherValue }) => [value, lowerValue, higherValue])).toEqual([
      [1, 0.9, 1],
      [0, 0, 0],
      [0, 0, 0],
      [1, 0.9, 1.1],
    ])
  })
})

describe('periods running', () => {
  opened(
    block(
      {
        x: [
          [50, 50, 50],
          [50, 80, 50],
          [50, null, 50],
          [undefined, 50, 50],
          [80, 80, 80],
        ],
        weighted: [5, 8, 8],
      },
      { sub_indices: [subIndex('x', 100), subIndex('weighted', 10, { weight: 20, position: 2 })] },
    ),
  )
  const running = async (limits?: string) =>
    (await weak(limits))
      .filter(({ subIndexId }) => subIndexId === 'x')
      .toSorted(byUnit)
      .map(({ unitId, periodsRunning }) => [unitId, periodsRunning])

  test('an edition in which a unit was not weak or has no score ends the run', async () => {
    expect(await running()).toEqual([
      ['u1', 3],
      ['u2', 1],
      ['u3', 1],
      ['u4', 2],
    ])
  })

  test('the thresholds of the viewer hold for the editions before too', async () => {
    expect(await running(writeLimits({ absolute: 0.85, deviations: 1, quantile: 0.25, fall: 0.05 }))).toEqual([
      ['u1', 3],
      ['u2', 3],
      ['u3', 1],
      ['u4', 2],
      ['u5', 3],
    ])
  })

  test('what comes after an edition is not in it', async () => {
    const rows = await askDatabase(database, weaknesses, { ...LIMITED, period: '2023' })
    expect(rows.toSorted(byUnit).map(({ unitId, periodsRunning }) => [unitId, periodsRunning])).toEqual([
      ['u1', 2],
      ['u4', 1],
    ])
  })

  test('the scorecard of the unit says the same', async () => {
    expect(await askDatabase(database, unitSubIndices, { ...Y2024, unit: 'u2' })).toMatchObject([
      {
        subIndexId: 'x',
        weakAbsolute: true,
        weakFalling: true,
        fell: true,
        fellTwice: false,
        edge: false,
        periodsRunning: 1,
      },
      { subIndexId: 'weighted', weakAbsolute: false, edge: false, periodsRunning: 0 },
    ])
  })

  test('points recoverable are those of the weight: 30 % of 20', async () => {
    expect(await found('weighted u1')).toMatchObject({ score: 5, maxScore: 10, gap: 0.3, recoverable: 6 })
  })
})

describe('a block with gaps, levels and maxima of its own', () => {
  const reason = (missing_reason: 'not-assessed' | 'not-applicable') => ({ missing_reason })
  opened({
    units: ['u1', 'u2', 'u3', 'u4'].map((id) => unit(id)),
    sub_indices: [
      subIndex('a', 60, { position: 2, lead_unit_id: 'u2' }),
      subIndex('a-1', 30, { position: 1, parent_id: 'a' }),
      subIndex('b', 40, { position: 1 }),
      subIndex('zero', 0, { position: 3 }),
      subIndex('unknown', null, { position: 3 }),
      subIndex('nobody', 10, { position: 4 }),
      subIndex('circle', 10, { position: 5, parent_id: 'circle' }),
    ],
    editions: [y2023.edition, y2024.edition],
    results: ['u1', 'u2', 'u3', 'u4'].map((id, index) => y2024.result(id, { rank: 4 - index })),
    scores: [
      y2023.score('u1', 'a', 36),
      y2023.score('u2', 'a', 48),
      y2024.score('u1', 'a', 30),
      y2024.score('u2', 'a', 48),
      y2024.score('u3', 'a', null, reason('not-assessed')),
      y2024.score('u1', 'a-1', 10),
      y2024.score('u1', 'b', 40),
      y2024.score('u2', 'b', 30),
      y2024.score('u3', 'b', 10, { max_score: 20 }),
      y2024.score('u1', 'zero', 3),
      y2024.score('u1', 'unknown', 3),
      y2024.score('u1', 'nobody', null, reason('not-applicable')),
    ],
  })

  test('fields come in the order of the criteria; statistics are over the units with a share', async () => {
    const rows = await askDatabase(database, fieldSummary, LIMITED)
    expect(
      rows.map(({ subIndexId, level, unitCount, mean, weakestPlace }) => [
        subIndexId,
        level,
        unitCount,
        mean,
        weakestPlace,
      ]),
    ).toEqual([
      ['b', 1, 3, 0.75, 2],
      ['a', 1, 2, 0.65, 1],
      ['a-1', 2, 1, 0.333333333333, 1],
      ['unknown', 1, 0, null, null],
      ['zero', 1, 0, null, null],
      ['nobody', 1, 0, null, null],
    ])
  })

  test('what a field has: its change over the units of both years, the points lost, who is missing and why', async () => {
    expect(await summaryOf('a')).toEqual({
      subIndexId: 'a',
      parentId: null,
      level: 1,
      nameVi: 'Lĩnh vực a',
      nameEn: 'Field a',
      maxScore: 60,
      leadUnitId: 'u2',
      leadNameVi: 'Sở u2',
      leadNameEn: 'Unit u2',
      unitCount: 2,
      mean: 0.65,
      median: 0.65,
      q1: 0.575,
      q3: 0.725,
      deviation: 0.15,
      best: 0.8,
      lowest: 0.5,
      bottom: null,
      weakestPlace: 1,
      previousPeriod: '2023',
      // 0,5 − 0,6 and 0,8 − 0,8.
      meanChange: -0.05,
      comparedCount: 2,
      weakCount: 1,
      absoluteCount: 1,
      relativeCount: 0,
      fallingCount: 1,
      edgeCount: 0,
      // 0,15 of 60.
      recoverable: 9,
      // 30 + 12 here, 10 + 10 in b.
      lostPoints: 42,
      lostPart: 0.677419354839,
      missing: [
        { reason: 'not-assessed', count: 1 },
        { reason: null, count: 1 },
      ],
    })
    expect(await summaryOf('b')).toMatchObject({
      leadUnitId: null,
      leadNameVi: null,
      meanChange: null,
      comparedCount: 0,
      lostPoints: 20,
    })
    expect(await summaryOf('nobody')).toMatchObject({
      median: null,
      deviation: null,
      lostPoints: null,
      lostPart: null,
      weakCount: 0,
      recoverable: 0,
      missing: [
        { reason: 'not-applicable', count: 1 },
        { reason: null, count: 3 },
      ],
    })
    // A score without a known maximum is no share, but it is not missing.
    expect(await summaryOf('unknown')).toMatchObject({
      unitCount: 0,
      maxScore: null,
      missing: [{ reason: null, count: 3 }],
    })
  })

  test('the matrix has a cell for every field, ranked units first, and counts the first level', async () => {
    const rows = await askDatabase(database, fieldMatrix, LIMITED)
    expect(rows.map(({ unitId, rank, weakCount, recoverable }) => [unitId, rank, weakCount, recoverable])).toEqual([
      ['u4', 1, 0, 0],
      ['u3', 2, 1, 5],
      ['u2', 3, 0, 0],
      ['u1', 4, 1, 9],
    ])
    const empty = { share: null, missingReason: null, severity: 0, edge: false }
    expect(rows[0]?.cells).toEqual(Array.from({ length: 6 }, () => empty))
    expect(rows[3]?.cells).toEqual([
      { ...empty, share: 1 },
      { ...empty, share: 0.5, severity: 2 },
      { ...empty, share: 0.333333333333, severity: 1 },
      empty,
      empty,
      { ...empty, missingReason: 'not-applicable' },
    ])
  })

  test('points recoverable are those of the maximum that applied: 25 % of 20', async () => {
    expect(await found('b u3')).toMatchObject({ score: 10, maxScore: 20, share: 0.5, gap: 0.25, recoverable: 5 })
  })

  test('the ranking counts the same weaknesses, and none where there is no score', async () => {
    const rows = await askDatabase(database, ranking, Y2024)
    expect(rows.map(({ unitId, weakCount }) => [unitId, weakCount])).toEqual([
      ['u4', null],
      ['u3', 1],
      ['u2', 0],
      ['u1', 1],
    ])
  })
})

describe('an index in which a low share is good', () => {
  opened(
    block(
      { x: [10, 11, 12, 13, 14, 15, 16, [30, 40]] },
      {
        indices: [{ index_id: 'par', name_vi: 'I', name_en: 'I', short_name: 'I', position: 1, direction: 'lower' }],
      },
    ),
  )

  test('the highest shares are weak, a rise is a fall, and gaps are positive where it is worse', async () => {
    expect((await weak()).map((row) => [row.unitId, row.severity, fired(row)])).toEqual([
      ['u8', 3, ['absolute', 'byDeviation', 'byQuantile', 'fell']],
      // 16 is over 15,25, where the worst quarter begins.
      ['u7', 1, ['byQuantile']],
    ])
    expect(await found('x u8')).toMatchObject({ share: 0.4, gap: 0.265, fall: 0.1, recoverable: 26.5 })
  })

  test('statistics are those of the shares', async () => {
    expect(await summaryOf('x')).toMatchObject({
      median: 0.135,
      q1: 0.1175,
      q3: 0.1525,
      best: 0.1,
      lowest: 0.4,
      bottom: 0.1525,
      meanChange: 0.1,
      lostPoints: 131,
    })
    const [row] = await askDatabase(database, unitSubIndices, { ...Y2024, unit: 'u8' })
    expect(row).toMatchObject({ shareChange: 0.1, blockMedian: 0.135, blockBest: 0.1, rank: 8, weakFalling: true })
  })
})

describe('blocks in which there is little to say', () => {
  const rowsOf = async (tables: Tables) => {
    const one = await openPackage(tables)
    const rows = {
      matrix: await askDatabase(one, fieldMatrix, LIMITED),
      summary: await askDatabase(one, fieldSummary, LIMITED),
      weak: await askDatabase(one, weaknesses, LIMITED),
      effects: await askDatabase(one, thresholdEffects, LIMITED),
    }
    await one.close()
    return rows
  }

  test('one unit, in its first period: only the absolute test can be asked', async () => {
    const { matrix, summary, weak: rows } = await rowsOf(block({ x: [60], y: [90] }))
    expect(matrix).toMatchObject([{ unitId: 'u1', weakCount: 1, recoverable: 0 }])
    expect(rows).toMatchObject([
      { absolute: true, gap: 0, fall: null, fallBefore: null, recoverable: 0, periodsRunning: 1 },
    ])
    expect(summary[0]).toMatchObject({
      unitCount: 1,
      deviation: 0,
      meanChange: null,
      weakestPlace: 1,
      lostPoints: 40,
      lostPart: 0.8,
    })
  })

  test('nobody has a score: no weakness, no figure, and units all the same', async () => {
    const { matrix, summary, weak: rows, effects } = await rowsOf(block({ x: [[null], [null]] }))
    expect(matrix.map(({ unitId, weakCount }) => [unitId, weakCount])).toEqual([
      ['u1', 0],
      ['u2', 0],
    ])
    expect(summary).toMatchObject([{ unitCount: 0, mean: null, lostPart: null, missing: [{ reason: null, count: 2 }] }])
    expect(rows).toEqual([])
    expect(effects.map(({ weakCount, lowerAdded, higherAdded }) => [weakCount, lowerAdded, higherAdded])).toEqual(
      Array.from({ length: 4 }, () => [0, 0, 0]),
    )
  })

  test('results without any sub-index: the units have no cells', async () => {
    const { matrix, summary, effects } = await rowsOf({
      units: [unit('u1')],
      editions: [y2024.edition],
      results: [y2024.result('u1', { total_score: 80 })],
    })
    expect(matrix).toMatchObject([{ unitId: 'u1', rank: 1, weakCount: 0, recoverable: 0, cells: [] }])
    expect(summary).toEqual([])
    expect(effects).toHaveLength(4)
  })

  test('full marks for all: no point is lost, and no part of what is lost', async () => {
    const { summary } = await rowsOf(block({ x: [100, 100] }))
    expect(summary).toMatchObject([{ lostPoints: 0, lostPart: null }])
  })

  test('a unit that comes from another block has fallen from nothing', async () => {
    const other = { block_id: 'vertical' } as const
    const { weak: rows } = await rowsOf({
      blocks: [
        { block_id: 'departments', name_vi: 'Sở', name_en: 'Departments', position: 1 },
        { block_id: 'vertical', name_vi: 'Ngành dọc', name_en: 'Vertical', position: 2 },
      ],
      units: [unit('u1'), unit('u2')],
      sub_indices: [subIndex('x', 100), subIndex('x', 100, other)],
      editions: [{ ...y2023.edition, ...other }, y2023.edition, y2024.edition],
      results: [y2023.result('u1', other), y2023.result('u2'), y2024.result('u1'), y2024.result('u2')],
      scores: [
        y2023.score('u1', 'x', 95, other),
        y2023.score('u2', 'x', 95),
        y2024.score('u1', 'x', 80),
        y2024.score('u2', 'x', 80),
      ],
    })
    expect(rows.map(({ unitId, fell, fall }) => [unitId, fell, fall])).toEqual([['u2', true, 0.15]])
  })
})
