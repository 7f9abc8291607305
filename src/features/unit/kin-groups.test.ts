import { expect, it } from 'vitest'
import { kinGroups } from '@/features/unit/kin-groups'

const kin = (unitId: string, onDate: string, kind: 'merge' | 'split' = 'merge', decision: string | null = 'NQ 1') => ({
  unitId,
  nameVi: unitId,
  nameEn: unitId,
  onDate,
  kind,
  decision,
})

it('units that one decision merged on one date are told together', () => {
  const groups = kinGroups([
    kin('q2', '2021-01-01'),
    kin('q9', '2021-01-01'),
    kin('q3', '2021-01-01', 'split'),
    kin('q4', '2021-01-01', 'merge', null),
    kin('q5', '2025-07-01'),
  ])
  expect(groups.map(([, members]) => members.map(({ unitId }) => unitId))).toEqual([
    ['q2', 'q9'],
    ['q3'],
    ['q4'],
    ['q5'],
  ])
})
