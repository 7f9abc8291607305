import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ascii, parseSource, readRegistry, slug } from './units'

const REGISTRY = '../shared/domain/units.csv'

const HEADER =
  'code,name_vi,name_en,short_vi,block,parent,valid_from,valid_to,successor_code,aliases,grid_column,grid_row'
const registryOf = (...rows: readonly string[]) => readRegistry([HEADER, ...rows].join('\n'))

describe('ids', () => {
  it('Vietnamese letters become ASCII, Đ included', () => {
    expect(ascii('Đặc khu Côn Đảo')).toBe('Dac khu Con Dao')
    expect(slug('Phường Bình Hưng Hòa')).toBe('phuong-binh-hung-hoa')
    expect(slug('Bà Rịa - Vũng Tàu')).toBe('ba-ria-vung-tau')
  })

  it('territorial units are called by type and name, agencies by their code', () => {
    const { units } = registryOf(
      '764,Quận Gò Vấp,Go Vap District,,quan_huyen,79,,2025-06-30,,,4,5',
      '769,Thành phố Thủ Đức,Thu Duc City,,quan_huyen,79,2021-01-01,2025-06-30,,,6,6',
      'SXD-202505,Sở Xây dựng,Department of Construction,SXD,so_nganh,79,2025-05-01,,,SXD,,',
    )
    expect(units.map((unit) => [unit.unit_id, unit.official_code, unit.grid_column])).toEqual([
      ['quan-go-vap', '764', 4],
      ['tp-thu-duc', '769', 6],
      ['sxd-202505', null, null],
    ])
  })

  it('two names that are one in ASCII are told apart by the official code', () => {
    const { units } = registryOf(
      '25807,Xã Thanh An,Thanh An Commune,,xa,79,2025-07-01,,,,,',
      '27676,Xã Thạnh An,Thanh An Commune,,xa,79,,,,,,',
    )
    expect(units.map((unit) => unit.unit_id)).toEqual(['xa-thanh-an-25807', 'xa-thanh-an-27676'])
  })

  it('old Quận 2 keeps the code that Thành phố Thủ Đức took over', () => {
    const { units } = registryOf('769-Q2,Quận 2,District 2,,quan_huyen,79,,2020-12-31,,,6,7')
    expect(units[0]).toMatchObject({ unit_id: 'quan-2', official_code: '769' })
  })

  it('a column of the source may bear any name', () => {
    expect(parseSource('__proto__,b\n1,2\n')[0]?.get('__proto__')).toBe('1')
  })
})

describe('lineage', () => {
  it('one district that becomes several communes is split; a commune of several districts is a merger', () => {
    const { lineage } = registryOf(
      '776,Quận 8,District 8,,quan_huyen,79,,2025-06-30,27418;27595,,,',
      '777,Quận Bình Tân,Binh Tan District,,quan_huyen,79,,2025-06-30,27595,,,',
      '27418,Phường Chánh Hưng,Chanh Hung Ward,,phuong,79,2025-07-01,,,,,',
      '27595,Xã Tân Nhựt,Tan Nhut Commune,,xa,79,2025-07-01,,,,,',
    )
    expect(lineage.slice(0, 3).map((row) => [row.from_unit_id, row.to_unit_id, row.kind])).toEqual([
      ['quan-8', 'phuong-chanh-hung', 'split'],
      ['quan-8', 'xa-tan-nhut', 'merge'],
      ['quan-binh-tan', 'xa-tan-nhut', 'merge'],
    ])
  })

  it('a successor that has always existed takes over on the day after', () => {
    const { lineage } = registryOf(
      '721,Thành phố Bến Cát,Ben Cat City,,quan_huyen_tinh_cu,74,,2025-06-30,25846;25849,,,',
      '25846,Phường Thới Hòa,Thoi Hoa Ward,,phuong,79,,,,,,',
      '25849,Phường Hòa Lợi,Hoa Loi Ward,,phuong,79,2025-07-01,,,,,',
    )
    expect(lineage[0]).toEqual({
      from_unit_id: 'tp-ben-cat',
      to_unit_id: 'phuong-thoi-hoa',
      on_date: '2025-07-01',
      kind: 'split',
      decision: 'Nghị quyết 1685/NQ-UBTVQH15',
    })
  })

  it('a succession without a known date is left out, not dated by guess', () => {
    const { lineage } = registryOf(
      'CTHUE,Cục Thuế Thành phố,HCMC Tax Department,,nganh_doc,79,,,THUE,,,',
      'THUE,Thuế Thành phố Hồ Chí Minh,HCMC Tax,,nganh_doc,79,,,,,,',
    )
    expect(lineage.map((row) => row.from_unit_id)).not.toContain('cthue')
  })
})

describe.skipIf(!existsSync(REGISTRY))(`the registry of Ho Chi Minh City (skipped without ${REGISTRY})`, () => {
  const registry = existsSync(REGISTRY) ? readRegistry(readFileSync(REGISTRY, 'utf8')) : registryOf()
  const kinOf = (to: string) =>
    registry.lineage
      .filter((row) => row.to_unit_id === to)
      .map((row) => `${row.from_unit_id} ${row.kind} ${row.on_date}`)

  it('has 262 units with 262 ids', () => {
    expect(new Set(registry.units.map((unit) => unit.unit_id)).size).toBe(262)
  })

  it('has 168 communes: 113 wards, 54 communes, 1 special zone', () => {
    expect(['phuong', 'xa', 'dac_khu'].map((block) => registry.idsByBlock.get(block)?.length)).toEqual([113, 54, 1])
  })

  it('every commune has a former district, 17 of them more than one', () => {
    const communes = ['phuong', 'xa', 'dac_khu'].flatMap((block) => registry.idsByBlock.get(block) ?? [])
    expect(communes.filter((id) => kinOf(id).length === 0)).toEqual([])
    expect(communes.filter((id) => kinOf(id).length > 1)).toHaveLength(17)
  })

  it('Sở Xây dựng lives three times and gives Sở Quy hoạch - Kiến trúc back', () => {
    expect(kinOf('sxd-202503')).toEqual(['sxd merge 2025-03-01', 'sqhkt merge 2025-03-01'])
    expect(kinOf('sxd-202505')).toEqual(['sxd-202503 merge 2025-05-01', 'sgtcc merge 2025-05-01'])
    expect(kinOf('sqhkt-2025')).toEqual(['sxd-202505 split 2025-10-01'])
    expect(kinOf('sgtcc')).toEqual(['sgtvt merge 2025-03-01', 'sxd split 2025-03-01'])
  })

  it('Thành phố Thủ Đức comes from three districts', () => {
    expect(kinOf('tp-thu-duc')).toEqual([
      'quan-thu-duc merge 2021-01-01',
      'quan-9 merge 2021-01-01',
      'quan-2 merge 2021-01-01',
    ])
  })

  it('Ban Quản lý An toàn thực phẩm became a department, Côn Đảo a special zone', () => {
    expect(kinOf('sattp')).toEqual(['bqlattp rename 2024-01-01'])
    expect(kinOf('dac-khu-con-dao')).toEqual(['huyen-con-dao rename 2025-07-01'])
  })
})
