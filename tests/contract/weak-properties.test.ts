import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import type { Database } from '@/db/database'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import type { Weakness } from '@/db/questions/weak'
import { LIMIT_NAMES, writeLimits } from '@/domain/weak-limits'
import type { WeakLimits } from '@/domain/weak-limits'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const YEARS = [yearly('2022'), yearly('2023'), yearly('2024')] as const
const FIELDS = ['x', 'y'] as const
const MAX = 20
const MIN_UNITS = 8
const RUNS = { numRuns: 8, endOnFailure: true }
/** Each run opens a database and asks up to a dozen questions; both cores may be busy. */
const timeout = 180_000

/**
 * Few values, so that ties and limits are met often: so many twentieths of the maximum, perhaps of one of its own (0: it
 * does not apply); some without a score. Of a unit, by year and field.
 */
const score = fc.option(
  fc.record({
    twentieths: fc.integer({ min: 0, max: MAX }),
    own: fc.option(fc.constantFrom(0, 10, 40), { freq: 5 }),
  }),
  { freq: 8 },
)
const block = fc.record({
  units: fc.array(fc.tuple(...YEARS.map(() => fc.tuple(score, score))), { minLength: 1, maxLength: 12 }),
  lower: fc.boolean(),
  weight: fc.option(fc.integer({ min: 1, max: 40 })),
})
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never

const limits: fc.Arbitrary<WeakLimits> = fc.record({
  absolute: fc.constantFrom(0, 0.5, 0.65, 1),
  deviations: fc.constantFrom(0, 0.5, 1, 5),
  quantile: fc.constantFrom(0, 0.1, 0.25, 0.5),
  fall: fc.constantFrom(0.001, 0.05, 0.3),
})

const id = (index: number) => `u${index}`

function tables({ units, lower, weight }: Block): Required<Pick<Tables, 'results' | 'scores' | 'units'>> & Tables {
  return {
    indices: [
      {
        index_id: 'par',
        name_vi: 'PAR',
        name_en: 'PAR',
        short_name: 'PAR',
        position: 1,
        direction: lower ? 'lower' : 'higher',
      },
    ],
    units: units.map((_, index) => unit(id(index))),
    sub_indices: FIELDS.map((field, position) => subIndex(field, MAX, { position, weight })),
    editions: YEARS.map(({ edition }) => edition),
    results: units.flatMap((_, index) => YEARS.map((year) => year.result(id(index)))),
    scores: units.flatMap((years, index) =>
      YEARS.flatMap((year, y) =>
        FIELDS.map((field, f) => {
          const given = years[y]?.[f]
          if (!given) return year.score(id(index), field, null)
          return year.score(id(index), field, ((given.own ?? MAX) * given.twentieths) / MAX, { max_score: given.own })
        }),
      ),
    ),
  }
}

async function inPackage<T>(package_: Tables, ask: (database: Database) => Promise<T>): Promise<T> {
  const database = await openPackage(package_)
  try {
    return await ask(database)
  } finally {
    await database.close()
  }
}

const answers = async (database: Database, at: WeakLimits) => {
  const params = { ...Y2024, limits: writeLimits(at) }
  return {
    matrix: await askDatabase(database, fieldMatrix, params),
    summary: await askDatabase(database, fieldSummary, params),
    weak: await askDatabase(database, weaknesses, params),
    effects: await askDatabase(database, thresholdEffects, params),
  }
}

const exact = (value: number) => Math.round(value * 1e12) / 1e12
const key = ({ unitId, subIndexId }: Pick<Weakness, 'unitId' | 'subIndexId'>) => `${unitId} ${subIndexId}`
const isWeak = ({ severity }: Weakness) => severity > 0

/** DATA-PACKAGE rule 6, word by word: by how many periods running each unit and sub-index is weak. */
function weakByTheRule({ units, lower }: Block, at: WeakLimits): Map<string, number> {
  // Where a low score is good, what a share lacks to all of the maximum is what is compared.
  const share = (index: number, year: number, field: number) => {
    const given = units[index]?.[year]?.[field]
    if (!given || given.own === 0) return null
    return exact((lower ? MAX - given.twentieths : given.twentieths) / MAX)
  }
  const isWeakIn = (index: number, year: number, field: number) => {
    const own = share(index, year, field)
    if (own === null) return false
    const sorted = units.flatMap((_, other) => share(other, year, field) ?? []).toSorted((a, b) => a - b)
    const quantile = (part: number) => {
      const place = (sorted.length - 1) * part
      const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
      return exact(below + (place - Math.floor(place)) * (above - below))
    }
    const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
    const deviation = exact(Math.sqrt(sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sorted.length))
    const [before, twoBefore] = [share(index, year - 1, field), share(index, year - 2, field)]
    return (
      own < at.absolute ||
      (sorted.length >= MIN_UNITS &&
        (exact(quantile(0.5) - own) > exact(at.deviations * deviation) || own < quantile(at.quantile))) ||
      (before !== null &&
        (exact(before - own) >= at.fall || (twoBefore !== null && own < before && before < twoBefore)))
    )
  }
  return new Map(
    units.flatMap((_, index) =>
      FIELDS.flatMap((field, f) => {
        const years = YEARS.map((_year, y) => isWeakIn(index, y, f)).toReversed()
        const running = years.includes(false) ? years.indexOf(false) : years.length
        return running > 0 ? ([[`${id(index)} ${field}`, running]] as const) : []
      }),
    ),
  )
}

test('weak is what the rule says, for as many periods running, and all answers agree', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(block, limits, async (given, at) => {
      const { matrix, summary, weak, effects } = await inPackage(tables(given), (database) => answers(database, at))
      const listed = weak.filter(isWeak)
      expect(new Map(listed.map((row) => [key(row), row.periodsRunning]))).toEqual(weakByTheRule(given, at))
      for (const row of weak) {
        const relative = row.byDeviation || row.byQuantile
        const falling = row.fell || row.fellTwice
        expect(row.severity).toBe(Number(row.absolute) + Number(relative) + Number(falling))
        expect(row.severity > 0 || row.edge).toBe(true)
      }
      const cells = matrix.flatMap(({ unitId, cells: row }) =>
        row.flatMap(({ severity, edge, share }, place) =>
          severity > 0 || edge
            ? ([[key({ unitId, subIndexId: summary[place]?.subIndexId ?? '' }), { severity, edge, share }]] as const)
            : [],
        ),
      )
      expect(new Map(cells)).toEqual(
        new Map(weak.map((row) => [key(row), { severity: row.severity, edge: row.edge, share: row.share }])),
      )
      const sum = (rows: readonly { readonly weakCount: number; readonly recoverable: number }[]) => [
        rows.reduce((total, { weakCount }) => total + weakCount, 0),
        exact(rows.reduce((total, { recoverable }) => total + recoverable, 0)).toFixed(4),
      ]
      expect(sum(matrix)).toEqual(sum(summary))
      expect(sum(matrix)[0]).toBe(listed.length)
      expect(effects.map(({ weakCount }) => weakCount)).toEqual(effects.map(() => listed.length))
    }),
    RUNS,
  )
})

test('at the edge are those that a threshold a tenth lower or higher adds or drops', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(block, limits, async (given, at) => {
      await inPackage(tables(given), async (database) => {
        const weakAt = async (moved: WeakLimits) => {
          const rows = await askDatabase(database, weaknesses, { ...Y2024, limits: writeLimits(moved) })
          return new Set(rows.filter(isWeak).map(key))
        }
        const { weak, effects } = await answers(database, at)
        const now = new Set(weak.filter(isWeak).map(key))
        const changed = new Set<string>()
        for (const [place, limit] of LIMIT_NAMES.entries()) {
          const counts = []
          for (const factor of [0.9, 1.1]) {
            const most = limit === 'absolute' || limit === 'quantile' ? 1 : Number.POSITIVE_INFINITY
            const then = await weakAt({ ...at, [limit]: Math.min(at[limit] * factor, most) })
            const added = [...then].filter((one) => !now.has(one))
            const dropped = [...now].filter((one) => !then.has(one))
            counts.push(added.length, dropped.length)
            for (const one of [...added, ...dropped]) changed.add(one)
          }
          const { lowerAdded, lowerDropped, higherAdded, higherDropped } = effects[place] ?? {}
          expect([lowerAdded, lowerDropped, higherAdded, higherDropped]).toEqual(counts)
        }
        for (const row of weak) {
          const onlyTwice = row.fellTwice && !(row.absolute || row.byDeviation || row.byQuantile || row.fell)
          const slight = onlyTwice && Math.min(row.fall ?? 0, row.fallBefore ?? 0) < exact(at.fall / 10)
          if (slight) changed.add(key(row))
        }
        expect(new Set(weak.filter(({ edge }) => edge).map(key))).toEqual(changed)
      })
    }),
    RUNS,
  )
})

test('a higher absolute threshold never takes anybody off the list', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(block, limits, async (given, at) => {
      await inPackage(tables(given), async (database) => {
        const underAbsolute = async (absolute: number) => {
          const rows = await askDatabase(database, weaknesses, { ...Y2024, limits: writeLimits({ ...at, absolute }) })
          return rows.filter((row) => row.absolute).map(key)
        }
        expect(await underAbsolute(0.8)).toEqual(expect.arrayContaining(await underAbsolute(0.6)))
      })
    }),
    RUNS,
  )
})

test('the order of rows in the files changes no flag and no figure', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(block, limits).chain(([given, at]) => {
        const straight = tables(given)
        const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length })
        return fc.record({
          at: fc.constant(at),
          straight: fc.constant(straight),
          results: shuffled(straight.results),
          scores: shuffled(straight.scores),
          units: shuffled(straight.units),
        })
      }),
      async ({ at, straight, ...permuted }) => {
        const one = await inPackage(straight, (database) => answers(database, at))
        const two = await inPackage({ ...straight, ...permuted }, (database) => answers(database, at))
        expect(two).toEqual(one)
      },
    ),
    RUNS,
  )
})
