import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { editions } from '@/db/questions/first-view'
import { rules, sources } from '@/db/questions/package'
import { unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'
import type { UnitSubIndex } from '@/db/questions/units'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2022 = yearly('2022')
const y2023 = yearly('2023')
const y2024 = yearly('2024')

async function subIndicesOf(unitId: string, tables: Tables): Promise<readonly UnitSubIndex[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, unitSubIndices, { ...Y2024, unit: unitId })
  await database.close()
  return rows
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${index + 1}`)

/** One field of 100 points; `shares` of u1, u2, … in 2024. */
const oneField = (scores: readonly number[], before: Tables['scores'] = []): Tables => ({
  units: ids(scores.length).map((id) => unit(id)),
  sub_indices: [subIndex('x', 100)],
  editions: [y2022.edition, y2023.edition, y2024.edition],
  results: ids(scores.length).flatMap((id) => [y2022.result(id), y2023.result(id), y2024.result(id)]),
  scores: [...scores.map((score, index) => y2024.score(`u${index + 1}`, 'x', score)), ...before],
})

describe('a sub-index against its block', () => {
  test('share, median, quartiles, best, lowest and rank of 40, 60, 80, 90, 100 points', async () => {
    const [row] = await subIndicesOf('u3', oneField([40, 60, 80, 90, 100]))
    expect(row).toMatchObject({
      score: 80,
      maxScore: 100,
      share: 0.8,
      unitCount: 5,
      blockMedian: 0.8,
      blockQ1: 0.6,
      blockQ3: 0.9,
      blockBest: 1,
      blockLowest: 0.4,
      rank: 3,
      recoverable: 0,
    })
  })

  test('recoverable are the points up to the median: 80 − 40', async () => {
    const [row] = await subIndicesOf('u1', oneField([40, 60, 80, 90, 100]))
    expect(row).toMatchObject({ rank: 5, recoverable: 40 })
  })

  test('a unit without a score is given with its reason and flagged for nothing', async () => {
    const [row] = await subIndicesOf('u2', {
      ...oneField([40]),
      units: [unit('u1'), unit('u2')],
      results: [y2024.result('u1'), y2024.result('u2')],
      scores: [y2024.score('u1', 'x', 40), y2024.score('u2', 'x', null, { missing_reason: 'not-assessed' })],
    })
    expect(row).toMatchObject({
      score: null,
      share: null,
      rank: null,
      missingReason: 'not-assessed',
      unitCount: 1,
      blockMedian: 0.4,
      weakAbsolute: false,
      weakRelative: false,
      weakFalling: false,
    })
  })

  test('sub-indices come in the order of the criteria, children under their parents, with parts', async () => {
    const rows = await subIndicesOf('u1', {
      units: [unit('u1')],
      sub_indices: [
        subIndex('b', 40, { position: 2 }),
        subIndex('a-2', 30, { parent_id: 'a', position: 2 }),
        subIndex('a-1', 30, { parent_id: 'a', position: 1 }),
        subIndex('a', 60, { position: 1 }),
      ],
      editions: [y2024.edition],
      results: [y2024.result('u1')],
      scores: [
        y2024.score('u1', 'a', 50),
        y2024.score('u1', 'a', 55, { part: 'self' }),
        y2024.score('u1', 'a', 30, { part: 'appraised' }),
      ],
    })
    expect(rows.map(({ subIndexId, level, parentId }) => [subIndexId, level, parentId])).toEqual([
      ['a', 1, null],
      ['a-1', 2, 'a'],
      ['a-2', 2, 'a'],
      ['b', 1, null],
    ])
    expect(rows[0]?.parts).toEqual([
      { part: 'appraised', score: 30, maxScore: null },
      { part: 'self', score: 55, maxScore: null },
    ])
  })
})

describe('a weak sub-index', () => {
  const flags = ({ weakAbsolute, weakRelative, weakFalling }: UnitSubIndex) => [weakAbsolute, weakRelative, weakFalling]
  const flagsOf = async (unitId: string, tables: Tables) => (await subIndicesOf(unitId, tables)).map(flags)[0]

  test('absolute: a share under 65 %, 65 % itself is not', async () => {
    expect(await flagsOf('u1', oneField([64.99, 65]))).toEqual([true, false, false])
    expect(await flagsOf('u2', oneField([64.99, 65]))).toEqual([false, false, false])
  })

  test('relative: in the bottom quarter of at least eight units', async () => {
    const eight = [80, 81, 82, 83, 84, 85, 86, 87]
    expect(await flagsOf('u1', oneField(eight))).toEqual([false, true, false])
    expect(await flagsOf('u2', oneField(eight))).toEqual([false, true, false])
    expect(await flagsOf('u3', oneField(eight))).toEqual([false, false, false])
    expect(await flagsOf('u1', oneField(eight.slice(1)))).toEqual([false, false, false])
  })

  test('relative: more than one standard deviation under the median, also outside the bottom quarter', async () => {
    // Median 90; mean 81.1, deviation 10.94: everything under 79.06 is flagged, which is four of ten units.
    const ten = [66, 67, 68, 70, 90, 90, 90, 90, 90, 90]
    expect(await flagsOf('u4', oneField(ten))).toEqual([false, true, false])
    expect(await flagsOf('u5', oneField(ten))).toEqual([false, false, false])
  })

  test('units with equal shares are not weak against each other', async () => {
    expect(await flagsOf('u1', oneField(Array.from({ length: 9 }, () => 90)))).toEqual([false, false, false])
  })

  test('falling: 5 points on the period before, or two periods running', async () => {
    const fell = (score: number, ...before: readonly [number, number] | readonly [number]) =>
      flagsOf(
        'u1',
        oneField(
          [score],
          [y2023.score('u1', 'x', before[0]), ...(before[1] === undefined ? [] : [y2022.score('u1', 'x', before[1])])],
        ),
      )
    expect(await fell(85, 90)).toEqual([false, false, true])
    expect(await fell(85.01, 90)).toEqual([false, false, false])
    expect(await fell(89, 90, 91)).toEqual([false, false, true])
    expect(await fell(89, 90, 90)).toEqual([false, false, false])
  })
})

describe('a unit', () => {
  test('its standings: rank of how many, block median and points to the next class', async () => {
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
    const database = await openPackage({
      units: [unit('a'), unit('b'), unit('c')],
      bands: [band('good', 0.8, 1), band('fair', 0, 2)],
      editions: [y2023.edition, y2024.edition],
      results: [
        y2023.result('a', { total_score: 85 }),
        y2024.result('a', { total_score: 75.78 }),
        y2024.result('b', { total_score: 90 }),
        y2024.result('c', { total_score: 80, ranked: false }),
      ],
    })
    const rows = await askDatabase(database, unitStandings, { unit: 'a' })
    expect(
      rows.map(({ period, rank, rankedCount, bandId, pointsToNextBand, nextBandNameVi, blockMedian }) => [
        period,
        rank,
        rankedCount,
        bandId,
        pointsToNextBand,
        nextBandNameVi,
        blockMedian,
      ]),
    ).toEqual([
      ['2024', 2, 2, 'fair', 4.22, 'good', 0.8],
      ['2023', 1, 1, 'good', null, null, 0.85],
    ])
    await database.close()
  })

  test('it is listed in the block of its latest edition, with what it came from', async () => {
    const database = await openPackage({
      units: [unit('old', { valid_to: '2023-12-31' }), unit('new', { valid_from: '2024-01-01' }), unit('unused')],
      lineage: [{ from_unit_id: 'old', to_unit_id: 'new', on_date: '2024-01-01', kind: 'rename', decision: 'NQ 1' }],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('old', { total_score: 1 }), y2024.result('new', { total_score: 2 })],
    })
    expect(
      (await askDatabase(database, units, {})).map(({ unitId, blockId, validFrom }) => [unitId, blockId, validFrom]),
    ).toEqual([
      ['new', 'departments', '2024-01-01'],
      ['old', 'departments', null],
    ])
    const [profile] = await askDatabase(database, unitProfile, { unit: 'new' })
    expect(profile?.predecessors).toEqual([
      { unitId: 'old', nameVi: 'Sở old', nameEn: 'Unit old', onDate: '2024-01-01', kind: 'rename', decision: 'NQ 1' },
    ])
    expect(await askDatabase(database, unitProfile, { unit: 'nobody' })).toEqual([])
    await database.close()
  })
})

test('editions, sources and rules say where the figures come from and what they are held against', async () => {
  const database = await openPackage({
    units: [unit('a')],
    sources: [{ source_id: 's1', number: '658/QĐ-UBND', title: 'Quyết định', published_on: '2024-03-05' }],
    editions: [y2023.edition, { ...y2024.edition, source_id: 's1', survey_valid: 18000 }],
    results: [y2023.result('a', { total_score: 1, source_id: 's1' }), y2024.result('a', { total_score: 2 })],
  })
  const rows = await askDatabase(database, editions, {})
  expect(
    rows.map(({ period, sourceNumber, surveyValid, unitCount }) => [period, sourceNumber, surveyValid, unitCount]),
  ).toEqual([
    ['2024', '658/QĐ-UBND', 18000, 1],
    ['2023', null, null, 1],
  ])
  expect(
    (await askDatabase(database, sources, {})).map(({ sourceId, editionCount, resultCount }) => [
      sourceId,
      editionCount,
      resultCount,
    ]),
  ).toEqual([['s1', 1, 2]])
  expect(await askDatabase(database, rules, {})).toContainEqual({ ruleId: 'weak-absolute-share', value: 0.65 })
  await database.close()
})
