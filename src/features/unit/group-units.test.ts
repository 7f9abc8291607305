import { expect, it } from 'vitest'
import { groupUnits } from '@/features/unit/group-units'
import { createFormat } from '@/i18n/format'
import { listed } from '../../../tests/fixtures/rows'

const format = createFormat('vi')
const units = [
  listed('Quận 10'),
  listed('Quận 2', { validTo: '2020-12-31' }),
  listed('Quận Gò Vấp'),
  listed('Quận 3'),
  listed('Sở Y tế', { blockId: 'departments', blockNameVi: 'Sở, ban, ngành' }),
]

it('units come by block, in the order of names, those that ended last', () => {
  expect(groupUnits(units, '', format).map(({ name, units: inGroup }) => [name, inGroup.map((u) => u.nameVi)])).toEqual(
    [
      ['Quận, huyện', ['Quận 3', 'Quận 10', 'Quận Gò Vấp', 'Quận 2']],
      ['Sở, ban, ngành', ['Sở Y tế']],
    ],
  )
})

it('“go vap” finds Gò Vấp, and blocks without a hit are left out', () => {
  expect(groupUnits(units, 'go vap', format).map(({ units: inGroup }) => inGroup.map((u) => u.nameVi))).toEqual([
    ['Quận Gò Vấp'],
  ])
})
