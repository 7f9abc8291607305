import { describe, expect, it } from 'vitest'
import { checkPackage, periodDays } from '@/import/check-package'
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
} from '../../tests/fixtures/packages/minimal-package'

const check = (tables: Partial<PackageTables>) => checkPackage(packageWith(tables))

function error(kind: Problem['kind'], place: Partial<Problem>): Problem {
  return { kind, severity: 'error', file: 'scores.csv', row: null, column: null, value: null, expected: null, ...place }
}

function warning(kind: Problem['kind'], place: Partial<Problem>): Problem {
  return { ...error(kind, { file: 'results.csv', ...place }), severity: 'warning' }
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

describe('published totals against their parts', () => {
  const differs = (total: string, sum: string) =>
    warning('total-differs', { row: 2, column: 'total_score', value: total, expected: sum })

  it('a total that is not the sum of the fields is pointed out, not refused', () => {
    expect(check({ results: rowsWith('results', 2, { total_score: 91 }) })).toEqual([differs('91', '90')])
  })

  it('each part may be rounded by half a unit of its last decimal', () => {
    expect(check({ results: rowsWith('results', 2, { total_score: 90.01 }) })).toEqual([])
    expect(check({ results: rowsWith('results', 2, { total_score: 90.02 }) })).toEqual([differs('90.02', '90')])
  })

  it('bonus points are added and penalty points subtracted', () => {
    const scores = [
      ...minimalTables.scores,
      { ...score('quan-1', 'tthc', 2), part: 'bonus' } as const,
      { ...score('quan-1', 'tthc', 0.5), part: 'penalty' } as const,
    ]
    expect(check({ scores, results: rowsWith('results', 2, { total_score: 91.5 }) })).toEqual([])
    expect(check({ scores })).toEqual([differs('90', '91.5')])
  })

  it('self-assessed, appraised and survey points are no parts of the sum', () => {
    const scores = [
      ...minimalTables.scores,
      { ...score('quan-1', 'tthc', 38), part: 'self' } as const,
      { ...score('quan-1', 'tthc', 30), part: 'appraised' } as const,
      { ...score('quan-1', 'tthc', 5), part: 'survey' } as const,
    ]
    expect(check({ scores })).toEqual([])
  })

  it('a weight scales what a full score adds', () => {
    const sub_indices = [subIndex('the-che', 60, 1), { ...subIndex('tthc', 40, 2), weight: 20 }]
    const total = 55 + 35 / 2
    expect(
      check({ sub_indices, results: [result('quan-1', total, 1)], scores: minimalTables.scores.slice(0, 2) }),
    ).toEqual([])
    expect(
      check({ sub_indices, results: [result('quan-1', 90, 1)], scores: minimalTables.scores.slice(0, 2) }),
    ).toEqual([differs('90', '72.5')])
  })

  it('only fields of the first level are added', () => {
    const sub_indices = [...minimalTables.sub_indices, { ...subIndex('mot-cua', 10, 3), parent_id: 'tthc' }]
    expect(check({ sub_indices, scores: [...minimalTables.scores, score('quan-1', 'mot-cua', 9)] })).toEqual([])
  })

  it('a field that does not apply is no part; one that is missing leaves nothing to compare', () => {
    const without = (reason: 'not-applicable' | 'not-published') =>
      check({
        results: rowsWith('results', 2, { total_score: 58, max_score: 60 }),
        scores: rowsWith('scores', 3, { score: null, missing_reason: reason }),
      })
    expect(without('not-applicable')).toEqual([differs('58', '55')])
    expect(without('not-published')).toEqual([])
  })
})

describe('published ranks', () => {
  it('a better rank than a unit with a higher share is pointed out', () => {
    expect(check({ results: [result('quan-1', 80, 1), result('quan-3', 90, 2)], scores: [] })).toEqual([
      warning('rank-contradicts-score', { row: 2, column: 'rank', value: '1', expected: 'quan-3: 2' }),
    ])
  })

  it('ranks are held against shares, not points: 75 of 84 is more than 80 of 100', () => {
    const results = [{ ...result('quan-1', 75, 1), max_score: 84 }, result('quan-3', 80, 2)]
    expect(check({ results, scores: [] })).toEqual([])
  })

  it('units of one share may share a rank or have two', () => {
    expect(
      check({ results: [result('quan-1', 80, 1), result('quan-3', 80, 2), result('quan-5', 80, 2)], scores: [] }),
    ).toEqual([])
  })

  it('units of different shares that share a rank are pointed out', () => {
    expect(check({ results: [result('quan-1', 90, 1), result('quan-3', 80, 1)], scores: [] })).toEqual([
      warning('rank-contradicts-score', { row: 3, column: 'rank', value: '1', expected: 'quan-1: 1' }),
    ])
  })

  it('where lower is better, the lower share has the better rank', () => {
    const indices = rowsWith('indices', 2, { direction: 'lower' })
    expect(check({ indices, results: [result('quan-1', 70, 1), result('quan-3', 80, 2)], scores: [] })).toEqual([])
    expect(check({ indices, results: [result('quan-1', 80, 1), result('quan-3', 70, 2)], scores: [] })).toMatchObject([
      { kind: 'rank-contradicts-score', row: 2 },
    ])
  })

  const gapsOf = (...ranks: readonly number[]) =>
    check({
      results: ['quan-1', 'quan-3', 'quan-5'].map((id, index) => result(id, null, ranks[index] ?? null)),
      scores: [],
    }).map(({ kind, row, value, expected }) => [kind, row, value, expected])

  it('after a tie as many places are skipped as units share it: 1, 1, 3', () => {
    expect(gapsOf(1, 1, 3)).toEqual([])
    expect(gapsOf(1, 1, 2)).toEqual([['rank-gap', 4, '2', '3']])
  })

  it('each gap is listed once, with the rank that would follow', () => {
    expect(gapsOf(2, 3, 17)).toEqual([
      ['rank-gap', 2, '2', '1'],
      ['rank-gap', 4, '17', '4'],
    ])
  })

  it('units without a rank leave no gap', () => {
    expect(gapsOf(1, 2)).toEqual([])
  })
})

it('errors come before warnings', () => {
  const results = [result('quan-1', 80, 1), result('quan-3', 101, 2)]
  expect(check({ results, scores: [] }).map(({ severity }) => severity)).toEqual(['error', 'warning'])
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
