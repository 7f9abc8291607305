import { describe, expect, it } from 'vitest'
import { checkPackage, periodDays } from '@/import/package/check-package'
import type { Problem } from '@/domain/problem'
import { RULE_IDS } from '@/domain/vocabulary'
import type { PackageTables, Row } from '@/domain/tables'
import {
  edition,
  minimalTables,
  packageWith,
  result,
  rowsWith,
  score,
  subIndex,
} from '../../../tests/fixtures/packages/minimal-package'

const check = (tables: Partial<PackageTables>) => checkPackage(packageWith(tables))

function error(kind: Problem['kind'], place: Partial<Problem>): Problem {
  return { kind, severity: 'error', file: 'scores.csv', row: null, column: null, value: null, expected: null, ...place }
}

it('a package whose figures agree has no problems', () => {
  expect(checkPackage(minimalTables)).toEqual([])
})

describe('keys', () => {
  it('the same row twice is a duplicate', () => {
    const [first] = minimalTables.units
    expect(check({ units: [...minimalTables.units, first as Row<'units'>] })).toEqual([
      error('duplicate-row', { file: 'units.csv', row: 5, column: 'unit_id', value: 'quan-1', expected: '2' }),
    ])
  })

  it('the same unit twice with different scores is a conflict', () => {
    const scores = [...minimalTables.scores, score('quan-5', 'tthc', 26)]
    expect(check({ scores })).toContainEqual(
      error('conflicting-rows', { row: 8, column: 'part', value: 'final', expected: '7' }),
    )
  })

  it.each<[keyof PackageTables, number, object, string, string, string]>([
    ['results', 4, { unit_id: 'quan-9' }, 'unit_id', 'quan-9', 'units.csv'],
    ['editions', 2, { source_id: 'qd-2' }, 'source_id', 'qd-2', 'sources.csv'],
    ['sub_indices', 2, { theme_id: 'digital' }, 'theme_id', 'digital', 'themes.csv'],
    ['sub_indices', 3, { lead_unit_id: 'so-tu-phap' }, 'lead_unit_id', 'so-tu-phap', 'units.csv'],
    ['sub_indices', 3, { parent_id: 'cong-vu' }, 'parent_id', 'cong-vu', 'sub_indices.csv'],
    ['results', 2, { band_id: 'kha' }, 'band_id', 'kha', 'bands.csv'],
    ['scores', 2, { sub_index_id: 'cong-vu' }, 'sub_index_id', 'cong-vu', 'sub_indices.csv'],
    ['scores', 2, { period: '2023' }, 'unit_id', 'quan-1', 'results.csv'],
  ])('%s row %i: an id that is not defined is refused', (table, row, change, column, value, expected) => {
    const problems = check({ [table]: rowsWith(table, row, change as never) })
    expect(problems).toContainEqual(error('unknown-id', { file: `${table}.csv`, row, column, value, expected }))
  })

  it('an empty optional id refers to nothing', () => {
    expect(check({ results: rowsWith('results', 2, { source_id: null, band_id: null }) })).toEqual([])
  })

  it('a sub-index is not its own ancestor', () => {
    const sub_indices = [
      { ...subIndex('the-che', 60, 1), parent_id: 'tthc' },
      { ...subIndex('tthc', 40, 2), parent_id: 'the-che' },
    ]
    expect(check({ sub_indices, scores: [] })).toEqual([
      error('parent-cycle', {
        file: 'sub_indices.csv',
        row: 2,
        column: 'parent_id',
        value: 'tthc',
        expected: 'the-che > tthc > the-che',
      }),
    ])
  })

  it('every rule of the method has a value', () => {
    expect(check({ rules: minimalTables.rules.slice(1) })).toEqual([
      error('missing-value', { file: 'rules.csv', column: 'rule_id', expected: RULE_IDS[0] }),
    ])
  })

  it('a threshold below 0 and a class limit above 1 are out of range', () => {
    expect(
      check({ rules: rowsWith('rules', 3, { value: -1 }), bands: rowsWith('bands', 2, { min_share: 80 }) }),
    ).toEqual([
      error('negative', { file: 'rules.csv', row: 3, column: 'value', value: '-1', expected: '≥ 0' }),
      error('out-of-range', { file: 'bands.csv', row: 2, column: 'min_share', value: '80', expected: '≤ 1' }),
    ])
  })

  it('a unit does not succeed itself', () => {
    const row: Row<'lineage'> = {
      from_unit_id: 'quan-1',
      to_unit_id: 'quan-1',
      on_date: '2025-07-01',
      kind: 'scope-change',
      decision: null,
    }
    expect(check({ lineage: [row] })).toEqual([
      error('bad-value', { file: 'lineage.csv', row: 2, column: 'to_unit_id', value: 'quan-1' }),
    ])
  })
})

describe('scores and their maxima', () => {
  it('a score above the maximum of its sub-index is refused', () => {
    expect(check({ scores: rowsWith('scores', 3, { score: 40.01 }) })).toEqual([
      error('above-max', { row: 3, column: 'score', value: '40.01', expected: '40' }),
    ])
  })

  it('a score at the maximum is right, also where doubles are not exact', () => {
    const tables = {
      sub_indices: [subIndex('the-che', 59.7, 1), subIndex('tthc', 0.3, 2)],
      scores: [score('quan-1', 'tthc', 0.1 + 0.2)],
    }
    expect(check(tables)).toEqual([])
  })

  it("the unit's own maximum goes before that of the sub-index", () => {
    expect(check({ scores: rowsWith('scores', 3, { max_score: 34 }) })).toEqual([
      error('above-max', { row: 3, column: 'score', value: '35', expected: '34' }),
    ])
  })

  it('a sub-index that is shown but not scored takes no points', () => {
    const sub_indices = [...minimalTables.sub_indices, subIndex('do-thi-thong-minh', 0, 3)]
    const at = (points: number) =>
      check({ sub_indices, scores: [...minimalTables.scores, score('quan-1', 'do-thi-thong-minh', points)] })
    expect(at(0)).toEqual([])
    expect(at(1)).toMatchObject([{ kind: 'above-max', row: 8, value: '1', expected: '0' }])
  })

  it('where the maximum is unknown no score is above it', () => {
    const sub_indices = [subIndex('the-che', null, 1), subIndex('tthc', 40, 2)]
    expect(check({ sub_indices, scores: rowsWith('scores', 2, { score: 55 }) })).toEqual([])
  })

  it('bonus points are not bound by the maximum of the sub-index', () => {
    const bonus = { ...score('quan-1', 'tthc', 41), part: 'bonus' } as const
    expect(check({ scores: [bonus] })).toEqual([])
  })

  it("a total above the unit's maximum is refused", () => {
    const results = rowsWith('results', 2, { max_score: 84 })
    expect(check({ results })).toEqual([
      error('above-max', { file: 'results.csv', row: 2, column: 'total_score', value: '90', expected: '84' }),
    ])
  })
})

describe('units and their dates', () => {
  const unitsFrom = (validFrom: string) => rowsWith('units', 3, { valid_from: validFrom })

  it('a unit that began after the period cannot have a result in it', () => {
    expect(check({ units: unitsFrom('2025-01-01') })).toEqual([
      error('outside-unit-dates', {
        file: 'results.csv',
        row: 3,
        column: 'unit_id',
        value: 'quan-3',
        expected: '2025-01-01/2025-06-30',
      }),
    ])
  })

  it('a unit that existed on the last day of the period may have a result', () => {
    expect(check({ units: unitsFrom('2024-12-31') })).toEqual([])
  })

  it('results may be published after a unit has ended', () => {
    expect(check({ units: rowsWith('units', 3, { valid_to: '2024-01-01' }) })).toEqual([])
    expect(check({ units: rowsWith('units', 3, { valid_to: '2023-12-31' }) })).toMatchObject([
      { kind: 'outside-unit-dates', expected: '../2023-12-31' },
    ])
  })

  it('a unit may be listed as not having existed', () => {
    const results = [
      ...minimalTables.results.slice(0, 2),
      { ...result('quan-5', null, null), missing_reason: 'unit-did-not-exist' } as const,
    ]
    expect(check({ results, units: rowsWith('units', 4, { valid_from: '2025-01-01' }) })).toEqual([])
  })

  it('a unit does not end before it begins', () => {
    expect(check({ units: rowsWith('units', 3, { valid_from: '2025-07-01', valid_to: '2024-12-31' }) })).toContainEqual(
      error('out-of-range', {
        file: 'units.csv',
        row: 3,
        column: 'valid_to',
        value: '2024-12-31',
        expected: '≥ 2025-07-01',
      }),
    )
  })
})

describe('periods', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2026-10-10', '2026-10-10', '2026-10-10'],
    ['2025-W47', '2025-11-17', '2025-11-23'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
  ])('%s runs from %s to %s', (period, start, end) => {
    expect(periodDays(period)).toEqual({ start, end })
  })

  it.each(['2025-W53', '2025-W00', '2025-13', '2025-02-30', '2025-Q5', 'năm 2025'])('%s is no period', (period) => {
    expect(periodDays(period)).toBeNull()
  })

  it('a period that the calendar does not have is refused', () => {
    const problems = check({ editions: [...minimalTables.editions, edition('2025-W53', '2025-12-31')] })
    expect(problems).toEqual([
      error('unknown-period', { file: 'editions.csv', row: 3, column: 'period', value: '2025-W53' }),
    ])
  })

  it('a period ends inside itself', () => {
    expect(check({ editions: [edition('2024', '2025-01-31')] })).toEqual([
      error('out-of-range', {
        file: 'editions.csv',
        row: 2,
        column: 'period_end',
        value: '2025-01-31',
        expected: '2024-01-01/2024-12-31',
      }),
    ])
  })

  it('two periods of one index and block that end on one day have no order', () => {
    expect(check({ editions: [...minimalTables.editions, edition('2024-12', '2024-12-31')] })).toEqual([
      error('conflicting-rows', {
        file: 'editions.csv',
        row: 3,
        column: 'period_end',
        value: '2024-12-31',
        expected: '2024',
      }),
    ])
  })
})

it('published figures that contradict each other stop nothing: that is for the audit', () => {
  const results = [result('quan-1', 80, 1), result('quan-3', 99, 3), result('quan-5', 70, 2)]
  expect(check({ results })).toEqual([])
})

it('a million scores are checked in seconds', () => {
  const [base] = minimalTables.scores
  const [place] = minimalTables.results
  const [home] = minimalTables.units
  if (!base || !place || !home) throw new Error('The minimal package is empty.')
  const ids = Array.from({ length: 1000 }, (_, index) => String(index))
  const units = ids.map((id) => Object.assign({}, home, { unit_id: id }))
  const subIndices = ids.map((id, index) => subIndex(id, 1, index + 1))
  const results = ids.map((id) => Object.assign({}, place, { unit_id: id, total_score: 500, max_score: 1000 }))
  const scores: Row<'scores'>[] = []
  for (const unit_id of ids) {
    for (const sub_index_id of ids) scores.push(Object.assign({}, base, { unit_id, sub_index_id, score: 0.5 }))
  }
  const started = performance.now()
  expect(check({ units, sub_indices: subIndices, results, scores })).toEqual([])
  expect(performance.now() - started).toBeLessThan(10_000)
})
