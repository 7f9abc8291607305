import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { blockHistory, editionHistory } from '@/db/questions/change'
import { unitHistory } from '@/db/questions/units'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2022 = yearly('2022')
const y2023 = yearly('2023')
const y2024 = yearly('2024')
const SERIES = { index: 'par', block: 'departments', set: 'main' } as const

async function ask<R>(tables: Tables, question: (database: Awaited<ReturnType<typeof openPackage>>) => Promise<R>) {
  const database = await openPackage(tables)
  const answer = await question(database)
  await database.close()
  return answer
}
const blockOf = (tables: Tables, set = 'main') =>
  ask(tables, (database) => askDatabase(database, blockHistory, { ...SERIES, set }))
const editionsOf = (tables: Tables) => ask(tables, (database) => askDatabase(database, editionHistory, SERIES))
const historyOf = (tables: Tables, id: string) =>
  ask(tables, (database) => askDatabase(database, unitHistory, { unit: id }))

describe('the units of a block over time', () => {
  test('each has its places in the periods in which it has a result, oldest first', async () => {
    const rows = await blockOf({
      units: [unit('a'), unit('b')],
      editions: [y2024.edition, y2022.edition, y2023.edition],
      results: [
        y2024.result('a', { total_score: 90 }),
        y2022.result('a', { total_score: 70 }),
        y2023.result('b', { total_score: 80 }),
        y2024.result('b', { total_score: 85, ranked: false }),
      ],
    })
    expect(rows.map(({ unitId, standings }) => [unitId, standings])).toEqual([
      [
        'a',
        [
          { period: '2022', rank: 1, share: 0.7, points: 70, ranked: true },
          { period: '2024', rank: 1, share: 0.9, points: 90, ranked: true },
        ],
      ],
      [
        'b',
        [
          { period: '2023', rank: 1, share: 0.8, points: 80, ranked: true },
          { period: '2024', rank: null, share: 0.85, points: 85, ranked: false },
        ],
      ],
    ])
  })

  test('predecessors are the nearest of the block, also by way of a unit that was never assessed', async () => {
    const rows = await blockOf({
      units: ['sxd', 'sxd-3', 'sxd-5', 'sgtvt', 'foreign'].map((id) => unit(id)),
      lineage: [
        { from_unit_id: 'sxd', to_unit_id: 'sxd-3', on_date: '2024-03-01', kind: 'merge' as const },
        { from_unit_id: 'sxd-3', to_unit_id: 'sxd-5', on_date: '2024-05-01', kind: 'merge' as const },
        { from_unit_id: 'sgtvt', to_unit_id: 'sxd-5', on_date: '2024-05-01', kind: 'merge' as const },
        { from_unit_id: 'foreign', to_unit_id: 'sxd-5', on_date: '2024-05-01', kind: 'merge' as const },
      ],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('sxd'), y2023.result('sgtvt'), y2024.result('sxd-5')],
    })
    expect(rows.map(({ unitId, predecessors }) => [unitId, predecessors])).toEqual([
      ['sgtvt', []],
      ['sxd', []],
      [
        'sxd-5',
        [
          { unitId: 'sxd', nameVi: 'Sở sxd', nameEn: 'Unit sxd', onDate: '2024-03-01', kind: 'merge' },
          { unitId: 'sgtvt', nameVi: 'Sở sgtvt', nameEn: 'Unit sgtvt', onDate: '2024-05-01', kind: 'merge' },
        ],
      ],
    ])
  })

  test('each result set is a series of its own', async () => {
    const tables: Tables = {
      units: [unit('a'), unit('b')],
      editions: [y2024.edition, { ...y2024.edition, result_set: 'other' }],
      results: [y2024.result('a'), { ...y2024.result('b'), result_set: 'other' }],
    }
    expect((await blockOf(tables)).map(({ unitId }) => unitId)).toEqual(['a'])
    expect((await blockOf(tables, 'other')).map(({ unitId }) => unitId)).toEqual(['b'])
    expect(await blockOf(tables, 'none')).toEqual([])
  })
})

describe('the block as a whole over time', () => {
  const bands = [
    { id: 'good', min: 0.8, position: 1 },
    { id: 'fair', min: 0.5, position: 2 },
  ].map(({ id, min, position }) => ({
    index_id: 'par',
    version_id: 'v1',
    block_id: 'departments',
    band_id: id,
    name_vi: id,
    name_en: id,
    min_share: min,
    position,
  }))

  test('statistics over the units with a share; quartiles interpolated, the deviation that of a population', async () => {
    const [first, second, ...others] = await editionsOf({
      units: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => unit(id)),
      bands,
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { total_score: 60 }),
        y2024.result('a', { total_score: 90 }),
        y2024.result('b', { total_score: 80 }),
        y2024.result('c', { total_score: 60 }),
        y2024.result('d', { total_score: 50 }),
        // Assessed, not ranked: in the statistics, not in the gap. f: no share at all.
        y2024.result('e', { total_score: 20, ranked: false }),
        y2024.result('f', { missing_reason: 'not-published' }),
      ],
    })
    expect(others).toEqual([])
    expect(first).toMatchObject({
      period: '2023',
      periodEnd: '2023-12-31',
      versionId: 'v1',
      changeBasis: null,
      coreCoverage: null,
      unitCount: 1,
      mean: 0.6,
      q1: 0.6,
      q3: 0.6,
      deviation: 0,
      gap: 0,
    })
    // Mean 60 of 20, 50, 60, 80, 90; squares 1600 + 100 + 0 + 400 + 900 = 3000, ÷ 5 = 600, whose root is 24.49.
    expect(second).toMatchObject({
      period: '2024',
      changeBasis: 'total',
      unitCount: 6,
      rankedCount: 4,
      scoredCount: 5,
      mean: 0.6,
      median: 0.6,
      q1: 0.5,
      q3: 0.8,
      deviation: 0.244948974278,
      best: 0.9,
      lowest: 0.2,
      gap: 0.4,
      unclassedCount: 2,
      fields: [],
    })
    expect(second?.bands.map(({ bandId, count }) => [bandId, count])).toEqual([
      ['good', 2],
      ['fair', 2],
    ])
  })

  test('quartiles of four units lie between two of them', async () => {
    const [row] = await editionsOf({
      units: ['a', 'b', 'c', 'd'].map((id) => unit(id)),
      editions: [y2024.edition],
      results: [10, 20, 30, 50].map((score, place) => y2024.result('abcd'.charAt(place), { total_score: score })),
    })
    expect(row).toMatchObject({ q1: 0.175, median: 0.25, q3: 0.35 })
  })

  test('sub-indices of the first level with the mean of their shares, those without a score too', async () => {
    const [row] = await editionsOf({
      units: [unit('a'), unit('b')],
      sub_indices: [
        subIndex('y', 40, { position: 2 }),
        subIndex('x', 60),
        subIndex('x-1', 60, { parent_id: 'x' }),
        subIndex('shown', 0, { position: 3 }),
        subIndex('empty', 10, { position: 4 }),
      ],
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b')],
      scores: [
        y2024.score('a', 'x', 30),
        y2024.score('b', 'x', 60),
        y2024.score('a', 'y', 10),
        y2024.score('b', 'y', null, { missing_reason: 'not-assessed' }),
        y2024.score('a', 'x-1', 0),
        y2024.score('a', 'shown', 0),
      ],
    })
    expect(row?.fields).toEqual([
      { subIndexId: 'x', nameVi: 'Lĩnh vực x', nameEn: 'Field x', mean: 0.75, unitCount: 2 },
      { subIndexId: 'y', nameVi: 'Lĩnh vực y', nameEn: 'Field y', mean: 0.25, unitCount: 1 },
      { subIndexId: 'empty', nameVi: 'Lĩnh vực empty', nameEn: 'Field empty', mean: null, unitCount: 0 },
    ])
  })

  test('a new version breaks the line or leaves the core; the reason is its coverage', async () => {
    const v2023 = yearly('2023', 'v2')
    const v2024 = yearly('2024', 'v3')
    const rows = await editionsOf({
      units: [unit('a')],
      versions: [
        { index_id: 'par', version_id: 'v1', decision: '1149/QĐ-BNV' },
        { index_id: 'par', version_id: 'v2' },
        { index_id: 'par', version_id: 'v3' },
      ],
      sub_indices: [
        subIndex('x', 100),
        subIndex('x', 80, { version_id: 'v2' }),
        subIndex('y', 20, { version_id: 'v2' }),
        subIndex('y', 100, { version_id: 'v3' }),
      ],
      editions: [y2022.edition, v2023.edition, v2024.edition],
      results: [y2022.result('a'), v2023.result('a'), v2024.result('a')],
    })
    expect(
      rows.map(({ period, decision, changeBasis, coreCoverage }) => [period, decision, changeBasis, coreCoverage]),
    ).toEqual([
      ['2022', '1149/QĐ-BNV', null, null],
      ['2023', null, 'core', 0.8],
      ['2024', null, null, 0.2],
    ])
  })

  test('where a low score is good, the best is the lowest share', async () => {
    const [row] = await editionsOf({
      indices: [
        { index_id: 'par', name_vi: 'R', name_en: 'R', short_name: 'R', position: 1, direction: 'lower' as const },
      ],
      units: [unit('a'), unit('b')],
      editions: [y2024.edition],
      results: [y2024.result('a', { total_score: 20 }), y2024.result('b', { total_score: 70 })],
    })
    expect(row).toMatchObject({ best: 0.2, lowest: 0.7, gap: 0.5 })
  })

  test('an edition without a result, or with ranks only, has counts and no figure', async () => {
    const rows = await editionsOf({
      units: [unit('a')],
      bands,
      editions: [y2023.edition, y2024.edition],
      results: [y2024.result('a', { rank: 1 })],
    })
    const none = { mean: null, median: null, q1: null, q3: null, deviation: null, best: null, lowest: null, gap: null }
    expect(rows).toMatchObject([
      { ...none, unitCount: 0, rankedCount: 0, scoredCount: 0, unclassedCount: 0 },
      { ...none, unitCount: 1, rankedCount: 1, scoredCount: 0, unclassedCount: 1 },
    ])
  })
})

describe('a unit and what it came from', () => {
  const lineage = (
    ...rows: readonly (readonly [from: string, to: string, on: string, kind?: 'merge' | 'split' | 'rename'])[]
  ) => rows.map(([from, to, on, kind = 'merge']) => ({ from_unit_id: from, to_unit_id: to, on_date: on, kind }))
  const short = (rows: Awaited<ReturnType<typeof historyOf>>) =>
    rows.map(({ period, unitId, generation, endedOn, endKind }) => [period, unitId, generation, endedOn, endKind])

  test('its predecessors by generation, oldest first, with when and how each ended', async () => {
    const rows = await historyOf(
      {
        units: ['a', 'b', 'a-3', 'a-5', 'z'].map((id) => unit(id)),
        lineage: lineage(
          ['a', 'a-3', '2023-03-01'],
          ['b', 'a-3', '2023-03-01'],
          ['a-3', 'a-5', '2024-05-01', 'rename'],
        ),
        editions: [y2022.edition, y2023.edition, y2024.edition],
        results: [
          y2022.result('a', { total_score: 70 }),
          y2022.result('b', { total_score: 90 }),
          y2022.result('z', { total_score: 50 }),
          y2023.result('a-3', { total_score: 80 }),
          y2024.result('a-5', { total_score: 85 }),
        ],
      },
      'a-5',
    )
    expect(short(rows)).toEqual([
      ['2022', 'a', 2, '2023-03-01', 'merge'],
      ['2022', 'b', 2, '2023-03-01', 'merge'],
      ['2023', 'a-3', 1, '2024-05-01', 'rename'],
      ['2024', 'a-5', 0, null, null],
    ])
    expect(rows[0]).toMatchObject({
      indexId: 'par',
      periodEnd: '2022-12-31',
      blockId: 'departments',
      resultSet: 'main',
      versionId: 'v1',
      changeBasis: null,
      nameVi: 'Sở a',
      nameEn: 'Unit a',
      rank: 2,
      ranked: true,
      rankedCount: 3,
      share: 0.7,
      blockMedian: 0.7,
    })
    expect(rows.map(({ changeBasis }) => changeBasis)).toEqual([null, null, 'total', 'total'])
  })

  test('a merged unit keeps the result of the year in which it ended, beside that of its successor', async () => {
    const rows = await historyOf(
      {
        units: [unit('hn'), unit('ht')],
        lineage: lineage(['ht', 'hn', '2023-08-01']),
        editions: [y2022.edition, y2023.edition],
        results: [y2022.result('hn'), y2022.result('ht'), y2023.result('hn'), y2023.result('ht')],
      },
      'hn',
    )
    expect(short(rows)).toEqual([
      ['2022', 'ht', 1, '2023-08-01', 'merge'],
      ['2022', 'hn', 0, null, null],
      ['2023', 'ht', 1, '2023-08-01', 'merge'],
      ['2023', 'hn', 0, null, null],
    ])
  })

  test('what a unit does after it gave a part away is not the history of the part', async () => {
    const rows = await historyOf(
      {
        units: [unit('whole'), unit('part')],
        lineage: lineage(['whole', 'part', '2023-03-01', 'split']),
        editions: [y2022.edition, y2023.edition, y2024.edition],
        results: [
          y2022.result('whole'),
          y2023.result('whole'),
          y2023.result('part'),
          y2024.result('whole'),
          y2024.result('part'),
        ],
      },
      'part',
    )
    expect(short(rows)).toEqual([
      ['2022', 'whole', 1, '2023-03-01', 'split'],
      ['2023', 'part', 0, null, null],
      ['2024', 'part', 0, null, null],
    ])
  })

  test('reached by two ways a predecessor is there once; in circles the walk ends', async () => {
    const rows = await historyOf(
      {
        units: ['a', 'b', 'c', 'd'].map((id) => unit(id)),
        lineage: lineage(
          ['a', 'b', '2023-03-01'],
          ['a', 'c', '2023-03-01'],
          ['b', 'd', '2023-05-01'],
          ['c', 'd', '2023-05-01'],
          ['d', 'a', '2023-03-01'],
          ['b', 'a', '2023-03-01'],
          ['a', 'a', '2023-03-01'],
        ),
        editions: [y2022.edition, y2024.edition],
        results: [y2022.result('a'), y2024.result('d')],
      },
      'd',
    )
    expect(short(rows)).toEqual([
      ['2022', 'a', 2, '2023-03-01', 'merge'],
      ['2024', 'd', 0, null, null],
    ])
  })

  test('indices by their position, each edition and result set of its own; a unit that nobody knows has none', async () => {
    const tables: Tables = {
      indices: ['par', 'dti'].map((id, place) => ({
        index_id: id,
        name_vi: id,
        name_en: id,
        short_name: id,
        position: 2 - place,
      })),
      versions: ['par', 'dti'].map((id) => ({ index_id: id, version_id: 'v1' })),
      units: [unit('a')],
      editions: [
        y2023.edition,
        y2024.edition,
        { ...y2024.edition, result_set: 'other' },
        { ...y2024.edition, index_id: 'dti' },
      ],
      results: [
        y2023.result('a'),
        y2024.result('a'),
        { ...y2024.result('a'), result_set: 'other' },
        { ...y2024.result('a'), index_id: 'dti' },
      ],
    }
    expect(
      (await historyOf(tables, 'a')).map(({ indexId, period, resultSet }) => [indexId, period, resultSet]),
    ).toEqual([
      ['dti', '2024', 'main'],
      ['par', '2023', 'main'],
      ['par', '2024', 'main'],
      ['par', '2024', 'other'],
    ])
    expect(await historyOf(tables, 'nobody')).toEqual([])
  })
})
