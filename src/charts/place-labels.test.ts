import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels } from '@/charts/place-labels'

describe('labels along a side', () => {
  it('that do not overlap stay where they are', () => {
    expect(placeLabels([10, 40, 90], 15, 0, 100)).toEqual([10, 40, 90])
  })

  it('of units with equal places part evenly around their place', () => {
    expect(placeLabels([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60])
  })

  it('stay within the drawing', () => {
    expect(placeLabels([0, 0, 100, 100], 10, 0, 100)).toEqual([0, 10, 90, 100])
  })

  it('that are too many for the room share it', () => {
    expect(placeLabels([5, 5, 5], 80, 0, 100)).toEqual([0, 50, 100])
    expect(placeLabels([], 10, 0, 100)).toEqual([])
    expect(placeLabels([3], 10, 5, 100)).toEqual([5])
  })

  it('never overlap, leave the drawing or change their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 650, noNaN: true }), { maxLength: 60 }), (values) => {
        const wanted = values.toSorted((a, b) => a - b)
        const gap = Math.min(14, 600 / Math.max(1, wanted.length - 1))
        const placed = placeLabels(wanted, 14, 0, 600)
        expect(placed).toHaveLength(wanted.length)
        placed.forEach((y, index) => {
          expect(y).toBeGreaterThanOrEqual(-1e-9)
          expect(y).toBeLessThanOrEqual(600 + 1e-9)
          const before = placed[index - 1]
          if (before !== undefined) expect(y - before).toBeGreaterThanOrEqual(gap - 1e-6)
        })
      }),
    )
  })
})
