import { beforeAll, describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { audit } from '@/db/questions/audit'
import type { Finding } from '@/db/questions/audit'
import type { AuditKind } from '@/domain/audit'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2022 = yearly('2022')
const y2023 = yearly('2023')
const y2024 = yearly('2024')

async function find(tables: Tables): Promise<readonly Finding[]> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, audit, {})
  await database.close()
  return rows
}

/** Small packages, each an index with units of its own in one large one: opening a database takes longer than the audit. */
const scenarios: Tables[] = []
let findings: readonly Finding[] = []

/** Gives a scenario's rows ids that no other has. */
function apart<R extends object>(rows: readonly R[] | undefined, of: number): R[] {
  const own = (name: string, value: unknown) => {
    if (name === 'index_id') return `i${of}`
    return name.endsWith('unit_id') && typeof value === 'string' ? `s${of}-${value}` : value
  }
  return (rows ?? []).map(
    (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, own(name, value)])) as R,
  )
}

beforeAll(async () => {
  const all = scenarios.map((tables, of) => ({
    indices: apart(
      tables.indices ?? [{ index_id: '', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1 }],
      of,
    ),
    versions: apart(tables.versions ?? [{ index_id: '', version_id: 'v1' }], of),
    sub_indices: apart(tables.sub_indices, of),
    bands: apart(tables.bands, of),
    units: apart(tables.units, of),
    lineage: apart(tables.lineage, of),
    editions: apart(tables.editions, of),
    results: apart(tables.results, of),
    scores: apart(tables.scores, of),
  }))
  findings = await find({
    blocks: ['departments', 'agencies'].map((id, at) => ({ block_id: id, name_vi: id, name_en: id, position: at + 1 })),
    indices: all.flatMap((tables) => tables.indices),
    versions: all.flatMap((tables) => tables.versions),
    sub_indices: all.flatMap((tables) => tables.sub_indices),
    bands: all.flatMap((tables) => tables.bands),
    units: all.flatMap((tables) => tables.units),
    lineage: all.flatMap((tables) => tables.lineage),
    editions: all.flatMap((tables) => tables.editions),
    results: all.flatMap((tables) => tables.results),
    scores: all.flatMap((tables) => tables.scores),
  })
})

interface Asked {
  readonly scenario: number
  readonly read: (rows: readonly Finding[]) => unknown
}
const ask = (tables: Tables, read: Asked['read']): Asked => ({ scenario: scenarios.push(tables) - 1, read })

const findingsOf = (scenario: number): readonly Finding[] => {
  const plain = (id: string | null) => id?.replace(`s${scenario}-`, '') ?? null
  return findings
    .filter(({ indexId }) => indexId === `i${scenario}`)
    .map((row) => ({ ...row, unitId: plain(row.unitId), otherUnitId: plain(row.otherUnitId) }))
}

let held: [Asked, unknown][] = []
const is = (asked: Asked, expected: unknown) => held.push([asked, expected])

/** A test whose scenarios are gathered before any test runs: `define` says what `is` what. */
function fact(title: string, define: () => void): void {
  held = []
  define()
  test.each([[title, held] as const])('%s', (_title, own) => {
    for (const [{ scenario, read }, expected] of own) expect(read(findingsOf(scenario))).toEqual(expected)
  })
}

const of = (rows: readonly Finding[], kind: AuditKind) => rows.filter((row) => row.kind === kind)
const kinds = (tables: Tables, kind: AuditKind) => ask(tables, (rows) => of(rows, kind))
/** Everything but what has no value, which is tested apart. */
const contradictions = (rows: readonly Finding[]) =>
  rows.filter(({ kind }) => kind !== 'no-total' && kind !== 'no-score')
const all = (tables: Tables) => ask(tables, contradictions)
const abcd = ['a', 'b', 'c', 'd'].map((id) => unit(id))
const sixtyForty = [subIndex('x', 60), subIndex('y', 40, { position: 2 })]

describe('totals and their parts', () => {
  /** Unit `a` with two fields of 60 and 40 points. */
  const withTotal = (total: number, x: number | null, y: number | null, more: Tables = {}): Tables => ({
    units: abcd,
    sub_indices: sixtyForty,
    editions: [y2024.edition],
    results: [y2024.result('a', { total_score: total })],
    scores: [y2024.score('a', 'x', x), y2024.score('a', 'y', y)],
    ...more,
  })
  const sums = (tables: Tables) =>
    ask(tables, (rows) =>
      contradictions(rows).map(({ kind, severity, unitId, subIndexId, value, expected }) => [
        kind,
        severity,
        unitId,
        subIndexId,
        value,
        expected,
      ]),
    )

  fact('a total that is the sum of its parts is right', () => {
    is(sums(withTotal(85.5, 50.25, 35.25)), [])
  })

  fact('91 published for 55 + 35 is to be looked at', () => {
    is(sums(withTotal(91, 55, 35)), [['total-differs', 'warning', 'a', null, 91, 90]])
  })

  fact('two parts and the total of two decimals are off by up to 0,015: 90,01 is rounding, 90,02 is not', () => {
    is(sums(withTotal(90.01, 55, 35)), [['total-rounded', 'info', 'a', null, 90.01, 90]])
    is(sums(withTotal(90.02, 55, 35)), [['total-differs', 'warning', 'a', null, 90.02, 90]])
  })

  fact('parts with more decimals than are published agree with the total that they round to', () => {
    is(sums(withTotal(85.5, 50.2518, 35.2456)), [])
  })

  fact('doubles that are not exact are no difference: 0,1 + 0,2 = 0,3', () => {
    is(sums(withTotal(0.3, 0.1, 0.2)), [])
  })

  fact('a weight scales what a full score adds, and its rounding: 8,5 of 10 with weight 40 is 34', () => {
    const weighted = (total: number) =>
      withTotal(total, 50, 8.5, { sub_indices: [subIndex('x', 60), subIndex('y', 10, { weight: 40, position: 2 })] })
    is(sums(weighted(84)), [])
    // 0,005 + 0,005 × 40/10 + 0,005 of the total = 0,03.
    is(sums(weighted(84.03)), [['total-rounded', 'info', 'a', null, 84.03, 84]])
    is(sums(weighted(84.04)), [['total-differs', 'warning', 'a', null, 84.04, 84]])
  })

  fact(
    'what counts of a weighted score is its share of the maximum that applied to the unit: 6 of 8 with weight 40 is 30',
    () => {
      const ownMax = (total: number) =>
        withTotal(total, 50, 6, {
          sub_indices: [subIndex('x', 60), subIndex('y', 10, { weight: 40, position: 2 })],
          scores: [y2024.score('a', 'x', 50), y2024.score('a', 'y', 6, { max_score: 8 })],
        })
      is(sums(ownMax(80)), [])
      // By the maximum of the criteria it would be 50 + 24.
      is(sums(ownMax(74)), [['total-differs', 'warning', 'a', null, 74, 80]])
    },
  )

  fact('what does not apply is no part: 55 of 60 is right, where the maximum shrinks with it', () => {
    const without = (total: number, reason: 'not-applicable' | 'not-published') =>
      withTotal(total, 55, null, {
        results: [y2024.result('a', { total_score: total, max_score: 60 })],
        scores: [y2024.score('a', 'x', 55), y2024.score('a', 'y', null, { missing_reason: reason })],
      })
    is(sums(without(55, 'not-applicable')), [])
    is(sums(without(58, 'not-applicable')), [['total-differs', 'warning', 'a', null, 58, 55]])
    is(kinds(without(58, 'not-published'), 'total-differs'), [])
  })

  fact('bonus points are added, penalty points subtracted', () => {
    const extra = (total: number) =>
      withTotal(total, 55, 35, {
        scores: [
          y2024.score('a', 'x', 55),
          y2024.score('a', 'y', 35),
          y2024.score('a', 'y', 2, { part: 'bonus' }),
          y2024.score('a', 'x', 0.5, { part: 'penalty' }),
        ],
      })
    is(sums(extra(91.5)), [])
    is(sums(extra(90)), [['total-differs', 'warning', 'a', null, 90, 91.5]])
  })

  fact('self-assessed, appraised and survey points are no parts of the sum', () => {
    const parts = (['self', 'appraised', 'survey'] as const).map((part) => y2024.score('a', 'y', 30, { part }))
    const tables = withTotal(90, 55, 35)
    is(sums({ ...tables, scores: [...(tables.scores ?? []), ...parts] }), [])
  })

  fact('a field that is shown but not scored adds nothing', () => {
    const tables = withTotal(90, 55, 35, { sub_indices: [...sixtyForty, subIndex('z', 0, { position: 3 })] })
    is(sums({ ...tables, scores: [...(tables.scores ?? []), y2024.score('a', 'z', 0)] }), [])
  })

  fact('parts of a field add up to the field', () => {
    const criteria = [
      ...sixtyForty,
      subIndex('y1', 30, { parent_id: 'y', position: 3 }),
      subIndex('y2', 10, { parent_id: 'y', position: 4 }),
    ]
    const split = (y1: number, y2: number) =>
      withTotal(90, 55, 35, {
        sub_indices: criteria,
        scores: [
          y2024.score('a', 'x', 55),
          y2024.score('a', 'y', 35),
          y2024.score('a', 'y1', y1),
          y2024.score('a', 'y2', y2),
        ],
      })
    is(sums(split(28, 7)), [])
    is(sums(split(28, 9)), [['total-differs', 'warning', 'a', 'y', 35, 37]])
  })

  fact('parts whose maxima are not those of the field are no plain sum of it', () => {
    // Ten points each, and the field of 40 their weighted mean.
    const criteria = [
      ...sixtyForty,
      subIndex('y1', 10, { parent_id: 'y', position: 3 }),
      subIndex('y2', 10, { parent_id: 'y', position: 4 }),
    ]
    const scores = [
      y2024.score('a', 'x', 55),
      y2024.score('a', 'y', 35),
      y2024.score('a', 'y1', 9),
      y2024.score('a', 'y2', 8),
    ]
    is(sums(withTotal(90, 55, 35, { sub_indices: criteria, scores })), [])
  })

  fact(
    'a total of 100 over parts of 90 points is not held against their sum; that the weights are unknown is said once',
    () => {
      const tables: Tables = {
        units: abcd,
        sub_indices: [subIndex('x', 60), subIndex('y', 30, { position: 2 })],
        editions: [y2024.edition],
        results: ['a', 'b'].map((id) => y2024.result(id, { total_score: 70 })),
        scores: ['a', 'b'].flatMap((id) => [y2024.score(id, 'x', 50), y2024.score(id, 'y', id === 'a' ? 11 : 12)]),
      }
      is(
        ask(tables, (rows) =>
          contradictions(rows).map(({ kind, detail, unitId, value, expected, figures }) => [
            kind,
            detail,
            unitId,
            value,
            expected,
            figures,
          ]),
        ),
        [['structure-differs', 'maxima-of-parts', null, 100, 90, 2]],
      )
    },
  )

  fact('a total that is computed is its sum', () => {
    const tables = withTotal(0, 55, 35, { results: [y2024.result('a')] })
    is(all(tables), [])
  })
})

describe('published ranks', () => {
  interface Placed {
    readonly total: number | null
    readonly rank: number | null
    readonly max?: number
  }
  const placed = (units: Readonly<Record<string, Placed>>, more: Tables = {}): Tables => ({
    units: Object.keys(units).map((id) => unit(id)),
    editions: [y2024.edition],
    results: Object.entries(units).map(([id, { total, rank, max }]) =>
      y2024.result(id, { total_score: total, rank, max_score: max ?? 100 }),
    ),
    ...more,
  })
  const ranks = (tables: Tables, kind: AuditKind = 'rank-contradicts-score') =>
    ask(tables, (rows) =>
      of(rows, kind).map(({ unitId, value, otherUnitId, expected }) => [unitId, value, otherUnitId, expected]),
    )

  fact('a better rank than a unit with a better share is to be looked at', () => {
    is(ranks(placed({ a: { total: 80, rank: 1 }, b: { total: 90, rank: 2 } })), [['a', 1, 'b', 2]])
    is(ranks(placed({ a: { total: 90.02, rank: 2 }, b: { total: 90.01, rank: 1 } })), [['b', 1, 'a', 2]])
  })

  fact('it is the share that counts, not the points: 75 of 84 is more than 80 of 100', () => {
    is(ranks(placed({ a: { total: 75, rank: 1, max: 84 }, b: { total: 80, rank: 2 } })), [])
  })

  fact('units with equal scores share a rank or do not', () => {
    const tied = (b: number, c: number) =>
      placed({
        a: { total: 90, rank: 1 },
        b: { total: 80, rank: b },
        c: { total: 80, rank: c },
        d: { total: 70, rank: 4 },
      })
    is(all(tied(2, 2)), [])
    is(all(tied(2, 3)), [])
    is(all(tied(3, 2)), [])
  })

  fact('a rank shared with a better share is to be looked at, on the side of the worse one', () => {
    is(ranks(placed({ a: { total: 80, rank: 1 }, b: { total: 90, rank: 1 } })), [['a', 1, 'b', 1]])
  })

  fact('shares that the rounding of points could have turned round do not contradict', () => {
    // 68,32 of 84 is 0,81333… and 81,34 of 100 is 0,8134: 0,01 points of 84 are 0,00012.
    is(ranks(placed({ a: { total: 68.32, rank: 1, max: 84 }, b: { total: 81.34, rank: 2 } })), [])
    is(ranks(placed({ a: { total: 68.32, rank: 1, max: 84 }, b: { total: 81.36, rank: 2 } })), [['a', 1, 'b', 2]])
  })

  fact('of several better units behind, the best is named', () => {
    const asked = ranks(
      placed({
        a: { total: 60, rank: 1 },
        b: { total: 90, rank: 2 },
        c: { total: 95, rank: 3 },
        d: { total: 50, rank: 4 },
      }),
    )
    is(asked, [
      ['a', 1, 'c', 3],
      ['b', 2, 'c', 3],
    ])
  })

  fact('where a low share is good, the lower share has the better rank', () => {
    const indices = [
      { index_id: 'par', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1, direction: 'lower' as const },
    ]
    is(ranks(placed({ a: { total: 20, rank: 1 }, b: { total: 80, rank: 2 } }, { indices })), [])
    is(ranks(placed({ a: { total: 80, rank: 1 }, b: { total: 20, rank: 2 } }, { indices })), [['a', 1, 'b', 2]])
  })

  fact('ranks without scores, and units without a rank, contradict nothing', () => {
    is(all(placed({ a: { total: null, rank: 1 }, b: { total: 90, rank: null }, c: { total: 80, rank: 2 } })), [])
  })

  fact('computed ranks are in order', () => {
    is(all(placed({ a: { total: 80, rank: null }, b: { total: 90, rank: null } })), [])
  })

  const gaps = (...given: readonly number[]) =>
    ranks(placed(Object.fromEntries(given.map((rank, index) => [`u${index}`, { total: null, rank }]))), 'rank-gap')
  fact('after a tie as many places are left out as units share it: 1, 1, 3', () => {
    is(gaps(1, 1, 3), [])
    is(gaps(1, 1, 2), [['u2', 2, null, 3]])
  })

  fact('each gap is listed once, with the rank that would follow', () => {
    is(gaps(2, 3, 17), [
      ['u0', 2, null, 1],
      ['u2', 17, null, 4],
    ])
  })
})

describe('published classes', () => {
  const band = (id: string, position: number, minShare: number | null) => ({
    index_id: 'par',
    version_id: 'v1',
    block_id: 'departments',
    band_id: id,
    name_vi: `Loại ${id}`,
    name_en: `Class ${id}`,
    min_share: minShare,
    position,
  })
  const classed = (bands: Tables['bands'], units: Readonly<Record<string, readonly [number, string]>>): Tables => ({
    units: abcd,
    bands: bands ?? [],
    editions: [y2024.edition],
    results: Object.entries(units).map(([id, [total, band_id]]) => y2024.result(id, { total_score: total, band_id })),
  })
  const LIMITS = [band('tot', 1, 0.8), band('kha', 2, 0.65), band('yeu', 3, 0)]
  const classes = (tables: Tables) =>
    ask(tables, (rows) =>
      of(rows, 'class-contradicts-score').map((row) => [
        row.unitId,
        row.detail,
        row.bandNameVi,
        row.value,
        row.expected,
        row.otherUnitId,
        row.otherBandNameVi,
      ]),
    )

  fact('a class fits its limits, the lower one inclusive', () => {
    is(classes(classed(LIMITS, { a: [80, 'tot'], b: [79.99, 'kha'], c: [10, 'yeu'] })), [])
  })

  fact('a share under the limit of its class, or at that of the next, is to be looked at', () => {
    is(classes(classed(LIMITS, { a: [79, 'tot'], b: [81, 'kha'] })), [
      ['b', 'above-limit', 'Loại kha', 0.81, 0.8, null, 'Loại tot'],
      ['a', 'below-limit', 'Loại tot', 0.79, 0.8, null, 'Loại kha'],
    ])
  })

  fact('79,995 is published as 80,00: at the limit both classes are right', () => {
    is(classes(classed(LIMITS, { a: [80, 'kha'] })), [])
    is(classes(classed(LIMITS, { a: [80.01, 'kha'] })), [
      ['a', 'above-limit', 'Loại kha', 0.8001, 0.8, null, 'Loại tot'],
    ])
  })

  fact('where limits are not published, a better class than a unit with a better share is to be looked at', () => {
    const unknown = [band('tot', 1, null), band('kha', 2, null)]
    is(classes(classed(unknown, { a: [85, 'tot'], b: [84, 'kha'] })), [])
    is(classes(classed(unknown, { a: [85, 'tot'], b: [86, 'kha'], c: [90, 'tot'] })), [
      ['a', 'class-order', 'Loại tot', null, null, 'b', 'Loại kha'],
    ])
  })

  fact('where a low share is good, the limit is shown as a share', () => {
    const tables = classed(LIMITS, { a: [30, 'tot'] })
    const indices = [
      { index_id: 'par', name_vi: 'PAR', name_en: 'PAR', short_name: 'PAR', position: 1, direction: 'lower' as const },
    ]
    // Good is a share of at most 20 %.
    is(classes({ ...tables, indices }), [['a', 'below-limit', 'Loại tot', 0.3, 0.2, null, 'Loại kha']])
  })
})

describe('copied rows', () => {
  const three = ['x', 'y', 'z'].map((id, index) => subIndex(id, 10, { position: index + 1 }))
  const rowsOf = (units: Readonly<Record<string, readonly (number | null)[]>>, criteria = three): Tables => ({
    units: abcd,
    sub_indices: criteria,
    editions: [y2024.edition],
    results: Object.keys(units).map((id) => y2024.result(id, { max_score: null })),
    scores: Object.entries(units).flatMap(([id, scores]) =>
      scores.map((score, index) => y2024.score(id, criteria[index]?.sub_index_id ?? '', score)),
    ),
  })
  const copies = (tables: Tables) =>
    ask(tables, (rows) =>
      of(rows, 'duplicate-row').map(({ unitId, otherUnitId, figures }) => [unitId, otherUnitId, figures]),
    )

  fact('units with the same scores throughout are to be looked at, each against the first of them', () => {
    is(copies(rowsOf({ c: [1, 2, 3], a: [1, 2, 3], b: [1, 2, 4], d: [1, 2, 3] })), [
      ['c', 'a', 3],
      ['d', 'a', 3],
    ])
  })

  fact('the same total of other scores is no copy', () => {
    is(copies(rowsOf({ a: [1, 2, 3], b: [3, 2, 1] })), [])
  })

  fact('fewer than three scores may be alike by chance', () => {
    is(copies(rowsOf({ a: [1, 2, null], b: [1, 2, null] })), [])
  })

  fact('another published total makes another row', () => {
    const tables = rowsOf({ a: [1, 2, 3], b: [1, 2, 3] })
    const results = [
      y2024.result('a', { total_score: 6, max_score: 30 }),
      y2024.result('b', { total_score: 7, max_score: 30 }),
    ]
    is(copies({ ...tables, results }), [])
  })
})

describe('sudden changes', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `u${String(index).padStart(2, '0')}`)
  /** Twelve units at 50; in 2024 all but the last have 51 or 49 in turn, the last `last`. */
  const block = (last: number, count = 12): Tables => {
    const some = ids.slice(12 - count)
    return {
      units: ids.map((id) => unit(id)),
      editions: [y2023.edition, y2024.edition],
      results: some.flatMap((id, index) => [
        y2023.result(id, { total_score: 50 }),
        y2024.result(id, { total_score: index === count - 1 ? last : index % 2 === 0 ? 51 : 49 }),
      ]),
    }
  }

  fact('a change over three standard deviations from the mean of the block is to be looked at', () => {
    // Changes in points: 6 × +1, 5 × −1, and +20. Mean 21/12 = 1,75; deviation √(411/12 − 1,75²) = 5,5846…; 18,25 is 3,27 of them.
    is(
      ask(block(70), (rows) =>
        of(rows, 'jump').map(({ unitId, subIndexId, detail, value, expected, deviation, figures }) => [
          [unitId, subIndexId, detail, value, expected, figures],
          deviation?.toFixed(10),
        ]),
      ),
      [[['u11', null, '2023', 0.2, 0.0175, 12], (Math.sqrt(411 / 12 - 1.75 ** 2) / 100).toFixed(10)]],
    )
  })

  fact('within three standard deviations nothing is said', () => {
    // +5: mean 6/12 = 0,5; deviation √(36/12 − 0,25) = 1,658…; 4,5 is 2,71 of them.
    is(kinds(block(55), 'jump'), [])
  })

  fact('of seven units none is compared', () => {
    is(kinds(block(100, 7), 'jump'), [])
  })

  fact('scores of sub-indices jump, too, and a fall is one', () => {
    const tables: Tables = {
      units: ids.map((id) => unit(id)),
      sub_indices: [subIndex('x', 10)],
      editions: [y2023.edition, y2024.edition],
      results: ids.flatMap((id) => [y2023.result(id, { max_score: null }), y2024.result(id, { max_score: null })]),
      scores: ids.flatMap((id) => [y2023.score(id, 'x', 9.5), y2024.score(id, 'x', id === 'u11' ? 5.9 : 9.5)]),
    }
    is(
      ask(tables, (rows) => of(rows, 'jump').map(({ unitId, subIndexId, value }) => [unitId, subIndexId, value])),
      [
        ['u11', null, -0.36],
        ['u11', 'x', -0.36],
      ],
    )
  })

  fact('totals under criteria that do not compare do not jump', () => {
    const versions = ['v1', 'v2'].map((id) => ({ index_id: 'par', version_id: id }))
    const editions = [y2023.edition, yearly('2024', 'v2').edition]
    is(kinds({ ...block(70), versions, editions }, 'jump'), [])
  })
})

describe('structure', () => {
  const details = (tables: Tables) =>
    ask(tables, (rows) =>
      of(rows, 'structure-differs').map(
        ({ period, severity, detail, unitId, subIndexId, value, expected, figures }) => [
          period,
          severity,
          detail,
          unitId ?? subIndexId ?? value ?? figures,
          expected,
        ],
      ),
    )
  const years = (before: readonly string[], now: readonly string[], more: Tables = {}): Tables => ({
    units: abcd,
    editions: [y2023.edition, y2024.edition],
    results: [
      ...before.map((id) => y2023.result(id, { total_score: 50 })),
      ...now.map((id) => y2024.result(id, { total_score: 50 })),
    ],
    ...more,
  })

  fact('a unit that is missing against the year before is to be looked at; one more is only said', () => {
    is(details(years(['a', 'b'], ['a', 'c'])), [
      ['2024', 'info', 'unit-entered', 'c', null],
      ['2024', 'warning', 'unit-left', 'b', null],
    ])
  })

  fact('a beginning, an end or a merger accounts for it', () => {
    const units = [unit('a'), unit('b', { valid_to: '2024-06-30' }), unit('c', { valid_from: '2024-07-01' })]
    is(details(years(['a', 'b'], ['a', 'c'], { units })), [])
    const lineage = [
      { from_unit_id: 'b', to_unit_id: 'c', on_date: '2024-07-01', kind: 'merge' as const, decision: null },
    ]
    is(details(years(['a', 'b'], ['a', 'c'], { lineage })), [])
    const longAgo = [
      { from_unit_id: 'b', to_unit_id: 'c', on_date: '2020-07-01', kind: 'merge' as const, decision: null },
    ]
    is(details(years(['a', 'b'], ['a', 'c'], { lineage: longAgo })), [
      ['2024', 'info', 'unit-entered', 'c', null],
      ['2024', 'warning', 'unit-left', 'b', null],
    ])
  })

  fact('a unit in another block of the same period is not missing', () => {
    const other = { ...y2024.edition, block_id: 'agencies' }
    const tables = years(['a', 'b'], ['a'])
    is(
      details({
        ...tables,
        blocks: ['departments', 'agencies'].map((id, index) => ({
          block_id: id,
          name_vi: id,
          name_en: id,
          position: index + 1,
        })),
        editions: [...(tables.editions ?? []), other],
        results: [...(tables.results ?? []), { ...y2024.result('b', { total_score: 50 }), block_id: 'agencies' }],
      }),
      [],
    )
  })

  fact('a sub-index of the criteria that nobody has a score for is to be looked at', () => {
    const tables = (reason: 'not-published' | 'not-applicable'): Tables => ({
      units: abcd,
      sub_indices: sixtyForty,
      editions: [y2024.edition],
      results: ['a', 'b'].map((id) => y2024.result(id, { total_score: 50, max_score: null })),
      scores: ['a', 'b'].flatMap((id) => [
        y2024.score(id, 'x', 50),
        y2024.score(id, 'y', null, { missing_reason: reason }),
      ]),
    })
    is(details(tables('not-published')), [['2024', 'warning', 'field-empty', 'y', null]])
    is(details(tables('not-applicable')), [])
  })

  fact('an edition that publishes totals alone lacks no sub-index', () => {
    is(details(years(['a'], ['a'], { sub_indices: sixtyForty })), [])
  })

  fact('criteria that changed are counted: what entered, what left, whose maximum is another', () => {
    const v2 = [
      subIndex('x', 50, { version_id: 'v2' }),
      subIndex('z', 50, { version_id: 'v2', position: 2 }),
      subIndex('z1', null, { version_id: 'v2', parent_id: 'z', position: 3 }),
    ]
    is(
      details(
        years(['a'], ['a'], {
          versions: [
            { index_id: 'par', version_id: 'v1' },
            { index_id: 'par', version_id: 'v2' },
          ],
          sub_indices: [...sixtyForty, ...v2],
          editions: [y2023.edition, yearly('2024', 'v2').edition],
        }),
      ),
      [
        ['2024', 'info', 'fields-entered', 2, null],
        ['2024', 'info', 'fields-left', 1, null],
        ['2024', 'info', 'maxima-changed', 1, null],
      ],
    )
  })

  fact('a unit with a maximum of its own is said, with that of the block', () => {
    const results = [y2024.result('a'), y2024.result('b'), y2024.result('c', { max_score: 84 })]
    is(details({ units: abcd, editions: [y2024.edition], results }), [['2024', 'info', 'own-maximum', 'c', 100]])
  })

  fact('periods of one structure differ in nothing', () => {
    is(details(years(['a', 'b'], ['a', 'b'], { sub_indices: sixtyForty })), [])
  })
})

describe('units and their dates', () => {
  const dates = (
    period: string,
    periodEnd: string,
    from: string | null,
    to: string | null,
    reason: 'unit-did-not-exist' | null = null,
  ) => {
    const year = yearly(period)
    return ask(
      {
        units: [unit('a', { valid_from: from, valid_to: to })],
        editions: [{ ...year.edition, period_end: periodEnd }],
        results: [year.result('a', { missing_reason: reason })],
      },
      (rows) => of(rows, 'outside-unit-dates').map(({ unitId, detail }) => [unitId, detail]),
    )
  }

  fact('a result before the unit began, or after it ended, is to be looked at', () => {
    is(dates('2024', '2024-12-31', '2025-01-01', null), [['a', '2025-01-01/..']])
    is(dates('2024', '2024-12-31', null, '2023-12-31'), [['a', '../2023-12-31']])
  })

  fact('one day of the period is enough', () => {
    is(dates('2024', '2024-12-31', '2024-12-31', null), [])
    is(dates('2024', '2024-12-31', null, '2024-01-01'), [])
    // A year whose figures end in June runs to its end all the same.
    is(dates('2024', '2024-06-30', '2024-09-01', null), [])
  })

  for (const [period, end, firstDay, dayBefore] of [
    // The week of 17 to 23 November 2025.
    ['2025-W47', '2025-11-23', '2025-11-17', '2025-11-16'],
    ['2025-Q4', '2025-12-31', '2025-10-01', '2025-09-30'],
    ['2024-02', '2024-02-29', '2024-02-01', '2024-01-31'],
    ['2026-10-10', '2026-10-10', '2026-10-10', '2026-10-09'],
  ] as const) {
    fact(`${period} begins where its calendar says`, () => {
      is(dates(period, end, null, firstDay), [])
      is(dates(period, end, null, dayBefore), [['a', `../${dayBefore}`]])
    })
  }

  fact('a unit may be listed as not having existed', () => {
    is(dates('2024', '2024-12-31', '2025-01-01', null, 'unit-did-not-exist'), [])
  })
})

describe('what has no value', () => {
  const gaps = (tables: Tables) =>
    ask(tables, (rows) =>
      rows
        .filter(({ kind }) => kind === 'no-total' || kind === 'no-score')
        .map(({ kind, severity, detail, figures, value }) => [kind, severity, detail, figures, value]),
    )

  fact(
    'totals and scores without a value are counted by reason; without a reason, or refused, they are to be looked at',
    () => {
      const asked = gaps({
        units: abcd,
        sub_indices: sixtyForty,
        editions: [y2024.edition],
        results: [
          y2024.result('a', { total_score: 90 }),
          y2024.result('b', { missing_reason: 'rank-only', rank: 2 }),
          y2024.result('c', { missing_reason: 'not-assessed' }),
          y2024.result('d'),
        ],
        scores: [
          y2024.score('a', 'x', 0),
          y2024.score('a', 'y', null, { missing_reason: 'refused' }),
          y2024.score('d', 'x', 5),
        ],
      })
      is(asked, [
        // Of eight scores two are there, 0 among them; b and c have the reasons of their units, d none for y.
        ['no-score', 'warning', null, 1, 8],
        ['no-score', 'info', 'not-assessed', 2, 8],
        ['no-score', 'info', 'rank-only', 2, 8],
        ['no-score', 'warning', 'refused', 1, 8],
        ['no-total', 'warning', null, 1, 4],
        ['no-total', 'info', 'not-assessed', 1, 4],
        ['no-total', 'info', 'rank-only', 1, 4],
      ])
    },
  )

  fact('an edition of ranks alone has no scores to miss', () => {
    const asked = gaps({
      units: abcd,
      sub_indices: sixtyForty,
      editions: [y2024.edition],
      results: [y2024.result('a', { rank: 1, missing_reason: 'rank-only' })],
    })
    is(asked, [['no-total', 'info', 'rank-only', 1, 1]])
  })
})

test('a finding bears the row of the source file and of the table', async () => {
  const rows = await find({
    units: abcd,
    sub_indices: sixtyForty,
    editions: [y2024.edition],
    results: [y2024.result('b'), y2024.result('a', { total_score: 91, source_row: 57 })],
    scores: [y2024.score('a', 'x', 55), y2024.score('a', 'y', 35)],
  })
  const [row] = of(rows, 'total-differs')
  expect([row?.sourceRow, row?.tableRow]).toEqual([57, 3])
})

test('findings come by kind, index, newest period first, unit; and are counted by kind', async () => {
  const rows = await find({
    units: abcd,
    editions: [y2022.edition, y2024.edition, y2023.edition],
    results: [y2022, y2023, y2024].flatMap((year) => [
      year.result('b', { total_score: 90, rank: 2 }),
      year.result('a', { total_score: 80, rank: 1 }),
      year.result('c', { total_score: 70, rank: 5 }),
    ]),
  })
  expect(rows.map(({ kind, period, unitId, kindCount }) => [kind, period, unitId, kindCount])).toEqual([
    ['rank-contradicts-score', '2024', 'a', 3],
    ['rank-contradicts-score', '2023', 'a', 3],
    ['rank-contradicts-score', '2022', 'a', 3],
    ['rank-gap', '2024', 'c', 3],
    ['rank-gap', '2023', 'c', 3],
    ['rank-gap', '2022', 'c', 3],
  ])
})

test('of more than a thousand findings of a kind the first thousand are listed, and all counted', async () => {
  const ids = Array.from({ length: 1005 }, (_, index) => `u${String(index).padStart(4, '0')}`)
  const rows = await find({
    units: ids.map((id) => unit(id)),
    editions: [y2024.edition],
    results: ids.map((id, index) => y2024.result(id, { rank: 2 * index + 2 })),
  })
  const gaps = of(rows, 'rank-gap')
  expect([gaps.length, gaps[0]?.kindCount, gaps.at(-1)?.unitId]).toEqual([1000, 1005, 'u0999'])
})

test('a package without results has nothing to find', async () => {
  expect(await find({ editions: [y2024.edition] })).toEqual([])
})
