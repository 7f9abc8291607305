import { beforeAll, describe, expect, it } from 'vitest'
import { finding, isStrong, recoverText, thresholds, weakReasons } from '@/features/unit/field-notes'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { subIndex } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const limits = thresholds([
  { ruleId: 'weak-absolute-share', value: 0.65 },
  { ruleId: 'weak-relative-deviations', value: 1 },
  { ruleId: 'weak-bottom-quantile', value: 0.25 },
  { ruleId: 'weak-relative-min-units', value: 8 },
  { ruleId: 'weak-fall-share', value: 0.05 },
])
const reasons = (given: Parameters<typeof subIndex>[0]) => weakReasons(subIndex(given), limits, VIETNAMESE)

describe('the reasons of a weak field', () => {
  it('name each test that fired, with its figures and threshold', () => {
    expect(reasons({ weakAbsolute: true, weakRelative: true, weakFalling: true, shareChange: -0.06 })).toEqual([
      'dưới 65\u00a0%',
      'thấp hơn trung vị khối 17,0 điểm %, thuộc nhóm 25\u00a0% cuối khối',
      'giảm 6,0 điểm % so với kỳ trước (ngưỡng 5 điểm %)',
    ])
  })

  it('say “two periods running” where one fall alone is too small', () => {
    expect(reasons({ weakFalling: true, shareChange: -0.01 })).toEqual(['kém đi hai kỳ liên tiếp'])
  })

  it('turn round in an index where a low score is good', () => {
    const low = { share: 0.6, blockMedian: 0.3, blockBest: 0.1, blockLowest: 0.7 }
    expect(reasons({ ...low, weakAbsolute: true, weakRelative: true })).toEqual([
      'trên 35\u00a0%',
      expect.stringMatching(/^cao hơn trung vị khối 30,0 điểm %/),
    ])
  })

  it('tell the last quarter from the deviation where the threshold is a quarter', () => {
    expect(reasons({ weakRelative: true, share: 0.72 })).toEqual([
      'thấp hơn trung vị khối 3,0 điểm %, quá 1 độ lệch chuẩn',
    ])
    expect(
      weakReasons(subIndex({ weakRelative: true }), { ...limits, 'weak-bottom-quantile': 0.2 }, VIETNAMESE),
    ).toEqual(['thấp hơn trung vị khối 17,0 điểm %, quá 1 độ lệch chuẩn hoặc thuộc nhóm 20\u00a0% cuối khối'])
  })

  it('are none without a flag', () => {
    expect(reasons({})).toEqual([])
  })
})

it('what reaching the median would add is said of weak fields only', () => {
  expect(recoverText(subIndex({ weakAbsolute: true, recoverable: 3.06 }), 2, VIETNAMESE)).toBe(
    'Lên trung vị: +3,06 điểm.',
  )
  expect(recoverText(subIndex({ recoverable: 3.06 }), 2, VIETNAMESE)).toBeNull()
  expect(recoverText(subIndex({ weakFalling: true, recoverable: 0 }), 2, VIETNAMESE)).toBeNull()
})

describe('a strength', () => {
  it('is a place in the top quarter of a block that is large enough, without a flag', () => {
    expect(isStrong(subIndex({ share: 0.9 }), limits)).toBe(true)
    expect(isStrong(subIndex({ share: 0.8 }), limits)).toBe(false)
    expect(isStrong(subIndex({ share: 0.9, unitCount: 7 }), limits)).toBe(false)
    expect(isStrong(subIndex({ share: 0.9, weakFalling: true }), limits)).toBe(false)
  })

  it('is none where all units are equal', () => {
    expect(isStrong(subIndex({ share: 0.8, blockMedian: 0.8, blockQ3: 0.8 }), limits)).toBe(false)
  })
})

it('weak and strong fields are counted on the first level, and not where nothing is scored', () => {
  const rows = [subIndex({ weakAbsolute: true }), subIndex({ share: 0.9 }), subIndex({ level: 2, weakAbsolute: true })]
  expect(finding(rows, limits, VIETNAMESE)).toBe('1 điểm yếu, 1 điểm mạnh')
  expect(finding([subIndex({ score: null, share: null })], limits, VIETNAMESE)).toBeNull()
})
