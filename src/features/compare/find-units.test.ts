import { describe, expect, it } from 'vitest'
import { findUnits } from '@/features/compare/find-units'
import { VIETNAMESE } from '@/i18n/use-i18n'

const unit = (nameVi: string, nameEn: string, shortVi: string | null = null, unitId = nameVi) => ({
  unitId,
  nameVi,
  nameEn,
  shortVi,
  shortEn: null,
})
const UNITS = [
  unit('Sở Công Thương', 'Department of Industry and Trade', 'SCT'),
  unit('Sở Văn hóa, Y tế và Thể thao', 'Department of Culture'),
  unit('Sở Y tế và Dân số', 'Department of Health and Population'),
  unit('Sở Y tế', 'Department of Health'),
  unit('Trung tâm của Sở Y tế', 'Centre'),
]
const found = (query: string, absent: readonly string[] = [], units = UNITS) =>
  findUnits(query, units, new Set(absent), VIETNAMESE.format).map(({ unitId }) => unitId)

describe('a search among units', () => {
  it('has the one that is called just that first, then those that begin so, then those that have it as a whole', () => {
    expect(found('so y te')).toEqual([
      'Sở Y tế',
      'Sở Y tế và Dân số',
      'Trung tâm của Sở Y tế',
      'Sở Văn hóa, Y tế và Thể thao',
    ])
    expect(found('sct')).toEqual(['Sở Công Thương'])
  })

  it('goes by any name of a unit, in both languages', () => {
    expect(found('department of health')).toEqual(['Sở Y tế', 'Sở Y tế và Dân số'])
  })

  it('has units of the shown period before those that were', () => {
    const units = [
      unit('Sở Nội vụ', 'Department of Home Affairs', null, 'snv'),
      unit('Sở Nội vụ', 'Department of Home Affairs', null, 'snv-2025'),
    ]
    expect(found('so noi vu', ['snv'], units)).toEqual(['snv-2025', 'snv'])
    expect(found('so noi vu', ['snv-2025'], units)).toEqual(['snv', 'snv-2025'])
  })

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('xyz')).toEqual([])
  })
})
