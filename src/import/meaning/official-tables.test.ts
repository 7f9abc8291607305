import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { open, opened } from '../../../tests/fixtures/csv/opened'
import { shippedBase } from '../../../tests/fixtures/csv/shipped-base'

const CITY = shippedBase('tp-hcm-mau')
const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))

describe('the annex of a decision, as it is published', () => {
  const ANNEX = `ỦY BAN NHÂN DÂN;;;;;;
THÀNH PHỐ HỒ CHÍ MINH;;;;;;
PHỤ LỤC I;;;;;;
KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA UBND CÁC QUẬN, HUYỆN;;;;;;
(Kèm theo Quyết định số 658/QĐ-UBND ngày 05/3/2024);;;;;;
STT;Đơn vị;Kết quả đánh giá theo lĩnh vực;;Tổng điểm;Xếp hạng;Xếp loại
;;Chỉ đạo, điều hành CCHC;Cải cách TTHC;;;
;Điểm tối đa;12;16;100;;
1;UBND Quận Bình Tân;11,5;15,5;95,75;1;Xuất sắc
2;Q. Gò Vấp;11;15;93,5;2;Tốt
3;Quận 1;11;17;92,5;3;Tốt
4;TP. Thủ Đức;10;14;83,5;4;Khá
5;Quan Phu Nhuan;10;14;83;5;Khá
;Trung bình;10,7;15,1;89,6;;
Ghi chú: số liệu đến ngày 31/12/2024;;;;;;`
  test('asks for index, period and block with what the title says first, and at once for the name that only comes near', async () => {
    const outcome = await open(ANNEX, {}, CITY)
    const questions = outcome.outcome === 'needs-answer' ? outcome.questions : []
    expect(questions.map(({ id, options }) => `${id} ${options[0]?.value}`)).toEqual([
      'index par',
      'period 2024',
      'block districts',
      'unit:Quan Phu Nhuan quan-phu-nhuan',
    ])
  })
  const ANSWERS: Answers = { index: 'par', period: '2024', block: 'districts' }
  test('then for the name that only comes near', async () => {
    expect(await open(ANNEX, ANSWERS, CITY)).toMatchObject({
      questions: [{ id: 'unit:Quan Phu Nhuan', options: [{ value: 'quan-phu-nhuan' }, { value: 'new' }] }],
    })
  })
  test('then is read, with the score above its maximum refused', async () => {
    const { tables, outcome } = await opened(ANNEX, { ...ANSWERS, 'unit:Quan Phu Nhuan': 'quan-phu-nhuan' }, CITY)
    expect(pick(tables.sub_indices, 'sub_index_id', 'max_score')).toEqual([
      'chi-dao-dieu-hanh | 12',
      'thu-tuc-hanh-chinh | 16',
    ])
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score', 'rank', 'band_id')).toEqual([
      'quan-binh-tan | 95.75 | 100 | 1 | xuat-sac',
      'quan-go-vap | 93.5 | 100 | 2 | tot',
      'quan-1 | 92.5 | 100 | 3 | tot',
      'tp-thu-duc | 83.5 | 100 | 4 | kha',
      'quan-phu-nhuan | 83 | 100 | 5 | kha',
    ])
    expect(outcome.problems.filter(({ severity }) => severity !== 'info')).toMatchObject([
      { kind: 'above-max', row: 11, column: 'D', value: '17', expected: '16' },
    ])
  })
})

test('a table turned round, units across: every problem names the cell as it stands in the file', async () => {
  const { tables, outcome } = await opened(
    `Lĩnh vực;Điểm tối đa;Quận 1;Quận 3;Gò Vấp
1. Chỉ đạo điều hành CCHC;12;11;13;10,5
2. Cải cách thể chế;11;10;9;9,5
Tổng điểm;100;90;88,5;85
Xếp hạng;;1;2;3`,
    { index: 'par', period: '2024', block: 'districts' },
    CITY,
  )
  expect(outcome.reading.table?.form).toBe('transposed')
  expect(pick(tables.results, 'unit_id', 'total_score', 'rank')).toEqual([
    'quan-1 | 90 | 1',
    'quan-3 | 88.5 | 2',
    'quan-go-vap | 85 | 3',
  ])
  expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score', 'source_row').slice(2, 4)).toEqual([
    'quan-3 | chi-dao-dieu-hanh |  | 2',
    'quan-3 | the-che | 9 | 3',
  ])
  expect(outcome.problems).toMatchObject([{ kind: 'above-max', row: 2, column: 'D', value: '13', expected: '12' }])
})

test('three years side by side, with the difference, which is no score', async () => {
  const { tables, outcome } = await opened(
    `Đơn vị,Chỉ số CCHC năm 2022,,Chỉ số CCHC năm 2023,,Tăng/giảm
,Điểm,Xếp hạng,Điểm,Xếp hạng,
Sở Tư pháp,95.06,1,95.5,1,+0.44
Sở Nội vụ,94.98,2,94,2,-0.98
Sở KH&ĐT,90.2,3,91.1,3,+0.9`,
    { index: 'par', block: 'departments' },
    CITY,
  )
  expect(pick(tables.results, 'period', 'unit_id', 'total_score', 'rank').toSorted()).toEqual([
    '2022 | skhdt | 90.2 | 3',
    '2022 | snv | 94.98 | 2',
    '2022 | stp | 95.06 | 1',
    '2023 | skhdt | 91.1 | 3',
    '2023 | snv | 94 | 2',
    '2023 | stp | 95.5 | 1',
  ])
  expect(outcome.problems).toMatchObject([{ kind: 'unknown-column', column: 'F', value: 'Tăng/giảm' }])
})

describe("a unit's own scoring sheet", () => {
  const SHEET = `BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2024 CỦA SỞ Y TẾ;;;;
STT;Tiêu chí;Điểm tối đa;Điểm tự chấm;Điểm thẩm định
I;Cải cách thể chế;11;10,5;10
II;Cải cách TTHC;16;15;14,5
;Tổng điểm;100;92;90,25`
  const ANSWERS: Answers = { index: 'par', period: '2024', block: 'departments', 'column:E': 'score' }
  test('asks whose it is, the unit of the title first', async () => {
    expect(await open(SHEET, ANSWERS, CITY)).toMatchObject({
      questions: [{ id: 'of-unit', options: [{ value: 'SỞ Y TẾ' }] }],
    })
  })
  test('is read with the maximum of every row', async () => {
    const { tables } = await opened(SHEET, { ...ANSWERS, 'of-unit': 'SỞ Y TẾ' }, CITY)
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score')).toEqual(['syt | 90.25 | 100'])
    expect(pick(tables.scores, 'sub_index_id', 'score')).toEqual(['the-che | 10', 'thu-tuc-hanh-chinh | 14.5'])
    expect(pick(tables.sub_indices, 'sub_index_id', 'max_score')).toEqual(['the-che | 11', 'thu-tuc-hanh-chinh | 16'])
  })
})

describe('a table whose only figures are «Chỉ số (%)»', () => {
  test('gives the totals, out of 100', async () => {
    const text = 'Đơn vị;Chỉ số (%)\nSở Y tế;89,17\nSở Tư pháp;91,63'
    const { tables } = await opened(text, { index: 'Chỉ số mới', period: '2024', block: 'departments' }, CITY)
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score')).toEqual([
      'syt | 89.17 | 100',
      'stp | 91.63 | 100',
    ])
  })
})

test('the scale that a total has by the definitions is shown beside its column', async () => {
  const answers: Answers = { index: 'par', period: '2024', block: 'departments' }
  const { outcome } = await opened('Đơn vị;Tổng điểm\nSở Y tế;89,17\nSở Tư pháp;91,63', answers, CITY)
  expect(outcome.reading.columns).toMatchObject([{ role: 'unit' }, { role: 'total', max: 100 }])
})
