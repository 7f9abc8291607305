import { describe, expect, it } from 'vitest'
import { blockValue, choicesOf, readBlockValue } from '@/app/choices'
import { edition } from '../../tests/fixtures/rows'
import { VIETNAMESE } from '@/i18n/use-i18n'

const departments = edition({ period: '2025', periodEnd: '2025-12-31' })
const before = edition({ period: '2024' })
const districts = edition({ period: '2024', blockId: 'districts', blockNameVi: 'Quận, huyện' })
const services = edition({
  period: '2025',
  periodEnd: '2025-12-31',
  resultSet: 'services',
  resultSetNameVi: 'Có dịch vụ công',
})

describe('the choices', () => {
  it('list the periods of the block newest first, and those without it in a group', () => {
    const all = [departments, before, districts]
    expect(choicesOf(all, districts, VIETNAMESE).periods).toEqual([
      { value: '2024', label: '2024' },
      { label: 'Không có khối Quận, huyện', options: [{ value: '2025', label: '2025' }] },
    ])
  })

  it('list every block of the index, with its period where it is another one', () => {
    expect(choicesOf([departments, before, districts], departments, VIETNAMESE).blocks).toEqual([
      { value: 'departments', label: 'Sở, ban, ngành' },
      { value: 'districts', label: 'Quận, huyện (kỳ 2024)' },
    ])
  })

  it('list result sets of a block beside each other', () => {
    const main = { ...departments, resultSetNameVi: 'Tất cả' }
    expect(choicesOf([main, services], main, VIETNAMESE).blocks).toEqual([
      { value: 'departments', label: 'Sở, ban, ngành · Tất cả' },
      { value: 'departments/services', label: 'Sở, ban, ngành · Có dịch vụ công' },
    ])
    expect(readBlockValue(blockValue(services))).toEqual({ block: 'departments', set: 'services' })
    expect(readBlockValue(blockValue(main))).toEqual({ block: 'departments', set: 'main' })
  })
})
