import { beforeAll, describe, expect, it } from 'vitest'
import { lede } from '@/features/unit/lede'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { edition, standing } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const before = edition({ period: '2023' })
const say = (given: Parameters<typeof standing>[0], previous: typeof before | null = before, partial = false) =>
  lede(standing(given), edition(), previous, partial, VIETNAMESE)

describe('the sentence about a unit', () => {
  it('gives rank, places, change and the points to the next class', () => {
    const row = {
      placesGained: -2,
      shareChange: 0.0061,
      changeBasis: 'total',
      pointsToNextBand: 4.22,
      nextBandNameVi: 'Tốt',
      nextBandNameEn: 'Good',
    } as const
    expect(say(row)).toBe(
      'PAR Index 2024: hạng 15 trong 18 đơn vị của khối Sở, ban, ngành, giảm 2 bậc so với 2023. ' +
        'Tỷ lệ đạt tăng 0,61 điểm % nhưng hạng giảm. Còn thiếu 4,22 điểm để lên loại Tốt.',
    )
    expect(lede(standing(row), edition(), before, false, createI18n('en', en))).toBe(
      'PAR Index 2024: 15th of 18 departments, down 2 places from 2023. ' +
        'Its share of the maximum rose by 0.61 percentage points, yet its rank fell. ' +
        '4.22 points short of Good.',
    )
  })

  it('gives the places gained and no change of points where the criteria do not compare', () => {
    expect(say({ placesGained: 3, coreCoverage: 0.4 })).toBe(
      'PAR Index 2024: hạng 15 trong 18 đơn vị của khối Sở, ban, ngành, tăng 3 bậc so với 2023. Không so điểm với 2023: bộ tiêu chí đã đổi quá nhiều.',
    )
  })

  it('does not blame the criteria where a maximum is unknown or there was no score', () => {
    expect(say({})).toMatch(/Không so được điểm với 2023: không rõ điểm tối đa, hoặc kỳ trước không có điểm\.$/)
  })

  it('says that a change is that of the common part of two versions', () => {
    expect(say({ shareChange: -0.02, changeBasis: 'core' })).toContain(
      'giảm 2,00 điểm % trên phần chung của hai bộ tiêu chí.',
    )
  })

  it('names why a unit is not ranked', () => {
    expect(say({ rank: null, points: null, share: null, missingReason: 'not-assessed' }, null)).toBe(
      'PAR Index 2024: không xếp hạng trong khối Sở, ban, ngành. Không được đánh giá ở kỳ này.',
    )
    expect(say({ rank: null }, null)).toContain('Được chấm điểm, không xếp hạng')
  })

  it('does not call a rank one of all where the package holds only some ranks', () => {
    expect(say({ rank: 26, rankedCount: 13 }, null)).toBe(
      'PAR Index 2024: hạng 26 của khối Sở, ban, ngành; gói số liệu có hạng của 13 đơn vị.',
    )
    expect(say({ rank: 1, rankedCount: 13 }, null, true)).toContain('gói số liệu có hạng của 13 đơn vị')
    expect(say({ rank: 26, rankedCount: 13, placesGained: -2 })).toContain('13 đơn vị. Giảm 2 bậc so với 2023.')
  })

  it('says so where only some units of the block are ranked', () => {
    const some = edition({ unitCount: 20 })
    expect(lede(standing(), some, null, false, VIETNAMESE)).toContain('hạng 15 trong 18 đơn vị xếp hạng của khối')
    expect(lede(standing(), some, null, false, createI18n('en', en))).toContain('15th of 18 ranked departments.')
  })

  it('wonders at a rank that moves against the share, which way ever is good', () => {
    const change = (given: Parameters<typeof standing>[0], lowerIsBetter: boolean) =>
      lede(standing({ changeBasis: 'total', ...given }), edition({ lowerIsBetter }), null, false, VIETNAMESE)
    expect(change({ shareChange: 0.01, placesGained: -2 }, false)).toMatch(/nhưng hạng giảm\.$/)
    expect(change({ shareChange: -0.01, placesGained: 2 }, false)).toMatch(/nhưng hạng tăng\.$/)
    expect(change({ shareChange: 0.01, placesGained: -2 }, true)).toMatch(/tăng 1,00 điểm %\.$/)
    expect(change({ shareChange: -0.01, placesGained: -2 }, true)).toMatch(/nhưng hạng giảm\.$/)
  })
})
