import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { unitStandings } from '@/db/questions/units'
import { openPackage, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2024 = yearly('2024')

interface Result {
  readonly total: number | null
  readonly rank?: number
  readonly max?: number
  readonly ranked?: boolean
}

/** One edition; ranks are published where they are given. */
const edition = (results: Readonly<Record<string, Result>>, more: Tables = {}): Tables => ({
  units: Object.keys(results).map((id) => unit(id)),
  editions: [y2024.edition],
  results: Object.entries(results).map(([id, { total, rank, max = 100, ranked = true }]) =>
    y2024.result(id, { total_score: total, max_score: max, ranked, ...(rank === undefined ? {} : { rank }) }),
  ),
  ...more,
})

/** Per unit: its rank, the points to the next rank, that rank, and whose it is. */
async function climbs(tables: Tables) {
  const database = await openPackage(tables)
  const found: Record<string, readonly unknown[]> = {}
  for (const { unit_id: id } of tables.units ?? []) {
    const [row] = await askDatabase(database, unitStandings, { unit: id ?? '' })
    found[id ?? ''] = [row?.rank, row?.pointsToNextRank, row?.nextRank, row?.nextRankNameVi]
  }
  await database.close()
  return found
}

const NONE = [null, null, null]

describe('points to the next rank', () => {
  test('are those to the share of the unit next above; of two that share it, the first by id is named', async () => {
    const totals = { a: { total: 90 }, c: { total: 80 }, b: { total: 80 }, d: { total: 75.78 } }
    expect(await climbs(edition(totals))).toEqual({
      a: [1, ...NONE],
      b: [2, 10, 1, 'Sở a'],
      c: [2, 10, 1, 'Sở a'],
      d: [4, 4.22, 2, 'Sở b'],
    })
  })

  test('are counted in the maximum of the unit: a quarter of 84 is 21', async () => {
    expect(await climbs(edition({ a: { total: 75 }, b: { total: 42, max: 84 } }))).toMatchObject({
      b: [2, 21, 1, 'Sở a'],
    })
  })

  test('go to the rank with a higher share where a tie was broken by something else', async () => {
    const totals = {
      a: { total: 90, rank: 1 },
      b: { total: 80, rank: 2 },
      c: { total: 80, rank: 3 },
      d: { total: 79, rank: 4 },
    }
    expect(await climbs(edition(totals))).toEqual({
      a: [1, ...NONE],
      b: [2, 10, 1, 'Sở a'],
      c: [3, 10, 1, 'Sở a'],
      d: [4, 1, 3, 'Sở c'],
    })
  })

  test('are not given where the ranks around the unit do not follow the shares', async () => {
    const totals = {
      a: { total: 70, rank: 1 },
      b: { total: 80, rank: 2 },
      c: { total: 60, rank: 3 },
      d: { total: 50, rank: 4 },
      e: { total: 40, rank: 5 },
    }
    expect(await climbs(edition(totals))).toEqual({
      a: [1, ...NONE],
      b: [2, ...NONE],
      c: [3, ...NONE],
      d: [4, 10, 3, 'Sở c'],
      e: [5, 10, 4, 'Sở d'],
    })
  })

  test('are not given across ranks or shares that the package does not have', async () => {
    const totals = {
      a: { total: 90, rank: 2 },
      b: { total: 80, rank: 3 },
      c: { total: 60, rank: 10 },
      d: { total: null, rank: 11 },
      e: { total: 50, rank: 12 },
    }
    expect(await climbs(edition(totals))).toEqual({
      a: [2, ...NONE],
      b: [3, 10, 2, 'Sở a'],
      c: [10, ...NONE],
      d: [11, ...NONE],
      e: [12, ...NONE],
    })
  })

  test('are not given to a unit that is not ranked, nor to units that are alone or all equal', async () => {
    expect(await climbs(edition({ a: { total: 90 }, b: { total: 80, ranked: false } }))).toEqual({
      a: [1, ...NONE],
      b: [null, ...NONE],
    })
    expect(await climbs(edition({ a: { total: 90 } }))).toEqual({ a: [1, ...NONE] })
    expect(await climbs(edition({ a: { total: 90 }, b: { total: 90 } }))).toEqual({ a: [1, ...NONE], b: [1, ...NONE] })
  })

  test('are points too many in an index where a low score is good, to the next class too', async () => {
    const band = { index_id: 'par', version_id: 'v1', block_id: 'departments' }
    const tables = edition(
      { a: { total: 20 }, b: { total: 32.5 } },
      {
        indices: [{ index_id: 'par', name_vi: 'x', name_en: 'x', short_name: 'x', position: 1, direction: 'lower' }],
        bands: [
          { ...band, band_id: 'good', name_vi: 'Tốt', name_en: 'Good', min_share: 0.8, position: 1 },
          { ...band, band_id: 'fair', name_vi: 'Khá', name_en: 'Fair', min_share: 0, position: 2 },
        ],
      },
    )
    const database = await openPackage(tables)
    const [row] = await askDatabase(database, unitStandings, { unit: 'b' })
    await database.close()
    expect(row).toMatchObject({
      rank: 2,
      pointsToNextRank: 12.5,
      nextRank: 1,
      bandId: 'fair',
      pointsToNextBand: 12.5,
      nextBandNameVi: 'Tốt',
    })
  })
})

test('a rank that two units share is marked', async () => {
  const database = await openPackage(
    edition({ a: { total: 90 }, b: { total: 80 }, c: { total: 80 }, d: { total: null } }),
  )
  const tied = async (id: string) => (await askDatabase(database, unitStandings, { unit: id }))[0]?.tied
  expect([await tied('a'), await tied('b'), await tied('c'), await tied('d')]).toEqual([false, true, true, false])
  await database.close()
})
