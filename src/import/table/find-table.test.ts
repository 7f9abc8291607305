import { describe, expect, test } from 'vitest'
import type { Problem } from '@/domain/problem'
import type { Grid } from '@/import/file/grid'
import { startFindings } from '@/import/findings'
import type { Answers } from '@/import/opening'
import { dataColumn } from '@/import/table/data-column'
import type { FoundInGrid } from '@/import/table/find-table'
import { findTable } from '@/import/table/find-table'
import { drawn, gridOf, knownOf } from '../../../tests/fixtures/layouts/grid-of'

const KNOWN = knownOf(
  [
    'Quận 1',
    'Quận 3',
    'Quận 5',
    'Bình Tân',
    'Sở Y tế',
    'Sở Tư pháp',
    'Hà Nội',
    'Đà Nẵng',
    'Cần Thơ',
    'Huế',
    'Vĩnh Long',
  ],
  ['Gia nhập thị trường', 'Tiếp cận đất đai', 'Tính minh bạch', 'Cải cách thể chế', 'Tài chính công'],
)
const SOURCE = { fileName: 'diem.csv', sheet: null }

function look(grid: Grid, answers: Answers = {}) {
  const { add, problems } = startFindings('diem.csv')
  return { step: findTable(grid, SOURCE, KNOWN, answers, add), problems }
}
function found(text: string | Grid, answers: Answers = {}): FoundInGrid & { readonly problems: readonly Problem[] } {
  const { step, problems } = look(typeof text === 'string' ? drawn(text) : text, answers)
  if (step === null || 'asked' in step) throw new Error(JSON.stringify(step ?? problems))
  return { ...step.done, problems }
}
function asked(text: string, answers: Answers = {}) {
  const { step } = look(drawn(text), answers)
  if (step === null || !('asked' in step)) throw new Error(JSON.stringify(step))
  return step.asked
}
const headersOf = ({ table }: FoundInGrid) => table.headers.map((texts) => texts.join(' / '))
const fileRows = ({ table }: FoundInGrid) => Array.from(table.dataRows, (row) => table.grid.rows[row])
const asideOf = ({ ranges }: FoundInGrid) => ranges.aside.map(({ row, kind }) => `${row} ${kind}`)
const unitsOf = ({ table }: FoundInGrid, place = table.left) => {
  const column = table.grid.columns[place]
  if (column === undefined) return []
  const { texts, codes } = dataColumn(column, table.dataRows)
  return Array.from(codes, (code) => texts[code])
}

describe('a header', () => {
  test('of one row with nothing around it', () => {
    const read = found(`
      Đơn vị | Tổng điểm | Xếp hạng
      Quận 1 | 90,5 | 1
      Quận 3 | 88 | 2`)
    expect(headersOf(read)).toEqual(['Đơn vị', 'Tổng điểm', 'Xếp hạng'])
    expect(fileRows(read)).toEqual([2, 3])
    expect(read.ranges).toMatchObject({ range: 'A1:C3', headerRows: [1], aside: [], others: [] })
  })

  test('below the lines that a decision begins with', () => {
    const read = found(`
      ỦY BAN NHÂN DÂN | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      THÀNH PHỐ HỒ CHÍ MINH | | | Độc lập - Tự do - Hạnh phúc

      PHỤ LỤC I
      KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023
      (Kèm theo Quyết định số 658/QĐ-UBND ngày 05 tháng 3 năm 2024)
      | | | Đơn vị tính: điểm
      STT | Đơn vị | Tổng điểm | Xếp hạng
      1 | Sở Y tế | 91,2 | 1
      2 | Sở Tư pháp | 90,1 | 2`)
    expect(headersOf(read)).toEqual(['STT', 'Đơn vị', 'Tổng điểm', 'Xếp hạng'])
    expect(asideOf(read)).toEqual(['1 title', '2 title', '4 title', '5 title', '6 title', '7 title'])
    expect(read.table.titles).toContain('KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023')
    expect(read.problems.filter(({ kind }) => kind === 'row-aside')).toHaveLength(6)
    expect(read.problems[3]).toMatchObject({ kind: 'row-aside', severity: 'info', row: 5 })
  })

  test('of two rows whose merged cells CSV leaves blank', () => {
    const read = found(`
      STT | Đơn vị | Điểm thành phần | | | Tổng điểm | Xếp hạng
      | | Gia nhập thị trường | Tiếp cận đất đai | Tính minh bạch | |
      1 | Quận 1 | 8 | 7 | 9 | 24 | 1
      2 | Quận 3 | 7 | 7 | 9 | 23 | 2`)
    expect(headersOf(read)).toEqual([
      'STT',
      'Đơn vị',
      'Điểm thành phần / Gia nhập thị trường',
      'Điểm thành phần / Tiếp cận đất đai',
      'Điểm thành phần / Tính minh bạch',
      'Tổng điểm',
      'Xếp hạng',
    ])
    expect(read.ranges.headerRows).toEqual([1, 2])
  })

  test('of three rows, periods over scores and ranks', () => {
    const read = found(`
      Kết quả các năm | | | |
      Đơn vị | 2023 | | 2024 |
      | Điểm | Hạng | Điểm | Hạng
      Quận 1 | 90 | 1 | 91 | 2
      Quận 3 | 88 | 2 | 92 | 1`)
    expect(headersOf(read)).toEqual(['Đơn vị', '2023 / Điểm', '2023 / Hạng', '2024 / Điểm', '2024 / Hạng'])
    expect(asideOf(read)).toEqual(['1 title'])
  })

  test('whose cells Excel merges over the columns they head', () => {
    const merged = [
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ]
    const read = found(
      drawn(
        `
      Đơn vị | Lĩnh vực | | Tổng
      | Cải cách thể chế | Tài chính công |
      Quận 1 | 8 | 7 | 15
      Quận 3 | 8 | 6 | 14`,
        merged,
      ),
    )
    expect(headersOf(read)).toEqual(['Đơn vị', 'Lĩnh vực / Cải cách thể chế', 'Lĩnh vực / Tài chính công', 'Tổng'])
  })

  test('in two languages, one below the other', () => {
    const read = found(`
      tinhid | tentinh_eng | tentinh_vie | Participation | Civic Knowledge
      tinhid | tentinh_eng | tentinh_vie | Tham gia của người dân | Tri thức công dân
      1 | Ha Noi | Hà Nội | 5.306829 | 1.116523
      2 | Da Nang | Đà Nẵng | 5.1 | 1.2
      3 | Can Tho | Cần Thơ | |
      999 | Highest | Điểm cao nhất | 6.2 | 1.9`)
    expect(headersOf(read)).toEqual([
      'tinhid',
      'tentinh_eng',
      'tentinh_vie',
      'Participation / Tham gia của người dân',
      'Civic Knowledge / Tri thức công dân',
    ])
    expect(unitsOf(read, 2)).toEqual(['Hà Nội', 'Đà Nẵng', 'Cần Thơ'])
    expect(asideOf(read)).toEqual(['6 summary'])
  })

  test('repeated at the top of each printed page is no data', () => {
    const read = found(`
      STT | Đơn vị | Điểm
      (1) | (2) | (3)
      1 | Quận 1 | 90
      2 | Quận 3 | 89
      STT | Đơn vị | Điểm
      (1) | (2) | (3)
      3 | Quận 5 | 88`)
    expect(unitsOf(read, 1)).toEqual(['Quận 1', 'Quận 3', 'Quận 5'])
    expect(asideOf(read)).toEqual(['2 header', '5 repeated-header', '6 repeated-header'])
  })

  test.each(['1 | 2 | 3 | 4', 'A | B | 1 | 2', '(1) | (2) | (3) | (4)=(3)*2', '[1] | [2] | [3] | [4]'])(
    'is numbered below as %s',
    (numbers) => {
      const read = found(
        `STT | Đơn vị | Gia nhập thị trường | Tổng\n${numbers}\n1 | Quận 1 | 8 | 80\n2 | Quận 3 | 7 | 70`,
      )
      expect(unitsOf(read, 1)).toEqual(['Quận 1', 'Quận 3'])
      expect(asideOf(read)).toEqual(['2 header'])
    },
  )

  test('that cannot be recognised is asked for, with the rows to choose from', () => {
    const questions = asked(`
      Quận 1 | 90 | 1
      Quận 3 | 88 | 2
      Quận 5 | 87 | 3`)
    expect(questions).toMatchObject([
      {
        id: 'header',
        kind: 'header',
        options: [{ value: '1', sample: ['Quận 1 | 90 | 1'] }, {}, {}, { value: 'none', sample: ['Quận 1 | 90 | 1'] }],
      },
    ])
  })

  test('is where the viewer says', () => {
    const read = found(
      `
      Đơn vị | Điểm | Hạng
      Tên | A1 | A2
      Quận 1 | 90 | 1
      Quận 3 | 88 | 2`,
      { header: '2' },
    )
    expect(headersOf(read)).toEqual(['Tên', 'A1', 'A2'])
    expect(asideOf(read)).toEqual(['1 title'])
  })
})

test('a row of a unit that the viewer takes for the header is told', () => {
  const { problems } = found(`Quận 1 | 90 | 1\nQuận 3 | 88 | 2\nQuận 5 | 87 | 3`, { header: '1' })
  expect(problems).toMatchObject([{ kind: 'row-aside', severity: 'warning', row: 1, value: 'Quận 1 | 90 | 1' }])
})

describe('a row of maxima', () => {
  test.each(['| Điểm tối đa | 10 | 15 |', 'Điểm tối đa | | 10 | 15 |', '| | 10 | 15 |', '| Thang điểm | 10 | 15 |'])(
    'below the header, written «%s»',
    (maxima) => {
      const read = found(
        `STT | Đơn vị | Cải cách thể chế | Tài chính công | Xếp hạng\n${maxima}\n1 | Quận 1 | 8 | 12 | 1\n2 | Quận 3 | 7,5 | 11 | 2`,
      )
      expect(read.table.maximaRow).toBe(1)
      expect(unitsOf(read, 1)).toEqual(['Quận 1', 'Quận 3'])
    },
  )
  test('is none where a score is larger', () => {
    const read = found(`Đơn vị | Cải cách thể chế | Tài chính công\n | 10 | 15\nQuận 1 | 12 | 12\nQuận 3 | 7,5 | 11`)
    expect(read.table.maximaRow).toBeNull()
    expect(fileRows(read)).toEqual([2, 3, 4])
  })
})

describe('rows over several units', () => {
  test.each([
    'Trung bình',
    'Bình quân',
    'Tổng cộng',
    'Cao nhất',
    'Thấp nhất',
    'MIN',
    'Max',
    'Trung vị',
    'Highest',
    'Điểm trung bình khối sở',
    'Cả nước',
  ])('«%s» is no unit', (label) => {
    const read = found(`Đơn vị | Điểm | Hạng\nQuận 1 | 90 | 1\nQuận 3 | 88 | 2\n${label} | 89 |`)
    expect(asideOf(read)).toEqual(['4 summary'])
  })
  test('may bear their label in a column of figures', () => {
    const read = found(`
      Tỉnh | Điểm | Gia nhập thị trường | Hạng
      Hà Nội | 60 | 7 | 2
      Đà Nẵng | 70 | 8 | 1
      | | Trung vị | 65
      | Min | 7 | 60`)
    expect(unitsOf(read)).toEqual(['Hà Nội', 'Đà Nẵng'])
    expect(asideOf(read).at(-1)).toBe('5 summary')
  })
  test('«Trung bình» is the class of a real unit', () => {
    const read = found(`Đơn vị | Điểm | Xếp loại\nQuận 1 | 90 | Tốt\nQuận 3 | 60 | Trung bình`)
    expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
  })
  test('are asked about where their name may be a unit as well', () => {
    const text = `Đơn vị | Điểm\nQuận 1 | 90\nQuận 3 | 60\nTổng hợp Tân Phú | 75`
    expect(asked(text)).toMatchObject([
      { id: 'row:4', kind: 'row', options: [{ value: 'summary' }, { value: 'data' }, { value: 'note' }] },
    ])
    expect(unitsOf(found(text, { 'row:4': 'data' }))).toContain('Tổng hợp Tân Phú')
    expect(asideOf(found(text, { 'row:4': 'summary' }))).toEqual(['4 summary'])
  })
  test('are data with the next number of the counting column', () => {
    const read = found(`STT | Đơn vị | Điểm\n1 | Quận 1 | 90\n2 | Quận 3 | 60\n3 | Tổng hợp Tân Phú | 75`)
    expect(fileRows(read)).toEqual([2, 3, 4])
  })
  test('a company whose name begins like a total is a unit', () => {
    const read = found(`Đơn vị | Điểm\nQuận 1 | 90\nTổng công ty Cấp nước | 60\nCông an Thành phố | 75`)
    expect(fileRows(read)).toEqual([2, 3, 4])
  })
})

describe('sections', () => {
  const SECTIONS = `
      STT | Đơn vị | Điểm | Hạng
      I | KHỐI SỞ, BAN, NGÀNH | |
      1 | Sở Y tế | 91 | 1
      2 | Sở Tư pháp | 90 | 2
      | Trung bình khối sở | 90,5 |
      II | UBND QUẬN, HUYỆN | |
      1 | Quận 1 | 92 | 1
      2 | Quận 3 | 88 | 2
      | Trung bình | 90 |`
  test('name the block of the rows below them', () => {
    const read = found(SECTIONS)
    expect(unitsOf(read, 1)).toEqual(['Sở Y tế', 'Sở Tư pháp', 'Quận 1', 'Quận 3'])
    expect(read.table.sectionOf).toEqual([
      'KHỐI SỞ, BAN, NGÀNH',
      'KHỐI SỞ, BAN, NGÀNH',
      'UBND QUẬN, HUYỆN',
      'UBND QUẬN, HUYỆN',
    ])
    expect(asideOf(read)).toEqual(['2 section', '5 summary', '6 section', '9 summary'])
  })
  test('bear the mean of their block at times', () => {
    const read = found(`
      STT | Đơn vị | Điểm
      A | KHỐI SỞ | 90,5
      1 | Sở Y tế | 91
      2 | Sở Tư pháp | 90
      B | QUẬN, HUYỆN | 90
      1 | Quận 1 | 92
      2 | Quận 3 | 88`)
    expect(read.table.sectionOf).toEqual(['KHỐI SỞ', 'KHỐI SỞ', 'QUẬN, HUYỆN', 'QUẬN, HUYỆN'])
  })
  test('stand between parts of a table that repeat the header', () => {
    const read = found(`
      I. KHỐI SỞ
      Đơn vị | Điểm
      Sở Y tế | 91
      Sở Tư pháp | 90

      II. QUẬN, HUYỆN
      Đơn vị | Điểm
      Quận 1 | 92
      Quận 3 | 88`)
    expect(unitsOf(read)).toEqual(['Sở Y tế', 'Sở Tư pháp', 'Quận 1', 'Quận 3'])
    expect(read.table.sectionOf).toEqual(['KHỐI SỞ', 'KHỐI SỞ', 'QUẬN, HUYỆN', 'QUẬN, HUYỆN'])
  })
  test('may begin like the name of a unit', () => {
    const read = found(`
      STT | Đơn vị | Điểm
      I | Ban quản lý và đơn vị khác |
      1 | Sở Y tế | 91
      II | Phường |
      1 | Quận 1 | 92`)
    expect(read.table.sectionOf).toEqual(['Ban quản lý và đơn vị khác', 'Phường'])
  })
  test('of classes make no blocks', () => {
    const read = found(`
      STT | Đơn vị | Điểm
      I | Xếp loại Tốt |
      1 | Quận 1 | 91
      II | Khá |
      2 | Quận 3 | 72`)
    expect(read.table.sectionOf).toBeNull()
    expect(asideOf(read)).toEqual(['2 section', '4 section'])
  })
  test('a unit without any score is no section', () => {
    const read = found(`Đơn vị | Điểm | Hạng\nQuận 1 | 90 | 1\nQuận 3 | |\nQuận 5 | 87 | 2`)
    expect(fileRows(read)).toEqual([2, 3, 4])
    expect(read.table.sectionOf).toBeNull()
  })
  test('a name that nothing tells apart from a heading is asked about', () => {
    expect(asked(`Đơn vị | Điểm | Hạng\nQuận 1 | 90 | 1\nĐiểm lẻ | |\nQuận 5 | 87 | 2`)).toMatchObject([
      { id: 'row:3' },
    ])
  })
})

test('footnotes, sources and signatures below a table are no data', () => {
  const read = found(`
      STT | Đơn vị | Điểm | Ghi chú
      1 | Quận 1 | 90 |
      2 | Quận 3 | 88 | (*)

      Ghi chú: (*) Chưa tính điểm thưởng.
      Nguồn: Sở Nội vụ
      * Điểm liệt là 50
      | | TP. Hồ Chí Minh, ngày 5 tháng 3 năm 2024 |
      Nơi nhận: | | KT. CHỦ TỊCH |
      - Như trên; | | PHÓ CHỦ TỊCH |`)
  expect(unitsOf(read, 1)).toEqual(['Quận 1', 'Quận 3'])
  expect(asideOf(read)).toEqual(['5 note', '6 note', '7 note', '8 note', '9 note', '10 note'])
})

test('blank rows and blank columns lie in between', () => {
  const read = found(`
      | | | |
      | Đơn vị | | Điểm | Hạng
      | | | |
      | Quận 1 | | 90 | 1
      | | | |
      | Quận 3 | | 88 | 2`)
  expect(read.ranges.range).toBe('B2:E6')
  expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
})

test('a row of a unit that no package knows, below a blank row, is data also where its figures are too large for a number', () => {
  const read = found(`
    Đơn vị | Tính minh bạch | Tài chính công
    Quận 1 | 1,00 | 1e400
    Sở Tư pháp | 1e400 | 1,00

    HEPZA | 1e400 | 1e400
    Sở Y tế | 1,00 | 9,50
    Quận 3 | 8,25 | 7,00`)
  expect([fileRows(read), read.ranges.others]).toEqual([[2, 3, 5, 6, 7], []])
})

test('one word for all figures of a unit below a blank row heads no other table', () => {
  const read = found(`
    Đơn vị | Tính minh bạch | Tài chính công
    Bình Tân | 9,5 | 8,25

    HEPZA | chưa chấm | chưa chấm
    Sở Y tế | 1,00 | 1,00

    Quận 3 | 1,00 | 1,00`)
  expect([fileRows(read), read.ranges.others]).toEqual([[2, 4, 5, 7], []])
})

describe('several tables', () => {
  const TWO = `
      Bảng 1
      Đơn vị | Cải cách thể chế
      Quận 1 | 9
      Quận 3 | 8

      Bảng 2
      Đơn vị | Tài chính công | Hạng
      Quận 1 | 5 | 2
      Quận 3 | 7 | 1`
  test('one below another are asked about, with their ranges', () => {
    expect(asked(TWO)).toMatchObject([
      {
        id: 'table',
        options: [
          { value: 'A2:B4', label: 'Bảng 1', sample: ['Đơn vị | Cải cách thể chế', 'Quận 1 | 9', 'Quận 3 | 8'] },
          { value: 'A7:C9', label: 'Bảng 2' },
        ],
      },
    ])
  })
  test('one below another keep their own means and doubtful rows', () => {
    const text = `
      Đơn vị | Cải cách thể chế
      Quận 1 | 9
      Quận 3 | 8
      Trung bình | 8,5
      Tổng hợp Tân Phú | 7

      Đơn vị | Tài chính công | Hạng
      Quận 1 | 5 | 2
      Quận 3 | 7 | 1`
    expect(asked(text, { table: 'A1:B5' })).toMatchObject([{ id: 'row:5' }])
    expect(asideOf(found(text, { table: 'A1:B5', 'row:5': 'note' })).slice(0, 2)).toEqual(['4 summary', '5 note'])
  })
  test('are told apart by the answer', () => {
    const read = found(TWO, { table: 'A7:C9' })
    expect(headersOf(read)).toEqual(['Đơn vị', 'Tài chính công', 'Hạng'])
    expect(read.ranges).toMatchObject({ range: 'A7:C9', others: ['A2:B4'] })
    expect(asideOf(read)).toEqual(['1 title', '6 title'])
    expect(read.table.titles).toEqual(['Bảng 2', 'Bảng 1'])
    expect(read.problems.at(-1)).toMatchObject({ kind: 'row-aside', severity: 'info', row: 2, value: 'A2:B4' })
  })
  test('side by side are asked about', () => {
    const questions = asked(`
      KHỐI SỞ | | | | QUẬN | |
      STT | Đơn vị | Điểm | | STT | Đơn vị | Điểm
      1 | Sở Y tế | 91 | | 1 | Quận 1 | 92
      2 | Sở Tư pháp | 90 | | 2 | Quận 3 | 88`)
    expect(questions).toMatchObject([{ id: 'table', options: [{ value: 'A2:C4' }, { value: 'E2:G4' }] }])
  })
  test('side by side without a blank column between are told by their units', () => {
    const questions = asked(`
      STT | Đơn vị | Điểm | STT | Đơn vị | Điểm
      1 | Sở Y tế | 91 | 1 | Quận 1 | 92
      2 | Sở Tư pháp | 90 | 2 | Quận 3 | 88`)
    expect(questions).toMatchObject([{ id: 'table', options: [{ value: 'A1:C3' }, { value: 'D1:F3' }] }])
  })
  test('of ranks with the name at their right are never read across', () => {
    const questions = asked(`
      XẾP HẠNG DTI | CÁC TỈNH | XẾP HẠNG CHÍNH QUYỀN SỐ | CÁC TỈNH
      1 | Đà Nẵng | 1 | Huế
      2 | Huế | 2 | Hà Nội
      2 | Hà Nội | 3 | Đà Nẵng`)
    expect(questions).toMatchObject([{ id: 'table', options: [{ value: 'A1:B4' }, { value: 'C1:D4' }] }])
  })
  test('are none where a second column of units has no figures of its own', () => {
    const read = found(`
      STT | Đơn vị | Điểm | Cơ quan thẩm định
      1 | Quận 1 | 92 | Sở Y tế
      2 | Quận 3 | 88 | Sở Tư pháp`)
    expect(read.ranges.range).toBe('A1:D3')
  })
  test('pairs with blank columns between are one', () => {
    const read = found(`
      Tỉnh | Gia nhập thị trường | | Tỉnh | Tiếp cận đất đai
      Hà Nội | 9.2 | | Đà Nẵng | 6.9
      Đà Nẵng | 8.2 | | Hà Nội | 6.5`)
    expect(read.ranges.range).toBe('A1:E3')
  })
  test('a look-up of one province below the table is not asked about', () => {
    const read = found(`
      Thứ tự | Tỉnh | Điểm | Hạng
      1 | Hà Nội | 60 | 5
      2 | Đà Nẵng | 64 | 1
      3 | Cần Thơ | 63 | 2
      4 | Huế | 62 | 3
      5 | Vĩnh Long | 61 | 4

      Thứ tự | Tỉnh | Điểm | Hạng
      1 | Huế | 62 | 3`)
    expect(fileRows(read)).toEqual([2, 3, 4, 5, 6])
    expect(read.ranges.others).toEqual(['A8:D9'])
  })
})

describe('a table of which units head the columns', () => {
  const ACROSS = `
      Kết quả năm 2024
      TT | Lĩnh vực | Điểm tối đa | Quận 1 | Quận 3 | Trung bình
      1 | Cải cách thể chế | 10 | 8 | 9 | 8,5
      2 | Tài chính công | 15 | 12 | 11 | 11,5
      | Tổng điểm | 25 | 20 | 20 | 20
      | Xếp hạng | | 1 | 1 |
      Nguồn: Sở Nội vụ`
  test('is turned', () => {
    const read = found(ACROSS)
    expect(read.table.turned).toBe(true)
    expect(headersOf(read)).toEqual(['Đơn vị', 'Cải cách thể chế', 'Tài chính công', 'Tổng điểm', 'Xếp hạng'])
    expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
    expect(unitsOf(read, read.table.left + 2)).toEqual(['12', '11'])
    expect(read.table.maximaRow).toBe(2)
    expect(read.table.aside.map(({ row, kind }) => `${read.table.grid.rows[row]} ${kind}`)).toEqual([
      '1 header',
      '2 header',
      '3 maxima',
      '6 summary',
    ])
    expect(asideOf(read)).toEqual(['1 title', '7 note'])
    expect(read.ranges.range).toBe('A2:F6')
  })
  test('with scores and ranks of each unit keeps the scores', () => {
    const read = found(`
      Lĩnh vực | Quận 1 | | Quận 3 |
      | Điểm | Hạng | Điểm | Hạng
      Cải cách thể chế | 8 | 2 | 9 | 1
      Tài chính công | 12 | 1 | 11 | 2`)
    expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
    expect(unitsOf(read, read.table.right)).toEqual(['12', '11'])
    expect(read.problems).toMatchObject([
      { kind: 'row-aside', column: 'C', value: 'Quận 1 | Hạng' },
      { kind: 'row-aside', column: 'E', value: 'Quận 3 | Hạng' },
    ])
  })
  test('with years of each unit has a row a year', () => {
    const read = found(`
      Lĩnh vực | Quận 1 | | Quận 3 |
      | 2023 | 2024 | 2023 | 2024
      Cải cách thể chế | 8 | 2 | 9 | 1
      Tài chính công | 12 | 1 | 11 | 2`)
    expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 1', 'Quận 3', 'Quận 3'])
    expect(unitsOf(read, read.table.left + 1)).toEqual(['2023', '2024', '2023', '2024'])
    expect(headersOf(read)).toEqual(['Đơn vị', 'Năm', 'Cải cách thể chế', 'Tài chính công'])
  })
  test('with units that no package knows is told by the kind of their names', () => {
    const read = found(`Nội dung | Phường An Khánh | Xã Bình Mỹ\nA | 1 | 2\nB | 3 | 4`)
    expect(unitsOf(read)).toEqual(['Phường An Khánh', 'Xã Bình Mỹ'])
  })
  test('may name measures and weights beside its sub-indices', () => {
    const read = found(`
      TT | Lĩnh vực | Đơn vị tính | Trọng số | Quận 1 | Quận 3
      1 | Cải cách thể chế | điểm | 2 | 8 | 9
      2 | Tài chính công | % | 3 | 12 | 11`)
    expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
  })
  test('is refused beyond 5,000 columns', () => {
    const units = Array.from({ length: 5001 }, (_, at) => `Phường ${at + 1}`)
    const { step, problems } = look(
      gridOf([
        ['Lĩnh vực', ...units],
        ['A', ...units.map(() => '1')],
      ]),
    )
    expect(step).toBeNull()
    expect(problems).toMatchObject([{ kind: 'too-large', value: '5002', expected: '5000' }])
  })
  test('is asked about where neither its rows nor its columns are known', () => {
    const text = `Chỉ số thành phần | Alpha | Beta\nA | 1 | 2\nB | 3 | 4`
    expect(asked(text)).toMatchObject([
      {
        id: 'form',
        options: [
          { value: 'transposed', sample: ['Alpha', 'Beta'] },
          { value: 'wide', sample: ['A', 'B'] },
        ],
      },
    ])
    expect(found(text, { form: 'transposed' }).table.turned).toBe(true)
    expect(found(text, { form: 'wide' }).table.turned).toBe(false)
  })
})

test('sub-indices of one unit stand below one another, years across', () => {
  const read = found(`
      CHỈ SỐ THÀNH PHẦN | 2011 | | 2012 |
      | Điểm số | Thứ hạng | Điểm số | Thứ hạng
      Gia nhập thị trường | 8,59 | 32 | 8,42 | 51
      Tính minh bạch | 6,09 | 23 | 3,78 | 61
      Tổng điểm | 60 | 10 | 61 | 9`)
  expect(read.table.turned).toBe(false)
  expect(headersOf(read)).toEqual([
    'CHỈ SỐ THÀNH PHẦN',
    '2011 / Điểm số',
    '2011 / Thứ hạng',
    '2012 / Điểm số',
    '2012 / Thứ hạng',
  ])
  expect(fileRows(read)).toEqual([3, 4, 5])
})

test('columns that are sorted each on its own are one table', () => {
  const read = found(`
      Thứ tự | Tỉnh | Gia nhập thị trường | | Tiếp cận đất đai | Tỉnh | PCI 2016 | Xếp hạng
      1 | Hà Nội | 9.2 | Đà Nẵng | 6.9 | Huế | 60 | 1
      2 | Đà Nẵng | 8.2 | Huế | 6.5 | Hà Nội | 59 | 2
      3 | Huế | 7.2 | Hà Nội | 6.1 | Đà Nẵng | 58 | 3`)
  expect(headersOf(read)).toEqual([
    'Thứ tự',
    'Tỉnh',
    'Gia nhập thị trường',
    '',
    'Tiếp cận đất đai',
    'Tỉnh',
    'PCI 2016',
    'Xếp hạng',
  ])
  expect(read.ranges.range).toBe('A1:H4')
})

test('ranks and classes alone are a table', () => {
  const read = found(`Danh sách\nTên đơn vị | Xếp loại\nQuận 1 | Tốt\nQuận 3 | Khá`)
  expect(unitsOf(read)).toEqual(['Quận 1', 'Quận 3'])
})

describe('a file', () => {
  test('of prose is refused', () => {
    const { step, problems } = look(drawn('Kính gửi các đơn vị\nĐề nghị báo cáo trước ngày 15'))
    expect(step).toBeNull()
    expect(problems).toMatchObject([{ kind: 'unknown-layout', severity: 'error' }])
  })
  test('with a header and no row is refused', () => {
    const { step, problems } = look(drawn('Đơn vị | Điểm | Xếp hạng'))
    expect(step).toBeNull()
    expect(problems).toMatchObject([{ kind: 'header-only', severity: 'error', row: 1 }])
  })
})

describe('shapes that were published', () => {
  test('two scales, a count and classes: DDCI of a province', () => {
    const read = found(`
      # | Sở ban ngành địa phương | Số phiếu trả lời | Điểm chỉ số thành phần DDCI năm 2021 (Thang điểm 10) | | | DDCI năm 2021 (Thang điểm 100) | Xếp loại
      | | | Tính minh bạch | Chi phí thời gian | Tiếp cận đất đai | |
      1 | Thị xã Hồng Lĩnh | 106 | 9.21 | 8.97 | 9.72 | 89.45 | Rất tốt
      2 | Sở Tư pháp | 68 | 7.66 | 8.27 | - | 68.2 | Khá
      3 | Sở Tài chính | 69 | 7.77 | 7.51 | 50 | 68.85 | Trung bình`)
    expect(headersOf(read)).toEqual([
      '#',
      'Sở ban ngành địa phương',
      'Số phiếu trả lời',
      'Điểm chỉ số thành phần DDCI năm 2021 (Thang điểm 10) / Tính minh bạch',
      'Điểm chỉ số thành phần DDCI năm 2021 (Thang điểm 10) / Chi phí thời gian',
      'Điểm chỉ số thành phần DDCI năm 2021 (Thang điểm 10) / Tiếp cận đất đai',
      'DDCI năm 2021 (Thang điểm 100)',
      'Xếp loại',
    ])
    expect(fileRows(read)).toEqual([3, 4, 5])
  })
  test('pairs below a header of two rows, with the least and the largest', () => {
    const read = found(`
      Chỉ số 1: Chi phí gia nhập thị trường | | Chỉ số 2: Tiếp cận đất đai | | PCI 2008 |
      Tỉnh, thành phố | Chỉ số 1 | Tỉnh, thành phố | Chỉ số 2 | Tỉnh, thành phố | PCI
      Đà Nẵng | 9,1 | Huế | 8,2 | Hà Nội | 70
      Hà Nội | 9,0 | Đà Nẵng | 8,1 | Đà Nẵng | 69
      Huế | 8,9 | Hà Nội | 8,0 | Huế | 60
      MIN | 8,9 | MIN | 8,0 | MIN | 60
      MAX | 9,1 | MAX | 8,2 | MAX | 70`)
    expect(headersOf(read).slice(0, 4)).toEqual([
      'Chỉ số 1: Chi phí gia nhập thị trường / Tỉnh, thành phố',
      'Chỉ số 1: Chi phí gia nhập thị trường / Chỉ số 1',
      'Chỉ số 2: Tiếp cận đất đai / Tỉnh, thành phố',
      'Chỉ số 2: Tiếp cận đất đai / Chỉ số 2',
    ])
    expect(asideOf(read)).toEqual(['6 summary', '7 summary'])
  })
  test('ranks of several indices beside one another, without a blank column', () => {
    const read = found(`
      TT | Tỉnh | XẾP HẠNG DTI | XẾP HẠNG CHÍNH QUYỀN SỐ | Chuyển đổi nhận thức
      1 | Đà Nẵng | 1 | 2 | 0.8917
      2 | TP. Hồ Chí Minh | 2 | 1 | 0.9000`)
    expect(fileRows(read)).toEqual([2, 3])
  })
})

describe('cells that Excel merges', () => {
  test('over the rows of a unit name it in each of them', () => {
    const grid = drawn(
      `
      Đơn vị | Lĩnh vực | Điểm
      Quận 1 | Cải cách thể chế | 9
      | Tài chính công | 8
      Quận 3 | Cải cách thể chế | 7
      | Tài chính công | 6`,
      [
        { top: 2, left: 0, bottom: 3, right: 0 },
        { top: 4, left: 0, bottom: 5, right: 0 },
      ],
    )
    expect(unitsOf(found(grid))).toEqual(['Quận 1', 'Quận 1', 'Quận 3', 'Quận 3'])
  })
  test('over the width of the table head a section, whatever it is called', () => {
    const grid = drawn(
      `
      Đơn vị | Điểm | Hạng
      Miền xa | |
      Quận 1 | 9 | 1
      Quận 3 | 8 | 2`,
      [{ top: 2, left: 0, bottom: 2, right: 2 }],
    )
    expect(found(grid).table.sectionOf).toEqual(['Miền xa', 'Miền xa'])
  })
  test('above the whole table are a title', () => {
    const grid = drawn(
      `
      Xếp hạng năm 2024 | |
      Đơn vị | Điểm | Hạng
      Quận 1 | 9 | 1
      Quận 3 | 8 | 2`,
      [{ top: 1, left: 0, bottom: 1, right: 2 }],
    )
    expect(asideOf(found(grid))).toEqual(['1 title'])
  })
})

test('a question about a row comes with the table as far as it is found', () => {
  const { step } = look(drawn(`Đơn vị | Điểm\nQuận 1 | 90\nQuận 3 | 60\nTổng hợp Tân Phú | 75`))
  expect(step).toMatchObject({ asked: [{ id: 'row:4' }], soFar: { ranges: { range: 'A1:B3' } } })
})

describe('a row of a new unit', () => {
  test('whose score is a word is data, and no header of another table', () => {
    const read = found(`Đơn vị | Điểm\nA | 90\nB | chưa chấm\nC | 80`)
    expect(fileRows(read)).toEqual([2, 3, 4])
  })
  test('without a score is data in a long table', () => {
    const read = found(`
      Đơn vị | Lĩnh vực | Năm | Điểm
      A | Cải cách thể chế | 2023 |
      A | Tài chính công | 2023 | 8
      B | Cải cách thể chế | 2023 | chưa chấm
      B | Tài chính công | 2023 | 8`)
    expect(headersOf(read)).toEqual(['Đơn vị', 'Lĩnh vực', 'Năm', 'Điểm'])
    expect(fileRows(read)).toEqual([2, 3, 4, 5])
  })
  test('whose first score is no number is no header', () => {
    const read = found(`
      Đơn vị | Lĩnh vực | Năm | Điểm
      A | Tài chính công | 2023 | 1e400
      A | Cải cách thể chế | 2023 | 0
      B | Tài chính công | 2023 | 0`)
    expect(read.ranges.headerRows).toEqual([1])
    expect(fileRows(read)).toEqual([2, 3, 4])
  })
  test('right below the last one, without figures, is asked about', () => {
    expect(asked(`Đơn vị | Điểm\nA | 90\nB | 80\nC |`)).toMatchObject([{ id: 'row:4' }])
  })
})

test('names that could be code are names', () => {
  const read = found(
    `Đơn vị | Điểm\n__proto__ | 90\n<script>alert(1)</script> | 80\n=HYPERLINK("x") | 70\nconstructor | 60`,
  )
  expect(unitsOf(read)).toEqual(['__proto__', '<script>alert(1)</script>', '=HYPERLINK("x")', 'constructor'])
})

test('lines of figures above a table are no table', () => {
  const read = found(`
      Tổng số đơn vị: | 2
      Năm: | 2024

      Đơn vị | Điểm | Hạng
      Quận 1 | 90 | 1
      Quận 3 | 88 | 2`)
  expect(read.ranges.range).toBe('A4:C6')
  expect(asideOf(read)).toEqual(['1 title', '2 title'])
})

test('names like «TP 01» across do not turn a table whose first column is headed by «unit»', () => {
  const { table } = found('unit,TP 01,TP 02\nĐơn vị 1,1.5,2\nĐơn vị 2,2,3'.replaceAll(',', ' | '))
  expect(table.turned).toBe(false)
})
