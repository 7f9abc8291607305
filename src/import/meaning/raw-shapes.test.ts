import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { SMALL_BASE } from '../../../tests/fixtures/csv/base'
import { open, opened } from '../../../tests/fixtures/csv/opened'
import { shippedBase } from '../../../tests/fixtures/csv/shipped-base'

// One test a shape of RAW_SHAPES: small tables of the same form, with figures of their own.
const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const PROVINCES = { block: 'provinces' } as const
const CITY = shippedBase('tp-hcm-mau')

describe('1: a table whose column pairs are sorted each on its own', () => {
  const SORTED = `Thứ tự,Tỉnh,"Gia nhập
 thị trường",,"Tiếp cận 
đất đai",,PCI 2016,Xếp hạng,"Nhóm
 xếp hạng"
1,Quảng Ninh,9.28,Vĩnh Long,6.99,Đà Nẵng,70,1,Rất tốt
2,Đà Nẵng,8.5,Quảng Ninh,6.5,Quảng Ninh,65.6,2,Rất tốt
3,Vĩnh Long,7.9,Đà Nẵng,5.9,Vĩnh Long,62.76,3,Tốt
4,Hà Nội,7.5,Hà Nội,4.15,Hà Nội,60.1,4,Khá`
  const ANSWERS: Answers = { ...PROVINCES, index: 'PCI', period: '2016' }
  test('gives every score to the name at its left', async () => {
    const { tables, outcome } = await opened(SORTED, { ...ANSWERS, 'max:G': '100' })
    expect(outcome.reading.table?.form).toBe('pairs')
    expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score').toSorted()).toEqual([
      'da-nang | gia-nhap-thi-truong | 8.5',
      'da-nang | tiep-can-dat-dai | 5.9',
      'ha-noi | gia-nhap-thi-truong | 7.5',
      'ha-noi | tiep-can-dat-dai | 4.15',
      'quang-ninh | gia-nhap-thi-truong | 9.28',
      'quang-ninh | tiep-can-dat-dai | 6.5',
      'vinh-long | gia-nhap-thi-truong | 7.9',
      'vinh-long | tiep-can-dat-dai | 6.99',
    ])
    expect(pick(tables.results, 'unit_id', 'total_score', 'rank').toSorted()).toEqual([
      'da-nang | 70 | 1',
      'ha-noi | 60.1 | 4',
      'quang-ninh | 65.6 | 2',
      'vinh-long | 62.76 | 3',
    ])
  })
  test('its period stands in one header only, and is asked with that as an option', async () => {
    const asked = await open(SORTED, { ...PROVINCES, index: 'PCI' })
    expect(asked).toMatchObject({ questions: [{ id: 'period', options: [{ value: '2016' }] }, { id: 'max:G' }] })
  })
})

describe('2: two header rows in two languages, parent and child side by side, a row of the highest', () => {
  const PAPI = `tinhid,tentinh_eng,tentinh_vie,Participation,Civic Knowledge,Un-weighted2015PAPI
tinhid,tentinh_eng,tentinh_vie,Tham gia của người dân,Tri thức công dân,Un-weighted2015PAPI
1,Ha Noi,Hà Nội,5.3,1.1,33.1
2,Ha Giang,Hà Giang,5.1,1.0,32.0
3,Bac Kan,Bắc Kạn,,,
999,Highest,Điểm cao nhất,5.3,1.1,33.1`
  const ANSWERS: Answers = { ...PROVINCES, index: 'PAPI', period: '2015' }
  test('asks which column names the units where the registry knows none of them, the Vietnamese one first', async () => {
    expect(await open(PAPI, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'column:C', options: [{ value: 'unit' }, { value: 'note' }, { value: 'ignored' }] }],
    })
  })
  test('reads scores of the units alone, and the index by its name in any company', async () => {
    const { tables, outcome } = await opened(PAPI, { ...ANSWERS, 'column:C': 'unit', 'max:F': '60' })
    expect(outcome.reading.columns?.map(({ role }) => role)).toEqual([
      'note',
      'ignored',
      'unit',
      'sub-index',
      'sub-index',
      'total',
    ])
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score', 'missing_reason')).toEqual([
      'ha-noi | 33.1 | 60 | ',
      'ha-giang | 32 | 60 | ',
      'bac-kan |  | 60 | not-published',
    ])
    expect(tables.sub_indices.map((row) => row['name_vi'])).toEqual(['Tham gia của người dân', 'Tri thức công dân'])
  })
})

describe('3: two scales under one header of two rows, a count of answers, classes, marks for not applicable', () => {
  const DDCI = `#;Sở ban ngành địa phương;Số phiếu trả lời;Điểm chỉ số thành phần DDCI năm 2021 (Thang điểm 10);;DDCI năm 2021 (Thang điểm 100);Xếp loại
;;;Tính minh bạch;Tiếp cận đất đai;;
1;Thị xã Hồng Lĩnh;106;9.21;8.97;89.45;Rất tốt
2;Sở Tư pháp;68;7.66;-;68.2;Khá
3;Sở Tài chính;69;7.77;50;68.85;Khá
4;Huyện Cẩm Xuyên;88;1;2.58;13.77;Rất thấp`
  test('each column has the maximum and the period of the header above it', async () => {
    const { outcome, tables } = await opened(DDCI, { index: 'DDCI Hà Tĩnh', block: 'Sở, địa phương' })
    expect(outcome.reading.columns?.map(({ role, max, period }) => `${role} ${max} ${period}`)).toEqual([
      'row-number null null',
      'unit null null',
      'ignored null null',
      'sub-index 10 2021',
      'sub-index 10 2021',
      'total 100 2021',
      'class null 2021',
    ])
    expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score', 'missing_reason').slice(2)).toEqual([
      'so-tu-phap | tinh-minh-bach | 7.66 | ',
      'so-tu-phap | tiep-can-dat-dai |  | not-published',
      'so-tai-chinh | tinh-minh-bach | 7.77 | ',
      'so-tai-chinh | tiep-can-dat-dai |  | refused',
      'huyen-cam-xuyen | tinh-minh-bach | 1 | ',
      'huyen-cam-xuyen | tiep-can-dat-dai | 2.58 | ',
    ])
    expect(tables.bands.map((row) => row['name_vi'])).toEqual(['Rất tốt', 'Khá', 'Rất thấp'])
  })
  test('a score of 50 on 10 points is named with row, letter, value and maximum; a count of answers with its column', async () => {
    const { outcome } = await opened(DDCI, { index: 'DDCI Hà Tĩnh', block: 'Sở, địa phương' })
    const found = outcome.problems.filter(({ kind }) => kind === 'above-max' || kind === 'unknown-column')
    expect(found).toMatchObject([
      { kind: 'unknown-column', severity: 'warning', row: 2, column: 'C', value: 'Số phiếu trả lời' },
      { kind: 'above-max', severity: 'error', row: 5, column: 'E', value: '50', expected: '10' },
    ])
  })
})

describe('4: one unit, years across, score and rank in turn, both decimal marks', () => {
  const ONE = `CHỈ SỐ THÀNH PHẦN;2020;;2021;
;Điểm số;Thứ hạng;Điểm số;Thứ hạng
Gia nhập thị trường;8,59;32;7.98;1
Cạnh tranh bình đẳng;6,09;23;5;36
PCI;75,09;1;73.02;1`
  const ANSWERS: Answers = { ...PROVINCES, index: 'PCI', 'max:B': '100', 'max:D': '100' }
  test('asks whose figures they are', async () => {
    expect(await open(ONE, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'of-unit', free: true }],
    })
  })
  test('reads each column with its own mark; the row called after the index is the total', async () => {
    const { tables, outcome } = await opened(ONE, { ...ANSWERS, 'of-unit': 'Quảng Ninh' })
    expect(outcome.reading.table?.form).toBe('one-unit')
    expect(outcome.reading.columns?.map(({ mark }) => mark)).toEqual([null, ',', null, '.', null])
    expect(pick(tables.scores, 'unit_id', 'period', 'sub_index_id', 'score').toSorted()).toEqual([
      'quang-ninh | 2020 | canh-tranh-binh-dang | 6.09',
      'quang-ninh | 2020 | gia-nhap-thi-truong | 8.59',
      'quang-ninh | 2021 | canh-tranh-binh-dang | 5',
      'quang-ninh | 2021 | gia-nhap-thi-truong | 7.98',
    ])
    expect(pick(tables.results, 'period', 'total_score', 'rank')).toEqual(['2020 | 75.09 | 1', '2021 | 73.02 | 1'])
  })
  test('a row that has lost its last score is refused, as it may have lost one in its middle', async () => {
    const { outcome, tables } = await opened(ONE.replace(';5;36', ''), { ...ANSWERS, 'of-unit': 'Quảng Ninh' })
    const fair = tables.scores.filter((row) => row['sub_index_id'] === 'canh-tranh-binh-dang')
    expect(pick(fair, 'period', 'score', 'missing_reason')).toEqual(['2020 |  | refused', '2021 |  | refused'])
    expect(outcome.problems.filter(({ kind }) => kind === 'wrong-cell-count')).toMatchObject([
      { severity: 'error', row: 4, value: '3', expected: '5' },
    ])
  })
})

describe('5: ranks named after the index, scores from 0 to 1 with "điểm", the total last, ties', () => {
  const DTI = `XẾP HẠNG DTI;CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW;XẾP HẠNG CHÍNH QUYỀN SỐ;Nhận thức số;DTI
15;Thanh Hóa;7;0,9;0,6077 điểm
15;Yên Bái;8;0,8258;0,6077
17;Hậu Giang;9;0,7;0,599`
  const ANSWERS: Answers = { ...PROVINCES, index: 'dti', period: '2022' }
  test('the maximum of the total is asked, the usual scales that hold it first', async () => {
    expect(await open(DTI, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'max:E', about: ['0.6077'], options: [{ value: '1' }, { value: '10' }, { value: 'none' }] }],
    })
  })
  test('with it the table is read, the rank of a sub-index left aside by name', async () => {
    const { tables, outcome } = await opened(DTI, { ...ANSWERS, 'max:E': '1' })
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score', 'rank')).toEqual([
      'thanh-hoa | 0.6077 | 1 | 15',
      'yen-bai | 0.6077 | 1 | 15',
      'hau-giang | 0.599 | 1 | 17',
    ])
    expect(outcome.problems).toContainEqual(
      expect.objectContaining({ kind: 'column-aside', severity: 'info', column: 'C' }),
    )
  })
})

test('6: units in capitals and not, with the province behind them; real zeros; the rank within the block', async () => {
  const { tables, outcome } = await opened(
    `Đơn vị,CKMB,TTTT,Tổng điểm (100),Xếp hạng,Xếp hạng trong nhóm
UBND xã Vân Canh,11.79,7.34,75.34,2,1
UBND Xã Chơ Long,11.0,0.0,66.21,4,3
UBND xã Kông Bơ La - Gia Lai,11.0,0.5,66.71,3,2`,
    { index: 'Bộ chỉ số 766', period: '2026-10-10', block: 'communes' },
    shippedBase('bo-766-2026'),
  )
  expect(pick(tables.results, 'unit_id', 'rank')).toEqual(['xa-van-canh | 1', 'xa-cho-long | 3', 'xa-kong-bo-la | 2'])
  expect(pick(tables.scores, 'score', 'missing_reason')[3]).toBe('0 | ')
  expect(outcome.problems.filter(({ kind }) => kind === 'unknown-column')).toMatchObject([
    { column: 'E', value: 'Xếp hạng' },
  ])
})

test('7: one name in many spellings is one unit, and one written twice counts once', async () => {
  const name = 'Cần Thơ'
  const { tables, outcome } = await opened(
    `Tỉnh,PCI (100)\nTP.HCM,61\nTp.HCM,61\n${name.normalize('NFD')},57\n${name},57`,
    { ...PROVINCES, index: 'PCI', period: '2016' },
    CITY,
  )
  expect(pick(tables.results, 'unit_id', 'total_score')).toEqual(['tp-ho-chi-minh | 61', 'can-tho | 57'])
  expect(outcome.problemCounts['duplicate-row']).toBe(2)
})

test('8: classes are those of the file, the higher the scores the higher the class, without limits of their own', async () => {
  const { tables } = await opened(
    'Đơn vị,Tổng điểm (100),Xếp loại\nQuận 1,91,Tốt\nTP Thủ Đức,95,Xuất sắc\nQuận Bình Tân,61,Yếu',
    { index: 'par', period: '2024', block: 'districts' },
    SMALL_BASE,
  )
  expect(pick(tables.results, 'unit_id', 'band_id')).toEqual([
    'quan-1 | good',
    'tp-thu-duc | xuat-sac',
    'quan-binh-tan | yeu',
  ])
  expect(pick(tables.bands, 'name_vi', 'min_share')).toEqual(['Xuất sắc | ', 'Tốt | ', 'Yếu | '])
})
