import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankScale, shareScale, timeAxis } from '@/charts/over-time'
import { LIGHT } from '@/charts/theme'
import { VIETNAMESE } from '@/i18n/use-i18n'

describe('the scale of shares', () => {
  test('is cut to the values, in round steps', () => {
    expect(shareScale([0.72, 0.874])).toEqual({ min: 0.7, max: 0.9, interval: 0.05 })
    expect(shareScale([0, 1])).toEqual({ min: 0, max: 1, interval: 0.2 })
  })

  test('of equal values keeps them off its edges, five percentage points high at least', () => {
    expect(shareScale([0.8, 0.8])).toEqual({ min: 0.77, max: 0.83, interval: 0.01 })
    expect(shareScale([1])).toEqual({ min: 0.97, max: 1, interval: 0.01 })
  })

  test('of nothing goes from 0 to 1', () => {
    expect(shareScale([])).toEqual({ min: 0, max: 1, interval: 0.2 })
  })

  test('holds every value, stays within 0–100 % where the values do, and has at most eight ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (shares) => {
        const { min, max, interval } = shareScale(shares)
        expect(min).toBeGreaterThanOrEqual(0)
        expect(max).toBeLessThanOrEqual(1)
        expect(min).toBeLessThanOrEqual(Math.min(...shares) + 1e-6)
        expect(max).toBeGreaterThanOrEqual(Math.max(...shares) - 1e-6)
        expect((max - min) / interval).toBeLessThanOrEqual(7 + 1e-6)
      }),
    )
  })
})

test('a scale of ranks goes from the first place to the last, in ones, fives, tens, …', () => {
  expect(rankScale(1)).toEqual({ min: 1, max: 2, interval: 1 })
  expect(rankScale(7)).toEqual({ min: 1, max: 7, interval: 1 })
  expect(rankScale(22)).toEqual({ min: 1, max: 25, interval: 5 })
  expect(rankScale(168)).toEqual({ min: 1, max: 180, interval: 20 })
})

describe('the axis of periods', () => {
  const weeks = Array.from({ length: 52 }, (_, index) => ({
    period: `2025-W${String(index + 1).padStart(2, '0')}`,
    newCriteria: false,
  }))

  test('has labels, not numbers, and a place for a break between two periods', () => {
    const years = [
      { period: '2023', newCriteria: false },
      { period: '2024', newCriteria: true },
    ]
    const { type, data, axisLabel } = timeAxis(years, VIETNAMESE, LIGHT, 500)
    expect([type, data]).toEqual(['category', ['2023', '', '2024']])
    expect([0, 1, 2].map(axisLabel.interval)).toEqual([true, false, true])
  })

  test('labels as many of 52 weeks as have room, the last among them', () => {
    const { data, axisLabel } = timeAxis(weeks, VIETNAMESE, LIGHT, 600)
    const labelled = data.filter((_, slot) => axisLabel.interval(slot))
    // Twelve characters take 94 px, so six of them fit.
    expect(labelled).toEqual([
      'Tuần 7/2025',
      'Tuần 16/2025',
      'Tuần 25/2025',
      'Tuần 34/2025',
      'Tuần 43/2025',
      'Tuần 52/2025',
    ])
  })
})
