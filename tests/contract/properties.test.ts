import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { ranking, summary } from '@/db/questions/first-view'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')
const RUNS = { numRuns: 12, endOnFailure: true }
/** Each run opens two databases; both cores may be busy. */
const timeout = 120_000

/** Points with two decimals, as published; some units without a score in a period. */
const points = fc.option(fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100))
const block = fc.array(
  fc.record({ now: fc.tuple(points, points), before: fc.tuple(points, points), ranked: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 12,
  },
)
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never

function tables(units: Block): Required<Pick<Tables, 'results' | 'scores' | 'units'>> & Tables {
  const id = (index: number) => `u${index}`
  return {
    units: units.map((_, index) => unit(id(index))),
    sub_indices: [subIndex('x', 60), subIndex('y', 40, { position: 2 })],
    editions: [y2023.edition, y2024.edition],
    results: units.flatMap(({ ranked }, index) => [
      y2023.result(id(index), { ranked }),
      y2024.result(id(index), { ranked }),
    ]),
    scores: units.flatMap(({ now, before }, index) => [
      y2024.score(id(index), 'x', now[0]),
      y2024.score(id(index), 'y', now[1]),
      y2023.score(id(index), 'x', before[0]),
      y2023.score(id(index), 'y', before[1]),
    ]),
  }
}

async function answers(package_: Tables) {
  const database = await openPackage(package_)
  const rows = await askDatabase(database, ranking, Y2024)
  const [facts] = await askDatabase(database, summary, Y2024)
  await database.close()
  return { rows, facts }
}

test('the order of rows in the files changes no figure', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(
      block.chain((units) => {
        const straight = tables(units)
        const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length })
        return fc.record({
          straight: fc.constant(straight),
          results: shuffled(straight.results),
          scores: shuffled(straight.scores),
          units: shuffled(straight.units),
        })
      }),
      async ({ straight, ...permuted }) => {
        const one = await answers(straight)
        const two = await answers({ ...straight, ...permuted })
        const figures = (rows: typeof one.rows) => rows.map((row) => ({ ...row, tableRow: null }))
        expect(figures(two.rows)).toEqual(figures(one.rows))
        expect(two.facts).toEqual(one.facts)
      },
    ),
    RUNS,
  )
})

test(
  'ranks are consistent with shares: better share, better rank; equal share, equal rank; as many better as the rank says',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(block, async (units) => {
        const { rows } = await answers(tables(units))
        const placed = rows.filter((row) => row.rank !== null)
        for (const row of rows) {
          expect(row.rank !== null).toBe(row.ranked && row.share !== null)
          if (row.rank !== null) {
            expect(row.rank).toBe(1 + placed.filter((other) => (other.share ?? 0) > (row.share ?? 0)).length)
            expect(row.tied).toBe(placed.some((other) => other !== row && other.share === row.share))
          }
        }
      }),
      RUNS,
    )
  },
)

test('the facts of a block are those of its rows', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(block, async (units) => {
      const { rows, facts } = await answers(tables(units))
      const shares = rows.flatMap((row) => row.share ?? [])
      const ranked = rows.flatMap((row) => (row.rank === null ? [] : (row.share ?? [])))
      const changes = rows.flatMap((row) => row.shareChange ?? [])
      expect(facts).toMatchObject({
        unitCount: rows.length,
        rankedCount: rows.filter((row) => row.rank !== null).length,
        scoredCount: shares.length,
        comparedCount: changes.length,
        roseCount: changes.filter((change) => change > 0).length,
        fellCount: changes.filter((change) => change < 0).length,
      })
      if (shares.length > 0) {
        expect(facts?.mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 9)
      } else {
        expect(facts?.mean).toBeNull()
      }
      if (ranked.length > 0) expect(facts?.gap).toBeCloseTo(Math.max(...ranked) - Math.min(...ranked), 9)
      else expect(facts?.gap).toBeNull()
    }),
    RUNS,
  )
})
