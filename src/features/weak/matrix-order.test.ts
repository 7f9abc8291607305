import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/findings/fields'
import { fieldOrder, findRows, nextFieldOrder, orderRows, readOrder } from '@/features/weak/matrix-order'
import { VIETNAMESE } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow } from '../../../tests/fixtures/weak-rows'

const fields = fieldsOf([fieldSummary('A', { subIndexId: 'a' }), fieldSummary('B', { subIndexId: 'b' })])
const rows = [
  matrixRow('Sở Y tế', [cell(0.9), cell(0.5, { severity: 1 })], { rank: 1, recoverable: 1 }),
  matrixRow('Sở Đầu tư', [cell(null), cell(0.7)], { rank: 2 }),
  matrixRow('Ban Dân tộc', [cell(0.4, { severity: 2 }), cell(0.7)], { rank: 3, recoverable: 4 }),
  matrixRow('Quận 10', [cell(0.6, { severity: 1 }), cell(0.2, { severity: 1 })], { rank: 4, recoverable: 2 }),
]
const ranks = (order: string | null, lower = false) =>
  orderRows(rows, readOrder(order, fields), fields, lower, VIETNAMESE.format).map(({ rank }) => rank)

describe('the order of the rows', () => {
  it('is that of the ranks, and for a sub-index that the edition does not have', () => {
    expect(ranks(null)).toEqual([1, 2, 3, 4])
    expect(ranks('field.c')).toEqual([1, 2, 3, 4])
  })

  it('by a sub-index begins with the weakest, or the strongest; who has no share is last both ways', () => {
    expect(ranks('field.a')).toEqual([3, 4, 1, 2])
    expect(ranks('-field.a')).toEqual([1, 4, 3, 2])
  })

  it('by a sub-index keeps the ranks among equals', () => {
    expect(ranks('field.b')).toEqual([4, 1, 2, 3])
  })

  it('where a low share is good begins with the highest', () => {
    expect(ranks('field.a', true)).toEqual([1, 4, 3, 2])
  })

  it('by weaknesses begins with the most, then with the most points to win', () => {
    expect(ranks('weak')).toEqual([4, 3, 1, 2])
  })

  it('by name is that of a Vietnamese list', () => {
    expect(ranks('name')).toEqual([3, 4, 2, 1])
  })

  it('by similarity holds every unit once', () => {
    expect(ranks('similar').toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4])
  })

  it('a column is sorted worst first, then best first, then by rank', () => {
    const click = (order: string | null) => nextFieldOrder(readOrder(order, fields), 'a')
    expect([click(null), click('field.b'), click('field.a'), click('-field.a')]).toEqual([
      'field.a',
      'field.a',
      '-field.a',
      null,
    ])
    expect(fieldOrder('a', false)).toBe('-field.a')
  })
})

it('units are found without diacritics', () => {
  expect(findRows(rows, 'dau tu').map(({ rank }) => rank)).toEqual([2])
  expect(findRows(rows, ' ')).toBe(rows)
})
