import { describe, expect, test } from 'vitest'
import { open, opened } from '../../tests/fixtures/csv/opened'
import { shippedBase } from '../../tests/fixtures/csv/shipped-base'
import { handMade } from '../../tests/fixtures/xlsx/hand-made'
import { textAt } from '@/import/file/grid'
import { readGrid } from '@/import/file/read-grid'
import { startFindings } from '@/import/findings'
import type { Answers } from '@/import/opening'

const SHIPPED_BASE = shippedBase('tp-hcm-mau')
const DISTRICTS: Answers = { index: 'par', period: '2024', block: 'districts' }
const DEPARTMENTS: Answers = { ...DISTRICTS, block: 'departments' }

/** Totals by unit, and scores by unit and sub-index. */
async function figures(text: string, answers: Answers) {
  const { tables, outcome, kinds } = await opened(text, answers, SHIPPED_BASE)
  return {
    outcome,
    kinds,
    blocks: tables.results.map((row) => `${row['unit_id']} ${row['block_id']}`),
    periods: tables.results.map((row) => `${row['unit_id']} ${row['period']}`),
    totals: Object.fromEntries(tables.results.map((row) => [row['unit_id'], row['total_score']])),
    maxima: Object.fromEntries(tables.sub_indices.map((row) => [row['sub_index_id'], row['max_score']])),
    scores: Object.fromEntries(tables.scores.map((row) => [`${row['unit_id']} ${row['sub_index_id']}`, row['score']])),
  }
}

describe('cells', () => {
  test('a file of unquoted decimal commas is refused, not read as scores of other columns', async () => {
    const rows = ['Quận 1,9,5,14,25,85,75,1', 'Quận 3,9,0,13,25,84,75,2', 'Quận 4,8,5,12,25,83,75,3']
    const outcome = await open(
      ['Đơn vị,Cải cách thể chế,Cải cách thủ tục hành chính,Tổng điểm,Xếp hạng', ...rows].join('\n'),
      DISTRICTS,
      SHIPPED_BASE,
    )
    expect(outcome.outcome).toBe('refused')
    expect(outcome.problems).toMatchObject([{ kind: 'wrong-cell-count', severity: 'error', value: '8', expected: '5' }])
  })

  test('one cell too many in one row refuses that row only', async () => {
    const { totals } = await figures('Đơn vị;Tổng điểm (100)\nQuận 1;90\nQuận 3;88;xem lại\nQuận 4;87', DISTRICTS)
    expect(totals).toEqual({ 'quan-1': '90', 'quan-3': '', 'quan-4': '87' })
  })

  test.each([
    ['an apostrophe', "'Đơn vị;'Tổng điểm (100)\n'Quận 1;'90,5\n'Quận 3;'88,25"],
    ['a formula', '="Đơn vị";="Tổng điểm (100)"\n="Quận 1";="90,5"\n="Quận 3";="88,25"'],
  ])('%s by which an export marks text is no part of it', async (_, text) => {
    expect((await figures(text, DISTRICTS)).totals).toEqual({ 'quan-1': '90.5', 'quan-3': '88.25' })
  })

  test('number cells stay exact where the words beside them are in a legacy font', async () => {
    // TCVN3: STT, Tên đơn vị, Tổng điểm, UBND quận Gò Vấp, UBND huyện Củ Chi.
    const rows = [
      ['STT', 'Tªn ®¬n vÞ', 'Tæng ®iÓm'],
      [1, 'UBND quËn Gß VÊp', 1.234],
      [2, 'UBND huyÖn Cñ Chi', 2.345],
    ]
    const step = await readGrid(handMade([{ name: 'Sheet1', rows }]), {}, startFindings('').add, () => undefined)
    const grid = step !== null && 'done' in step ? step.done.grid : null
    const column = grid?.columns[2]
    expect(grid && textAt(grid, 1, 1)).toBe('UBND quận Gò Vấp')
    expect(Array.from(column?.pointed ?? [], (code) => column?.texts[code])).toEqual(['1.234', '2.345'])
  })
})

describe('headers', () => {
  test('a row of maxima in brackets below the names belongs to them', async () => {
    const { totals, maxima } = await figures(
      `STT;Đơn vị;Các lĩnh vực;;Tổng điểm
;;Cải cách thể chế;Cải cách thủ tục hành chính;
;;(11 điểm);(16 điểm);(100 điểm)
1;Quận 1;9,5;14;90
2;Quận 3;9;13;88`,
      DISTRICTS,
    )
    expect(totals).toEqual({ 'quan-1': '90', 'quan-3': '88' })
    expect(maxima).toMatchObject({ 'the-che': '11', 'thu-tuc-hanh-chinh': '16' })
  })

  test('per cent beside the points of the same field is no field', async () => {
    const { scores } = await figures(
      `Đơn vị;Cải cách thể chế;;Tổng điểm (100)
;Điểm đạt;Tỷ lệ %;
Quận 1;9,5;86,36;90
Quận 3;9;81,82;88`,
      DISTRICTS,
    )
    expect(scores).toEqual({ 'quan-1 the-che': '9.5', 'quan-3 the-che': '9' })
  })

  test('rows without figures below the header are units, not a further header', async () => {
    const { blocks } = await figures(
      'STT;Đơn vị;Tổng điểm (100);Xếp loại\n1;Quận 1;-;-\n2;Quận 3;;Khá\n3;Quận 4;90,5;Tốt\n4;Quận 5;88;Tốt',
      DISTRICTS,
    )
    expect(blocks).toHaveLength(4)
  })

  test('a period of a title is offered as exactly as it stands there', async () => {
    const outcome = await open(
      'Kết quả đánh giá tháng 10 năm 2025\nĐơn vị;Tổng điểm (100)\nSở Y tế;90\nSở Tư pháp;88',
      { index: 'dti', block: 'departments' },
      SHIPPED_BASE,
    )
    const [question] = outcome.outcome === 'needs-answer' ? outcome.questions : []
    expect(question?.options.map(({ value }) => value)).toEqual(['2025-10', '2025'])
  })
})

describe('rows', () => {
  test('units blank below the first row of their group are those above, and that is said', async () => {
    const { scores, outcome } = await figures(
      `Đơn vị;Lĩnh vực;Điểm
Quận 1;Cải cách thể chế;9,5
;Cải cách thủ tục hành chính;14
Quận 3;Cải cách thể chế;9
;Cải cách thủ tục hành chính;13`,
      DISTRICTS,
    )
    expect(scores['quan-1 thu-tuc-hanh-chinh']).toBe('14')
    expect(scores['quan-3 thu-tuc-hanh-chinh']).toBe('13')
    expect(outcome.problems.filter(({ kind }) => kind === 'filled-down')).toMatchObject([
      { row: 3, column: 'A', value: 'Quận 1', severity: 'warning' },
      { row: 5, column: 'A', value: 'Quận 3' },
    ])
  })

  test.each([
    ['below a blank line', 'Quận 1;Cải cách thể chế;9,5\n\n;Cải cách thủ tục hành chính;14'],
    ['with a field that the unit has already', 'Quận 1;Cải cách thể chế;9,5\n;Cải cách thể chế;9'],
  ])('a blank unit %s is none', async (_, rows) => {
    const { scores, kinds } = await figures(`Đơn vị;Lĩnh vực;Điểm\nQuận 3;Cải cách thể chế;8\n${rows}`, DISTRICTS)
    expect(Object.keys(scores)).toEqual(['quan-3 the-che', 'quan-1 the-che'])
    expect(kinds).toContain('error missing-value')
    expect(kinds).not.toContain('warning filled-down')
  })

  test('blocks and years of merged cells are those above', async () => {
    const { blocks } = await figures(
      'Khối;Đơn vị;Tổng điểm (100)\nSở, ban, ngành;Sở Y tế;95\n;Sở Tư pháp;94\nQuận, huyện;Quận 1;93\n;Quận 3;92',
      { index: 'par', period: '2024' },
    )
    expect(blocks).toEqual(['syt departments', 'stp departments', 'quan-1 districts', 'quan-3 districts'])
    const { periods } = await figures(
      'Năm;Đơn vị;Tổng điểm (100)\n2023;Quận 1;95\n;Quận 3;94\n2024;Quận 1;93\n;Quận 3;92',
      { index: 'par', block: 'districts' },
    )
    expect(periods).toEqual(['quan-1 2023', 'quan-3 2023', 'quan-1 2024', 'quan-3 2024'])
  })

  test('a pivot table has sums that are no scores', async () => {
    const { scores, outcome } = await figures(
      `Đơn vị,Lĩnh vực,Sum of Điểm
Quận 1,Cải cách thể chế,9.5
,Cải cách thủ tục hành chính,14
Quận 1 Total,,23.5
Quận 3,Cải cách thể chế,9
,Cải cách thủ tục hành chính,13
Quận 3 Total,,22
Grand Total,,45.5`,
      DISTRICTS,
    )
    expect(Object.values(scores)).toEqual(['9.5', '14', '9', '13'])
    expect(outcome.reading.table?.aside.map(({ kind, row }) => [kind, row])).toEqual([
      ['summary', 4],
      ['summary', 7],
      ['summary', 8],
    ])
  })

  test('classes that stand over their units are headings', async () => {
    const { totals } = await figures(
      'STT;Đơn vị;Tổng điểm (100)\nXuất sắc;;\n1;Quận 1;95\nTốt;;\n2;Quận 4;85\nTrung bình;;\n3;Quận 5;55',
      DISTRICTS,
    )
    expect(totals).toEqual({ 'quan-1': '95', 'quan-4': '85', 'quan-5': '55' })
  })

  test('«công khai» and «chứng thực» are no sums', async () => {
    const { scores } = await figures(
      `STT;Tiêu chí;Điểm tối đa;Quận 1;Quận 3
1;Công khai, minh bạch;10;9;8
2;Chứng thực điện tử;10;8;7
;Cộng;20;17;15`,
      DISTRICTS,
    )
    expect(Object.keys(scores)).toEqual([
      'quan-1 cong-khai-minh-bach',
      'quan-1 chung-thuc-dien-tu',
      'quan-3 cong-khai-minh-bach',
      'quan-3 chung-thuc-dien-tu',
    ])
  })

  test('a unit with the mark of a footnote is that unit', async () => {
    const { totals } = await figures(
      'Đơn vị;Tổng điểm (100)\nQuận 1 (*);90\nQuận 3(1);88\n(*) Đơn vị thí điểm',
      DISTRICTS,
    )
    expect(totals).toEqual({ 'quan-1': '90', 'quan-3': '88' })
  })
})

describe('several tables', () => {
  const part = (title: string, rows: string) => `${title}\nSTT;Đơn vị;Tổng điểm (100)\n${rows}\n`

  test('below one another with one header are blocks, where their titles name them', async () => {
    const { blocks } = await figures(
      part('PHỤ LỤC I: KẾT QUẢ KHỐI SỞ, BAN, NGÀNH', '1;Sở Tư pháp;95\n2;Sở Y tế;94') +
        part('PHỤ LỤC II: KẾT QUẢ KHỐI QUẬN, HUYỆN NĂM 2024', '1;Quận 1;93\n2;Quận 3;92'),
      { index: 'par', period: '2024' },
    )
    expect(blocks).toEqual(['stp departments', 'syt departments', 'quan-1 districts', 'quan-3 districts'])
  })

  test('a list that goes on at its right to fill the page is one', async () => {
    const { totals } = await figures(
      'TT;Đơn vị;Điểm (100);TT;Đơn vị;Điểm (100)\n1;Quận 1;95;4;Quận 5;92\n2;Quận 3;94;5;Quận 6;91\n3;Quận 4;93;;;',
      DISTRICTS,
    )
    expect(totals).toEqual({ 'quan-1': '95', 'quan-3': '94', 'quan-4': '93', 'quan-5': '92', 'quan-6': '91' })
  })

  test('side by side, each under a title of its own, are asked about', async () => {
    const outcome = await open(
      'KHỐI SỞ;;;KHỐI QUẬN, HUYỆN;;\nSTT;Đơn vị;Điểm (100);STT;Đơn vị;Điểm (100)\n1;Sở Y tế;95;3;Quận 5;92\n2;Sở Tư pháp;94;4;Quận 6;91',
      DEPARTMENTS,
      SHIPPED_BASE,
    )
    expect(outcome).toMatchObject({ outcome: 'needs-answer', questions: [{ id: 'table' }] })
  })

  test('a question about a row shows the table that it stands in', async () => {
    const outcome = await open(
      'Đơn vị;Tổng điểm (100)\nQuận 1;90\nQuận 3;88\nTổng hợp chung các loại;89',
      DISTRICTS,
      SHIPPED_BASE,
    )
    expect(outcome).toMatchObject({ outcome: 'needs-answer', questions: [{ kind: 'row' }] })
    expect(outcome.reading.table?.preview.map(({ row }) => row)).toEqual([1, 2, 3, 4])
  })
})
