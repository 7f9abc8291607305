import { expect, it } from 'vitest'
import { changeWords, direction, formatMaximum, placesWords } from '@/i18n/change-words'
import { VIETNAMESE } from '@/i18n/use-i18n'

it('a change of a share that rounds to zero is none', () => {
  expect(direction(-0.00004, VIETNAMESE.format)).toEqual({ sign: 0, size: '0,00' })
  expect(changeWords(0.00001, VIETNAMESE)).toBe('tỷ lệ đạt không đổi')
  expect(changeWords(-0.021, VIETNAMESE)).toBe('tỷ lệ đạt giảm 2,10 điểm\u00a0%')
})

it('a unit without a rank in the period before neither climbed nor fell', () => {
  expect(placesWords(null, VIETNAMESE)).toBe('không có kỳ trước để so')
  expect(placesWords(0, VIETNAMESE)).toBe('giữ hạng')
  expect(placesWords(-2, VIETNAMESE)).toBe('giảm 2 bậc')
})

it('a maximum has decimals only where it is not whole', () => {
  expect(formatMaximum(100, VIETNAMESE.format)).toBe('100')
  expect(formatMaximum(12.5, VIETNAMESE.format)).toBe('12,50')
})
