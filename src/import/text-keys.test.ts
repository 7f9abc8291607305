import { describe, expect, test } from 'vitest'
import { nameKey, slug, takeSlug, tidy } from '@/import/text-keys'

describe('names in the wild', () => {
  test.each([
    ['Bình Hưng Hoà', 'Bình Hưng Hòa'],
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['Xã Qui Đức', 'Xã Quy Đức'],
    ['Mĩ Thuận', 'Mỹ Thuận'],
    ['Sở TT-TT', 'Sở TT&TT'],
    ['Sở Kế hoạch - Đầu tư', 'Sở Kế hoạch và Đầu tư'],
    ['Cần Thơ'.normalize('NFD'), 'Cần Thơ'],
    ['  QUẬN\u00A01 ', 'Quận 1'],
  ])('%s and %s are one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  test.each([
    ['Tân Hòa', 'Tân Hóa'],
    ['Hà Nam', 'Hà Nội'],
    ['Sở Y tế', 'Sở I tế'],
    ['Tây Ninh', 'Tai Ninh'],
    ['-', '…'],
  ])('%s and %s are two names', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })
})

describe('a line of text', () => {
  test('is composed, without runs of blanks, control characters and marks that turn its direction', () => {
    expect(tidy('  Cần\u00A0 Thơ\n'.normalize('NFD'))).toBe('Cần Thơ')
    expect(tidy('Gia nhập\n thị trường')).toBe('Gia nhập thị trường')
    expect(tidy('\uFEFFQu\u00ADận\u200B 1\u0007')).toBe('Quận 1')
    expect(tidy('\u202Etxt.exe\u202C')).toBe('txt.exe')
    expect(tidy('\u0000\u200E')).toBe('')
  })
  test('keeps what joins letters and signs', () => {
    expect(tidy('👩\u200D🏫')).toBe('👩\u200D🏫')
  })
})

describe('ids', () => {
  test('an id is ASCII words joined by hyphens', () => {
    expect(slug('Sở Lao động - Thương binh & Xã hội', 'x')).toBe('so-lao-dong-thuong-binh-xa-hoi')
    expect(slug('<img src=x onerror=alert(1)>', 'x')).toBe('img-src-x-onerror-alert-1')
    expect(slug('社會', 'unit')).toBe('unit')
  })
  test('two names with one slug get two ids', () => {
    const taken = new Set(['tan-hoa'])
    expect([takeSlug('Tân Hòa', 'x', taken), takeSlug('Tân Hóa', 'x', taken)]).toEqual(['tan-hoa-2', 'tan-hoa-3'])
  })
})
