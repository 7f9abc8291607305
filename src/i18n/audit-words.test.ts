import { describe, expect, it } from 'vitest'
import { AUDIT_KINDS, STRUCTURES } from '@/domain/audit'
import { findingSentence } from '@/i18n/audit-words'
import type { FindingFigures } from '@/i18n/audit-words'
import { en } from '@/i18n/en'
import { createFormat } from '@/i18n/format'
import { createTranslate } from '@/i18n/translate'
import { viFirst } from '@/i18n/vi-first'
import { viScreens } from '@/i18n/vi-screens'
import { finding } from '../../tests/fixtures/finding'

const VI = { t: createTranslate('vi', { ...viFirst, ...viScreens }), format: createFormat('vi') }
const EN = { t: createTranslate('en', en), format: createFormat('en') }
const vi = (given: Partial<FindingFigures>) => findingSentence(finding(given), VI)
const english = (given: Partial<FindingFigures>) => findingSentence(finding(given), EN)

const QUAN_3 = { otherUnitNameVi: 'Quận 3', otherUnitNameEn: 'District 3' }
const GOOD = { bandNameVi: 'Tốt', bandNameEn: 'Good' }

describe('findings in words', () => {
  it('a total beside the sum of its parts, with the difference', () => {
    const given = { kind: 'total-differs', value: 91, expected: 90.25 } as const
    expect(vi(given)).toBe('Công bố 91, tổng các phần 90,25: lệch 0,75.')
    expect(english(given)).toBe('Published 91, sum of the parts 90.25: off by 0.75.')
  })

  it('a rank beside that of the better unit, shared or not', () => {
    const kind = 'rank-contradicts-score'
    expect(vi({ kind, value: 1, expected: 2, ...QUAN_3 })).toBe(
      'Hạng 1, trong khi Quận 3 có tỷ lệ đạt tốt hơn mà hạng 2.',
    )
    expect(vi({ kind, value: 1, expected: 1, ...QUAN_3 })).toBe(
      'Cùng hạng 1 với Quận 3, dù Quận 3 có tỷ lệ đạt tốt hơn.',
    )
  })

  it('a class beside its limit, or beside the class of a better unit', () => {
    const kind = 'class-contradicts-score'
    expect(vi({ kind, detail: 'below-limit', value: 0.795, expected: 0.8, ...GOOD })).toBe(
      'Xếp loại Tốt, nhưng tỷ lệ 79,5\u00A0% chưa đạt mức 80\u00A0% của loại này.',
    )
    expect(english({ kind, detail: 'above-limit', value: 0.81, expected: 0.8, ...GOOD })).toBe(
      'Class Good, but the share 81% reaches the limit 80% of a higher class.',
    )
    expect(
      english({ kind, detail: 'class-order', ...GOOD, ...QUAN_3, otherBandNameVi: 'Khá', otherBandNameEn: 'Fair' }),
    ).toBe('Class Good, while District 3 has a better share and class Fair.')
  })

  it('a jump with the period before, the mean, the deviation and how many times it is', () => {
    const given = { kind: 'jump', detail: '2023', value: 0.2, expected: 0.0175, deviation: 0.05, figures: 12 } as const
    // (20 − 1,75) ÷ 5 = 3,65.
    expect(vi(given)).toBe(
      '+20,00 điểm % so với 2023; trung bình của 12 đơn vị +1,75, độ lệch chuẩn 5,00 (gấp 3,7 lần).',
    )
  })

  it('the dates of a unit, open at either end', () => {
    expect(vi({ kind: 'outside-unit-dates', detail: '2025-03-01/..' })).toBe('Tồn tại 01/03/2025 đến nay.')
    expect(vi({ kind: 'outside-unit-dates', detail: '../2024-12-31' })).toBe('Tồn tại trước đó đến 31/12/2024.')
  })

  it('what has no value, with the reason or without', () => {
    expect(vi({ kind: 'no-score', detail: 'not-published', figures: 63, value: 378 })).toBe(
      '63 trong 378 ô điểm không có giá trị: chưa công bố.',
    )
    expect(english({ kind: 'no-total', figures: 1, value: 168 })).toBe('1 of 168 units has no total: no reason given.')
  })

  it.each(AUDIT_KINDS)('%s leaves no slot open in either language', (kind) => {
    const details = kind === 'structure-differs' ? STRUCTURES : [null]
    for (const detail of details) {
      for (const sentence of [vi, english]) {
        expect(sentence({ kind, detail, value: 1, expected: 2, deviation: 1, figures: 3 })).toMatch(/^[^{}]+\.$/)
      }
    }
  })
})
