import { describe, expect, test } from 'vitest'
import { readHeader, readMaximum, splitMaximum, splitPeriod } from '@/import/meaning/header-text'

describe('the maximum in a header', () => {
  test.each([
    ['Cải cách thể chế (10)', 'Cải cách thể chế', 10],
    ['Cải cách thể chế (14,5 điểm)', 'Cải cách thể chế', 14.5],
    ['Cải cách thể chế /16', 'Cải cách thể chế', 16],
    ['Điểm chỉ số thành phần (Thang điểm 10)', 'Điểm chỉ số thành phần', 10],
    ['DTI (thang 1.000)', 'DTI', 1000],
    ['Tài chính công [tối đa: 12]', 'Tài chính công', 12],
    ['Chỉ số (%)', 'Chỉ số', 100],
  ])('%s', (header, name, max) => {
    expect(splitMaximum(header)).toMatchObject({ name, max })
  })
  test.each(['Kế hoạch (2024)', 'Cải cách thể chế', 'Lĩnh vực 3'])('%s has none', (header) => {
    expect(splitMaximum(header).max).toBeNull()
  })
  test.each([
    ['10', 10],
    ['(14,5)', 14.5],
    [' 100 điểm', 100],
    ['1.000', 1000],
    ['x', null],
  ])('a cell of the row of maxima: %s', (text, max) => {
    expect(readMaximum(text)).toBe(max)
  })
})

describe('the period in a header', () => {
  test.each([
    ['2023', '', '2023'],
    ['Năm 2023', '', '2023'],
    ['Quý I/2025', '', '2025-Q1'],
    ['Điểm 2024', 'Điểm', '2024'],
    ['Điểm năm 2024', 'Điểm', '2024'],
    ['Xếp hạng (2023)', 'Xếp hạng', '2023'],
    ['Tổng điểm - 2022', 'Tổng điểm', '2022'],
    ['Điểm quý II/2025', 'Điểm', '2025-Q2'],
    ['2024 - Điểm', 'Điểm', '2024'],
  ])('%s', (header, name, period) => {
    expect(splitPeriod(header)).toEqual({ name, period })
  })
  test.each(['Kế hoạch 2021-2030', 'Nghị quyết 76/2021', 'Đề án 06', 'Tiêu chí số 2024', 'Cải cách thể chế', '24'])(
    '%s names none',
    (header) => {
      expect(splitPeriod(header)).toEqual({ name: header, period: null })
    },
  )
  test('stands before the maximum or behind it', () => {
    expect(readHeader('DDCI năm 2021 (Thang điểm 100)')).toMatchObject({ name: 'DDCI', max: 100, period: '2021' })
  })
})
