import { describe, expect, it } from 'vitest'
import { itemsOf } from '@/features/weak/list-groups'
import { fieldsOf } from '@/findings/fields'
import { fieldsFile, listFile, matrixFile, partName } from '@/features/weak/weak-files'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

await loadScreenTexts()
const MEASURE = {
  limits: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
  lower: false,
  partial: false,
  decimals: 2,
}
const fields = fieldsOf([
  fieldSummary('Thể chế', { subIndexId: 'a', leadUnitId: 'stp', leadNameVi: 'Sở Tư pháp' }),
  fieldSummary('Tiêu chí 1.1', { subIndexId: 'a1', level: 2, parentId: 'a' }),
  fieldSummary('Chính quyền số', { subIndexId: 'b' }),
])
const rows = [
  matrixRow('=HYPERLINK("http://x")', [cell(0.58, { severity: 1 }), cell(0.1), cell(null)], {
    unitId: 'x',
    rank: 2,
    recoverable: 2.2,
  }),
  matrixRow('Sở Y tế', [cell(0), cell(0.1), cell(0.07)], { unitId: 'y', weakCount: 1 }),
]
describe('the matrix as a file', () => {
  it('has the shares of the columns on show, shaded as on the page, with a mark a sign of weakness; absent is empty, 0 is 0', () => {
    const columns = fields.filter(({ level }) => level === 1)
    const file = matrixFile('Ma trận', rows, columns, MEASURE, VIETNAMESE)
    expect(file.columns.map(({ label }) => label.replaceAll('\u00A0', ' '))).toEqual([
      'Đơn vị',
      'Hạng',
      'Thể chế',
      'Chính quyền số',
      'Số điểm yếu (dưới 65 % · 1 độ lệch chuẩn · 25 % cuối khối · giảm 5 điểm %)',
      'Lên trung vị, điểm',
    ])
    expect(file.rows).toEqual([
      ['=HYPERLINK("http://x")', 2, 0.58, null, 1, 2.2],
      ['Sở Y tế', null, 0, 0.07, 1, 0],
    ])
    expect(file.looks.map((row) => row.slice(2, 4))).toEqual([
      [{ step: 1, marks: '◆' }, null],
      [
        { step: 1, marks: '' },
        { step: 1, marks: '' },
      ],
    ])
  })
})

describe('a list as a file', () => {
  const flags = [
    weakness('x', 'a', { share: 0.58, gap: 0.17, byQuantile: true, periodsRunning: 3, recoverable: 1.7, severity: 2 }),
    weakness('y', 'b', { severity: 0, edge: true, absolute: false, share: 0.66, gap: 0, periodsRunning: 0 }),
  ]

  it('has a row a flag: whose it is, figures, tests in words; a near miss has no sign', () => {
    const file = listFile('', itemsOf(flags, rows, fields), MEASURE, VIETNAMESE)
    const [first, second] = file.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\u00A0', ' ') : cell)),
    )
    expect(first).toEqual([
      '=HYPERLINK("http://x")',
      'Thể chế',
      'Sở Tư pháp',
      0.58,
      0.17,
      2,
      '58,0 % của điểm tối đa (ngưỡng 65 %); thấp hơn trung vị khối 17,0 điểm % (thuộc nhóm 25 % cuối, dưới 70,0 %)',
      3,
      1.7,
    ])
    expect(second?.slice(1, 6)).toEqual(['Chính quyền số', null, 0.66, 0, 0])
    expect(second?.[6]).toBe('Sát ngưỡng, chưa bị nêu: 66,0 % của điểm tối đa')
  })
})

it('the block in its sub-indices has counts as figures of their own', () => {
  const file = fieldsFile('', fields.slice(0, 1), 2, VIETNAMESE)
  const [field] = fields
  expect(file.rows).toEqual([
    [
      'Thể chế',
      field?.mean,
      field?.median,
      ...(field?.meanChange == null ? [] : [field.meanChange]),
      field?.weakCount,
      field?.unitCount,
      field?.lostPoints,
      field?.lostPart,
    ],
  ])
})

it('the name of a file says that the limits are the viewer’s own before what may be cut off', () => {
  expect(partName('by-unit', true, VIETNAMESE)).toBe('Điểm yếu ngưỡng riêng Theo đơn vị')
  expect(partName('matrix', false, VIETNAMESE)).toBe('Điểm yếu Ma trận')
})
