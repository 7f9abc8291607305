import { describe, expect, it } from 'vitest'
import { stripPlaces, stripScale } from '@/features/unit/strip-scale'
import { subIndex } from '../../../tests/fixtures/rows'

describe('the strips of a table', () => {
  it('share one scale of whole tenths around all values', () => {
    const scale = stripScale([subIndex({ blockLowest: 0.43 }), subIndex({ blockBest: 1 })])
    expect(scale?.from).toBeCloseTo(0.4)
    expect(scale?.to).toBeCloseTo(1)
  })

  it('have no scale where nothing is scored', () => {
    expect(stripScale([subIndex({ share: null, blockLowest: null, blockBest: null })])).toBeNull()
  })

  it('keep a width where all units are equal', () => {
    const equal = subIndex({ share: 0.5, blockLowest: 0.5, blockBest: 0.5 })
    expect(stripScale([equal])).toEqual({ from: 0.5, to: 0.6 })
  })

  it('place the unit, the block and its middle half between the ends', () => {
    const row = subIndex({ share: 0.6, blockLowest: 0.5, blockQ1: 0.6, blockMedian: 0.7, blockQ3: 0.8, blockBest: 1 })
    const places = stripPlaces(row, { from: 0.5, to: 1 })
    expect(places.own).toBeCloseTo(20)
    expect(places.median).toBeCloseTo(40)
    expect(places.best).toBeCloseTo(100)
    expect(places.range?.map(Math.round)).toEqual([0, 100])
    expect(places.box?.map(Math.round)).toEqual([20, 40])
  })

  it('draw no block of one unit and no quarters of three', () => {
    expect(stripPlaces(subIndex({ unitCount: 1 }), { from: 0, to: 1 })).toMatchObject({ range: null, median: null })
    expect(stripPlaces(subIndex({ unitCount: 3 }), { from: 0, to: 1 })).toMatchObject({ box: null })
  })

  it('leave out a unit without a share: absent is not zero', () => {
    expect(stripPlaces(subIndex({ share: null }), { from: 0, to: 1 }).own).toBeNull()
  })
})
