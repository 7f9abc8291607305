import { describe, expect, it } from 'vitest'
import { cellWords, flagFinder, kindsOfGaps, marks, seenShare } from '@/features/weak/matrix-cells'
import { fieldsOf } from '@/findings/fields'
import { whyNoNumber } from '@/findings/no-number'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

await loadScreenTexts()
const seen = (share: number, limit = 0.65, lower = false) => seenShare(share, limit, lower, VIETNAMESE)
const [field] = fieldsOf([fieldSummary('Thể chế')])

describe('a share in the matrix', () => {
  it('is written whole, with more digits only where it would read like the threshold', () => {
    expect([0.876, 0.646, 0.6496, 0.65, 0.654].map((share) => seen(share).text)).toEqual([
      '88',
      '64,6',
      '64,96',
      '65',
      '65,4',
    ])
  })

  it('has the colour of the number that is written', () => {
    expect([0.896, 0.894, 0.9, 0.595, 0].map((share) => seen(share).step)).toEqual([5, 4, 5, 2, 1])
  })

  it('is strong where a low share is good', () => {
    expect(seen(0.05, 0.65, true)).toEqual({ text: '5', step: 5 })
    expect(seen(0.354, 0.65, true)).toEqual({ text: '35,4', step: 2 })
  })
})

describe('a cell without a number', () => {
  it('says why: the reason of the data, else what the criteria say', () => {
    expect(whyNoNumber(cell(null, { missingReason: 'not-published' }), { maxScore: 0 })).toBe('not-published')
    expect(whyNoNumber(cell(null), { maxScore: 0 })).toBe('not-scored')
    expect(whyNoNumber(cell(null), { maxScore: null })).toBe('no-maximum')
    expect(whyNoNumber(cell(null), { maxScore: 10 })).toBe('unknown')
  })

  it('is explained once a kind, in one order; a share of 0 is no gap', () => {
    const fields = fieldsOf([fieldSummary('A'), fieldSummary('B', { maxScore: 0 })])
    const rows = [
      matrixRow('X', [cell(null), cell(null)]),
      matrixRow('Y', [cell(null, { missingReason: 'not-assessed' }), cell(null)]),
      matrixRow('Z', [cell(0), cell(0)]),
    ]
    expect(kindsOfGaps(rows, fields)).toEqual(['not-assessed', 'not-scored', 'unknown'])
  })
})

it('a cell is spoken with its severity and whether it is close to a threshold', () => {
  const words = (share: number | null, given: Parameters<typeof cell>[1] = {}) =>
    cellWords(cell(share, given), field!, share === null ? null : seen(share), VIETNAMESE).replaceAll('\u00A0', ' ')
  expect(words(0.48, { severity: 2 })).toBe('48 %, điểm yếu: 2 dấu hiệu')
  expect(words(0.646, { severity: 1, edge: true })).toBe('64,6 %, điểm yếu: 1 dấu hiệu, sát ngưỡng')
  expect(words(0.66, { edge: true })).toBe('66 %, sát ngưỡng, chưa bị nêu')
  expect(words(0.9)).toBe('90 %')
  expect(words(null, { missingReason: 'not-published' })).toBe('Không có số: Chưa công bố')
})

it('severity is a number of shapes, not a colour', () => {
  expect([marks(0, false), marks(0, true), marks(1, false), marks(3, true)]).toEqual(['', '◇', '◆', '◆◆◆◇'])
})

it('the figures of a flag are found by unit and sub-index', () => {
  const find = flagFinder([weakness('a', 'x', { share: 0.1 }), weakness('b', 'x', { share: 0.2 })])
  expect(find('b', 'x')?.share).toBe(0.2)
  expect(find('a', 'y')).toBeNull()
})
