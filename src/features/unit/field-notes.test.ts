import { beforeAll, describe, expect, it } from 'vitest'
import { finding, recoverText, thresholds, weakReasons, weakRemarks } from '@/features/unit/field-notes'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { subIndex } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const limits = thresholds([
  { ruleId: 'weak-absolute-share', value: 0.65 },
  { ruleId: 'weak-relative-deviations', value: 1 },
  { ruleId: 'weak-bottom-quantile', value: 0.25 },
  { ruleId: 'weak-relative-min-units', value: 8 },
  { ruleId: 'weak-fall-share', value: 0.05 },
])
const context = { limits, lower: false, partial: false, decimals: 2 }
const reasons = (given: Parameters<typeof subIndex>[0], more: Partial<typeof context> = {}) =>
  weakReasons(subIndex(given), { ...context, ...more }, VIETNAMESE)

describe('the reasons of a weak field', () => {
  it('name each test that fired, with its figures and threshold', () => {
    const fired = {
      weakAbsolute: true,
      weakRelative: true,
      byDeviation: true,
      byQuantile: true,
      weakFalling: true,
      fell: true,
      shareChange: -0.06,
    }
    expect(reasons(fired)).toEqual([
      'dưới 65\u00a0%',
      'thấp hơn trung vị khối 17,0 điểm % (quá 1 độ lệch chuẩn, nhóm 25\u00a0% cuối)',
      'giảm 6,0 điểm % so với kỳ trước (ngưỡng 5)',
    ])
  })

  it('say “two periods running”, alone where one fall is too small', () => {
    expect(reasons({ weakFalling: true, fellTwice: true, shareChange: -0.01 })).toEqual(['giảm hai kỳ liên tiếp'])
    expect(reasons({ weakFalling: true, fell: true, fellTwice: true, shareChange: -0.05 })).toEqual([
      'giảm 5,0 điểm % so với kỳ trước (ngưỡng 5)',
      'giảm hai kỳ liên tiếp',
    ])
  })

  it('name the relative test that fired and not the other', () => {
    expect(reasons({ weakRelative: true, byDeviation: true })).toEqual([
      'thấp hơn trung vị khối 17,0 điểm % (quá 1 độ lệch chuẩn)',
    ])
    expect(reasons({ weakRelative: true, byQuantile: true })).toEqual([
      'thấp hơn trung vị khối 17,0 điểm % (nhóm 25\u00a0% cuối)',
    ])
  })

  it('turn round in an index where a low score is good', () => {
    const high = { share: 0.6, blockMedian: 0.3, shareChange: 0.06 }
    expect(
      reasons(
        { ...high, weakAbsolute: true, weakRelative: true, byQuantile: true, fell: true, fellTwice: true },
        { lower: true },
      ),
    ).toEqual([
      'trên 35\u00a0%',
      'cao hơn trung vị khối 30,0 điểm % (nhóm 25\u00a0% cuối)',
      'tăng 6,0 điểm % so với kỳ trước (ngưỡng 5)',
      'tăng hai kỳ liên tiếp',
    ])
  })

  it('do not call a median that of the block where only a part of it is known', () => {
    const row = { weakRelative: true, byQuantile: true }
    expect(reasons(row, { partial: true })[0]).toContain('trung vị các đơn vị có số liệu 17,0 điểm %')
    expect(weakReasons(subIndex(row), { ...context, partial: true }, createI18n('en', en))[0]).toBe(
      '17.0 pp below the median of the units with data (in the last 25%)',
    )
  })

  it('are none without a flag', () => {
    expect(reasons({})).toEqual([])
  })
})

it('what reaching the median would add is said of weak fields only', () => {
  const recover = (given: Parameters<typeof subIndex>[0]) => recoverText(subIndex(given), context, VIETNAMESE)
  expect(recover({ weakAbsolute: true, recoverable: 3.06 })).toBe('Lên trung vị: +3,06 điểm.')
  expect(recover({ recoverable: 3.06 })).toBeNull()
  expect(recover({ weakFalling: true, recoverable: 0 })).toBeNull()
})

it('a weakness is said to last from its second period on, and to hang on a threshold where it does', () => {
  expect(weakRemarks(subIndex({ periodsRunning: 1 }), VIETNAMESE)).toEqual([])
  expect(weakRemarks(subIndex({ periodsRunning: 3, edge: true }), VIETNAMESE)).toEqual([
    'yếu 3 kỳ liên tiếp',
    'sát ngưỡng',
  ])
})

it('weak and strong fields are counted on the first level, and not where nothing is scored', () => {
  const rows = [
    subIndex({ weakAbsolute: true }),
    subIndex({ strong: true }),
    subIndex({ level: 2, weakAbsolute: true }),
  ]
  expect(finding(rows, VIETNAMESE)).toBe('1 điểm yếu, 1 điểm mạnh')
  expect(finding([subIndex({ score: null, share: null })], VIETNAMESE)).toBeNull()
})
