import { expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { examples } from '@/db/questions/units'
import type { Example } from '@/db/questions/units'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2024 = yearly('2024')
const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${String(index + 1).padStart(2, '0')}`)

/** Fields of 100 points; each list holds the points of u01, u02, … in one field. */
function fields(lists: Readonly<Record<string, readonly number[]>>): Tables {
  const units = ids(Math.max(...Object.values(lists).map((list) => list.length)))
  return {
    units: units.map((id) => unit(id)),
    sub_indices: Object.keys(lists).map((id, index) => subIndex(id, 100, { position: index + 1 })),
    editions: [y2024.edition],
    results: units.map((id) => y2024.result(id)),
    scores: Object.entries(lists).flatMap(([field, list]) =>
      list.map((score, index) => y2024.score(units[index] ?? '', field, score)),
    ),
  }
}

async function examplesOf(unitId: string, tables: Tables): Promise<readonly Example[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, examples, { ...Y2024, unit: unitId })
  await database.close()
  return rows
}

const EIGHT = [40, 80, 81, 82, 83, 84, 99, 100]

test('where a unit is weak, the strong ones of its block are its examples, the strongest first', async () => {
  // Median 82.5; the bottom quarter lies under 80.75, the top quarter from 87.75 on.
  const rows = await examplesOf('u01', fields({ x: EIGHT }))
  expect(rows).toEqual([
    {
      subIndexId: 'x',
      fieldNameVi: 'Lĩnh vực x',
      fieldNameEn: 'Field x',
      ownShare: 0.4,
      unitId: 'u08',
      nameVi: 'Sở u08',
      nameEn: 'Unit u08',
      shortVi: null,
      shortEn: null,
      share: 1,
      rank: 1,
      unitCount: 8,
      isPeer: false,
    },
    expect.objectContaining({ unitId: 'u07', share: 0.99, rank: 2 }),
  ])
})

test('a unit that is nowhere weak has no examples', async () => {
  expect(await examplesOf('u04', fields({ x: EIGHT }))).toEqual([])
})

test('at most three examples a field, of those that rank alike the first by id', async () => {
  const sixteen = [40, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 95, 100, 95, 95]
  const rows = await examplesOf('u01', fields({ x: sixteen }))
  expect(rows.map(({ unitId, rank }) => [unitId, rank])).toEqual([
    ['u14', 1],
    ['u13', 2],
    ['u15', 2],
  ])
})

test('fields come in the order of the criteria', async () => {
  const rows = await examplesOf('u01', fields({ z: EIGHT, a: EIGHT }))
  expect(rows.map(({ subIndexId, unitId }) => [subIndexId, unitId])).toEqual([
    ['z', 'u08'],
    ['z', 'u07'],
    ['a', 'u08'],
    ['a', 'u07'],
  ])
})

test('an example with a profile close to the unit’s is marked as its peer', async () => {
  // The other five are further from u01 in y and z than u07 and u08 are in x.
  const apart = [90, 0, 0, 0, 0, 0, 90, 90]
  const rows = await examplesOf('u01', fields({ x: EIGHT, y: apart, z: apart }))
  expect(rows.filter(({ subIndexId }) => subIndexId === 'x').map(({ unitId, isPeer }) => [unitId, isPeer])).toEqual([
    ['u08', true],
    ['u07', true],
  ])
})

test('fields below the first level give no examples', async () => {
  const tables = fields({ x: EIGHT })
  expect(await examplesOf('u01', { ...tables, sub_indices: [subIndex('x', 100, { parent_id: 'p' })] })).toEqual([])
})

test('a block that is too small for the tests against it has no examples', async () => {
  expect(await examplesOf('u01', fields({ x: [40, 100] }))).toEqual([])
  expect(await examplesOf('u01', fields({ x: [40] }))).toEqual([])
  expect(await examplesOf('u01', fields({ x: [40, 40, 40, 40, 40, 40, 40, 40, 40] }))).toEqual([])
})

test('in an index where a low share is good, the examples are those with the lowest', async () => {
  const rows = await examplesOf('u08', {
    ...fields({ x: [0, 1, 16, 17, 18, 19, 20, 60] }),
    indices: [{ index_id: 'par', name_vi: 'x', name_en: 'x', short_name: 'x', position: 1, direction: 'lower' }],
  })
  expect(rows.map(({ unitId, ownShare, share, rank }) => [unitId, ownShare, share, rank])).toEqual([
    ['u01', 0.6, 0, 1],
    ['u02', 0.6, 0.01, 2],
  ])
})
