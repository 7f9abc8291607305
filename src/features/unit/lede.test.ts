import { beforeAll, describe, expect, it } from 'vitest'
import { lede } from '@/features/unit/lede'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { edition, standing } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const before = edition({ period: '2023' })
type Given = NonNullable<Parameters<typeof standing>[0]>
/** Of as many units, unless the test is about their number. */
const formerOf = ({ rank = 15, rankedCount = 18, highestRank = 18, placesGained }: Given) =>
  placesGained == null || rank === null
    ? null
    : standing({ period: '2023', rank: rank + placesGained, rankedCount, highestRank })
const say = (given: Given, previous: typeof before | null = before, partial = false) =>
  lede(standing(given), edition(), previous, formerOf(given), partial, VIETNAMESE)

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
    expect(lede(standing(row), edition(), before, formerOf(row), false, createI18n('en', en))).toBe(
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
    expect(say({ rank: 26, rankedCount: 13, highestRank: 26 }, null)).toBe(
      'PAR Index 2024: hạng 26 của khối Sở, ban, ngành; gói số liệu có hạng của 13 đơn vị.',
    )
    expect(say({ rank: 1, rankedCount: 13, highestRank: 13 }, null, true)).toContain(
      'gói số liệu có hạng của 13 đơn vị',
    )
    expect(say({ rank: 26, rankedCount: 13, highestRank: 26, placesGained: -2 })).toContain(
      '13 đơn vị. Giảm 2 bậc so với 2023.',
    )
  })

  it('of a unit that is 5th of those known, where others are 26th, does not say of how many', () => {
    expect(say({ rank: 5, rankedCount: 13, highestRank: 26 }, null)).toContain('gói số liệu có hạng của 13 đơn vị')
  })

  it('calls 16th of 16 after 19th of 22 no climb, and wonders at no share that fell', () => {
    const last = standing({ rank: 16, rankedCount: 16, placesGained: 3, shareChange: -0.01, changeBasis: 'total' })
    const former = standing({ period: '2023', rank: 19, rankedCount: 22, highestRank: 22 })
    const sixteen = edition({ unitCount: 16 })
    const given = { ...last, highestRank: 16 }
    expect(lede(given, sixteen, before, former, false, VIETNAMESE)).toBe(
      'PAR Index 2024: hạng 16 trong 16 đơn vị của khối Sở, ban, ngành; 2023: hạng 19 trong 22. Tỷ lệ đạt giảm 1,00 điểm %.',
    )
    expect(lede(given, sixteen, before, former, false, createI18n('en', en))).toBe(
      'PAR Index 2024: 16th of 16 departments; 2023: 19th of 22. Its share of the maximum fell by 1.00 percentage points.',
    )
    // 3rd of 16 after 19th of 22 is better, however one counts.
    expect(lede({ ...given, rank: 3, placesGained: 16 }, sixteen, before, former, false, VIETNAMESE)).toMatch(
      /hạng 19 trong 22\. Tỷ lệ đạt giảm 1,00 điểm % nhưng hạng tăng\.$/,
    )
  })

  it('says so where only some units of the block are ranked', () => {
    const some = edition({ unitCount: 20 })
    expect(lede(standing(), some, null, null, false, VIETNAMESE)).toContain('hạng 15 trong 18 đơn vị xếp hạng của khối')
    expect(lede(standing(), some, null, null, false, createI18n('en', en))).toContain('15th of 18 ranked departments.')
  })

  it('wonders at a rank that moves against the share, which way ever is good', () => {
    const change = (given: Given, lowerIsBetter: boolean) =>
      lede(
        standing({ changeBasis: 'total', ...given }),
        edition({ lowerIsBetter }),
        before,
        formerOf(given),
        false,
        VIETNAMESE,
      )
    expect(change({ shareChange: 0.01, placesGained: -2 }, false)).toMatch(/nhưng hạng giảm\.$/)
    expect(change({ shareChange: -0.01, placesGained: 2 }, false)).toMatch(/nhưng hạng tăng\.$/)
    expect(change({ shareChange: 0.01, placesGained: -2 }, true)).toMatch(/tăng 1,00 điểm %\.$/)
    expect(change({ shareChange: -0.01, placesGained: -2 }, true)).toMatch(/nhưng hạng giảm\.$/)
  })
})
