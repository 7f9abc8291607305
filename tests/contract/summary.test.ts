import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { editions, summary } from '@/db/questions/first-view'
import type { Summary } from '@/db/questions/first-view'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')
const abc = ['a', 'b', 'c'].map((id) => unit(id))

async function summarise(tables: Tables): Promise<Summary> {
  const database = await openPackage(tables)
  const [row] = await askDatabase(database, summary, Y2024)
  await database.close()
  if (!row) throw new Error('no summary')
  return row
}

test('mean, median and gap are over the units with a score, and n is given', async () => {
  const row = await summarise({
    units: abc,
    editions: [y2024.edition],
    results: [
      y2024.result('a', { total_score: 90 }),
      y2024.result('b', { total_score: 60 }),
      y2024.result('c', { missing_reason: 'not-published' }),
    ],
  })
  expect(row).toMatchObject({
    unitCount: 3,
    scoredCount: 2,
    rankedCount: 2,
    mean: 0.75,
    median: 0.75,
    best: 0.9,
    lowest: 0.6,
    gap: 0.3,
    meanChange: null,
    previousPeriod: null,
    changeBasis: null,
  })
})

test('the change of the mean is between the two blocks as they were: 85 then 80 is −5', async () => {
  const row = await summarise({
    units: abc,
    editions: [y2023.edition, y2024.edition],
    results: [
      y2023.result('a', { total_score: 80 }),
      y2023.result('b', { total_score: 90 }),
      y2024.result('a', { total_score: 90 }),
      y2024.result('b', { total_score: 80 }),
      y2024.result('c', { total_score: 70 }),
    ],
  })
  expect(row).toMatchObject({
    mean: 0.8,
    meanChange: -0.05,
    gap: 0.2,
    gapChange: 0.1,
    previousPeriod: '2023',
    previousUnitCount: 2,
    comparedCount: 2,
    roseCount: 1,
    fellCount: 1,
    biggestRise: { unitId: 'a', fromRank: 2, toRank: 1, placesGained: 1 },
    biggestFall: { unitId: 'b', fromRank: 1, toRank: 2, placesGained: -1 },
  })
  expect(row.leaders.map(({ unitId }) => unitId)).toEqual(['a'])
})

test('all units that share the first place lead', async () => {
  const row = await summarise({
    units: abc,
    editions: [y2024.edition],
    results: [
      y2024.result('a', { total_score: 90 }),
      y2024.result('b', { total_score: 90 }),
      y2024.result('c', { total_score: 1 }),
    ],
  })
  expect(row.leaders.map(({ unitId }) => unitId)).toEqual(['a', 'b'])
})

test('a block whose results are not there yet has a summary that counts nobody', async () => {
  const row = await summarise({
    units: abc,
    editions: [y2023.edition, y2024.edition],
    results: [y2023.result('a', { total_score: 85 })],
  })
  expect(row).toMatchObject({ unitCount: 0, scoredCount: 0, refusedCount: 0, mean: null, previousUnitCount: 1 })
})

test('classes are counted with the period before, the empty ones too', async () => {
  const band = (id: string, min: number, position: number) => ({
    index_id: 'par',
    version_id: 'v1',
    block_id: 'departments',
    band_id: id,
    name_vi: id,
    name_en: id,
    min_share: min,
    position,
  })
  const row = await summarise({
    units: abc,
    bands: [band('excellent', 0.9, 1), band('good', 0.8, 2), band('weak', 0, 3)],
    editions: [y2023.edition, y2024.edition],
    results: [
      y2023.result('a', { total_score: 85 }),
      y2023.result('b', { total_score: 50 }),
      y2024.result('a', { total_score: 95 }),
      y2024.result('b', { total_score: 85 }),
      y2024.result('c', {}),
    ],
  })
  expect(row.bands.map(({ bandId, count, previousCount }) => [bandId, count, previousCount])).toEqual([
    ['excellent', 1, 0],
    ['good', 1, 1],
    ['weak', 0, 1],
  ])
  expect(row.unclassedCount).toBe(1)
})

describe('weakest field', () => {
  test('it is the first-level sub-index with the lowest mean share: 50 % of y against 70 % of x', async () => {
    const row = await summarise({
      units: abc,
      sub_indices: [subIndex('x', 60), subIndex('y', 40, { position: 2 }), subIndex('y-1', 40, { parent_id: 'y' })],
      editions: [y2024.edition],
      results: [y2024.result('a'), y2024.result('b')],
      scores: [
        y2024.score('a', 'x', 48),
        y2024.score('b', 'x', 36),
        y2024.score('a', 'y', 30),
        y2024.score('b', 'y', 10),
        y2024.score('a', 'y-1', 0),
      ],
    })
    expect(row.weakest).toEqual({ subIndexId: 'y', nameVi: 'Lĩnh vực y', nameEn: 'Field y', mean: 0.5, unitCount: 2 })
  })

  test('without scores there is none', async () => {
    const row = await summarise({ units: abc, editions: [y2024.edition], results: [y2024.result('a', { rank: 1 })] })
    expect(row.weakest).toBeNull()
    expect(row.mean).toBeNull()
  })
})

test('a mean is the same whatever the order of the units in the file, also where its last digit is a half', async () => {
  const scores = [1, 1, 1, 8]
  // Of 60: 3 × 0.016666666667 + 0.133333333333 = 0.183333333334, a quarter of it 0.0458333333335.
  const meanOf = async (order: readonly number[]) => {
    const row = await summarise({
      units: scores.map((_, index) => unit(`u${index}`)),
      sub_indices: [subIndex('x', 60)],
      editions: [y2024.edition],
      results: order.map((index) => y2024.result(`u${index}`, { max_score: null })),
      scores: order.map((index) => y2024.score(`u${index}`, 'x', scores[index] ?? null)),
    })
    return [row.mean, row.weakest?.mean]
  }
  const first = await meanOf([0, 1, 2, 3])
  expect(first[0]).toBeCloseTo(11 / 240, 9)
  expect(first[1]).toBe(first[0])
  expect(await meanOf([3, 0, 1, 2])).toEqual(first)
  expect(await meanOf([0, 3, 1, 2])).toEqual(first)
})

test('across versions mean and gap change on the common core only', async () => {
  const old = yearly('2023', 'v1')
  const recent = yearly('2024', 'v2')
  const row = await summarise({
    units: abc,
    versions: [
      { index_id: 'par', version_id: 'v1' },
      { index_id: 'par', version_id: 'v2' },
    ],
    sub_indices: [
      subIndex('common', 80),
      subIndex('left', 20, { position: 2 }),
      subIndex('common', 80, { version_id: 'v2' }),
      subIndex('entered', 20, { version_id: 'v2', position: 2 }),
    ],
    editions: [old.edition, recent.edition],
    results: [old.result('a'), old.result('b'), recent.result('a'), recent.result('b'), recent.result('c')],
    scores: [
      old.score('a', 'common', 40),
      old.score('a', 'left', 20),
      old.score('b', 'common', 60),
      old.score('b', 'left', 20),
      recent.score('a', 'common', 60),
      recent.score('a', 'entered', 0),
      recent.score('b', 'common', 72),
      recent.score('b', 'entered', 0),
      recent.score('c', 'common', 0),
      recent.score('c', 'entered', 0),
    ],
    bands: ['v1', 'v2'].map((version) => ({
      index_id: 'par',
      version_id: version,
      block_id: 'departments',
      band_id: 'good',
      name_vi: 'Tốt',
      name_en: 'Good',
      min_share: 0,
      position: 1,
    })),
  })
  // Core of a: 50 % → 75 %, of b: 75 % → 90 %; c has nothing before. Mean 62.5 % → 82.5 %, gap 25 → 15.
  expect(row).toMatchObject({
    changeBasis: 'core',
    coreCoverage: 0.8,
    meanChange: 0.2,
    gapChange: -0.1,
    comparedCount: 2,
    placesComparedCount: 2,
    // A class of one set of criteria is not that of another.
    bands: [{ bandId: 'good', count: 3, previousCount: null }],
  })
})

test('a common sub-index with a maximum of 0 for the unit in one period is left out of its core in both', async () => {
  const old = yearly('2023', 'v1')
  const recent = yearly('2024', 'v2')
  const row = await summarise({
    units: abc,
    versions: ['v1', 'v2'].map((version) => ({ index_id: 'par', version_id: version })),
    sub_indices: ['v1', 'v2'].flatMap((version) => [
      subIndex('x', 60, { version_id: version }),
      subIndex('y', 10, { version_id: version, position: 2, weight: 40 }),
    ]),
    editions: [old.edition, recent.edition],
    results: ['a', 'b'].flatMap((id) => [old.result(id, { max_score: null }), recent.result(id, { max_score: null })]),
    scores: [
      old.score('a', 'x', 30),
      old.score('a', 'y', 10),
      recent.score('a', 'x', 45),
      recent.score('a', 'y', 0, { max_score: 0 }),
      // Nothing of the core is left of this one.
      old.score('b', 'x', 30),
      old.score('b', 'y', 0, { max_score: 0 }),
      recent.score('b', 'x', 0, { max_score: 0 }),
      recent.score('b', 'y', 5),
    ],
  })
  // x alone: 50 % → 75 %.
  expect(row).toMatchObject({ changeBasis: 'core', comparedCount: 1, meanChange: 0.25 })
})

test('where a low share is good, the edition says so; a rise of the share is still counted as a rise', async () => {
  const tables: Tables = {
    indices: [{ index_id: 'par', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1, direction: 'lower' }],
    units: abc,
    editions: [y2023.edition, y2024.edition],
    results: [
      y2023.result('a', { total_score: 20 }),
      y2023.result('b', { total_score: 30 }),
      y2024.result('a', { total_score: 40 }),
      y2024.result('b', { total_score: 10 }),
    ],
  }
  const database = await openPackage(tables)
  const rows = await askDatabase(database, editions, {})
  await database.close()
  expect(rows.map(({ lowerIsBetter }) => lowerIsBetter)).toEqual([true, true])
  expect(await summarise(tables)).toMatchObject({
    leaders: [{ unitId: 'b' }],
    roseCount: 1,
    fellCount: 1,
    biggestRise: { unitId: 'b', fromRank: 2, toRank: 1 },
  })
})
