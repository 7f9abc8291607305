import { describe, expect, it } from 'vitest'
import { translationOf } from '@/i18n/catalogue'
import { en } from '@/i18n/en'
import { createTranslate } from '@/i18n/translate'
import { viFirst } from '@/i18n/vi-first'
import { viScreens } from '@/i18n/vi-screens'

const vi = { ...viFirst, ...viScreens }
const inVietnamese = createTranslate('vi', vi)
const inEnglish = createTranslate('en', en)
const original = { a: 'Hạng {rank} trong {n}', b: 'Đóng' } as const

const slots = (message: string) =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted((a, b) => (a < b ? -1 : 1))

describe('texts', () => {
  it('fill their slots; whole numbers in the language', () => {
    expect(inVietnamese('common.tableRow', { table: 'results.csv', row: '12' })).toBe('results.csv, dòng 12')
    expect(inVietnamese('common.weakCount', { n: 1200 })).toBe('1.200 điểm yếu')
  })

  it('have a singular and a plural in English', () => {
    expect(inEnglish('common.placesUp', { n: 1 })).toBe('up 1 place')
    expect(inEnglish('common.placesUp', { n: 4 })).toBe('up 4 places')
  })

  it('keep what a name carries as it is, braces and markup included', () => {
    expect(inVietnamese('common.sourceOf', { name: '<b>{name}</b> $&' })).toBe('Nguồn số liệu của <b>{name}</b> $&')
  })

  it('exist in both languages with the same slots', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted())
    const unequal = Object.entries(vi).filter(([key, text]) => {
      const english: unknown = Object.entries(en).find(([name]) => name === key)?.[1]
      const forms = typeof english === 'string' ? [english] : Object.values(english as Record<string, string>)
      return forms.some((form) => form.length === 0) || String(slots(text)) !== String(slots(forms.at(-1) ?? ''))
    })
    expect(unequal).toEqual([])
  })

  it('do not compile with a missing key, a missing slot or a slot of another name', () => {
    translationOf<typeof original>()({ a: 'Rank {rank} of {n}', b: 'Close' })
    // @ts-expect-error -- b is missing
    translationOf<typeof original>()({ a: 'Rank {rank} of {n}' })
    // @ts-expect-error -- the slot {n} is missing
    translationOf<typeof original>()({ a: 'Rank {rank}', b: 'Close' })
    // @ts-expect-error -- c is not in the original
    translationOf<typeof original>()({ a: 'Rank {rank} of {n}', b: 'Close', c: 'More' })
    // @ts-expect-error -- the slot is called n
    expect(inEnglish('common.placesUp', { count: 1 })).toContain('{n}')
  })
})
