import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from '@/import/meaning/likeness'

describe('edits between two names', () => {
  test.each([
    ['gò vấp', 'gò vấp', 0],
    ['gò vấp', 'gò vpấ', 1],
    ['gò vấp', 'gò vp', 1],
    ['gò vấp', 'gò vấpp', 1],
    ['hà nam', 'hà nội', 2],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits)
  })
  test('beyond the limit it only says so', () => {
    expect(editDistance('quận 1', 'thành phố thủ đức', 2)).toBe(3)
  })
  test('are as many from one side as from the other, and none between equals only', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8))
        expect(editDistance(a, b, 8) === 0).toBe(a === b)
      }),
    )
  })
})
