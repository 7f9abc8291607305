import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { rankChange } from '@/db/questions/change'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')
const PAIR = { index: 'par', block: 'departments', set: 'main', period: '2024', before: '2023' } as const

async function ask(tables: Tables) {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, rankChange, PAIR)
  await database.close()
  return rows
}

/** Totals of 100 in the two years; null: no result. */
function totals(given: Readonly<Record<string, readonly [before: number | null, now: number | null]>>): Tables {
  return {
    units: Object.keys(given).map((id) => unit(id)),
    editions: [y2023.edition, y2024.edition],
    results: Object.entries(given).flatMap(([id, [before, now]]) => [
      ...(before === null ? [] : [y2023.result(id, { total_score: before })]),
      ...(now === null ? [] : [y2024.result(id, { total_score: now })]),
    ]),
  }
}
const effects = async (tables: Tables) =>
  (await ask(tables)).map(({ unitId, rankBefore, rankNow, placesGained, ownEffect, othersEffect }) => [
    unitId,
    rankBefore,
    rankNow,
    placesGained,
    ownEffect,
    othersEffect,
  ])

describe('own effect and that of the others', () => {
  test('four units: who climbs by itself, who is overtaken, who profits from a fall', async () => {
    // With its 85 of 2024 d would have been second among the old 90, 80, 70; a with 82 still first; b with 86 still
    // second; c has not moved at all.
    expect(await effects(totals({ a: [90, 82], b: [80, 86], c: [70, 70], d: [60, 85] }))).toEqual([
      ['b', 2, 1, 1, 0, 1],
      ['d', 4, 2, 2, 2, 0],
      ['a', 1, 3, -2, 0, -2],
      ['c', 3, 4, -1, 0, -1],
    ])
  })

  test('a higher score and a lower place: one place gained by its own, two lost to others', async () => {
    expect(await effects(totals({ a: [80, 81], b: [70, 75], c: [72, 90], d: [60, 91] }))).toEqual([
      ['d', 4, 1, 3, 3, 0],
      ['c', 2, 2, 0, 1, -1],
      ['a', 1, 3, -2, 0, -2],
      ['b', 3, 4, -1, 1, -2],
    ])
  })

  test('equal shares stand alike in both places', async () => {
    // a and b were second together; a's 90 would have been first together with c.
    expect(await effects(totals({ a: [80, 90], b: [80, 80], c: [90, 90] }))).toEqual([
      ['c', 1, 1, 0, 0, 0],
      ['a', 2, 1, 1, 1, 0],
      ['b', 2, 3, -1, 0, -1],
    ])
  })

  test('a unit that enters above takes a place from those below, who did nothing', async () => {
    expect(await effects(totals({ a: [80, 80], b: [70, 70], fresh: [null, 90], gone: [75, null] }))).toEqual([
      ['fresh', null, 1, null, null, null],
      ['a', 1, 2, -1, 0, -1],
      ['b', 3, 3, 0, 0, 0],
      ['gone', 2, null, null, null, null],
    ])
  })

  test('where a low score is good, less is a climb', async () => {
    const tables = totals({ a: [10, 40], b: [20, 20], c: [30, 15] })
    const indices = [
      { index_id: 'par', name_vi: 'R', name_en: 'R', short_name: 'R', position: 1, direction: 'lower' as const },
    ]
    expect(await effects({ ...tables, indices })).toEqual([
      ['c', 3, 1, 2, 1, 1],
      ['b', 2, 2, 0, 0, 0],
      ['a', 1, 3, -2, -2, 0],
    ])
  })

  test('one unit alone, two that swap their shares, and a block of equals', async () => {
    expect(await effects(totals({ a: [50, 60] }))).toEqual([['a', 1, 1, 0, 0, 0]])
    // With its 60 b would have stood beside the old a, and a with its 50 beside the old b: both first.
    expect(await effects(totals({ a: [60, 50], b: [50, 60] }))).toEqual([
      ['b', 2, 1, 1, 1, 0],
      ['a', 1, 2, -1, 0, -1],
    ])
    expect(await effects(totals({ a: [60, 70], b: [60, 70] }))).toEqual([
      ['a', 1, 1, 0, 0, 0],
      ['b', 1, 1, 0, 0, 0],
    ])
  })
})

describe('without effects', () => {
  test('published places without shares: places gained, and nothing that explains them', async () => {
    const [row] = await ask({
      units: [unit('a')],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { rank: 5 }), y2024.result('a', { rank: 2 })],
    })
    expect(row).toMatchObject({ rankBefore: 5, rankNow: 2, placesGained: 3, ownEffect: null, othersEffect: null })
    expect(row).toMatchObject({ comparedBefore: null, comparedNow: null, shareChange: null, bandNow: null })
  })

  test('a unit that was not ranked then', async () => {
    expect(
      await effects({
        units: [unit('a'), unit('b')],
        editions: [y2023.edition, y2024.edition],
        results: [
          y2023.result('a', { total_score: 90, ranked: false }),
          y2023.result('b', { total_score: 50 }),
          y2024.result('a', { total_score: 90 }),
          y2024.result('b', { total_score: 50 }),
        ],
      }),
    ).toEqual([
      ['a', null, 1, null, null, null],
      ['b', 1, 2, -1, 0, -1],
    ])
  })

  test('across versions the cores are compared (40 of 80, then 60 of 80) and places are not explained', async () => {
    const v2024 = yearly('2024', 'v2')
    const [row] = await ask({
      units: [unit('a')],
      versions: ['v1', 'v2'].map((version) => ({ index_id: 'par', version_id: version })),
      bands: ['v1', 'v2'].map((version) => ({
        index_id: 'par',
        version_id: version,
        block_id: 'departments',
        band_id: 'good',
        name_vi: `Tốt ${version}`,
        name_en: `Good ${version}`,
        min_share: 0,
        position: 1,
      })),
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
        y2023.score('a', 'gone', 20),
        v2024.score('a', 'common', 60),
        v2024.score('a', 'new', 0),
      ],
    })
    expect(row).toMatchObject({
      placesGained: 0,
      ownEffect: null,
      othersEffect: null,
      pointsBefore: 60,
      pointsNow: 60,
      comparedBefore: 0.5,
      comparedNow: 0.75,
      shareChange: 0.25,
      bandBefore: { bandId: 'good', nameVi: 'Tốt v1', nameEn: 'Good v1', position: 1 },
      bandNow: { bandId: 'good', nameVi: 'Tốt v2', nameEn: 'Good v2', position: 1 },
    })
  })
})
