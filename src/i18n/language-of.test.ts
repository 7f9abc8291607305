import { describe, expect, it } from 'vitest'
import { languageOf } from '@/i18n/language-of'

describe('the language of a text of the data', () => {
  it('is Vietnamese by its letters, composed or not', () => {
    const title = 'Quyết định công bố Chỉ số cải cách hành chính năm 2024'
    expect(languageOf(title)).toBe('vi')
    expect(languageOf(title.normalize('NFD'))).toBe('vi')
  })

  it('is not Vietnamese where an English sentence names a Vietnamese unit, nor of a number', () => {
    const line = '“Sở An toàn thực phẩm” in the results of 2023 is entered under the Food Safety Authority.'
    expect(languageOf(line)).toBeUndefined()
    expect(languageOf('1294/QĐ-BNV, 03/12/2012')).toBeUndefined()
    expect(languageOf('')).toBeUndefined()
  })
})
