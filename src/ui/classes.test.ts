import { describe, expect, it } from 'vitest'
import { classStep, valueStep } from '@/ui/classes'

describe('the colour of a class', () => {
  it('is the strongest for the highest class and the weakest for the lowest, however many there are', () => {
    expect([1, 2, 3, 4, 5].map((position) => classStep(position, 5))).toEqual([5, 4, 3, 2, 1])
    expect([1, 2, 3, 4].map((position) => classStep(position, 4))).toEqual([5, 4, 2, 1])
    expect([1, 2].map((position) => classStep(position, 2))).toEqual([5, 1])
  })

  it('is none for a unit without a class, and one for all where there are no classes', () => {
    expect(classStep(null, 5)).toBe('none')
    expect(classStep(null, 0)).toBe(4)
  })
})

describe('the colour of a share', () => {
  it('is the step whose lower limit it has reached', () => {
    const limits = [0.5, 0.6, 0.7, 0.8, 0.9]
    expect([0.5, 0.65, 0.9, 1].map((share) => valueStep(share, limits))).toEqual([1, 2, 5, 5])
    expect(valueStep(null, limits)).toBe('none')
  })
})
