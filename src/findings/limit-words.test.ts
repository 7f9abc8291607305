import { describe, expect, it } from 'vitest'
import type { ThresholdEffect } from '@/db/questions/weak'
import { effectText, limitsText } from '@/findings/limit-words'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'

await loadScreenTexts()
const ENGLISH = createI18n('en', en)
const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const LIMITS = { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 }
const effect = (given: Partial<ThresholdEffect> = {}): ThresholdEffect => ({
  ruleId: 'weak-absolute-share',
  value: 0.65,
  weakCount: 31,
  lowerValue: 0.585,
  lowerAdded: 0,
  lowerDropped: 4,
  higherValue: 0.715,
  higherAdded: 7,
  higherDropped: 0,
  ...given,
})

describe('thresholds in words', () => {
  it('stand in one line, each with its unit', () => {
    expect(plain(limitsText(LIMITS, VIETNAMESE))).toBe('dưới 65 % · 1 độ lệch chuẩn · 25 % cuối khối · giảm 5 điểm %')
    expect(limitsText({ ...LIMITS, deviations: 1.5 }, ENGLISH)).toBe(
      'under 65% · 1.5 standard deviations · bottom 25% · fall of 5\u00A0percentage points (pp)',
    )
  })

  it('say what a tenth less and a tenth more would change', () => {
    expect(plain(effectText('absolute', effect(), VIETNAMESE))).toBe(
      'Nếu thành 58,5 %: bớt 4; nếu thành 71,5 %: thêm 7.',
    )
    expect(effectText('absolute', effect(), ENGLISH)).toBe('At 58.5%: 4 fewer; at 71.5%: 7 more.')
    const fall = effect({ lowerValue: 0.045, lowerAdded: 2, lowerDropped: 1, higherValue: 0.055, higherAdded: 0 })
    expect(plain(effectText('fall', fall, VIETNAMESE))).toBe(
      'Nếu thành 4,5 điểm %: bớt 1, thêm 2; nếu thành 5,5 điểm %: không đổi.',
    )
  })
})
