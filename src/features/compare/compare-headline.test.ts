import { beforeAll, describe, expect, it } from 'vitest'
import { compareHeadline, fallSentence } from '@/features/compare/compare-headline'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { comparability, rankChange } from '../../../tests/fixtures/change-rows'

beforeAll(loadScreenTexts)
const pair = { before: '2023', now: '2024', counts: { before: 22, now: 22, left: 0, came: 0 } }
const EN = createI18n('en', en)

const rose = (name: string, before: number, now: number, shareChange: number) =>
  rankChange(name, before, now, { shareChange })
const THREE = [rose('Sở X', 9, 4, 0.05), rose('Sở Y', 4, 5, 0.01), rose('Sở Z', 5, 6, -0.02)]

describe('the finding of two periods', () => {
  it('is how many units rose and who climbed most', () => {
    expect(compareHeadline(comparability({ comparedCount: 3 }), THREE, pair, VIETNAMESE)).toBe(
      '2 trong 3 đơn vị tăng tỷ lệ đạt so với 2023; Sở X tăng nhiều bậc nhất: 9 → 4',
    )
    expect(compareHeadline(comparability({ comparedCount: 3 }), THREE, pair, EN)).toBe(
      '2 of 3 units raised their share of the maximum since 2023; Sở X climbed most: 9 → 4',
    )
  })

  it('counts a change that rounds to zero as none', () => {
    const rows = [rose('Sở X', 2, 1, 0.05), rose('Sở Y', 1, 2, 0.000001)]
    expect(compareHeadline(comparability(), rows, pair, VIETNAMESE)).toContain('1 trong 2 đơn vị tăng')
  })

  it('names two that climbed equally far, and counts more', () => {
    const rows = [rose('Sở X', 3, 1, 0.05), rose('Sở Y', 4, 2, 0.05), rose('Sở Z', 1, 4, -0.05)]
    expect(compareHeadline(comparability(), rows, pair, VIETNAMESE)).toContain(
      'Sở X và Sở Y cùng tăng nhiều nhất, 2 bậc',
    )
    expect(compareHeadline(comparability(), [...rows, rose('Sở T', 6, 4, 0.05)], pair, VIETNAMESE)).toContain(
      '3 đơn vị cùng tăng nhiều nhất, 2 bậc',
    )
  })

  it('has who fell most beside it', () => {
    const fall = (rows: Parameters<typeof fallSentence>[1], given: Partial<typeof pair> = {}) =>
      fallSentence(comparability(), rows, { ...pair, ...given }, VIETNAMESE)
    expect(fall([...THREE, rose('Sở T', 1, 3, 0)])).toBe('Giảm nhiều bậc nhất: Sở T, 1 → 3.')
    expect(fall(THREE)).toBe('Sở Y và Sở Z cùng giảm nhiều nhất, 1 bậc.')
    expect(fall([...THREE, rose('Sở T', 1, 2, 0)])).toBe('3 đơn vị cùng giảm nhiều nhất, 1 bậc.')
    expect(fall([rose('Sở X', 1, 1, 0), rose('Sở Y', 2, 2, 0)])).toBe('Không đơn vị nào xuống hạng.')
    // 3 of 22 and 4 of 40: no fall is sure.
    const grown = { counts: { before: 22, now: 40, left: 0, came: 18 } }
    expect(fall([rose('Sở X', 3, 4, 0), rose('Sở Y', 4, 4, 0)], grown)).toBeNull()
    expect(fall([rose('Sở X', 3, 4, 0)])).toBeNull()
    const other = comparability({ changeBasis: null, coverageNow: 0.4, coverageBefore: 0.5 })
    expect(fallSentence(other, THREE, pair, VIETNAMESE)).toBeNull()
  })

  it('of fewer units than before praises only who also stands higher among them', () => {
    const shrunk = { ...pair, counts: { before: 22, now: 16, left: 6, came: 0 } }
    const last = rose('Sở X', 19, 16, -0.01)
    expect(compareHeadline(comparability(), [last, rose('Sở Y', 3, 2, 0.01)], shrunk, VIETNAMESE)).toBe(
      '1 trong 2 đơn vị tăng tỷ lệ đạt so với 2023; Sở Y tăng nhiều bậc nhất: 3/22 → 2/16',
    )
    expect(compareHeadline(comparability(), [last, rose('Sở Y', 3, 4, 0.01)], shrunk, VIETNAMESE)).toBe(
      '1 trong 2 đơn vị tăng tỷ lệ đạt so với 2023',
    )
  })

  it('across criteria says that it is about their common part', () => {
    expect(compareHeadline(comparability({ changeBasis: 'core' }), THREE, pair, VIETNAMESE)).toContain(
      'so với 2023 trên phần chung của hai bộ tiêu chí',
    )
  })

  it('of ranks alone is about ranks alone', () => {
    const ranks = comparability({ changeBasis: null, coverageNow: null, coverageBefore: null, comparedCount: 0 })
    const rows = [rankChange('Sở X', 2, 1), rankChange('Sở Y', 1, 2), rankChange('Sở Z', 5, null)]
    expect(compareHeadline(ranks, rows, pair, VIETNAMESE)).toBe(
      '1 trong 2 đơn vị có hạng ở cả hai kỳ 2023 và 2024 lên hạng; Sở X tăng nhiều bậc nhất: 2 → 1',
    )
    expect(compareHeadline(ranks, [rankChange('Sở X', 1, 1), rankChange('Sở Y', 2, 2)], pair, VIETNAMESE)).toBe(
      '2 đơn vị có hạng ở cả hai kỳ 2023 và 2024; không đơn vị nào lên hạng',
    )
  })

  it('is that they do not compare where the criteria differ too much, whatever the ranks', () => {
    const row = comparability({ changeBasis: null, coverageNow: 0.4, coverageBefore: 0.5 })
    expect(compareHeadline(row, THREE, pair, VIETNAMESE)).toBe(
      'Không so điểm 2024 với 2023: hai bộ tiêu chí khác nhau quá nhiều',
    )
  })

  it('of one unit, or of none in both, says so', () => {
    expect(compareHeadline(comparability(), [rose('Sở X', 9, 4, 0.1)], pair, VIETNAMESE)).toBe(
      'Chỉ một đơn vị có kết quả ở cả hai kỳ: Sở X, hạng 9 → 4',
    )
    expect(
      compareHeadline(
        comparability({ comparedCount: 0, rankedBoth: 0 }),
        [rankChange('Sở X', 9, null), rankChange('Sở Y', null, 1)],
        pair,
        VIETNAMESE,
      ),
    ).toBe('Không đơn vị nào có kết quả ở cả hai kỳ 2023 và 2024')
  })
})
