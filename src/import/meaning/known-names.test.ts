import { describe, expect, test } from 'vitest'
import { knownNames } from '@/import/meaning/known-names'
import { shippedBase } from '../../../tests/fixtures/csv/shipped-base'

const known = knownNames(shippedBase('tp-hcm-mau'))

describe('what the shape of a table is recognised by', () => {
  test.each(['Đơn vị', 'TÊN ĐƠN VỊ', 'STT', '#', 'Điểm (100)', 'Xếp hạng năm 2024', 'Tổng điểm', 'Ghi chú', 'score'])(
    '%s is a header',
    (text) => {
      expect(known.isHeader(text)).toBe(true)
      expect(known.isUnit(text)).toBe(false)
    },
  )
  test.each(['Quận 1', 'UBND Q. Gò Vấp', 'Bình Tân', 'Sở KH-ĐT', 'SỞ Y TẾ', 'HEPZA', 'Công an TP.HCM', 'gò vấp'])(
    '%s is a unit',
    (text) => {
      expect(known.isUnit(text)).toBe(true)
    },
  )
  test.each(['Trung bình', 'Tổng', 'Quận 99', '', '1', 'Ghi chú: x', '__proto__', 'constructor'])(
    '%s is no unit',
    (text) => {
      expect(known.isUnit(text)).toBe(false)
    },
  )
  test.each([
    'Cải cách thể chế',
    '2. Cải cách thể chế',
    'Cải cách thể chế (11)',
    'Nhận thức số',
    'PAR INDEX 2024',
    'the-che',
  ])('%s is a sub-index or an index', (text) => {
    expect(known.isSubIndex(text)).toBe(true)
  })
  test.each(['2024', 'Năm 2024', 'Quý I/2025', '2025-W47'])('%s is a period', (text) => {
    expect(known.isPeriod(text)).toBe(true)
  })
  test.each(['24', '100', 'Quận 1', '85.5'])('%s is no period', (text) => {
    expect(known.isPeriod(text)).toBe(false)
  })
  test.each([
    'I. KHỐI SỞ, BAN, NGÀNH',
    'II. UBND QUẬN, HUYỆN (22 đơn vị)',
    'B. Khối phường, xã, đặc khu',
    'Thành phố Thủ Đức, quận, huyện',
    'Ngành dọc',
  ])('%s heads a block', (text) => {
    expect(known.isBlock(text)).toBe(true)
  })
  test.each(['Quận 1', 'Tổng điểm', 'Nhóm A', ''])('%s heads none', (text) => {
    expect(known.isBlock(text)).toBe(false)
  })
})
