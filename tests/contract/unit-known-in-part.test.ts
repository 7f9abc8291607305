import { expect, it } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { unitHistory, unitStandings } from '@/db/questions/units'
import { openPackage, unit, yearly } from './fixture'

it('a unit’s own rank does not tell that others of its block are unknown: the highest rank does', async () => {
  const year = yearly('2024')
  const database = await openPackage({
    units: ['a', 'b', 'c'].map((id) => unit(id)),
    editions: [year.edition],
    results: [year.result('a', { rank: 1 }), year.result('b', { rank: 2 }), year.result('c', { rank: 26 })],
  })
  try {
    const known = { rank: 1, rankedCount: 3, highestRank: 26 }
    expect(await askDatabase(database, unitStandings, { unit: 'a' })).toMatchObject([known])
    expect(await askDatabase(database, unitHistory, { unit: 'a' })).toMatchObject([known])
  } finally {
    await database.close()
  }
})
