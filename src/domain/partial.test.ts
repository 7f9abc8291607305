import { expect, it } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'

const texts = { name_vi: '', name_en: '', description_vi: '', description_en: '', version: '1' }
const shipped = { ...texts, origin: 'shipped', id: 'tp-hcm', folder: 'tp-hcm' } as const
const own: OpenPackage = {
  ...texts,
  origin: 'file',
  id: 'file-1',
  status: 'published-in-part',
  fileName: 'diem.csv',
  over: null,
  readings: [],
  kept: false,
  problems: [],
  problemCounts: {},
}

it('a block of a package that was published in part is known in part', () => {
  expect(isPartial([1, 2, 3], { ...shipped, status: 'published-in-part' })).toBe(true)
  expect(isPartial([1, 2, 3], { ...shipped, status: 'official' })).toBe(false)
})

it('ten best units and the one of rank 17 are a part of a block', () => {
  expect(isPartial([1, 2, 3, 17], own)).toBe(true)
})

it('ties and units that are not ranked make no block partial', () => {
  expect(isPartial([1, 2, 2, 4, null], own)).toBe(false)
  expect(isPartial([null, null], own)).toBe(false)
})
