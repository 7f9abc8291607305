import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import { ranking, summary } from '@/db/questions/first-view'
import { FURTHER } from '@/db/questions/further'
import { peers, unitHistory, unitStandings, units } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, weaknesses } from '@/db/questions/weak'
import { LIMIT_NAMES, LIMIT_RANGES, PACKAGE_LIMITS, writeLimits } from '@/domain/weak-limits'
import type { WeakLimits } from '@/domain/weak-limits'
import type { Asked } from '../fixtures/real/asked'
import { asking, notFinite } from '../fixtures/real/asked'
import type { Tables } from './fixture'
import { openPackage, subIndex, unit, yearly } from './fixture'

type Cells = Readonly<Record<string, readonly (number | null)[]>>

/** A block: the maxima of its sub-indices (null: unknown), and by year what its units have in each (null: not published). */
function block(id: string, maxima: readonly (number | null)[], years: Readonly<Record<string, Cells>>): Tables {
  const all = Object.entries(years).map(([period, cells]) => ({ year: yearly(period), cells: Object.entries(cells) }))
  return {
    blocks: [{ block_id: id, name_vi: `Khối ${id}`, name_en: `Block ${id}`, position: 1 }],
    sub_indices: maxima.map((max, index) => subIndex(`f${index}`, max, { block_id: id, position: index + 1 })),
    editions: all.map(({ year }) => ({ ...year.edition, block_id: id })),
    results: all.flatMap(({ year, cells }) =>
      cells.map(([name]) => ({ ...year.result(name), block_id: id, max_score: null })),
    ),
    scores: all.flatMap(({ year, cells }) =>
      cells.flatMap(([name, scores]) =>
        scores.map((score, index) => ({
          ...year.score(name, `f${index}`, score, { missing_reason: score === null ? 'not-published' : null }),
          block_id: id,
        })),
      ),
    ),
  }
}

const same = (names: readonly string[], scores: readonly (number | null)[]): Cells =>
  Object.fromEntries(names.map((name) => [name, scores]))
const TEN = Array.from({ length: 10 }, (_, index) => `u${index}`)

const BLOCKS = [
  block('one-unit', [10, 10], { '2023': { a: [4, 9] }, '2024': { a: [5, 8] } }),
  block('two-units', [10, 10, 10], { '2023': { a: [4, 9, 2], b: [4, 9, 2] }, '2024': { a: [5, 8, 2], b: [4, 9, 2] } }),
  block('all-equal', [10], { '2023': same(TEN, [6]), '2024': same(TEN, [6]) }),
  block('all-zero', [10], { '2023': same(TEN, [0]), '2024': same(TEN, [0]) }),
  block('all-missing', [10, 10], { '2023': same(['a', 'b'], [null, null]), '2024': same(['a', 'b'], [null, null]) }),
  block('one-period', [10], { '2024': { a: [3], b: [7] } }),
  block('maxima', [0, null, 10], { '2023': { a: [2, 3, 4], b: [1, 5, 6] }, '2024': { a: [1, 2, 9], b: [2, 4, 1] } }),
  block('no-criteria', [], { '2023': { a: [], b: [] }, '2024': { a: [], b: [] } }),
  block('moved-from', [10], { '2023': { m: [8], b: [5] }, '2024': { b: [6] } }),
  block('moved-to', [10], { '2023': { c: [8] }, '2024': { m: [2], c: [6] } }),
  block('merged', [10], { '2023': { p: [8], q: [5], r: [4] }, '2024': { s: [7] } }),
]
const gather = <T extends 'blocks' | 'sub_indices' | 'editions' | 'results' | 'scores'>(table: T) =>
  BLOCKS.flatMap((one) => one[table] ?? [])

const UNITS = [...TEN, 'a', 'b', 'c', 'm', 'p', 'q', 'r', 's', 'pq', 'never']
const LAST = '2024'
const FIRST = '2023'

describe('blocks that statistics were not made for', () => {
  let asked: Asked
  beforeAll(async () => {
    const merge = (from: string, to: string, on: string) =>
      ({ from_unit_id: from, to_unit_id: to, on_date: on, kind: 'merge' }) as const
    asked = await asking(
      await openPackage({
        blocks: gather('blocks'),
        sub_indices: gather('sub_indices'),
        editions: gather('editions'),
        results: gather('results'),
        scores: gather('scores'),
        units: UNITS.map((id) => unit(id)),
        // Merged twice in a year, and once in a circle.
        lineage: [
          merge('p', 'pq', '2024-03-01'),
          merge('q', 'pq', '2024-03-01'),
          merge('pq', 's', '2024-07-01'),
          merge('r', 's', '2024-07-01'),
          merge('s', 'pq', '2024-07-01'),
        ],
      }),
    )
  }, 60_000)
  afterAll(async () => {
    await asked.database.close()
  })

  const key = (id: string, period = LAST) => ({ index: 'par', period, block: id, set: 'main' })
  const pair = (id: string) => ({ ...key(id), before: FIRST })
  const extreme = (name: 'min' | 'max') =>
    writeLimits(
      Object.fromEntries(LIMIT_NAMES.map((limit) => [limit, LIMIT_RANGES[limit][name]])) as Record<
        keyof WeakLimits,
        number
      >,
    )

  test('a number that is none is found wherever it stands', () => {
    expect(notFinite([{ a: 1, b: [{ c: NaN }] }, { a: Infinity, b: null }, { a: undefined }], 'rows')).toEqual([
      'rows[0].b[0].c = NaN',
      'rows[1].a = Infinity',
      'rows[2].a = undefined',
    ])
  })

  test('every question about each has an answer without NaN, at the thresholds of the package and at the furthest', async () => {
    const hardest = ['one-unit', 'all-zero', 'all-missing', 'maxima', 'no-criteria', 'merged']
    const questions = [ranking, summary, ...FURTHER]
    let rows = 0
    for (const id of hardest) {
      const params = {
        ...pair(id),
        limits: PACKAGE_LIMITS,
        unit: id === 'merged' ? 's' : id === 'all-zero' ? 'u0' : 'a',
      }
      for (const question of questions) rows += (await asked.ask(question, params)).length
      for (const limits of [extreme('min'), extreme('max')]) {
        rows += (await asked.ask(weaknesses, { ...params, limits })).length
        rows += (await asked.ask(fieldSummary, { ...params, limits })).length
      }
    }
    expect(rows).toBeGreaterThan(300)
  }, 60_000)

  test('one unit leads itself: no place to gain, nobody to be compared with', async () => {
    expect(await asked.ask(summary, key('one-unit'))).toMatchObject([
      { unitCount: 1, mean: 0.65, median: 0.65, gap: 0, roseCount: 0, fellCount: 0, biggestRise: null },
    ])
    expect(await asked.ask(rankChange, pair('one-unit'))).toMatchObject([
      { placesGained: 0, ownEffect: 0, othersEffect: 0 },
    ])
    expect(await asked.ask(peers, { ...key('one-unit'), unit: 'a' })).toEqual([])
    const weak = await asked.ask(weaknesses, { ...key('one-unit'), limits: PACKAGE_LIMITS })
    // 5 of 10 is under 65 %; 9 → 8 of 10 fell by 10 % points.
    expect(
      weak.map(({ subIndexId, absolute, byDeviation, byQuantile, fell }) => [
        subIndexId,
        absolute,
        byDeviation,
        byQuantile,
        fell,
      ]),
    ).toEqual([
      ['f0', true, false, false, false],
      ['f1', false, false, false, true],
    ])
  })

  test('equals share the first place and are not weak against each other', async () => {
    for (const id of ['all-equal', 'all-zero']) {
      const rows = await asked.ask(ranking, key(id))
      expect(new Set(rows.map(({ rank, tied, placesGained }) => `${rank} ${tied} ${placesGained}`))).toEqual(
        new Set(['1 true 0']),
      )
      for (const limits of [PACKAGE_LIMITS, extreme('min'), extreme('max')]) {
        const weak = await asked.ask(weaknesses, { ...key(id), limits })
        expect(weak.filter(({ byDeviation, byQuantile, fell }) => byDeviation || byQuantile || fell)).toEqual([])
      }
    }
    expect(await asked.ask(editionHistory, key('all-zero'))).toMatchObject([
      { mean: 0, deviation: 0, gap: 0 },
      { mean: 0, deviation: 0, gap: 0 },
    ])
  })

  test('where nothing is published nothing is 0, and the reason stands in its place', async () => {
    expect(await asked.ask(summary, key('all-missing'))).toMatchObject([
      { unitCount: 2, rankedCount: 0, scoredCount: 0, mean: null, best: null, gap: null, weakest: null, leaders: [] },
    ])
    const fields = await asked.ask(fieldSummary, { ...key('all-missing'), limits: extreme('max') })
    expect(fields.map(({ mean, weakCount, missing }) => [mean, weakCount, missing])).toEqual([
      [null, 0, [{ reason: 'not-published', count: 2 }]],
      [null, 0, [{ reason: 'not-published', count: 2 }]],
    ])
    expect(await asked.ask(changeSplit, pair('all-missing'))).toMatchObject([
      { unitId: 'a', change: null, reason: 'no-share', parts: [] },
      { unitId: 'b', change: null, reason: 'no-share', parts: [] },
    ])
  })

  test('a single period compares with nothing', async () => {
    expect(await asked.ask(comparability, pair('one-period'))).toEqual([])
    expect(await asked.ask(editionHistory, key('one-period'))).toMatchObject([{ period: LAST, changeBasis: null }])
    expect(await asked.ask(ranking, key('one-period'))).toMatchObject([
      { unitId: 'b', previousRank: null, placesGained: null, shareChange: null },
      { unitId: 'a', previousRank: null, placesGained: null, shareChange: null },
    ])
  })

  test('a maximum of 0 counts for nothing; an unknown one leaves points without a share, and the total too', async () => {
    const matrix = await asked.ask(fieldMatrix, { ...key('maxima'), limits: PACKAGE_LIMITS })
    expect(matrix.map(({ unitId, cells }) => [unitId, cells.map(({ share }) => share)])).toEqual([
      ['a', [null, null, 0.9]],
      ['b', [null, null, 0.1]],
    ])
    // 2 + 9 and 4 + 1 points of nobody knows how many.
    expect(await asked.ask(ranking, key('maxima'))).toMatchObject([
      { unitId: 'a', points: 11, maxScore: null, share: null, rank: null },
      { unitId: 'b', points: 5, maxScore: null, share: null, rank: null },
    ])
  })

  test('a unit that changed its block enters one and leaves the other, and is compared with itself in neither', async () => {
    const [from] = await asked.ask(comparability, pair('moved-from'))
    const [to] = await asked.ask(comparability, pair('moved-to'))
    expect([from?.unitsLeft.map(({ unitId }) => unitId), from?.unitsEntered]).toEqual([['m'], []])
    expect([to?.unitsEntered.map(({ unitId }) => unitId), to?.unitsLeft]).toEqual([['m'], []])
    expect((await asked.ask(changeSplit, pair('moved-to'))).map(({ unitId }) => unitId)).toEqual(['c'])
    const moved = (await asked.ask(unitStandings, { unit: 'm' })).map((row) => [
      row.blockId,
      row.period,
      row.shareChange,
    ])
    expect(moved).toEqual([
      ['moved-to', LAST, null],
      ['moved-from', FIRST, null],
    ])
    expect((await asked.ask(units, {})).find(({ unitId }) => unitId === 'm')?.blockId).toBe('moved-to')
  })

  test('units merged twice in a year, in a circle too, are each named once', async () => {
    const [terms] = await asked.ask(comparability, pair('merged'))
    const entered = terms?.unitsEntered.map(({ unitId, predecessors }) => [
      unitId,
      predecessors.map((kin) => kin.unitId).toSorted(),
    ])
    expect(entered).toEqual([['s', ['p', 'q', 'r']]])
    expect(terms?.unitsLeft.map(({ unitId, successors }) => [unitId, successors.map((kin) => kin.unitId)])).toEqual([
      ['p', ['s']],
      ['q', ['s']],
      ['r', ['s']],
    ])
    const history = await asked.ask(unitHistory, { unit: 's' })
    expect(history.map(({ unitId, period }) => [unitId, period])).toEqual([
      ['p', FIRST],
      ['q', FIRST],
      ['r', FIRST],
      ['s', LAST],
    ])
    const members = await asked.ask(blockHistory, key('merged'))
    expect(members.map(({ unitId, standings }) => [unitId, standings.length])).toEqual([
      ['p', 1],
      ['q', 1],
      ['r', 1],
      ['s', 1],
    ])
  })
})
