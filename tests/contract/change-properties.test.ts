import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import { ranking, summary } from '@/db/questions/first-view'
import { unitHistory } from '@/db/questions/units'
import { openPackage, subIndex, unit, Y2024, yearly } from './fixture'
import type { Tables } from './fixture'

const SERIES = { index: 'par', block: 'departments', set: 'main' } as const
const PAIR = { ...SERIES, period: '2024', before: '2023' } as const
const RUNS = { numRuns: 8, endOnFailure: true }
/** Each run opens one database or two; both cores may be busy. */
const timeout = 240_000

const FIELDS = ['p', 'q', 'r', 's'] as const
/** A sub-index in one version: not there, not scored (0), of an unknown maximum (null), or of so many points, perhaps weighted. */
const definition = fc.oneof(
  { weight: 2, arbitrary: fc.constant('absent' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ max: 0, weight: null }, { max: null, weight: null }, { max: null, weight: 30 }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ max: fc.integer({ min: 1, max: 60 }), weight: fc.option(fc.integer({ min: 1, max: 40 })) }),
  },
)
/** What a unit has: hundredths of the maximum and perhaps a maximum of its own (0: it does not apply), a reason, or not even a row. */
const cell = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      hundredths: fc.integer({ min: 0, max: 100 }),
      own: fc.option(fc.constantFrom(0, 7, 60), { freq: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant('not-applicable' as const) },
  { weight: 1, arbitrary: fc.constantFrom('not-published' as const, 'no-row' as const) },
)
const side = fc.record({
  cells: fc.tuple(cell, cell, cell, cell),
  bonus: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 3 }),
  penalty: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 3 }),
  /** Published, and as far from the sum as this many hundredths. */
  published: fc.option(fc.integer({ min: 0, max: 9000 })),
  ranked: fc.boolean(),
})
const definitions = fc.tuple(definition, definition, definition, definition)
const world = fc.record({
  newVersion: fc.boolean(),
  lower: fc.boolean(),
  before: definitions,
  now: definitions,
  units: fc.array(fc.record({ before: fc.option(side, { freq: 6 }), now: fc.option(side, { freq: 6 }) }), {
    minLength: 1,
    maxLength: 7,
  }),
  lineage: fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: 6 }),
      to: fc.integer({ min: 0, max: 6 }),
      on: fc.constantFrom('2022-05-01', '2024-03-01', '2024-05-01'),
      kind: fc.constantFrom('merge' as const, 'split' as const, 'rename' as const, 'scope-change' as const),
    }),
    { maxLength: 8, selector: ({ from, to, on }) => `${from} ${to} ${on}` },
  ),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never
type Definition = typeof definition extends fc.Arbitrary<infer T> ? T : never

const idOf = (place: number) => `u${place}`
/** One version has one set of definitions: without a new one those of the later period stand for both. */
const definedBefore = ({ newVersion, before, now }: World) => (newVersion ? before : now)
const counts = (given: Definition | undefined) => given !== undefined && given !== 'absent' && given.max !== 0

type Full = Required<Pick<Tables, 'sub_indices' | 'editions' | 'results' | 'scores' | 'units' | 'lineage'>> & Tables

function tables(given: World): Full {
  const sides = [
    { year: yearly('2023', 'v1'), version: 'v1', defined: definedBefore(given), of: 'before' },
    {
      year: yearly('2024', given.newVersion ? 'v2' : 'v1'),
      version: given.newVersion ? 'v2' : 'v1',
      defined: given.now,
      of: 'now',
    },
  ] as const
  const present = sides.flatMap(({ year, defined, of }) =>
    given.units.flatMap((one, place) => {
      const its = one[of]
      return its === null ? [] : [{ year, defined, id: idOf(place), its }]
    }),
  )
  return {
    indices: [
      {
        index_id: 'par',
        name_vi: 'PAR',
        name_en: 'PAR',
        short_name: 'PAR',
        position: 1,
        direction: given.lower ? 'lower' : 'higher',
      },
    ],
    versions: ['v1', 'v2'].map((version) => ({ index_id: 'par', version_id: version })),
    units: Array.from({ length: 7 }, (_, place) => unit(idOf(place))),
    lineage: given.lineage.map(({ from, to, on, kind }) => ({
      from_unit_id: idOf(from),
      to_unit_id: idOf(to),
      on_date: on,
      kind,
    })),
    sub_indices: sides
      .filter(({ of }) => given.newVersion || of === 'now')
      .flatMap(({ version, defined }) =>
        defined.flatMap((one, place) =>
          one === 'absent'
            ? []
            : [
                subIndex(FIELDS[place] ?? '', one.max, {
                  version_id: version,
                  position: place + 1,
                  weight: one.weight,
                }),
              ],
        ),
      ),
    editions: sides.map(({ year }) => year.edition),
    results: present.map(({ year, id, its }) =>
      year.result(id, {
        ranked: its.ranked,
        ...(its.published === null ? { max_score: null } : { total_score: its.published / 100 }),
      }),
    ),
    scores: present.flatMap(({ year, defined, id, its }) => [
      ...its.cells.flatMap((one, place) => {
        const field = defined[place]
        const name = FIELDS[place] ?? ''
        if (field === undefined || field === 'absent' || one === 'no-row') return []
        if (typeof one === 'string') return [year.score(id, name, null, { missing_reason: one })]
        const own = field.max === 0 ? null : one.own
        return [year.score(id, name, ((own ?? field.max ?? 10) * one.hundredths) / 100, { max_score: own })]
      }),
      ...(its.bonus === null ? [] : [year.score(id, 'p', its.bonus / 100, { part: 'bonus' })]),
      ...(its.penalty === null ? [] : [year.score(id, 'p', its.penalty / 100, { part: 'penalty' })]),
    ]),
  }
}

/** A sub-index that counts and of which the unit has neither a score nor the word that it does not apply. */
const lacks = (defined: World['now'], its: Side) =>
  defined.some((one, place) => {
    const given = its.cells[place]
    return counts(one) && (given === 'not-published' || given === 'no-row')
  })

test(
  'the parts add up to the change of the total within 1e-9, whatever enters, leaves, weighs more or does not apply',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const database = await openPackage(tables(given))
        const rows = await askDatabase(database, changeSplit, PAIR)
        await database.close()
        expect(rows.map(({ unitId }) => unitId)).toEqual(
          given.units.flatMap(({ before, now }, place) => (before && now ? [idOf(place)] : [])),
        )
        for (const row of rows) {
          const { before, now } = given.units[Number(row.unitId.slice(1))] ?? {}
          if (!before || !now) throw new Error('of both periods')
          expect(row.reason === 'no-share').toBe(row.change === null)
          if (row.change !== null) {
            const fields = [definedBefore(given), given.now].every((defined) => defined.some(counts))
            expect(row.reason === 'no-fields').toBe(!fields)
            const lacking = lacks(definedBefore(given), before) || lacks(given.now, now)
            if (fields && lacking) expect(row.reason).toBe('missing-sub-index')
          }
          if (row.reason !== null) {
            expect(row.parts).toEqual([])
            continue
          }
          const sum = row.parts.reduce((total, { effect }) => total + effect, 0)
          expect(Math.abs(sum - (row.change ?? Number.NaN))).toBeLessThan(1e-9)
          for (const part of row.parts) {
            const common = part.kind === 'common'
            expect(part.scoreEffect !== null && part.weightEffect !== null).toBe(common)
            if (common) expect(part.effect).toBeCloseTo((part.scoreEffect ?? 0) + (part.weightEffect ?? 0), 11)
            if (part.kind === 'entered') expect(part.effect).toBeGreaterThanOrEqual(0)
            if (part.kind === 'left') expect(part.effect).toBeLessThanOrEqual(0)
          }
          // A total that was computed is the sum of its parts: no rest.
          if (before.published === null && now.published === null) {
            expect(row.parts.map(({ kind }) => kind)).not.toContain('rest')
          }
        }
      }),
      { ...RUNS, numRuns: 12 },
    )
  },
)

test(
  'own effect and that of the others make up the places gained, and the own one is the count over the old shares',
  { timeout },
  async () => {
    const share = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 })
    const block = fc.array(fc.record({ before: share, now: share, ranked: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    })
    const y2023 = yearly('2023')
    const y2024 = yearly('2024')
    await fc.assert(
      fc.asyncProperty(block, async (units) => {
        const database = await openPackage({
          units: units.map((_, place) => unit(idOf(place))),
          editions: [y2023.edition, y2024.edition],
          results: units.flatMap(({ before, now, ranked }, place) => [
            y2023.result(idOf(place), { total_score: before, ranked }),
            y2024.result(idOf(place), { total_score: now }),
          ]),
        })
        const rows = await askDatabase(database, rankChange, PAIR)
        await database.close()
        expect(rows).toHaveLength(units.length)
        for (const row of rows) {
          const own = units[Number(row.unitId.slice(1))]
          if (!own) throw new Error('unknown')
          const others = units.filter((one) => one !== own && one.ranked)
          const place = (score: number) => 1 + others.filter((one) => (one.before ?? -1) > score).length
          if (own.before === null || own.now === null || !own.ranked) {
            expect([row.ownEffect, row.othersEffect]).toEqual([null, null])
          } else {
            expect(row.ownEffect).toBe(place(own.before) - place(own.now))
            expect((row.ownEffect ?? 0) + (row.othersEffect ?? 0)).toBe(row.placesGained)
          }
        }
      }),
      RUNS,
    )
  },
)

/** Every answer over time about one world. */
async function answers(given: Tables) {
  const database = await openPackage(given)
  const units: unknown[] = []
  for (let place = 0; place < 7; place += 1) units.push(await askDatabase(database, unitHistory, { unit: idOf(place) }))
  const all = {
    comparability: await askDatabase(database, comparability, PAIR),
    changeSplit: await askDatabase(database, changeSplit, PAIR),
    rankChange: await askDatabase(database, rankChange, PAIR),
    blockHistory: await askDatabase(database, blockHistory, SERIES),
    editionHistory: await askDatabase(database, editionHistory, SERIES),
    ranking: (await askDatabase(database, ranking, Y2024)).map((row) => ({ ...row, tableRow: null })),
    summary: await askDatabase(database, summary, Y2024),
    units,
  }
  await database.close()
  return all
}

/** Every number anywhere in an answer. */
function numbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : []
}

test(
  'the order of rows in the files changes no answer, and none holds a figure that is none',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        world.map(tables).chain((straight) => {
          const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length })
          return fc.record({
            straight: fc.constant(straight),
            sub_indices: shuffled(straight.sub_indices),
            editions: shuffled(straight.editions),
            results: shuffled(straight.results),
            scores: shuffled(straight.scores),
            units: shuffled(straight.units),
            lineage: shuffled(straight.lineage),
          })
        }),
        async ({ straight, ...permuted }) => {
          const one = await answers(straight)
          expect(await answers({ ...straight, ...permuted })).toEqual(one)
          expect(numbers(one).filter((value) => !Number.isFinite(value))).toEqual([])
        },
      ),
      RUNS,
    )
  },
)
