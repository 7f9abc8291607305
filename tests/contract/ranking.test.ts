import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { ranking } from '@/db/questions/first-view'
import type { RankedUnit } from '@/db/questions/first-view'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')

async function rank(tables: Tables): Promise<readonly RankedUnit[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, ranking, Y2024)
  await database.close()
  return rows
}

const pick = <K extends keyof RankedUnit>(rows: readonly RankedUnit[], ...keys: readonly K[]) =>
  rows.map((row) => keys.map((key) => row[key]))

const abcd = ['a', 'b', 'c', 'd'].map((id) => unit(id))

describe('rank', () => {
  test('units with equal shares rank alike and the next place is left out (1, 2, 2, 4)', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2024.edition],
      results: [
        y2024.result('a', { total_score: 70 }),
        y2024.result('b', { total_score: 80 }),
        y2024.result('c', { total_score: 80 }),
        y2024.result('d', { total_score: 90 }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'tied', 'rankOrigin')).toEqual([
      ['d', 1, false, 'computed'],
      ['b', 2, true, 'computed'],
      ['c', 2, true, 'computed'],
      ['a', 4, false, 'computed'],
    ])
  })

  test('it follows the share, not the points: 70 of 84 is better than 82 of 100', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2024.edition],
      results: [y2024.result('a', { total_score: 82 }), y2024.result('b', { total_score: 70, max_score: 84 })],
    })
    expect(pick(rows, 'unitId', 'rank', 'share')).toEqual([
      ['b', 1, 0.833333333333],
      ['a', 2, 0.82],
    ])
  })

  test('the published rank wins, also where it breaks a tie or contradicts the score', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2024.edition],
      results: [
        y2024.result('a', { total_score: 80, rank: 1 }),
        y2024.result('b', { total_score: 90, rank: 2 }),
        y2024.result('c', { total_score: 80, rank: 3 }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'rankOrigin')).toEqual([
      ['a', 1, 'published'],
      ['b', 2, 'published'],
      ['c', 3, 'published'],
    ])
  })

  test('where some ranks are published, none is made up for the rest', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2024.edition],
      results: [y2024.result('a', { rank: 1, missing_reason: 'rank-only' }), y2024.result('b', { total_score: 99 })],
    })
    expect(pick(rows, 'unitId', 'rank', 'points')).toEqual([
      ['a', 1, null],
      ['b', null, 99],
    ])
  })

  test('a unit that is assessed but not ranked comes last, has no number and moves nobody', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2024.edition],
      results: [
        y2024.result('a', { total_score: 99, ranked: false }),
        y2024.result('b', { total_score: 80 }),
        y2024.result('c', { total_score: 70 }),
        y2024.result('d', { missing_reason: 'not-assessed' }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'ranked', 'missingReason')).toEqual([
      ['b', 1, true, null],
      ['c', 2, true, null],
      ['a', null, false, null],
      ['d', null, true, 'not-assessed'],
    ])
  })

  test('in an index where lower is better the lowest share leads', async () => {
    const rows = await rank({
      indices: [
        { index_id: 'par', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1, direction: 'lower' },
      ],
      units: abcd,
      editions: [y2024.edition],
      results: [y2024.result('a', { total_score: 80 }), y2024.result('b', { total_score: 20 })],
    })
    expect(pick(rows, 'unitId', 'rank', 'share')).toEqual([
      ['b', 1, 0.2],
      ['a', 2, 0.8],
    ])
  })
})

describe('total', () => {
  const fields = [subIndex('x', 60), subIndex('y', 40, { position: 2 })]

  test('it is computed from the sub-indices where none is published: 45,5 + 30 = 75,5', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b', { total_score: 75 })],
      scores: [
        y2024.score('a', 'x', 45.5),
        y2024.score('a', 'y', 30),
        y2024.score('b', 'x', 60),
        y2024.score('b', 'y', 40),
      ],
    })
    expect(pick(rows, 'unitId', 'points', 'totalOrigin')).toEqual([
      ['a', 75.5, 'computed'],
      ['b', 75, 'published'],
    ])
  })

  test('sums whose doubles differ in the last digit tie: 0,1 + 0,2 = 0,3', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b', { total_score: 0.3 })],
      scores: [y2024.score('a', 'x', 0.1), y2024.score('a', 'y', 0.2)],
    })
    expect(pick(rows, 'unitId', 'rank', 'tied')).toEqual([
      ['a', 1, true],
      ['b', 1, true],
    ])
  })

  test('a weighted sub-index with a maximum of 0 for one unit is no part of its total: 45 of 60 is 75 %', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [subIndex('x', 60), subIndex('w', 10, { weight: 40, position: 2 })],
      editions: [y2024.edition],
      results: ['a', 'b', 'c'].map((id) => y2024.result(id, { max_score: null })),
      scores: [
        y2024.score('a', 'x', 45),
        y2024.score('a', 'w', 0, { max_score: 0 }),
        // 48 + 8/10 × 40 = 80 of 100.
        y2024.score('b', 'x', 48),
        y2024.score('b', 'w', 8),
        y2024.score('c', 'x', 0, { max_score: 0 }),
        y2024.score('c', 'w', 0, { max_score: 0 }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'points', 'maxScore', 'share')).toEqual([
      ['b', 1, 80, 100, 0.8],
      ['a', 2, 45, 60, 0.75],
      ['c', null, 0, 0, null],
    ])
  })

  test('a weighted sub-index of an unknown maximum leaves no computed total', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [subIndex('x', 60), subIndex('w', null, { weight: 40, position: 2 })],
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b')],
      scores: [
        y2024.score('a', 'x', 30),
        y2024.score('a', 'w', 5),
        // Its own maximum is known: 30 + 5/10 × 40.
        y2024.score('b', 'x', 30),
        y2024.score('b', 'w', 5, { max_score: 10 }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'points', 'scoredCount')).toEqual([
      ['b', 1, 50, 2],
      ['a', null, null, 2],
    ])
  })

  test('one missing sub-index means no computed total; a score of 0 is a score', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b'), y2024.result('c')],
      scores: [
        y2024.score('a', 'x', 45),
        y2024.score('a', 'y', null, { missing_reason: 'not-published' }),
        y2024.score('b', 'x', 45),
        y2024.score('b', 'y', 0),
        y2024.score('c', 'x', 45),
      ],
    })
    expect(pick(rows, 'unitId', 'points', 'rank')).toEqual([
      ['b', 45, 1],
      ['a', null, null],
      ['c', null, null],
    ])
  })

  test('a sub-index that does not apply shrinks the maximum: 51 of 60 is 85 %', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a', { max_score: null })],
      scores: [y2024.score('a', 'x', 51), y2024.score('a', 'y', null, { missing_reason: 'not-applicable' })],
    })
    expect(pick(rows, 'points', 'maxScore', 'share')).toEqual([[51, 60, 0.85]])
  })

  test('a sub-index worth 0 is shown, not counted', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [...fields, subIndex('smart-city', 0, { position: 3 })],
      editions: [y2024.edition],
      results: [y2024.result('a', { max_score: null })],
      scores: [y2024.score('a', 'x', 30), y2024.score('a', 'y', 20)],
    })
    expect(pick(rows, 'points', 'maxScore', 'share')).toEqual([[50, 100, 0.5]])
  })

  test('weights say what a full score adds: 8 of 10 at weight 20 and 5 of 10 at weight 30 give 31 of 50', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [subIndex('x', 10, { weight: 20 }), subIndex('y', 10, { weight: 30, position: 2 })],
      editions: [y2024.edition],
      results: [y2024.result('a', { max_score: null })],
      scores: [y2024.score('a', 'x', 8), y2024.score('a', 'y', 5)],
    })
    expect(pick(rows, 'points', 'maxScore', 'share')).toEqual([[31, 50, 0.62]])
  })

  test('bonus points are added and penalty points taken off: 80 + 1,5 − 2 = 79,5', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a')],
      scores: [
        y2024.score('a', 'x', 50),
        y2024.score('a', 'y', 30),
        y2024.score('a', 'x', 1.5, { part: 'bonus' }),
        y2024.score('a', 'y', 2, { part: 'penalty' }),
      ],
    })
    expect(pick(rows, 'points')).toEqual([[79.5]])
  })

  test('with an unknown maximum there are points but no share and no computed rank', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [subIndex('x', null)],
      editions: [y2024.edition],
      results: [y2024.result('a', { max_score: null })],
      scores: [y2024.score('a', 'x', 12)],
    })
    expect(pick(rows, 'points', 'maxScore', 'share', 'rank')).toEqual([[12, null, null, null]])
  })

  test('children of a sub-index are not counted beside it', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: [
        ...fields,
        subIndex('x-1', 30, { parent_id: 'x' }),
        subIndex('x-2', 30, { parent_id: 'x', position: 2 }),
      ],
      editions: [y2024.edition],
      results: [y2024.result('a', { max_score: null })],
      scores: [
        y2024.score('a', 'x', 50),
        y2024.score('a', 'x-1', 25),
        y2024.score('a', 'x-2', 25),
        y2024.score('a', 'y', 20),
      ],
    })
    expect(pick(rows, 'points', 'maxScore', 'scoredCount')).toEqual([[70, 100, 2]])
  })

  test('refused cells are counted and never enter a total', async () => {
    const rows = await rank({
      units: abcd,
      sub_indices: fields,
      editions: [y2024.edition],
      results: [y2024.result('a')],
      scores: [y2024.score('a', 'x', 50), y2024.score('a', 'y', null, { missing_reason: 'refused' })],
    })
    expect(pick(rows, 'points', 'refusedCount', 'rank')).toEqual([[null, 1, null]])
  })
})

test('each computed rank that a refused cell may have moved is marked, a published one is not', async () => {
  const refused = y2024.result('c', { missing_reason: 'refused' })
  const computed = await rank({
    units: abcd,
    editions: [y2024.edition],
    results: [y2024.result('a', { total_score: 90 }), y2024.result('b', { total_score: 80, ranked: false }), refused],
  })
  expect(pick(computed, 'unitId', 'rank', 'rankAffected')).toEqual([
    ['a', 1, true],
    ['b', null, false],
    ['c', null, false],
  ])
  const published = await rank({
    units: abcd,
    editions: [y2024.edition],
    results: [y2024.result('a', { total_score: 90, rank: 1 }), refused],
  })
  expect(pick(published, 'rankAffected')).toEqual([[false], [false]])
})

describe('class', () => {
  const band = (id: string, min: number | null, position: number) => ({
    index_id: 'par',
    version_id: 'v1',
    block_id: 'departments',
    band_id: id,
    name_vi: id,
    name_en: id,
    min_share: min,
    position,
  })

  test('the lower limit belongs to the class: 264 of 330 is exactly 80 %', async () => {
    const rows = await rank({
      units: abcd,
      bands: [band('advanced', 0.8, 1), band('forming', 0.6, 2), band('starting', 0, 3)],
      editions: [y2024.edition],
      results: [
        y2024.result('a', { total_score: 264, max_score: 330 }),
        y2024.result('b', { total_score: 263.99, max_score: 330 }),
        y2024.result('c', { total_score: 0, max_score: 330 }),
      ],
    })
    expect(pick(rows, 'unitId', 'bandId', 'bandOrigin')).toEqual([
      ['a', 'advanced', 'computed'],
      ['b', 'forming', 'computed'],
      ['c', 'starting', 'computed'],
    ])
  })

  test('the published class wins, and none is computed where limits are unknown', async () => {
    const rows = await rank({
      units: abcd,
      bands: [band('good', null, 1), band('fair', null, 2)],
      editions: [y2024.edition],
      results: [y2024.result('a', { total_score: 95, band_id: 'fair' }), y2024.result('b', { total_score: 90 })],
    })
    expect(pick(rows, 'unitId', 'bandId', 'bandOrigin')).toEqual([
      ['a', 'fair', 'published'],
      ['b', null, null],
    ])
  })
})

describe('change on the period before', () => {
  test('it is the difference of shares, and places are old rank minus new rank', async () => {
    const rows = await rank({
      units: abcd,
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { total_score: 80 }),
        y2023.result('b', { total_score: 90 }),
        y2024.result('a', { total_score: 91.5 }),
        y2024.result('b', { total_score: 90.5 }),
        y2024.result('c', { total_score: 50 }),
      ],
    })
    expect(pick(rows, 'unitId', 'rank', 'previousRank', 'placesGained', 'shareChange')).toEqual([
      ['a', 1, 2, 1, 0.115],
      // Half a point more and a place lost.
      ['b', 2, 1, -1, 0.005],
      ['c', 3, null, null, null],
    ])
    expect(rows[0]?.trend).toEqual([
      { period: '2023', share: 0.8 },
      { period: '2024', share: 0.915 },
    ])
  })

  const versions = [
    { index_id: 'par', version_id: 'v1' },
    { index_id: 'par', version_id: 'v2' },
  ]
  const old = yearly('2023', 'v1')
  const recent = yearly('2024', 'v2')
  const twoVersions = (common: number, left: number, entered: number): Tables => ({
    versions,
    units: abcd,
    sub_indices: [
      subIndex('common', common),
      subIndex('left', left, { position: 2 }),
      subIndex('common', common, { version_id: 'v2' }),
      subIndex('entered', entered, { version_id: 'v2', position: 2 }),
    ],
    editions: [old.edition, recent.edition],
    results: [old.result('a', { max_score: null }), recent.result('a', { max_score: null })],
    scores: [
      old.score('a', 'common', common * 0.5),
      old.score('a', 'left', left),
      recent.score('a', 'common', common * 0.75),
      recent.score('a', 'entered', 0),
    ],
  })

  test('across versions only the common core is compared: 50 % to 75 % although the total fell from 60 % to 60 %', async () => {
    const rows = await rank(twoVersions(80, 20, 20))
    expect(pick(rows, 'share', 'shareChange')).toEqual([[0.6, 0.25]])
    expect(rows[0]?.trend).toEqual([{ period: '2024', share: 0.6 }])
  })

  test('a core of exactly 70 % of the maximum still compares, one below does not', async () => {
    expect(pick(await rank(twoVersions(70, 30, 30)), 'shareChange')).toEqual([[0.25]])
    expect(pick(await rank(twoVersions(69, 31, 31)), 'shareChange')).toEqual([[null]])
    // The smaller of the two coverages counts: 80 of 100 and 80 of 120.
    expect(pick(await rank(twoVersions(80, 20, 40)), 'shareChange')).toEqual([[null]])
  })

  test('a sub-index that does not apply to a unit in one of the periods is left out of both', async () => {
    const both = [subIndex('a', 50), subIndex('b', 50, { position: 2 })]
    const tables: Tables = {
      versions,
      units: abcd,
      sub_indices: [...both, ...both.map((row) => ({ ...row, version_id: 'v2' }))],
      editions: [old.edition, recent.edition],
      results: [old.result('a', { max_score: null }), recent.result('a', { max_score: null })],
      scores: [
        old.score('a', 'a', 25),
        old.score('a', 'b', null, { missing_reason: 'not-applicable' }),
        recent.score('a', 'a', 25),
        recent.score('a', 'b', 50),
      ],
    }
    // 25 of 50 in both years; with b on one side only it would look like +25 points of share.
    expect(pick(await rank(tables), 'share', 'shareChange')).toEqual([[0.75, 0]])
    const missing = tables.scores?.map((row) =>
      row.missing_reason === 'not-applicable' ? { ...row, missing_reason: 'not-published' as const } : row,
    )
    expect(pick(await rank({ ...tables, scores: missing ?? [] }), 'shareChange')).toEqual([[null]])
  })

  test('another result set of the same period is another ranking', async () => {
    const other = { ...y2023.edition, result_set: 'with-services' }
    const rows = await rank({
      units: abcd,
      editions: [other, y2024.edition],
      results: [
        { ...y2023.result('a', { total_score: 80 }), result_set: 'with-services' },
        y2024.result('a', { total_score: 90 }),
      ],
    })
    expect(pick(rows, 'previousRank', 'shareChange')).toEqual([[null, null]])
  })

  test('a predecessor is named beside its successor, and its figures are never the successor’s own', async () => {
    const rows = await rank({
      units: [unit('quan-1', { grid_column: 5, grid_row: 7 }), unit('phuong-sai-gon')],
      lineage: [{ from_unit_id: 'quan-1', to_unit_id: 'phuong-sai-gon', on_date: '2024-07-01', kind: 'split' }],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('quan-1', { total_score: 90 }), y2024.result('phuong-sai-gon', { total_score: 70 })],
    })
    expect(pick(rows, 'unitId', 'previousRank', 'shareChange')).toEqual([['phuong-sai-gon', null, null]])
    expect(rows[0]?.formerUnits).toEqual([
      { unitId: 'quan-1', nameVi: 'Sở quan-1', nameEn: 'Unit quan-1', gridColumn: 5, gridRow: 7 },
    ])
  })
})

test('where a figure stands: source of the row before that of the edition, row as Excel counts', async () => {
  const rows = await rank({
    units: abcd,
    sources: [
      { source_id: 'decision', title: 'Decision' },
      { source_id: 'press', title: 'Press' },
    ],
    editions: [{ ...y2024.edition, source_id: 'decision' }],
    results: [
      y2024.result('a', { total_score: 90 }),
      y2024.result('b', { total_score: 80, source_id: 'press', source_row: 17 }),
    ],
  })
  expect(pick(rows, 'unitId', 'sourceId', 'tableRow', 'sourceRow')).toEqual([
    ['a', 'decision', 2, null],
    ['b', 'press', 3, 17],
  ])
})

test('hostile names are text: they neither end a statement nor change a table', async () => {
  const names = [
    "'); DROP TABLE scores;--",
    '<img src=x onerror=alert(1)>',
    '__proto__',
    '=HYPERLINK("x")',
    'a "b", c\nd',
  ]
  const rows = await rank({
    units: names.map((name, index) => unit(`u${index}`, { name_vi: name })),
    editions: [y2024.edition],
    results: names.map((_, index) => y2024.result(`u${index}`, { total_score: 90 - index })),
  })
  expect(rows.map((row) => row.nameVi)).toEqual(names)
})
