import { describe, expect, it } from 'vitest'
import { compareNames, createFormat, formatDate, formatNumber, formatPeriod, formatSigned } from '@/i18n/format'

const vi = createFormat('vi')
const en = createFormat('en')

describe('numbers', () => {
  it('have a decimal comma and a dot between thousands in Vietnamese, from four figures on', () => {
    expect(vi.points(87.35, 2)).toBe('87,35')
    expect(vi.number(1234)).toBe('1.234')
    expect(vi.number(1234567.5, 1)).toBe('1.234.567,5')
    expect(en.number(1234.5, 1)).toBe('1,234.5')
  })

  it('keep the published decimals, zeros included', () => {
    expect(vi.points(90, 2)).toBe('90,00')
    expect(vi.points(0, 0)).toBe('0')
  })

  it('have a real minus and a plus, and no sign where they round to zero', () => {
    expect(formatSigned('vi', 2.04, 2)).toBe('+2,04')
    expect(formatSigned('vi', -0.95, 2)).toBe('\u22120,95')
    expect(formatSigned('vi', -0.001, 2)).toBe('0,00')
    expect(formatSigned('vi', 0.001, 2)).toBe('0,00')
    expect(formatNumber('en', -3, 0)).toBe('\u22123')
  })

  it('that are shares are written as per cent, with a space that does not break in Vietnamese', () => {
    expect(vi.share(0.8321)).toBe('83,21\u00a0%')
    expect(en.share(0.8321)).toBe('83.21%')
    expect(vi.share(1, 0)).toBe('100\u00a0%')
    expect(vi.shareChange(-0.0095)).toBe('\u22120,95')
    expect(vi.shareSize(-0.213, 1)).toBe('21,3')
  })
})

describe('periods and dates', () => {
  it('are written as people say them, and a year stays a plain number', () => {
    expect(
      ['2024', '2025-W47', '2026-10-10', '2026-Q3', '2026-02'].map((period) => formatPeriod('vi', period)),
    ).toEqual(['2024', 'Tuần 47/2025', '10/10/2026', 'Quý 3/2026', 'Tháng 2/2026'])
    expect(
      ['2024', '2025-W07', '2026-10-10', '2026-Q3', '2026-02'].map((period) => formatPeriod('en', period)),
    ).toEqual(['2024', 'Week 7, 2025', '10 Oct 2026', 'Q3 2026', 'Feb 2026'])
  })

  it('do not move with the time zone of the machine', () => {
    expect(formatDate('vi', '2025-03-01')).toBe('01/03/2025')
    expect(formatDate('vi', '2025-03-01T23:59:59Z')).toBe('01/03/2025')
    expect(formatDate('vi', 'không rõ')).toBe('không rõ')
  })
})

describe('names', () => {
  it('stand in Vietnamese order: a before ă before â, d before đ, Quận 2 before Quận 10', () => {
    const names = ['Quận 10', 'Đống Đa', 'Ân', 'Dĩ An', 'Quận 2', 'An', 'Ăn']
    expect(names.toSorted((a, b) => compareNames('vi', a, b))).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Dĩ An',
      'Đống Đa',
      'Quận 2',
      'Quận 10',
    ])
  })

  it('are short where there is a short one', () => {
    const unit = { nameVi: 'Quận Gò Vấp', nameEn: 'Go Vap District', shortVi: 'Q.Gò Vấp', shortEn: null }
    expect(vi.shortName(unit)).toBe('Q.Gò Vấp')
    expect(en.shortName(unit)).toBe('Go Vap District')
  })
})
