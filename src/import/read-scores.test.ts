import { describe, expect, test } from 'vitest'
import { opened } from '../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }

describe('a maximum that cannot be read', () => {
  test.each([
    ['mười', 'bad-number'],
    ['-10', 'negative'],
  ])('%s refuses the score beside it', (max, kind) => {
    const { tables, outcome } = opened(`unit,sub_index,score,max_score\nQuận 1,A,5,${max}\nTP Thủ Đức,A,6,10`, NEW)
    expect(pick(tables.scores, 'unit_id', 'score', 'missing_reason')).toEqual([
      'quan-1 |  | refused',
      'tp-thu-duc | 6 | ',
    ])
    expect(outcome.problems).toMatchObject([{ kind, severity: 'error', row: 2, column: 'max_score', value: max }])
  })
})

describe('a blank and a score of the same unit and sub-index', () => {
  const HEADER = 'unit,sub_index,score,max_score,rank\n'
  test.each([
    ['after', 'Quận 1,A,5,10,\nQuận 1,A,,10,', 3, '2'],
    ['before', 'Quận 1,A,,10,\nQuận 1,A,5,10,', 2, '3'],
  ])('the score stands with the blank %s it, and the blank is named', (_, rows, row, expected) => {
    const { tables, outcome } = opened(`${HEADER}${rows}`, NEW)
    expect(pick(tables.scores, 'score', 'missing_reason', 'source_row')).toEqual([`5 |  | ${expected}`])
    expect(outcome.problems).toMatchObject([{ kind: 'duplicate-row', severity: 'warning', row, expected }])
  })
  test('a blank does not settle two scores that differ', () => {
    const { tables } = opened(`${HEADER}Quận 1,A,,10,\nQuận 1,A,5,10,\nQuận 1,A,6,10,`, NEW)
    expect(pick(tables.scores, 'score', 'missing_reason')).toEqual([' | refused'])
  })
  test('a blank total with a rank of its own is in conflict', () => {
    const { tables } = opened(`${HEADER}Quận 1,total,5,10,1\nQuận 1,total,,10,2`, NEW)
    expect(pick(tables.results, 'total_score', 'rank', 'missing_reason')).toEqual([' |  | refused'])
  })
})

test('a per cent is a number of points only where the maximum is 100', () => {
  const { tables, outcome } = opened('unit,sub_index,score,max_score\nQuận 1,A,2%,10\nTP Thủ Đức,B,95%,100', NEW)
  expect(pick(tables.scores, 'sub_index_id', 'score', 'missing_reason')).toEqual(['a |  | refused', 'b | 95 | '])
  expect(outcome.problems).toContainEqual(expect.objectContaining({ kind: 'bad-number', row: 2, value: '2%' }))
})
