import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WeakLimits } from '@/domain/weak-limits'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { decimalsApart, nearSentence, weaknessParts, weaknessSentence } from '@/i18n/weakness-words'
import type { WeaknessFigures } from '@/i18n/weakness-words'

await loadScreenTexts()
const ENGLISH = createI18n('en', en)
const LIMITS: WeakLimits = { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 }
const FIELD = { deviation: 0.123, bottom: 0.6, lower: false, partial: false }

const figures = (given: Partial<WeaknessFigures> = {}): WeaknessFigures => ({
  share: 0.48,
  absolute: false,
  byDeviation: false,
  byQuantile: false,
  fell: false,
  fellTwice: false,
  gap: 0,
  fall: null,
  fallBefore: null,
  periodsRunning: 1,
  recoverable: 0,
  ...given,
})
/** A non-breaking space stands before every per cent sign; a plain one reads better here. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const say = (given: Partial<WeaknessFigures>, i18n = VIETNAMESE, field = FIELD) =>
  plain(weaknessSentence(figures(given), field, LIMITS, 1, i18n))

describe('the reason of a flag', () => {
  it('gives every test that fired with its rule and figures', () => {
    const all = {
      absolute: true,
      byDeviation: true,
      byQuantile: true,
      gap: 0.17,
      fellTwice: true,
      fall: 0.021,
      fallBefore: 0.034,
      periodsRunning: 3,
      recoverable: 4,
    }
    expect(say(all)).toBe(
      '48,0 % của điểm tối đa (ngưỡng 65 %); ' +
        'thấp hơn trung vị khối 17,0 điểm % (quá 12,3 điểm %, là 1 độ lệch chuẩn; thuộc nhóm 25 % cuối, dưới 60,0 %); ' +
        'giảm hai kỳ liên tiếp (3,4 rồi 2,1 điểm %); yếu 3 kỳ liên tiếp; lên trung vị: +4,0 điểm',
    )
    expect(say(all, ENGLISH)).toBe(
      '48.0% of the maximum (threshold 65%); ' +
        '17.0 pp below the median of the block (more than 12.3 pp, 1 standard deviation; in the bottom 25%, under 60.0%); ' +
        'down two periods running (3.4, then 2.1 pp); weak 3 periods running; to the median: +4.0 points',
    )
  })

  it('names no threshold that was not crossed, and no points that round to none', () => {
    expect(say({ share: 0.9, fell: true, fall: 0.06, recoverable: 0.04 })).toBe(
      '90,0 % của điểm tối đa; giảm 6,0 điểm % so với kỳ trước (ngưỡng 5 điểm %)',
    )
  })

  it('names the rule without the figure that a screen does not know', () => {
    const parts = weaknessParts(
      figures({ byDeviation: true, byQuantile: true, fellTwice: true, gap: 0.17 }),
      { deviation: null, bottom: null, lower: false, partial: false },
      LIMITS,
      1,
      VIETNAMESE,
    )
    expect(parts.tests.map(plain)).toEqual([
      'thấp hơn trung vị khối 17,0 điểm % (quá 1 độ lệch chuẩn; thuộc nhóm 25 % cuối)',
      'giảm hai kỳ liên tiếp',
    ])
  })

  it('turns round where a low share is good', () => {
    expect(
      say(
        { share: 0.4, absolute: true, byQuantile: true, gap: 0.1, fell: true, fall: 0.05, recoverable: 5 },
        VIETNAMESE,
        {
          ...FIELD,
          bottom: 0.35,
          lower: true,
        },
      ),
    ).toBe(
      '40,0 % của điểm tối đa (ngưỡng 35 %); cao hơn trung vị khối 10,0 điểm % (thuộc nhóm 25 % cuối, trên 35,0 %); ' +
        'tăng 5,0 điểm % so với kỳ trước (ngưỡng 5 điểm %); về trung vị: −5,0 điểm',
    )
  })

  it('does not call a median that of the block where only a part of it is known', () => {
    const row = { share: 0.5, byQuantile: true, gap: 0.17 }
    expect(say(row, VIETNAMESE, { ...FIELD, partial: true })).toBe(
      '50,0 % của điểm tối đa; thấp hơn trung vị các đơn vị có số liệu 17,0 điểm % (thuộc nhóm 25 % cuối, dưới 60,0 %)',
    )
    expect(say(row, ENGLISH, { ...FIELD, partial: true })).toContain('below the median of the units with data')
  })

  it('says of a near miss how near it is, and of no rule that it fired', () => {
    const near = figures({ share: 0.6504, gap: 0.1225, fall: 0.0499 })
    expect(plain(nearSentence(near, FIELD, LIMITS, VIETNAMESE))).toBe(
      '65,04 % của điểm tối đa; thấp hơn trung vị khối 12,25 điểm %; giảm 4,99 điểm % so với kỳ trước',
    )
  })
})

describe('a figure at the edge', () => {
  it('is not written as the threshold itself: 64,95 %, never 65,0 %', () => {
    expect(say({ share: 0.6495, absolute: true })).toBe('64,95 % của điểm tối đa (ngưỡng 65 %)')
    expect(say({ share: 0.649996, absolute: true })).toBe('64,9996 % của điểm tối đa (ngưỡng 65 %)')
    expect(say({ fell: true, fall: 0.05 })).toMatch(/giảm 5,0 điểm/)
  })

  it('reads on the side of the threshold on which it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 0, max: 1e4 }), (a, b) => {
        const [value, limit] = [a / 1e6, b / 100]
        const decimals = decimalsApart(value, limit, 1, ENGLISH.format)
        const seen = Number(ENGLISH.format.number(value, decimals).replaceAll(',', ''))
        const seenLimit = Number(ENGLISH.format.number(limit, decimals).replaceAll(',', ''))
        expect(Math.sign(seen - seenLimit)).toBe(Math.sign(value - limit))
      }),
    )
  })
})
