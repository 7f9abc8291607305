import { describe, expect, test } from 'vitest'
import { matchUnits, readUnitNames } from '@/import/meaning/match-units'
import { readPeriod } from '@/import/meaning/periods'
import { SMALL_BASE } from '../../../tests/fixtures/csv/base'
import { shippedBase } from '../../../tests/fixtures/csv/shipped-base'

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

const city = readUnitNames(shippedBase('tp-hcm-mau').units)
const gialai = readUnitNames(shippedBase('bo-766-2026').units)
const inCity = (name: string, block: string, period: string) => {
  const found = city.match(name, block, readPeriod(period)!)
  return found.outcome === 'found' ? found.unit.unit_id : found.candidates
}
const nearIn = (names: typeof city, name: string, block: string, period: string) =>
  names.near(name, block, readPeriod(period)!).map(({ unit }) => unit.unit_id)

describe('departments of the city, as they are written', () => {
  test.each([
    ['Sở LĐ-TB&XH', 'sldtbxh'],
    ['Sở LĐTBXH', 'sldtbxh'],
    ['Sở Lao động, Thương binh và Xã hội', 'sldtbxh'],
    ['Sở NN & PTNT', 'snnptnt'],
    ['Sở NN và PTNT TP.HCM', 'snnptnt'],
    ['SỞ TN-MT', 'stnmt'],
    ['Sở Tài nguyên - Môi trường', 'stnmt'],
    ['Sở KH và CN', 'skhcn'],
    ['Sở GDĐT', 'sgddt'],
    ['Sở Giáo dục & ĐT', 'sgddt'],
    ['Sở Y tế (TP.HCM)', 'syt'],
    ['Sở Y tế - TP. Hồ Chí Minh', 'syt'],
    ['Sở Y tế Thành phố Hồ Chí Minh', 'syt'],
    ['Thanh tra TP.HCM', 'tttp'],
    ['VP UBND TP', 'vpub'],
    ['BQL Khu công nghệ cao', 'shtp'],
    ['1. Sở Y tế', 'syt'],
    ['12) Sở Y tế', 'syt'],
    ['- Sở Y tế', 'syt'],
    ['Sở Y tế*', 'syt'],
    ['Sở Y tế (1)', 'syt'],
    ['Sở Y tế²', 'syt'],
  ])('%s', (name, id) => {
    expect(inCity(name, 'departments', '2024')).toBe(id)
  })
  test.each([
    ['Công an Thành phố Hồ Chí Minh', 'catp'],
    ['Kho bạc Nhà nước TP', 'kbnn'],
    ['BHXH Thành phố', 'bhxh'],
  ])('%s', (name, id) => {
    expect(inCity(name, 'vertical', '2024')).toBe(id)
  })
  test('of another province are others', () => {
    expect(inCity('Sở Y tế - tỉnh Gia Lai', 'departments', '2024')).toEqual([])
  })
  test('by initials are the ones of the period', () => {
    expect(inCity('Sở NNMT', 'departments', '2025')).toBe('snnmt')
    expect(inCity('Sở DT-TG', 'departments', '2025')).toBe('sdttg')
  })
})

describe('units of a province whose name stands behind theirs', () => {
  test.each([
    ['UBND xã Kông Bơ La - Gia Lai', 'communes', 'xa-kong-bo-la'],
    ['UBND Xã Vân Canh - tỉnh Gia Lai', 'communes', 'xa-van-canh'],
    ['Sở Nội vụ tỉnh Gia Lai', 'departments', 'gl-so-noi-vu'],
    ['Sở Nội vụ (Gia Lai)', 'departments', 'gl-so-noi-vu'],
    ['UBND tỉnh Gia Lai', 'provinces', 'tinh-gia-lai'],
    ['Gia Lai', 'provinces', 'tinh-gia-lai'],
  ])('%s', (name, block, id) => {
    expect(gialai.match(name, block, readPeriod('2026')!)).toMatchObject({ unit: { unit_id: id } })
  })
})

describe('districts by other words for their numbers', () => {
  test.each([
    ['Quận Một', 'quan-1'],
    ['Quận IV', 'quan-4'],
    ['quận mười hai', 'quan-12'],
    ['4. Quận 1', 'quan-1'],
    ['Quận 10 (1)', 'quan-10'],
    ['1.Gò Vấp', 'quan-go-vap'],
    ['P. Bình Tân', []],
  ])('%s', (name, id) => {
    expect(inCity(name, 'districts', '2024')).toEqual(id)
  })
})

describe('a near miss', () => {
  test.each([
    ['Quan Go Vap', 'districts', '2024', 'quan-go-vap'],
    ['Quận Gò Vpấ', 'districts', '2024', 'quan-go-vap'],
    ['Quận GòVấp', 'districts', '2024', 'quan-go-vap'],
    ['Huyện Gò Vấp', 'districts', '2024', 'quan-go-vap'],
    ['So Y te', 'departments', '2024', 'syt'],
    ['Sở Văn hóa Thể thoa', 'departments', '2024', 'svhtt'],
    ['Ban Quản lý Khu Nông nghiệp công nghê cao', 'departments', '2024', 'ahtp'],
  ])('%s is suggested, and not found', (name, block, period, id) => {
    expect(inCity(name, block, period)).toEqual([])
    expect(nearIn(city, name, block, period)[0]).toBe(id)
  })
  test.each([
    ['Quận 13', 'districts', '2024'],
    ['Bình Thuận', 'districts', '2024'],
    ['Hà Nam', 'provinces', '2024'],
    ['Sở Ngoại giao', 'departments', '2024'],
    ['12', 'districts', '2024'],
  ])('%s is near none', (name, block, period) => {
    expect(nearIn(city, name, block, period)).toEqual([])
  })
  test('of a numbered district is that number alone, in another block too', () => {
    expect(nearIn(city, 'Quận Tư', 'districts', '2023')).toEqual(['quan-4'])
    expect(inCity('UBND quận 1', 'departments', '2024')).toEqual([])
    expect(nearIn(city, 'UBND quận 1', 'departments', '2024')).toEqual(['quan-1'])
  })
  test('of a province is one letter off, not another province', () => {
    expect(nearIn(gialai, 'Tỉnh Hà Nam', 'provinces', '2026')).toEqual([])
    expect(nearIn(gialai, 'Tinh Gia Lay', 'provinces', '2026')).toEqual(['tinh-gia-lai'])
  })
})
