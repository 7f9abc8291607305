import { describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { comparability } from '@/db/questions/change'
import type { Comparability } from '@/db/questions/change'
import { openPackage, subIndex, unit, yearly } from './fixture'
import type { Tables } from './fixture'

const y2023 = yearly('2023')
const y2024 = yearly('2024')
const v2024 = yearly('2024', 'v2')
const versions = ['v1', 'v2'].map((version) => ({ index_id: 'par', version_id: version }))
const PAIR = { index: 'par', block: 'departments', set: 'main', period: '2024', before: '2023' } as const

async function compare(
  tables: Tables,
  pair: Readonly<Record<keyof typeof PAIR, string>> = PAIR,
): Promise<Comparability> {
  const database = await openPackage(tables)
  const rows = await askDatabase(database, comparability, pair)
  await database.close()
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`${rows.length} rows`)
  return row
}

describe('criteria', () => {
  const criteria = (now: Tables['sub_indices'], before: Tables['sub_indices']): Tables => ({
    units: [unit('a')],
    versions,
    sub_indices: [...(before ?? []), ...(now ?? []).map((row) => ({ ...row, version_id: 'v2' }))],
    editions: [y2023.edition, v2024.edition],
    results: [y2023.result('a'), v2024.result('a')],
  })

  test('under one version totals compare, and all of the maximum is common', async () => {
    const row = await compare({
      units: [unit('a')],
      sub_indices: [subIndex('x', 60), subIndex('y', 40, { position: 2 }), subIndex('x-1', 60, { parent_id: 'x' })],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a'), y2024.result('a')],
    })
    expect(row).toMatchObject({
      versionNow: 'v1',
      versionBefore: 'v1',
      changeBasis: 'total',
      coverageNow: 1,
      coverageBefore: 1,
      commonCount: 2,
      subIndicesEntered: [],
      subIndicesLeft: [],
      maximaChanged: [],
    })
  })

  test('the core is what both have: 70 of 100 now and 70 of 90 before is just enough', async () => {
    const row = await compare(
      criteria(
        [subIndex('x', 70), subIndex('new', 30, { position: 2 })],
        [subIndex('x', 70), subIndex('gone', 20, { position: 2 }), subIndex('shown', 0, { position: 3 })],
      ),
    )
    expect(row).toMatchObject({
      changeBasis: 'core',
      coverageNow: 0.7,
      coverageBefore: 0.777777777778,
      commonCount: 1,
      subIndicesEntered: [{ subIndexId: 'new', nameVi: 'Lĩnh vực new', nameEn: 'Field new', maxScore: 30 }],
      subIndicesLeft: [{ subIndexId: 'gone', nameVi: 'Lĩnh vực gone', nameEn: 'Field gone', maxScore: 20 }],
      maximaChanged: [],
    })
  })

  test('under 70 % of either maximum nothing is compared', async () => {
    const row = await compare(criteria([subIndex('x', 60), subIndex('new', 40, { position: 2 })], [subIndex('x', 60)]))
    expect(row).toMatchObject({ changeBasis: null, coverageNow: 0.6, coverageBefore: 1, comparedCount: 0 })
  })

  test('criteria with nothing in common cover nothing', async () => {
    const row = await compare(criteria([subIndex('x', 100)], [subIndex('y', 100)]))
    expect(row).toMatchObject({ changeBasis: null, coverageNow: 0, coverageBefore: 0, commonCount: 0 })
  })

  test('maxima and weights that changed are named with both figures', async () => {
    const row = await compare(
      criteria(
        [
          subIndex('x', 80),
          subIndex('y', 10, { position: 2, weight: 30 }),
          subIndex('z', 5, { position: 3, weight: 5 }),
        ],
        [subIndex('x', 330), subIndex('y', 10, { position: 2, weight: 20 }), subIndex('z', 5, { position: 3 })],
      ),
    )
    expect(row.maximaChanged).toEqual([
      {
        subIndexId: 'x',
        nameVi: 'Lĩnh vực x',
        nameEn: 'Field x',
        maxBefore: 330,
        maxNow: 80,
        weightBefore: null,
        weightNow: null,
      },
      {
        subIndexId: 'y',
        nameVi: 'Lĩnh vực y',
        nameEn: 'Field y',
        maxBefore: 10,
        maxNow: 10,
        weightBefore: 20,
        weightNow: 30,
      },
    ])
  })

  test('where a maximum is unknown, so is what the core covers of it', async () => {
    const row = await compare(
      criteria([subIndex('x', 70), subIndex('y', null, { position: 2 })], [subIndex('x', 70), subIndex('z', 10)]),
    )
    expect(row).toMatchObject({ changeBasis: null, coverageNow: null, coverageBefore: 0.875, commonCount: 1 })
  })

  test('periods that do not follow each other compare by the same rule', async () => {
    const y2022 = yearly('2022')
    const tables = criteria([subIndex('x', 70), subIndex('new', 30)], [subIndex('x', 70), subIndex('gone', 20)])
    const row = await compare(
      { ...tables, editions: [y2022.edition, ...(tables.editions ?? [])], results: [y2022.result('a')] },
      { ...PAIR, before: '2022' },
    )
    expect(row).toMatchObject({ changeBasis: 'core', coverageNow: 0.7, unitsNow: 0, unitsBefore: 1, unitsBoth: 0 })
  })

  test('a package with ranks only has no criteria: nothing covers nothing', async () => {
    const row = await compare({
      units: [unit('a')],
      editions: [y2023.edition, y2024.edition],
      results: [y2023.result('a', { rank: 1 }), y2024.result('a', { rank: 1 })],
    })
    expect(row).toMatchObject({ changeBasis: 'total', coverageNow: null, coverageBefore: null, commonCount: 0 })
    expect(row).toMatchObject({ unitsBoth: 1, comparedCount: 0, rankedBoth: 1 })
  })
})

describe('units', () => {
  /** Units by period, with what became of them. */
  const block = (
    before: readonly string[],
    now: readonly string[],
    lineage: readonly (readonly [
      from: string,
      to: string,
      on: string,
      kind?: 'merge' | 'split' | 'rename' | 'scope-change',
    ])[],
  ): Tables => {
    const ids = new Set([...before, ...now, ...lineage.flatMap(([from, to]) => [from, to])])
    return {
      units: [...ids].map((id) => unit(id)),
      lineage: lineage.map(([from, to, on, kind = 'merge']) => ({
        from_unit_id: from,
        to_unit_id: to,
        on_date: on,
        kind,
      })),
      editions: [y2023.edition, y2024.edition],
      results: [
        ...before.map((id, place) => y2023.result(id, { total_score: 90 - place })),
        ...now.map((id, place) => y2024.result(id, { total_score: 90 - place })),
      ],
    }
  }
  const entered = ({ unitsEntered }: Comparability) =>
    unitsEntered.map(({ unitId, predecessors }) => [unitId, predecessors.map((kin) => kin.unitId)])
  const left = ({ unitsLeft }: Comparability) =>
    unitsLeft.map(({ unitId, successors }) => [unitId, successors.map((kin) => kin.unitId)])

  test('two that merged are the predecessors of the new one, and it is their successor', async () => {
    const row = await compare(
      block(
        ['a', 'b', 'c'],
        ['ab', 'c'],
        [
          ['a', 'ab', '2024-03-01'],
          ['b', 'ab', '2024-03-01'],
        ],
      ),
    )
    expect(row).toMatchObject({
      unitsBefore: 3,
      unitsNow: 2,
      unitsBoth: 1,
      comparedCount: 1,
      rankedBoth: 1,
      scopeChanged: [],
    })
    expect(row.unitsEntered).toEqual([
      {
        unitId: 'ab',
        nameVi: 'Sở ab',
        nameEn: 'Unit ab',
        predecessors: ['a', 'b'].map((id) => ({
          unitId: id,
          nameVi: `Sở ${id}`,
          nameEn: `Unit ${id}`,
          onDate: '2024-03-01',
          kind: 'merge',
        })),
      },
    ])
    expect(left(row)).toEqual([
      ['a', ['ab']],
      ['b', ['ab']],
    ])
  })

  test('merged twice in a year: each unit of the period before once, by way of those that never had a result', async () => {
    const row = await compare(
      block(
        ['sxd', 'sqhkt', 'sgtvt'],
        ['sxd-5'],
        [
          ['sxd', 'sxd-3', '2024-03-01'],
          ['sqhkt', 'sxd-3', '2024-03-01'],
          ['sxd-3', 'sxd-5', '2024-05-01'],
          ['sgtvt', 'sgtcc', '2024-03-01'],
          ['sxd', 'sgtcc', '2024-03-01', 'split'],
          ['sgtcc', 'sxd-5', '2024-05-01'],
        ],
      ),
    )
    expect(entered(row)).toEqual([['sxd-5', ['sgtvt', 'sqhkt', 'sxd']]])
    expect(row.unitsEntered[0]?.predecessors.map(({ kind }) => kind)).toEqual(['merge', 'merge', 'merge'])
    expect(left(row)).toEqual([
      ['sgtvt', ['sxd-5']],
      ['sqhkt', ['sxd-5']],
      ['sxd', ['sxd-5']],
    ])
  })

  test('a predecessor that was never assessed is named where nothing is known before it', async () => {
    const row = await compare(
      block(
        ['a'],
        ['ab'],
        [
          ['a', 'ab', '2024-03-01'],
          ['b', 'ab', '2024-03-01'],
        ],
      ),
    )
    expect(entered(row)).toEqual([['ab', ['a', 'b']]])
  })

  test('what happened before the earlier period or after the later one is not of this comparison', async () => {
    const row = await compare(
      block(
        ['x'],
        ['x', 'ab'],
        [
          ['a', 'ab', '2023-12-31'],
          ['b', 'ab', '2025-01-01'],
        ],
      ),
    )
    expect(entered(row)).toEqual([['ab', []]])
  })

  test('a unit merged during the year of its last result is followed to the one that took it in', async () => {
    const row = await compare(block(['hn', 'ht'], ['hn'], [['ht', 'hn', '2023-08-01']]))
    expect(left(row)).toEqual([['ht', ['hn']]])
    expect(row.scopeChanged).toEqual([{ unitId: 'hn', nameVi: 'Sở hn', nameEn: 'Unit hn', onDate: '2023-08-01' }])
  })

  test('a unit that took another in, gave a part away or whose task changed is the same only by name', async () => {
    const row = await compare(
      block(
        ['a', 'b', 'c', 'd', 'e'],
        ['a', 'c', 'd', 'e', 'part'],
        [
          ['b', 'a', '2024-03-01'],
          ['c', 'part', '2024-04-01', 'split'],
          ['d', 'd', '2024-05-01', 'scope-change'],
        ],
      ),
    )
    expect(row.scopeChanged.map(({ unitId, onDate }) => [unitId, onDate])).toEqual([
      ['a', '2024-03-01'],
      ['c', '2024-04-01'],
      ['d', '2024-05-01'],
    ])
    expect(entered(row)).toEqual([['part', ['c']]])
  })

  test('a lineage that goes in circles ends', async () => {
    const row = await compare(
      block(
        ['old'],
        ['new'],
        [
          ['old', 'p', '2024-03-01'],
          ['p', 'q', '2024-03-01'],
          ['q', 'p', '2024-03-01'],
          ['q', 'new', '2024-03-01'],
          ['new', 'q', '2024-03-01'],
        ],
      ),
    )
    expect(entered(row)).toEqual([['new', ['old']]])
    expect(left(row)).toEqual([['old', ['new']]])
  })

  test('a unit from another block enters without predecessors: it is itself', async () => {
    const elsewhere = { block_id: 'districts' }
    const tables = block(['a'], ['a', 'b'], [])
    const row = await compare({
      ...tables,
      blocks: ['departments', 'districts'].map((id, place) => ({
        block_id: id,
        name_vi: id,
        name_en: id,
        position: place + 1,
      })),
      editions: [...(tables.editions ?? []), { ...y2023.edition, ...elsewhere }],
      results: [...(tables.results ?? []), { ...y2023.result('b'), ...elsewhere }],
    })
    expect(entered(row)).toEqual([['b', []]])
  })

  test('a block without a single result in either period is compared without a figure', async () => {
    const row = await compare(block([], [], []))
    expect(row).toMatchObject({
      unitsBefore: 0,
      unitsNow: 0,
      unitsBoth: 0,
      comparedCount: 0,
      rankedBoth: 0,
      changeBasis: 'total',
    })
  })
})

test('there is an answer only for a later period with an earlier one', async () => {
  const database = await openPackage({
    units: [unit('a')],
    editions: [y2023.edition, y2024.edition],
    results: [y2023.result('a'), y2024.result('a')],
  })
  for (const [period, before] of [
    ['2023', '2024'],
    ['2024', '2024'],
    ['2024', '1999'],
    ['2024', "2023' OR true --"],
  ] as const) {
    expect(await askDatabase(database, comparability, { ...PAIR, period, before })).toEqual([])
  }
  await database.close()
})
