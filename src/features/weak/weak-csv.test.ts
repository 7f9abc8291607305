import { describe, expect, it } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { itemsOf } from '@/features/weak/list-groups'
import { fieldsOf } from '@/features/weak/matrix-cells'
import { csvName, listTable, matrixTable } from '@/features/weak/weak-csv'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { csvFile } from '@/ui/csv-file'
import { asciiName } from '@/ui/download-file'
import { edition } from '../../../tests/fixtures/rows'
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
const written = async (...given: Parameters<typeof csvFile>) => {
  const text = await (await csvFile(...given)).text()
  return text.replace('\uFEFF', '').replaceAll('\u00A0', ' ').trimEnd().split('\r\n')
}

describe('the matrix as a file', () => {
  it('has the shares of the columns on show in per cent, without the noise of the last digits; absent is empty, 0 is 0', async () => {
    const columns = fields.filter(({ level }) => level === 1)
    const [head, first, second] = await written(matrixTable(rows, columns, MEASURE, VIETNAMESE))
    expect(head).toBe(
      'Đơn vị,Hạng,"Thể chế, %","Chính quyền số, %",Số điểm yếu (dưới 65 % · 1 độ lệch chuẩn · 25 % cuối khối · giảm 5 điểm %),"Lên trung vị, điểm"',
    )
    // What a spreadsheet would compute is text.
    expect(first).toBe(`"'=HYPERLINK(""http://x"")",2,58,,1,2.2`)
    expect(second).toBe('Sở Y tế,,0,7,1,0')
  })
})

describe('a list as a file', () => {
  const flags = [
    weakness('x', 'a', { share: 0.58, gap: 0.17, byQuantile: true, periodsRunning: 3, recoverable: 1.7, severity: 2 }),
    weakness('y', 'b', { severity: 0, edge: true, absolute: false, share: 0.66, periodsRunning: 0 }),
  ]

  it('has a row a flag: whose it is, figures, tests in words; a near miss has no sign', async () => {
    const [head, first, second] = await written(listTable(itemsOf(flags, rows, fields), MEASURE, VIETNAMESE))
    expect(head).toMatch(/^Đơn vị,Lĩnh vực,Cơ quan phụ trách,"Tỷ lệ đạt, %","Kém trung vị, điểm %",Số dấu hiệu,/)
    expect(first).toBe(
      `"'=HYPERLINK(""http://x"")",Thể chế,Sở Tư pháp,58,17,2,` +
        '"58,0 % của điểm tối đa (ngưỡng 65 %); thấp hơn trung vị khối 17,0 điểm % (thuộc nhóm 25 % cuối, dưới 70,0 %)",3,1.7',
    )
    expect(second).toBe('Sở Y tế,Chính quyền số,,66,0,0,"Sát ngưỡng, chưa bị nêu: 66,0 % của điểm tối đa",0,0')
  })
})

it('the name of the file says status, part, index, period and block in ASCII, the status before what may be cut off', () => {
  const texts = { name_vi: '', name_en: '', description_vi: '', description_en: '', version: '1' }
  const shipped: OpenPackage = {
    ...texts,
    origin: 'shipped',
    id: 'tp-hcm-mau',
    folder: 'tp-hcm-mau',
    status: 'illustrative',
  }
  expect(asciiName(csvName(shipped, edition(), 'by-unit', true, VIETNAMESE))).toBe(
    'diem-yeu-so-lieu-minh-hoa-theo-don-vi-nguong-rieng-par-index-2024-so-ban-nganh',
  )
})
