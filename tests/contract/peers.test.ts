import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { peers } from '@/db/questions/units'
import type { Peer } from '@/db/questions/units'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2024 = yearly('2024')

/** Sub-indices a, b, c, d of 10, 20, 40 and 30 points; one row a unit, null: not scored. */
const MAXIMA = { a: 10, b: 20, c: 40, d: 30 } as const
type Profile = Partial<Record<keyof typeof MAXIMA, number | null>>

const profiles = (units: Readonly<Record<string, Profile>>): Tables => ({
  units: Object.keys(units).map((id) => unit(id)),
  sub_indices: Object.entries(MAXIMA).map(([id, max], index) => subIndex(id, max, { position: index + 1 })),
  editions: [y2024.edition],
  results: Object.keys(units).map((id, index) => y2024.result(id, { rank: index + 1 })),
  scores: Object.entries(units).flatMap(([id, profile]) =>
    Object.entries(profile).map(([field, score]) => y2024.score(id, field, score)),
  ),
})

async function peersOf(unitId: string, tables: Tables): Promise<readonly Peer[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, peers, { ...Y2024, unit: unitId })
  await database.close()
  return rows
}

describe('the peers of a unit', () => {
  test('distance is the root mean square of the differences of shares: 0.1, 0.2, 0.2 and 0.4 give 0.25', async () => {
    const rows = await peersOf(
      'own',
      profiles({
        own: { a: 5, b: 10, c: 20, d: 15 },
        near: { a: 6, b: 14, c: 12, d: 27 },
        same: { a: 5, b: 10, c: 20, d: 15 },
      }),
    )
    expect(rows.map(({ unitId, distance, commonCount, rank }) => [unitId, distance, commonCount, rank])).toEqual([
      ['same', 0, 4, 3],
      ['near', 0.25, 4, 2],
    ])
  })

  test('are the five nearest; equally near ones come in the order of their ranks', async () => {
    const rows = await peersOf(
      'own',
      profiles({
        far: { a: 0, b: 0, c: 0 },
        u6: { a: 6, b: 12, c: 24 },
        u5: { a: 6, b: 12, c: 24 },
        u4: { a: 4, b: 8, c: 16 },
        own: { a: 5, b: 10, c: 20 },
        u3: { a: 5, b: 10, c: 20 },
        u2: { a: 9, b: 18, c: 36 },
        u1: { a: 8, b: 16, c: 32 },
      }),
    )
    expect(rows.map(({ unitId }) => unitId)).toEqual(['u3', 'u6', 'u5', 'u4', 'u1'])
  })

  test('have at least three sub-indices in common with it, and half of its own', async () => {
    const own = { a: 5, b: 10, c: 20, d: 15 }
    const rows = await peersOf('own', profiles({ own, two: { a: 5, b: 10 }, three: { a: 5, b: 10, d: 15, c: null } }))
    expect(rows.map(({ unitId, commonCount }) => [unitId, commonCount])).toEqual([['three', 3]])
  })

  test('are compared on the first level only, and on what is scored: a maximum of 0 is not', async () => {
    const tables = profiles({ own: { a: 5, b: 10, c: 20 }, other: { a: 5, b: 10, c: 20 } })
    const rows = await peersOf('own', {
      ...tables,
      sub_indices: [
        ...(tables.sub_indices ?? []),
        subIndex('a-1', 5, { parent_id: 'a' }),
        subIndex('shown', 0, { position: 9 }),
      ],
      scores: [
        ...(tables.scores ?? []),
        y2024.score('own', 'a-1', 5),
        y2024.score('other', 'a-1', 0),
        y2024.score('own', 'shown', 3),
        y2024.score('other', 'shown', 0),
      ],
    })
    expect(rows).toMatchObject([{ unitId: 'other', distance: 0, commonCount: 3 }])
  })

  test('a unit that is alone, or shares nothing with the others, has none', async () => {
    expect(await peersOf('own', profiles({ own: { a: 5, b: 10, c: 20 } }))).toEqual([])
    expect(await peersOf('own', profiles({ own: { a: 5, b: 10 }, other: { c: 20, d: 15 } }))).toEqual([])
    expect(await peersOf('own', profiles({ own: {}, other: { a: 5, b: 10, c: 20 } }))).toEqual([])
  })

  test('of two units each is the peer of the other', async () => {
    const two = profiles({ own: { a: 5, b: 10, c: 20 }, other: { a: 10, b: 20, c: 40 } })
    expect(await peersOf('own', two)).toMatchObject([{ unitId: 'other', distance: 0.5 }])
    expect(await peersOf('other', two)).toMatchObject([{ unitId: 'own', distance: 0.5 }])
  })
})
