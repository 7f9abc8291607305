import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { audit } from '@/db/questions/audit'
import type { Finding } from '@/db/questions/audit'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const RUNS = { numRuns: 6, endOnFailure: true }
/** Each run opens a database or two; both cores may be busy. */
const timeout = 120_000

async function find(tables: Tables): Promise<readonly Finding[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, audit, {})
  await database.close()
  return rows
}

/** Many small blocks in one package: year and place of an edition make its block. */
const y2023 = yearly('2023')
const y2024 = yearly('2024')
const cents = fc.integer({ min: 0, max: 6000 }).map((value) => value / 100)
const unitFigures = fc.record({
  rank: fc.option(fc.integer({ min: 1, max: 8 })),
  total: fc.option(fc.integer({ min: 600, max: 630 }).map((value) => value / 10)),
  x: fc.option(cents),
  y: fc.option(fc.integer({ min: 0, max: 4000 }).map((value) => value / 100)),
  before: fc.option(cents),
})
const block = fc.array(unitFigures, { minLength: 1, maxLength: 14 })
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never

const blockId = (at: number) => `b${at}`
const unitId = (at: number) => `u${String(at).padStart(2, '0')}`

function tables(blocks: readonly Block[]) {
  const ofBlock = <R extends object>(at: number, row: R) => ({ ...row, block_id: blockId(at) })
  return {
    blocks: blocks.map((_, at) => ({
      block_id: blockId(at),
      name_vi: `Khối ${at}`,
      name_en: `Block ${at}`,
      position: at + 1,
    })),
    sub_indices: blocks.flatMap((_, at) => [
      ofBlock(at, subIndex('x', 60)),
      ofBlock(at, subIndex('y', 40, { position: 2 })),
    ]),
    units: Array.from({ length: 14 }, (_, at) => unit(unitId(at))),
    editions: blocks.flatMap((_, at) => [ofBlock(at, y2023.edition), ofBlock(at, y2024.edition)]),
    results: blocks.flatMap((units, at) =>
      units.flatMap(({ rank, total }, place) => [
        ofBlock(at, y2023.result(unitId(place), {})),
        ofBlock(at, y2024.result(unitId(place), { rank, total_score: total })),
      ]),
    ),
    scores: blocks.flatMap((units, at) =>
      units.flatMap(({ x, y, before }, place) => [
        ofBlock(at, y2023.score(unitId(place), 'x', before)),
        ofBlock(at, y2024.score(unitId(place), 'x', x)),
        ofBlock(at, y2024.score(unitId(place), 'y', y)),
      ]),
    ),
  }
}

const blocks = fc.array(block, { minLength: 5, maxLength: 25 })

test('the order of rows in the files changes no finding', { timeout }, async () => {
  const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length })
  await fc.assert(
    fc.asyncProperty(
      blocks.map(tables).chain((straight) =>
        fc.record({
          straight: fc.constant(straight),
          results: shuffled(straight.results),
          scores: shuffled(straight.scores),
          units: shuffled(straight.units),
          editions: shuffled(straight.editions),
        }),
      ),
      async ({ straight, ...permuted }) => {
        const withoutRows = (rows: readonly Finding[]) => rows.map((row) => ({ ...row, tableRow: null }))
        const one = await find(straight)
        expect(withoutRows(await find({ ...straight, ...permuted }))).toEqual(withoutRows(one))
      },
    ),
    RUNS,
  )
})

test(
  'every contradiction is found, and nothing else: held against each pair of units and each sum',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (given) => {
        const findings = await find(tables(given))
        const found = (kind: Finding['kind'], at: number) =>
          findings.filter((row) => row.kind === kind && row.blockId === blockId(at))
        for (const [at, units] of given.entries()) {
          const now = units.map((figures, place) => ({ ...figures, id: unitId(place) }))
          const sumOf = ({ x, y }: (typeof now)[number]) => (x === null || y === null ? null : x + y)
          // Of 100, published or the sum; ranks are of those that have one.
          const pointsOf = (one: (typeof now)[number]) => one.total ?? sumOf(one)

          const contradicted = now.filter((one) =>
            now.some((other) => {
              if (one.rank === null || other.rank === null) return false
              const [own, others] = [pointsOf(one), pointsOf(other)]
              return own !== null && others !== null && others > own + 0.005 && other.rank >= one.rank
            }),
          )
          expect(found('rank-contradicts-score', at).map((row) => row.unitId)).toEqual(contradicted.map(({ id }) => id))

          const ranks = now.flatMap(({ rank }) => rank ?? []).toSorted((a, b) => a - b)
          const gaps = [...new Set(ranks)].filter((rank) => {
            const before = ranks.filter((other) => other < rank)
            const last = before.at(-1)
            return rank !== (last === undefined ? 1 : last + before.filter((other) => other === last).length)
          })
          expect(
            found('rank-gap', at)
              .map((row) => row.value)
              .toSorted((a, b) => Number(a) - Number(b)),
          ).toEqual(gaps)

          const off = now.filter((one) => {
            const sum = sumOf(one)
            return one.total !== null && sum !== null && Math.abs(one.total - sum) > 0.015 + 1e-9
          })
          expect(found('total-differs', at).map((row) => row.unitId)).toEqual(off.map(({ id }) => id))

          const changes = now.flatMap(({ id, x, before }) =>
            x === null || before === null ? [] : [{ id, change: (x - before) / 60 }],
          )
          const mean = changes.reduce((sum, { change }) => sum + change, 0) / changes.length
          const deviation = Math.sqrt(
            changes.reduce((sum, { change }) => sum + (change - mean) ** 2, 0) / changes.length,
          )
          const jumps = changes.filter(
            ({ change }) => changes.length >= 8 && Math.abs(change - mean) > 3 * deviation + 1e-9,
          )
          expect(found('jump', at).flatMap((row) => (row.subIndexId === 'x' ? [row.unitId] : []))).toEqual(
            jumps.map(({ id }) => id),
          )
        }
      }),
      RUNS,
    )
  },
)
