import { beforeAll, describe, expect, it } from 'vitest'
import { finding, weakReasons } from '@/features/unit/field-notes'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { subIndex } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const limits = { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 }
const context = { limits, lower: false, partial: false, decimals: 2 }
const reasons = (given: Parameters<typeof subIndex>[0], more: Partial<typeof context> = {}, i18n = VIETNAMESE) =>
  weakReasons(subIndex(given), { ...context, ...more }, i18n).map((text) => text.replaceAll('\u00A0', ' '))

describe('the reasons of a weak field', () => {
  it('name each test that fired, with its figures and threshold, and what there is to win', () => {
    const fired = {
      weakAbsolute: true,
      weakRelative: true,
      byDeviation: true,
      byQuantile: true,
      weakFalling: true,
      fell: true,
      shareChange: -0.06,
      periodsRunning: 3,
      edge: true,
      recoverable: 3.06,
    }
    expect(reasons(fired)).toEqual([
      '58,0 % của điểm tối đa (ngưỡng 65 %)',
      'thấp hơn trung vị khối 17,0 điểm % (quá 1 độ lệch chuẩn; thuộc nhóm 25 % cuối)',
      'giảm 6,0 điểm % so với kỳ trước (ngưỡng 5 điểm %)',
      'yếu 3 kỳ liên tiếp',
      'sát ngưỡng',
      'lên trung vị: +3,06 điểm',
    ])
  })

  it('never write a share as the threshold that it is below', () => {
    expect(reasons({ weakAbsolute: true, share: 0.6496 })).toEqual(['64,96 % của điểm tối đa (ngưỡng 65 %)'])
  })

  it('say “two periods running”, alone where one fall is too small', () => {
    expect(reasons({ weakFalling: true, fellTwice: true, shareChange: -0.01 })).toEqual(['giảm hai kỳ liên tiếp'])
    expect(reasons({ weakFalling: true, fell: true, fellTwice: true, shareChange: -0.05 })).toEqual([
      'giảm 5,0 điểm % so với kỳ trước (ngưỡng 5 điểm %)',
      'giảm hai kỳ liên tiếp',
    ])
  })

  it('name the relative test that fired and not the other', () => {
    expect(reasons({ weakRelative: true, byDeviation: true })).toEqual([
      'thấp hơn trung vị khối 17,0 điểm % (quá 1 độ lệch chuẩn)',
    ])
    expect(reasons({ weakRelative: true, byQuantile: true })).toEqual([
      'thấp hơn trung vị khối 17,0 điểm % (thuộc nhóm 25 % cuối)',
    ])
  })

  it('turn round in an index where a low score is good: points to lose, not to win', () => {
    const high = {
      share: 0.4,
      blockMedian: 0.1,
      weakAbsolute: true,
      weakRelative: true,
      byQuantile: true,
      weakFalling: true,
      fell: true,
      fellTwice: true,
      shareChange: 0.06,
      recoverable: 5.4,
    }
    expect(reasons(high, { lower: true })).toEqual([
      '40,0 % của điểm tối đa (ngưỡng 35 %)',
      'cao hơn trung vị khối 30,0 điểm % (thuộc nhóm 25 % cuối)',
      'tăng 6,0 điểm % so với kỳ trước (ngưỡng 5 điểm %)',
      'tăng hai kỳ liên tiếp',
      'về trung vị: −5,40 điểm',
    ])
  })

  it('do not call a median that of the block where only a part of it is known', () => {
    const row = { weakRelative: true, byQuantile: true }
    expect(reasons(row, { partial: true })[0]).toContain('trung vị các đơn vị có số liệu 17,0 điểm %')
    expect(reasons(row, { partial: true }, createI18n('en', en))[0]).toBe(
      '17.0 pp below the median of the units with data (bottom 25%)',
    )
  })

  it('are none without a flag, whatever there is to win', () => {
    expect(reasons({ recoverable: 3.06 })).toEqual([])
  })
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
