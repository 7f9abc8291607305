import { expect, test } from 'vitest'
import { rankMove } from '@/domain/rank-move'

const shrunk = { before: 22, now: 16 }
const grown = { before: 16, now: 22 }

test('a rank that is smaller only because fewer units are ranked is no climb', () => {
  expect(rankMove(19, 16, shrunk)).toBe('unclear')
  expect(rankMove(19, 10, shrunk)).toBe('up')
  expect(rankMove(5, 6, shrunk)).toBe('down')
})

test('a rank that is larger only because more units are ranked is no fall', () => {
  expect(rankMove(10, 12, grown)).toBe('unclear')
  expect(rankMove(10, 15, grown)).toBe('down')
  expect(rankMove(10, 9, grown)).toBe('up')
})

test('of equally many units, or of how many is not known, the ranks alone tell', () => {
  expect(rankMove(9, 6, { before: 22, now: 22 })).toBe('up')
  expect(rankMove(6, 9, null)).toBe('down')
  expect(rankMove(6, 6, shrunk)).toBe('same')
})
