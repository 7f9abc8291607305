import { describe, expect, it } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { documentOf, figuresOf, placesOf } from '@/features/ranking/provenance'
import { VIETNAMESE } from '@/i18n/use-i18n'
import { edition, unit } from '../../../tests/fixtures/rows'

const texts = { name_vi: '', name_en: '', description_vi: '', description_en: '', version: '1' }
const shipped: OpenPackage = { ...texts, origin: 'shipped', id: 'tp-hcm', folder: 'tp-hcm', status: 'official' }
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
const published = edition({
  sourceId: 's1',
  sourceTitle: 'Quyết định',
  sourcePublishedOn: '2025-04-02',
  publishedOn: '2025-03-30',
})

describe('where a figure comes from', () => {
  it('is the document of the edition unless the row has its own', () => {
    expect(documentOf(unit('A'), published, undefined)).toMatchObject({
      title: 'Quyết định',
      publishedOn: '2025-04-02',
    })
    expect(documentOf(unit('A', { sourceId: 's2' }), published, undefined)).toBe('needs-list')
    expect(documentOf(unit('A', { sourceId: 's2' }), published, [])).toBeNull()
    expect(documentOf(unit('A'), edition(), undefined)).toBeNull()
  })

  it('is a row of the package, or of the viewer’s own file', () => {
    expect(placesOf(unit('A', { tableRow: 245 }), published, shipped, VIETNAMESE)).toEqual([
      'tp-hcm/results.csv, dòng 245',
    ])
    expect(placesOf(unit('A', { sourceRow: 12 }), published, own, VIETNAMESE)).toEqual([
      'diem.csv: tệp của bạn, dòng 12',
    ])
  })

  it('says of every figure whether it was published or computed', () => {
    const row = unit('A', {
      rank: 3,
      rankOrigin: 'computed',
      points: 84,
      maxScore: 84,
      totalOrigin: 'published',
      share: 1,
    })
    expect(figuresOf(row, published, VIETNAMESE).map(({ text }) => text)).toEqual([
      '3, tính lại: xếp theo tỷ lệ đạt trong khối, bằng nhau thì đồng hạng',
      '84,00 trên 84, như đã công bố',
      '100,00\u00a0%',
    ])
  })
})
