import { expect, it } from 'vitest'
import { instructionsFor, ownLog } from '@/app/own-log'
import type { FileReading } from '@/domain/open-package'
import { readChangeLog } from '@/features/data/change-log'

const names = {
  indices: [{ index_id: 'par', short_name: 'PAR Index' }],
  blocks: [{ block_id: 'departments', name_vi: 'Sở, ngành', name_en: 'Departments' }],
}

const edition = (period: string) => ({ index: 'par', period, block: 'departments', set: 'main' })

const reading: FileReading = {
  fileName: 'PL1 <b>_2025_`.xlsx',
  openedAt: '2026-11-22T08:00:00.000Z',
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  sheet: 'Phụ lục 1',
  range: 'A4:H30',
  form: 'wide',
  columns: [
    { letter: 'B', header: 'Tên\ncơ quan', role: 'unit' },
    { letter: 'C', header: '# Điểm', role: 'total' },
  ],
  rowCount: 1022,
  unitCount: 22,
  problemCounts: { 'above-max': 2 },
  sources: ['file'],
  editions: [edition('2025')],
  replaced: [edition('2024')],
  answers: { 'cell:D13': '8,5', 'unit:Sở Tư pháb': 'stp', period: '2025' },
}

it('a change log says in both languages what came from which file, and how it was read', () => {
  const below = '# Thay đổi số liệu / Changes in the figures\n\n## 2026.11.22\n\n- Bản đầu tiên.\n'
  expect(ownLog('2026.11.23', [reading], names, below)).toBe(`# Thay đổi số liệu / Changes in the figures

## 2026.11.23

- Từ tệp “\`PL1 <b>_2025_'.xlsx\`” (Excel, trang tính “\`Phụ lục 1\`”, ô A4:H30), đọc ngày 22/11/2026: 1.022 dòng, 22 đơn vị. Bảng xếp hạng thêm vào: \`PAR Index\` 2025, \`Sở, ngành\`. Thay bảng đã có: \`PAR Index\` 2024, \`Sở, ngành\`. Cột đã đọc: B “\`Tên cơ quan\`” là đơn vị; C “\`# Điểm\`” là tổng điểm đã công bố. Ô được người mở tệp sửa: \`D13\` đọc là \`8,5\`. Tên đơn vị do người mở tệp chọn: \`Sở Tư pháb\` đọc là \`stp\`. Vấn đề được ghi nhận: Vượt điểm tối đa (2).
- From the file “\`PL1 <b>_2025_'.xlsx\`” (Excel, sheet “\`Phụ lục 1\`”, cells A4:H30), read on 22 Nov 2026: 1,022 rows, 22 units. Rankings added: \`PAR Index\` 2025, \`Departments\`. Rankings replaced: \`PAR Index\` 2024, \`Departments\`. Columns as read: B “\`Tên cơ quan\`” as unit; C “\`# Điểm\`” as published total. Cells corrected by whoever opened the file: \`D13\` read as \`8,5\`. Units chosen by whoever opened the file: \`Sở Tư pháb\` read as \`stp\`. Problems noted: Above the maximum (2).

## 2026.11.22

- Bản đầu tiên.
`)
})

it('whatever a file is called, its change log has the headings of the log and no other', () => {
  const hostile = { ...reading, fileName: 'a\n## 2099\n- x\u2028# y', sheet: '\r\n# z' }
  const blocks = readChangeLog(ownLog('2026.11.23', [hostile], names, ''))
  expect(blocks.filter(({ kind }) => kind === 'heading')).toEqual([{ kind: 'heading', text: '2026.11.23' }])
  expect(blocks).toHaveLength(2)
})

it('the instructions name the folder and the day in both languages', () => {
  const text = instructionsFor('TP.HCM', 'tp-hcm', '2026-11-22')
  expect(text).toContain('thư mục tp-hcm vào thư mục "data"')
  expect(text).toContain('the folder tp-hcm into the "data" folder')
  expect(text).toContain('22/11/2026')
  expect(text).not.toMatch(/[{}]/)
})
