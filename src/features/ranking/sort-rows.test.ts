import { describe, expect, it } from 'vitest'
import { filterRows, nextSort, sortRows } from '@/features/ranking/sort-rows'
import { VIETNAMESE } from '@/i18n/use-i18n'
import type { Sort } from '@/view/view-state'
import { unit } from '../../../tests/fixtures/rows'

const rows = [
  unit('Quận 10', { rank: 1, points: 90, bandId: 'a', placesGained: -1 }),
  unit('Quận 2', { rank: 2, points: 80, bandId: 'b' }),
  unit('Đống Đa', { rank: 2, points: 80, bandId: 'b', placesGained: 3 }),
  unit('Ăn', { rank: 4, points: null, bandId: null }),
]
const context = {
  compareNames: VIETNAMESE.format.compareNames,
  name: VIETNAMESE.format.name,
  bandPosition: (id: string | null) => (id === 'a' ? 1 : id === 'b' ? 2 : null),
}
const sorted = (sort: Sort | null) => sortRows(rows, sort, context).map(({ nameVi }) => nameVi)

describe('sorting', () => {
  it('leaves the published order alone by default', () => {
    expect(sorted(null)).toEqual(['Quận 10', 'Quận 2', 'Đống Đa', 'Ăn'])
  })

  it('puts names in Vietnamese order, numbers by size', () => {
    expect(sorted({ column: 'unit', descending: false })).toEqual(['Ăn', 'Đống Đa', 'Quận 2', 'Quận 10'])
  })

  it('leaves a unit without the value at the end, upwards and downwards', () => {
    expect(sorted({ column: 'points', descending: true }).at(-1)).toBe('Ăn')
    expect(sorted({ column: 'points', descending: false })).toEqual(['Quận 2', 'Đống Đa', 'Quận 10', 'Ăn'])
    expect(sorted({ column: 'places', descending: true }).slice(0, 2)).toEqual(['Đống Đa', 'Quận 10'])
  })

  it('puts the highest class first', () => {
    expect(sorted({ column: 'band', descending: false })[0]).toBe('Quận 10')
  })

  it('turns round at the second click, and by rank upwards is what the link need not say', () => {
    expect(nextSort(null, 'points')).toEqual({ column: 'points', descending: true })
    expect(nextSort({ column: 'points', descending: true }, 'points')).toEqual({ column: 'points', descending: false })
    expect(nextSort(null, 'rank')).toEqual({ column: 'rank', descending: true })
    expect(nextSort({ column: 'rank', descending: true }, 'rank')).toBeNull()
  })
})

describe('searching', () => {
  it('finds units by any of their names, without diacritics', () => {
    const found = (query: string) => filterRows(rows, query).map(({ nameVi }) => nameVi)
    expect(found('dong da')).toEqual(['Đống Đa'])
    expect(found('quan')).toEqual(['Quận 10', 'Quận 2'])
    expect(found('')).toHaveLength(4)
    expect(
      filterRows([unit('Huyện Củ Chi', { shortVi: 'H.Củ Chi', nameEn: 'Cu Chi District' })], 'district'),
    ).toHaveLength(1)
  })
})
