import { describe, expect, test } from 'vitest'
import { matchUnits } from '@/import/match-units'
import { readPeriod } from '@/import/periods'
import { SMALL_BASE } from '../../tests/fixtures/csv/base'

const match = matchUnits(SMALL_BASE.units)
const find = (name: string, block: string, period: string) => {
  const found = match(name, block, readPeriod(period)!)
  return found.outcome === 'found' ? found.unit.unit_id : found.candidates
}

describe('units', () => {
  test.each([
    ['UBND Quận 1', 'quan-1'],
    ['Ủy ban nhân dân quận 1', 'quan-1'],
    ['Uỷ ban nhân dân Quận 01', 'quan-1'],
    ['Q.1', 'quan-1'],
    ['Q1', 'quan-1'],
    ['UBND TP. Thủ Đức', 'tp-thu-duc'],
    ['quan-1', 'quan-1'],
  ])('%s is found', (name, id) => {
    expect(find(name, 'districts', '2024')).toBe(id)
  })
  test('a bare name is the district or the ward by block and period', () => {
    expect(find('Bình Tân', 'districts', '2024')).toBe('quan-binh-tan')
    expect(find('Bình Tân', 'communes', '2025')).toBe('phuong-binh-tan')
    expect(find('Bình Tân', 'own-block', '2026')).toBe('phuong-binh-tan')
    expect(find('Bình Tân', 'own-block', '2024')).toBe('quan-binh-tan')
  })
  test('a bare name that block and period leave open is not guessed', () => {
    expect(find('Bình Tân', 'own-block', '2025')).toEqual(['quan-binh-tan', 'phuong-binh-tan'])
  })
  test('one name of two legal units is the one that was there at the end of the period', () => {
    expect(find('STC', 'departments', '2024')).toBe('so-tai-chinh')
    expect(find('Sở Tài chính', 'departments', '2025')).toBe('so-tai-chinh-2025')
    expect(find('Sở Tài chính', 'departments', '2025-01')).toBe('so-tai-chinh')
  })
  test.each([
    'Sở KH&ĐT',
    'Sở KH-ĐT',
    'Sở KHĐT',
    'Sở Kế hoạch - Đầu tư',
    'SỞ KẾ HOẠCH & ĐẦU TƯ',
    'Sở Kế hoạch và Đầu tư (KHĐT)',
  ])('%s is the department of planning', (name) => {
    expect(find(name, 'departments', '2024')).toBe('so-khdt')
  })
  test('tone placement and i/y do not part names', () => {
    expect(find('Xã Bình Hưng Hoà', 'communes', '2024')).toBe('xa-binh-hung-hoa')
    expect(find('Xã Qui Đức', 'communes', '2024')).toBe('xa-quy-duc')
  })
  test('another tone is another unit', () => {
    expect(find('Xã Bình Hưng Hóa', 'communes', '2024')).toEqual([])
  })
  test('a full name outside its dates is found and said to be outside', () => {
    expect(match('Quận 1', 'districts', readPeriod('2026')!)).toMatchObject({ outcome: 'found', withinDates: false })
  })
  test('a unit of another block is not taken', () => {
    expect(find('Quận 1', 'communes', '2024')).toEqual([])
  })
  test.each(['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>'])(
    '%s is not found in the registry',
    (name) => {
      expect(find(name, 'districts', '2024')).toEqual([])
    },
  )
})
