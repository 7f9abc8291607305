import { describe, expect, it } from 'vitest'
import { groupItems, itemsOf } from '@/features/weak/list-groups'
import { fieldsOf } from '@/findings/fields'
import { fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

const owned = (id: string, leadUnitId: string | null, level = 1) =>
  fieldSummary(id, { leadUnitId, leadNameVi: leadUnitId && `Sở ${leadUnitId}`, leadNameEn: leadUnitId, level })
const fields = fieldsOf([owned('a', 'stp'), owned('b', null), owned('c', 'stp'), owned('c1', 'snv', 2)])
const rows = [matrixRow('x', []), matrixRow('y', [])]
const flags = [
  weakness('x', 'b', { severity: 3, recoverable: 1 }),
  weakness('x', 'a', { recoverable: 2 }),
  weakness('y', 'b', { recoverable: 0.5 }),
  weakness('y', 'c', { recoverable: 1 }),
  weakness('y', 'c1', { recoverable: 0.25 }),
  weakness('x', 'c', { severity: 0, edge: true, recoverable: 8 }),
]
const groups = (grouping: Parameters<typeof groupItems>[1]) =>
  groupItems(itemsOf(flags, rows, fields), grouping).map(({ id, weakCount, recoverable, items }) => [
    id,
    weakCount,
    recoverable,
    items.length,
  ])

describe('the list of weaknesses', () => {
  it('by unit counts the first level only, and near misses not at all', () => {
    expect(groups('unit')).toEqual([
      ['x', 2, 3, 3],
      ['y', 2, 1.5, 3],
    ])
  })

  it('by field begins with the field in which most are weak, then with the most points', () => {
    expect(groups('field')).toEqual([
      ['b', 2, 1.5, 2],
      ['a', 1, 2, 1],
      ['c', 1, 1, 2],
      ['c1', 0, 0, 1],
    ])
  })

  it('by owner gathers the fields of a department; what nobody owns is last', () => {
    expect(groups('owner')).toEqual([
      ['stp', 2, 3, 3],
      ['snv', 0, 0, 1],
      ['', 2, 1.5, 2],
    ])
  })

  it('leaves out units that were not searched for', () => {
    expect(itemsOf(flags, rows.slice(1), fields).map(({ unit }) => unit.unitId)).toEqual(['y', 'y', 'y'])
  })
})
