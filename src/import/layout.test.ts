import { describe, expect, test } from 'vitest'
import { open, opened } from '../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }
const rolesOf = ({ outcome }: ReturnType<typeof opened>) => outcome.columns.map(({ role }) => role)

describe('a column that is blank throughout', () => {
  test('is no sub-index, and is named', () => {
    const read = opened('Đơn vị;A (10);B (12);Xác nhận\nQuận 1;9;10;\nTP Thủ Đức;8;11;-', NEW)
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-index', 'ignored'])
    expect(read.outcome.problems).toMatchObject([
      { kind: 'unknown-column', severity: 'warning', column: 'Xác nhận', value: 'D' },
    ])
  })
  test('is a sub-index without scores where its header gives a maximum', () => {
    const read = opened('Đơn vị;A (10);B (12 điểm)\nQuận 1;9;', NEW)
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-index'])
  })
  test('is a sub-index without scores where the base knows it', () => {
    const read = opened('Đơn vị;Chỉ đạo, điều hành;procedures\nQuận 1;9;', { ...NEW, index: 'par' })
    expect(pick(read.tables.scores, 'sub_index_id', 'missing_reason')).toEqual([
      'direction | ',
      'procedures | not-published',
    ])
  })
  test('is no table when it is all there is beside the units', () => {
    expect(open('Đơn vị;A\nQuận 1;', NEW)).toMatchObject({ outcome: 'refused' })
  })
})

describe('a number in a header', () => {
  test('that most scores exceed belongs to the name, and is named', () => {
    const { tables, outcome } = opened(
      'Đơn vị;Dịch vụ công 24/7;Tổng điểm (100)\nQuận 1;9;50\nTP Thủ Đức;8,5;40\nQuận Bình Tân;6;30',
      NEW,
    )
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual(['Dịch vụ công 24/7 | '])
    expect(pick(tables.scores, 'score')).toEqual(['9', '8.5', '6'])
    expect(outcome.problems).toMatchObject([
      { kind: 'out-of-range', severity: 'warning', row: 1, column: 'Dịch vụ công 24/7', value: '7', expected: '≥ 9' },
    ])
  })
  test('that counts the columns is no maximum in any of them', () => {
    const { tables, outcome } = opened(
      'Đơn vị;Cải cách thể chế (1);Tài chính công (2);Tổng điểm (3)\nQuận 1;9;1,5;10,5\nTP Thủ Đức;8;2;10',
      NEW,
    )
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual([
      'Cải cách thể chế (1) | ',
      'Tài chính công (2) | ',
    ])
    expect(pick(tables.results, 'total_score')).toEqual(['10.5', '10'])
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(outcome.problemCounts['out-of-range']).toBe(3)
  })
  test.each(['A (10 điểm)', 'A (tối đa 10)', 'A (max: 10)', 'A (10%)'])(
    'that %s calls a maximum is one, whatever the scores',
    (header) => {
      const { outcome } = opened(`Đơn vị;${header}\nQuận 1;11\nTP Thủ Đức;12`, NEW)
      expect(outcome.problemCounts).toEqual({ 'above-max': 2 })
    },
  )
  test('is a maximum where three decimals only look like thousands', () => {
    const { tables } = opened('Đơn vị;A (10)\nQuận 1;8,125\nTP Thủ Đức;9,250', NEW)
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual(['A | 10'])
  })
})
