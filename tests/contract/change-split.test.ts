import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { changeSplit } from '@/db/questions/change'
import type { ChangeSplit } from '@/db/questions/change'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')
const v2024 = yearly('2024', 'v2')
const versions = ['v1', 'v2'].map((version) => ({ index_id: 'par', version_id: version }))
const PAIR = { index: 'par', block: 'departments', set: 'main', period: '2024', before: '2023' } as const

/** Fields of 60 and 40 points in both years. */
const xAndY = [subIndex('x', 60), subIndex('y', 40, { position: 2 })]

async function split(tables: Tables, pair: Readonly<Record<keyof typeof PAIR, string>> = PAIR) {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, changeSplit, pair)
  await database.close()
  return rows
}

async function splitOf(unitId: string, tables: Tables): Promise<ChangeSplit> {
  const row = (await split(tables)).find((one) => one.unitId === unitId)
  if (!row) throw new Error(`no change of ${unitId}`)
  return row
}

const effects = ({ parts }: ChangeSplit) => parts.map(({ kind, subIndexId, effect }) => [kind, subIndexId, effect])
const sum = ({ parts }: ChangeSplit) => parts.reduce((total, { effect }) => total + effect, 0)

describe('a common sub-index', () => {
  test('under the same maxima it gives its weight times the change of its share: 0.6 × 25 − 0.4 × 25 = 5 % points', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', 20),
        y2024.score('a', 'x', 45),
        y2024.score('a', 'y', 10),
      ],
    })
    expect(row).toEqual({
      unitId: 'a',
      nameVi: 'Sở a',
      nameEn: 'Unit a',
      shortVi: null,
      shortEn: null,
      shareBefore: 0.5,
      shareNow: 0.55,
      change: 0.05,
      pointsBefore: 50,
      pointsNow: 55,
      maxBefore: 100,
      maxNow: 100,
      reason: null,
      parts: [
        {
          position: 1,
          kind: 'common',
          subIndexId: 'x',
          nameVi: 'Lĩnh vực x',
          nameEn: 'Field x',
          effect: 0.15,
          scoreEffect: 0.15,
          weightEffect: 0,
          shareBefore: 0.5,
          shareNow: 0.75,
          weightBefore: 0.6,
          weightNow: 0.6,
        },
        expect.objectContaining({ position: 2, subIndexId: 'y', effect: -0.1, scoreEffect: -0.1, weightEffect: 0 }),
      ],
    })
  })

  test('a new maximum has an effect of its own: where x weighs 0.6 then 0.8, y 0.4 then 0.2, an equal total hides ±30 % points', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      versions,
      sub_indices: [
        ...xAndY,
        subIndex('x', 80, { version_id: 'v2' }),
        subIndex('y', 20, { version_id: 'v2', position: 2 }),
      ],
      editions: [y2023.edition, v2024.edition],
      results: [y2023.result('a'), v2024.result('a')],
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', 40),
        v2024.score('a', 'x', 60),
        v2024.score('a', 'y', 10),
      ],
    })
    // x: 0.7 × 0.25 and 0.625 × 0.2; y: 0.3 × −0.5 and 0.75 × −0.2.
    expect(row).toMatchObject({ change: 0, shareBefore: 0.7, shareNow: 0.7 })
    expect(row.parts.map(({ effect, scoreEffect, weightEffect }) => [effect, scoreEffect, weightEffect])).toEqual([
      [0.3, 0.175, 0.125],
      [-0.3, -0.15, -0.15],
    ])
  })

  test('a weight counts, not the maximum: 10 points of a sub-index can be 75 of the total', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 10, { weight: 75 }), subIndex('y', 10, { weight: 25, position: 2 })],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
      scores: [y2023.score('a', 'x', 4), y2023.score('a', 'y', 8), y2024.score('a', 'x', 6), y2024.score('a', 'y', 4)],
    })
    expect(row).toMatchObject({ shareBefore: 0.5, shareNow: 0.55 })
    expect(effects(row)).toEqual([
      ['common', 'x', 0.15],
      ['common', 'y', -0.1],
    ])
  })

  test("a unit's own maximum is what its score is measured by: 20 of 40, then 30 of 60", async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { max_score: null }), y2024.result('a', { max_score: null })],
      scores: [
        y2023.score('a', 'x', 20, { max_score: 40 }),
        y2023.score('a', 'y', 40),
        y2024.score('a', 'x', 30),
        y2024.score('a', 'y', 40),
      ],
    })
    // 60 of 80, then 70 of 100: x weighs 0.5 then 0.6 at a share of 0.5, y 0.5 then 0.4 at a share of 1.
    expect(row).toMatchObject({ maxBefore: 80, maxNow: 100, change: -0.05 })
    expect(row.parts.map(({ effect, scoreEffect, weightEffect }) => [effect, scoreEffect, weightEffect])).toEqual([
      [0.05, 0, 0.05],
      [-0.1, 0, -0.1],
    ])
  })

  test('where a low score is good, effects are those on the share as it is published', async () => {
    const row = await splitOf('a', {
      indices: [
        { index_id: 'par', name_vi: 'R', name_en: 'R', short_name: 'R', position: 1, direction: 'lower' as const },
      ],
      units: [unit('a')],
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', 20),
        y2024.score('a', 'x', 45),
        y2024.score('a', 'y', 20),
      ],
    })
    expect(row.change).toBe(0.15)
    expect(effects(row)).toEqual([
      ['common', 'x', 0.15],
      ['common', 'y', 0],
    ])
  })
})

describe('a sub-index on one side only', () => {
  test('one that entered adds what it gives now, one that left takes away what it gave', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      versions,
      sub_indices: [
        subIndex('common', 80),
        subIndex('gone', 20, { position: 2 }),
        subIndex('common', 80, { version_id: 'v2' }),
        subIndex('new', 20, { version_id: 'v2', position: 2 }),
      ],
      editions: [y2023.edition, v2024.edition],
      results: [y2023.result('a'), v2024.result('a')],
      scores: [
        y2023.score('a', 'common', 40),
        y2023.score('a', 'gone', 18),
        v2024.score('a', 'common', 60),
        v2024.score('a', 'new', 5),
      ],
    })
    expect(row.change).toBe(0.07)
    expect(effects(row)).toEqual([
      ['common', 'common', 0.2],
      ['entered', 'new', 0.05],
      ['left', 'gone', -0.18],
    ])
    expect(row.parts[1]).toMatchObject({
      nameVi: 'Lĩnh vực new',
      scoreEffect: null,
      weightEffect: null,
      shareBefore: null,
      shareNow: 0.25,
      weightBefore: null,
      weightNow: 0.2,
    })
  })

  test('one that did not apply to the unit before enters for it: 60 of 80, then 80 of 100', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 80), subIndex('y', 20, { position: 2 })],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { max_score: null }), y2024.result('a', { max_score: null })],
      scores: [
        y2023.score('a', 'x', 60),
        y2023.score('a', 'y', null, { missing_reason: 'not-applicable' }),
        y2024.score('a', 'x', 60),
        y2024.score('a', 'y', 20),
      ],
    })
    // x: share 0.75 all the time, its weight 1 then 0.8.
    expect(row).toMatchObject({ shareBefore: 0.75, shareNow: 0.8, change: 0.05, reason: null })
    expect(effects(row)).toEqual([
      ['common', 'x', -0.15],
      ['entered', 'y', 0.2],
    ])
  })

  test('one that applied in neither period has no part', async () => {
    const inapplicable = { missing_reason: 'not-applicable' } as const
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { max_score: null }), y2024.result('a', { max_score: null })],
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', null, inapplicable),
        y2024.score('a', 'x', 36),
        y2024.score('a', 'y', null, inapplicable),
      ],
    })
    expect(row.reason).toBeNull()
    expect(effects(row)).toEqual([['common', 'x', 0.1]])
  })

  test('one that is shown, not scored (maximum 0), has no part; nor has one below the first level', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [
        subIndex('x', 100),
        subIndex('x-1', 100, { parent_id: 'x' }),
        subIndex('shown', 0, { position: 2 }),
      ],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
      scores: [
        y2023.score('a', 'x', 50),
        y2023.score('a', 'x-1', 50),
        y2023.score('a', 'shown', 0),
        y2024.score('a', 'x', 60),
        y2024.score('a', 'x-1', 60),
      ],
    })
    expect(row.reason).toBeNull()
    expect(effects(row)).toEqual([['common', 'x', 0.1]])
  })
})

describe('beside the sub-indices', () => {
  test('bonus and penalty points are parts of their own: 50 + 2, then 60 − 3', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 100)],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
      scores: [
        y2023.score('a', 'x', 50),
        y2023.score('a', 'x', 2, { part: 'bonus' }),
        y2024.score('a', 'x', 60),
        y2024.score('a', 'x', 3, { part: 'penalty' }),
      ],
    })
    expect(row.change).toBe(0.05)
    expect(effects(row)).toEqual([
      ['common', 'x', 0.1],
      ['bonus', null, -0.02],
      ['penalty', null, -0.03],
    ])
  })

  test('what the sub-indices do not explain of a published total is the rest, in the last place', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 100)],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { total_score: 50 }), y2024.result('a', { total_score: 60.01 })],
      scores: [
        y2023.score('a', 'x', 50.004),
        y2024.score('a', 'x', 60.006),
        y2024.score('a', 'x', 0, { part: 'bonus' }),
      ],
    })
    expect(row.change).toBe(0.1001)
    expect(effects(row)).toEqual([
      ['common', 'x', 0.10002],
      ['bonus', null, 0],
      ['rest', null, 0.00008],
    ])
    expect(sum(row)).toBeCloseTo(0.1001, 12)
  })

  test('a published total that is the sum leaves no rest', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [1, 2, 3].map((n) => subIndex(`x${n}`, 33, { position: n })),
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { total_score: 60.3, max_score: 99 }),
        y2024.result('a', { total_score: 70.7, max_score: 99 }),
      ],
      scores: [
        ...[20.1, 20.1, 20.1].map((score, n) => y2023.score('a', `x${n + 1}`, score)),
        ...[23.3, 23.7, 23.7].map((score, n) => y2024.score('a', `x${n + 1}`, score)),
      ],
    })
    expect(row.parts.map(({ kind }) => kind)).toEqual(['common', 'common', 'common'])
    expect(sum(row)).toBeCloseTo(10.4 / 99, 11)
  })
})

describe('without parts, and why', () => {
  test('a sub-index that is missing for another reason than that it does not apply, in either period', async () => {
    const rows = await split({
      units: ['a', 'b', 'c', 'd'].map((id) => unit(id)),
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: ['a', 'b', 'c', 'd'].flatMap((id) => [
        y2023.result(id, { total_score: 50 }),
        y2024.result(id, { total_score: 60 }),
      ]),
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', 20),
        y2024.score('a', 'x', 40),
        y2024.score('a', 'y', null, { missing_reason: 'not-published' }),
        // b: no row at all for y in 2023; c: no scores; d: complete.
        y2023.score('b', 'x', 30),
        y2024.score('b', 'x', 40),
        y2024.score('b', 'y', 20),
        y2023.score('d', 'x', 30),
        y2023.score('d', 'y', 20),
        y2024.score('d', 'x', 40),
        y2024.score('d', 'y', 20),
      ],
    })
    expect(rows.map(({ unitId, change, reason, parts }) => [unitId, change, reason, parts.length])).toEqual([
      ['a', 0.1, 'missing-sub-index', 0],
      ['b', 0.1, 'missing-sub-index', 0],
      ['c', 0.1, 'missing-sub-index', 0],
      ['d', 0.1, null, 2],
    ])
  })

  test('no share in one of the periods: only a rank was published', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: xAndY,
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { rank: 1, missing_reason: 'rank-only' }),
        y2024.result('a', { total_score: 60, rank: 1 }),
      ],
    })
    expect(row).toMatchObject({ shareBefore: null, shareNow: 0.6, change: null, reason: 'no-share', parts: [] })
  })

  test('no sub-indices known: a published total alone is not split', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { total_score: 50 }), y2024.result('a', { total_score: 60 })],
    })
    expect(row).toMatchObject({ change: 0.1, reason: 'no-fields', parts: [] })
  })

  test('no sub-indices known in one of the periods, or none that is scored', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      versions,
      sub_indices: [subIndex('shown', 0), subIndex('x', 100, { version_id: 'v2' })],
      editions: [y2023.edition, v2024.edition],
      results: [y2023.result('a', { total_score: 50 }), v2024.result('a')],
      scores: [v2024.score('a', 'x', 60)],
    })
    expect(row).toMatchObject({ change: 0.1, reason: 'no-fields', parts: [] })
  })

  test('a maximum that nobody published: points without a share have no weight', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 60), subIndex('y', null, { position: 2 })],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { total_score: 50 }), y2024.result('a', { total_score: 60 })],
      scores: [
        y2023.score('a', 'x', 30),
        y2023.score('a', 'y', 20),
        y2024.score('a', 'x', 40),
        y2024.score('a', 'y', 20),
      ],
    })
    expect(row).toMatchObject({ change: 0.1, reason: 'unknown-maximum', parts: [] })
  })

  test('a total over a maximum of 0 is no share', async () => {
    const row = await splitOf('a', {
      units: [unit('a')],
      sub_indices: [subIndex('x', 0)],
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { max_score: 0, total_score: 0 }),
        y2024.result('a', { max_score: 0, total_score: 0 }),
      ],
      scores: [y2023.score('a', 'x', 0), y2024.score('a', 'x', 0)],
    })
    expect(row).toMatchObject({ shareBefore: null, change: null, reason: 'no-share', parts: [] })
  })
})

describe('who is compared', () => {
  const block = { block_id: 'districts' }
  const tables: Tables = {
    blocks: ['departments', 'districts'].map((id, place) => ({
      block_id: id,
      name_vi: id,
      name_en: id,
      position: place + 1,
    })),
    units: ['a', 'b', 'c'].map((id) => unit(id)),
    sub_indices: [subIndex('x', 100), subIndex('x', 100, block)],
    editions: [
      y2023.edition,
      y2024.edition,
      { ...y2023.edition, ...block },
      { ...y2023.edition, result_set: 'other' },
      { ...y2024.edition, result_set: 'other' },
    ],
    results: [
      y2023.result('a'),
      y2024.result('a'),
      // b was in another block before; c is new.
      { ...y2023.result('b'), ...block },
      y2024.result('b'),
      y2024.result('c'),
      { ...y2023.result('a'), result_set: 'other' },
      { ...y2024.result('a'), result_set: 'other' },
    ],
    scores: [
      y2023.score('a', 'x', 50),
      y2024.score('a', 'x', 60),
      { ...y2023.score('b', 'x', 50), ...block },
      y2024.score('b', 'x', 60),
      y2024.score('c', 'x', 60),
      { ...y2023.score('a', 'x', 50), result_set: 'other' },
      { ...y2024.score('a', 'x', 30), result_set: 'other' },
    ],
  }

  test('a unit of both periods of the block: not one that is new or that changed its block', async () => {
    expect((await split(tables)).map(({ unitId, change }) => [unitId, change])).toEqual([['a', 0.1]])
  })

  test('each result set by itself', async () => {
    expect((await split(tables, { ...PAIR, set: 'other' })).map(({ change }) => change)).toEqual([-0.2])
  })

  test('only a later period with an earlier one of the same series', async () => {
    expect(await split(tables, { ...PAIR, period: '2023', before: '2024' })).toEqual([])
    expect(await split(tables, { ...PAIR, before: '2024' })).toEqual([])
    expect(await split(tables, { ...PAIR, before: '1999' })).toEqual([])
  })
})
