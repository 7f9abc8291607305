import { describe, expect, it } from 'vitest'
import { gridTemplate, trendScale, visibleColumns } from '@/features/ranking/columns'
import { unit } from '../../../tests/fixtures/rows'

describe('columns', () => {
  it('of an edition with ranks alone are rank, unit and source', () => {
    expect(visibleColumns([unit('A', { rank: 1 }), unit('B', { rank: 2 })])).toEqual(['rank', 'unit', 'source'])
  })

  it('are shown as soon as one unit has a value, 0 included', () => {
    expect(visibleColumns([unit('A', { rank: 1, placesGained: 0, weakCount: 0 }), unit('B')])).toEqual([
      'rank',
      'places',
      'unit',
      'weak',
      'source',
    ])
  })

  it('have one width each', () => {
    expect(gridTemplate(['rank', 'source']).split(' ')).toHaveLength(2)
  })

  it('of small lines share the widest range and name the years', () => {
    const rows = [
      unit('A', {
        trend: [
          { period: '2023', share: 0.5 },
          { period: '2024', share: 0.75 },
        ],
      }),
      unit('B', {
        trend: [
          { period: '2022', share: null },
          { period: '2024', share: 0.9 },
        ],
      }),
    ]
    expect(trendScale(rows)).toEqual({ span: 0.25, from: '2022', to: '2024' })
    expect(trendScale([unit('A')])).toBeNull()
  })
})
