import { describe, expect, it } from 'vitest'
import { isElsewhere } from '@/app/is-elsewhere'
import { DEFAULT_VIEW, onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'

const unit: View = { ...DEFAULT_VIEW, screen: 'unit', unit: 'stp' }

describe('what a frame on another site shows', () => {
  it.each<readonly [string, View, View]>([
    ['the scorecard of a unit in its ranking', DEFAULT_VIEW, onScreen(DEFAULT_VIEW, 'unit', 'stp')],
    ['another unit', unit, { ...unit, unit: 'snv' }],
    ['the choice of a unit', unit, { ...unit, unit: null }],
    ['another data package', DEFAULT_VIEW, { ...DEFAULT_VIEW, package: 'tp-hcm' }],
    ['the present figures instead of those of a version', { ...unit, version: '2026.11.22' }, unit],
  ])('does not become %s', (_name, shown, to) => {
    expect(isElsewhere(shown, to)).toBe(true)
  })

  it.each<readonly [string, View, View]>([
    ['an order', DEFAULT_VIEW, { ...DEFAULT_VIEW, sort: { column: 'change', descending: true } }],
    ['a search', DEFAULT_VIEW, { ...DEFAULT_VIEW, q: 'go vap' }],
    ['the map', DEFAULT_VIEW, { ...DEFAULT_VIEW, as: 'map' }],
    ['another index of the same unit', unit, { ...unit, index: 'dti' }],
    [
      'another unit brought out among the others',
      { ...DEFAULT_VIEW, screen: 'compare' },
      { ...DEFAULT_VIEW, screen: 'compare', unit: 'stp' },
    ],
  ])('takes %s', (_name, shown, to) => {
    expect(isElsewhere(shown, to)).toBe(false)
  })
})
