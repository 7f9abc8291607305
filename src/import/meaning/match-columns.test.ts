import { describe, expect, test } from 'vitest'
import type { Answers, BaseDefinitions } from '@/import/opening'
import { SMALL_BASE } from '../../../tests/fixtures/csv/base'
import { open, opened } from '../../../tests/fixtures/csv/opened'
import type { Opened } from '../../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }
const asked = async (text: string, answers: Answers = NEW, base: BaseDefinitions = SMALL_BASE) => {
  const outcome = await open(text, answers, base)
  return outcome.outcome === 'needs-answer'
    ? outcome.questions.map(({ id, options }) => `${id}: ${options.map(({ value }) => value).join(', ')}`)
    : outcome.outcome
}
const rolesOf = ({ outcome }: Opened) => outcome.reading.columns?.map(({ role }) => role)

describe('a column that is blank throughout', () => {
  test('is no sub-index, and is named', async () => {
    const read = await opened('Đơn vị;A (10);B (12);Xác nhận\nQuận 1;9;10;\nTP Thủ Đức;8;11;-', NEW)
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-index', 'ignored'])
    expect(read.outcome.problems).toMatchObject([
      { kind: 'unknown-column', severity: 'warning', column: 'D', value: 'Xác nhận' },
    ])
  })
  test('is a sub-index without scores where its header gives a maximum', async () => {
    const read = await opened('Đơn vị;A (10);B (12 điểm)\nQuận 1;9;', NEW)
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-index'])
  })
  test('is a sub-index without scores where the base knows it', async () => {
    const read = await opened('Đơn vị;Chỉ đạo, điều hành;procedures\nQuận 1;9;', { ...NEW, index: 'par' })
    expect(pick(read.tables.scores, 'sub_index_id', 'missing_reason')).toEqual([
      'direction | ',
      'procedures | not-published',
    ])
  })
  test('is no table when it is all there is beside the units', async () => {
    expect(await open('Đơn vị;A\nQuận 1;', NEW)).toMatchObject({ outcome: 'refused' })
  })
})

describe('a number in a header', () => {
  test('that most scores exceed belongs to the name, and is named', async () => {
    const { tables, outcome } = await opened(
      'Đơn vị;Dịch vụ công 24/7;Tổng điểm (100)\nQuận 1;9;50\nTP Thủ Đức;8,5;40\nQuận Bình Tân;6;30',
      NEW,
    )
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual(['Dịch vụ công 24/7 | '])
    expect(pick(tables.scores, 'score')).toEqual(['9', '8.5', '6'])
    expect(outcome.problems).toMatchObject([
      { kind: 'out-of-range', severity: 'warning', row: 1, column: 'B', value: '7', expected: '≥ 9' },
    ])
  })
  test('that counts the columns is no maximum in any of them', async () => {
    const { tables, outcome } = await opened(
      'Đơn vị;Cải cách thể chế (1);Tài chính công (2);Tổng điểm (3)\nQuận 1;9;1,5;10,5\nTP Thủ Đức;8;2;10',
      { ...NEW, 'max:D': '100' },
    )
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual([
      'Cải cách thể chế (1) | ',
      'Tài chính công (2) | ',
    ])
    expect(pick(tables.results, 'total_score')).toEqual(['10.5', '10'])
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(outcome.problemCounts['out-of-range']).toBe(3)
  })
  test.each(['A (10 điểm)', 'A (tối đa 10)', 'A (max: 10)', 'A (10%)'])(
    'that %s calls a maximum is one, whatever the scores',
    async (header) => {
      const { outcome } = await opened(`Đơn vị;${header}\nQuận 1;11\nTP Thủ Đức;12`, NEW)
      expect(outcome.problemCounts).toEqual({ 'above-max': 2 })
    },
  )
  test('is a maximum where three decimals only look like thousands', async () => {
    const { tables } = await opened('Đơn vị;A (10)\nQuận 1;8,125\nTP Thủ Đức;9,250', NEW)
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual(['A | 10'])
  })
})

describe('columns by their cells, where the header says nothing', () => {
  test.each([
    ['units', 'Bảng A,Tổng điểm (100)\nQuận 1,5\nQuận Bình Tân,6', ['unit', 'total']],
    ['classes', 'Đơn vị,Tổng điểm (100),Kết luận\nQuận 1,5,Tốt\nTP Thủ Đức,6,Khá', ['unit', 'total', 'class']],
    ['periods', 'Đơn vị,Mốc,Tổng điểm (100)\nQuận 1,2023,5\nQuận 1,2024,6', ['unit', 'period', 'total']],
    [
      'blocks',
      'Đơn vị,Loại hình,Tổng điểm (100)\nQuận 1,Quận huyện,5\nTP Thủ Đức,Quận huyện,6',
      ['unit', 'block', 'total'],
    ],
    [
      'names of sub-indices',
      'Đơn vị,Mục,Điểm,Điểm tối đa\nQuận 1,"Chỉ đạo, điều hành",5,30\nQuận 1,Cải cách thủ tục hành chính,6,70',
      ['unit', 'sub-index', 'score', 'max-score'],
    ],
    ['numbers of rows', ',Đơn vị,Tổng điểm (100)\n1,Quận 1,5\n2,TP Thủ Đức,6', ['row-number', 'unit', 'total']],
    [
      'classes under "Xếp hạng"',
      'Đơn vị,Tổng điểm (100),Xếp hạng\nQuận 1,5,Tốt\nTP Thủ Đức,6,Khá',
      ['unit', 'total', 'class'],
    ],
  ])('%s', async (_, text, roles) => {
    expect(rolesOf(await opened(text, { ...NEW, index: 'par' }))).toEqual(roles)
  })
})

test.each([
  'Điểm CCHC 2024 (100)',
  'PAR INDEX 2024 (100)',
  'Chỉ số cải cách hành chính (100)',
  'Kết quả PAR Index (100)',
])('the total may be called %s', async (header) => {
  const read = await opened(`Đơn vị,${header}\nQuận 1,5\nTP Thủ Đức,6`, { ...NEW, index: 'par' })
  expect(rolesOf(read)).toEqual(['unit', 'total'])
})

test('of a ward and its district the ward names the row', async () => {
  const read = await opened(
    'Quận/huyện,Phường/xã,Tổng điểm (100)\nQuận 1,Phường Bến Nghé,5\nQuận 1,Phường Bến Thành,6\nQuận Bình Tân,Phường An Lạc,7',
    { ...NEW, block: 'communes' },
  )
  expect(rolesOf(read)).toEqual(['ignored', 'unit', 'total'])
})

describe('columns of which it is not clear what they are', () => {
  test.each([
    [
      'numbers from 1 on under a strange header',
      'Đơn vị,Thứ,Tổng điểm (100)\nQuận 1,2,5\nTP Thủ Đức,1,6',
      'column:B: rank, row-number, sub-index:Thứ, ignored',
    ],
    [
      'a score beside a total',
      'Đơn vị,Điểm,Tổng điểm (100)\nQuận 1,2.5,5\nTP Thủ Đức,1.5,6',
      'column:B: total, sub-index:Điểm, ignored',
    ],
    [
      'the index beside a total',
      'Đơn vị,DTI,Tổng điểm (100)\nQuận 1,2.5,5\nTP Thủ Đức,1.5,6',
      'column:B: total, ignored, sub-index:DTI',
    ],
    ['groups by letter', 'Nhóm,Đơn vị,Tổng điểm (100)\nA,Quận 1,5\nB,TP Thủ Đức,6', 'column:A: class, block, ignored'],
    [
      'classes that are numbers',
      'Đơn vị,Tổng điểm (100),Xếp loại\nQuận 1,5,2\nTP Thủ Đức,6,1',
      'column:C: rank, class, ignored',
    ],
    ['the only column of names', 'Bảng,Tổng điểm (100)\nAn Lạc,5\nBình Hưng,6', 'column:A: unit, note, ignored'],
  ])('%s are asked about', async (_, text, question) => {
    expect(await asked(text)).toEqual([question])
  })
  test('an answer is followed, and a new sub-index has the name that it gives', async () => {
    const text = 'Đơn vị,Thứ,Tổng điểm (100)\nQuận 1,2,5\nTP Thủ Đức,1,6'
    expect(rolesOf(await opened(text, { ...NEW, 'column:B': 'rank' }))).toEqual(['unit', 'rank', 'total'])
    const { tables } = await opened(text, { ...NEW, 'column:B': 'sub-index:Cải cách mới' })
    expect(pick(tables.sub_indices, 'name_vi')).toEqual(['Cải cách mới'])
  })
  test('an answer wins over header, definitions and cells', async () => {
    const read = await opened('Đơn vị,Xếp hạng,Tổng điểm (100)\nQuận 1,2,5\nTP Thủ Đức,1,6', {
      ...NEW,
      'column:B': 'ignored',
    })
    expect(rolesOf(read)).toEqual(['unit', 'ignored', 'total'])
    expect(read.outcome.reading.columns?.[1]).toMatchObject({ why: 'answer' })
    expect(read.outcome.problems).toEqual([])
  })
})

test('a long table without a column of scores: what was appraised may be it, and is asked about', async () => {
  const text = 'Đơn vị,Tiêu chí,Điểm tối đa,Điểm tự chấm,Điểm thẩm định\nQuận 1,A,10,9,8\nQuận 1,B,5,4,3'
  expect(await asked(text)).toEqual(['column:E: score, ignored'])
  const { tables, outcome } = await opened(text, { ...NEW, 'column:E': 'score' })
  expect(pick(tables.scores, 'sub_index_id', 'score')).toEqual(['a | 8', 'b | 3'])
  expect(outcome.problems).toMatchObject([{ kind: 'unknown-column', column: 'D', value: 'Điểm tự chấm' }])
})

describe('two columns of one sub-index', () => {
  const TEXT = 'Đơn vị,A (10),A (10)\nQuận 1,5,6'
  test('are asked about in one question: which of them counts', async () => {
    expect(await asked(TEXT)).toEqual(['column:B: nth:1, nth:2, nth:0'])
    const scoresBy = async (answer: string) =>
      pick(
        (
          await opened(TEXT.replace('A (10)\n', 'A (10),Tổng điểm (10)\n').replace('6', '6,6'), {
            ...NEW,
            'column:B': answer,
          })
        ).tables.scores,
        'score',
      )
    expect([await scoresBy('nth:1'), await scoresBy('nth:2'), await scoresBy('nth:0')]).toEqual([['5'], ['6'], []])
    expect(await asked(TEXT, { ...NEW, 'column:B': 'nth:3' })).toEqual(['column:B: nth:1, nth:2, nth:0'])
  })
  test('an answer for one settles the other, which is named', async () => {
    const { tables, outcome } = await opened(TEXT, { ...NEW, 'column:C': 'sub-index:A' })
    expect(pick(tables.scores, 'score')).toEqual(['6'])
    expect(outcome.problems).toMatchObject([
      { kind: 'duplicate-column', severity: 'warning', column: 'B', expected: 'C' },
    ])
  })
  test('are one where they hold the same', async () => {
    const { tables, outcome } = await opened('Đơn vị,A (10),A (10)\nQuận 1,5,5', NEW)
    expect(pick(tables.scores, 'score')).toEqual(['5'])
    expect(outcome.problemCounts).toEqual({ 'duplicate-column': 1 })
  })
  test('are refused where two answers contradict each other', async () => {
    expect(await open(TEXT, { ...NEW, 'column:B': 'sub-index:A', 'column:C': 'sub-index:A' })).toMatchObject({
      outcome: 'refused',
      problems: [{ kind: 'duplicate-column', severity: 'error' }],
    })
  })
})

describe('a sub-index by the definitions of its index', () => {
  const PAR = { ...NEW, index: 'par' }
  test('a name that only comes near is asked about, the nearest first, a new one possible', async () => {
    const text = 'Đơn vị;Chỉ đạo, điều hnàh (30);Tổng điểm (100)\nQuận 1;5;50'
    expect(await asked(text, PAR)).toEqual(['column:B: sub-index:direction, sub-index, ignored'])
    const { tables } = await opened(text, { ...PAR, 'column:B': 'sub-index:direction' })
    expect(pick(tables.sub_indices, 'sub_index_id', 'name_vi')).toEqual(['direction | Chỉ đạo, điều hành'])
    const fresh = await opened(text, { ...PAR, 'column:B': 'sub-index' })
    expect(pick(fresh.tables.sub_indices, 'name_vi')).toEqual(['Chỉ đạo, điều hnàh'])
  })
  test('by number, shortened words and without diacritics is found, and says why', async () => {
    const { outcome } = await opened('Đơn vị;LV1 (30);Cai cach TTHC (70)\nQuận 1;5;50', PAR)
    expect(outcome.reading.columns?.slice(1)).toMatchObject([
      { subIndexId: 'direction', name: 'Chỉ đạo, điều hành', why: 'position', max: 30 },
      { subIndexId: 'procedures', name: 'Cải cách thủ tục hành chính', why: 'definitions', max: 70 },
    ])
  })
  test('by number is found in long form too', async () => {
    const { tables } = await opened(
      'unit,sub_index,score,max_score\nQuận 1,1. Chỉ đạo điều hành,5,30\nQuận 1,Cai cach TTHC,6,70',
      PAR,
    )
    expect(pick(tables.scores, 'sub_index_id')).toEqual(['direction', 'procedures'])
  })
})

describe('headers over several rows', () => {
  test('score and rank under one sub-index: the rank is left aside and mentioned', async () => {
    const read = await opened(
      'Đơn vị;Minh bạch (10);;Tổng điểm (100);\n;Điểm;Hạng;Điểm;Hạng\nQuận 1;5;1;50;2\nTP Thủ Đức;4;2;60;1',
      NEW,
    )
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-rank', 'total', 'rank'])
    expect(read.outcome.problems).toMatchObject([{ kind: 'column-aside', severity: 'info', column: 'C' }])
    expect(pick(read.tables.results, 'total_score', 'rank')).toEqual(['50 | 2', '60 | 1'])
  })
  test('parent and child: a child bears its parent where that is a column itself', async () => {
    const { tables } = await opened(
      'Đơn vị;Chi phí;Chi phí;\n;Chung (10);Thời gian (5);Không chính thức (5)\nQuận 1;8;4;4\nTP Thủ Đức;7;3;4',
      NEW,
    )
    expect(pick(tables.sub_indices, 'name_vi', 'max_score')).toEqual([
      'Chung | 10',
      'Thời gian | 5',
      'Không chính thức | 5',
    ])
  })
  test('periods across: every figure has the period above it', async () => {
    const { tables } = await opened(
      'Đơn vị;2023;;2024;\n;Điểm;Hạng;Điểm;Hạng\nQuận 1;50;1;60;2\nTP Thủ Đức;40;2;70;1',
      {
        ...NEW,
        period: '',
        'max:B': '100',
        'max:D': '100',
      },
    )
    expect(pick(tables.results, 'period', 'unit_id', 'total_score', 'rank').toSorted()).toEqual([
      '2023 | quan-1 | 50 | 1',
      '2023 | tp-thu-duc | 40 | 2',
      '2024 | quan-1 | 60 | 2',
      '2024 | tp-thu-duc | 70 | 1',
    ])
  })
  test('a figure without a period beside those of two is of none until that is answered', async () => {
    const text = 'Đơn vị;Tổng điểm 2023 (100);Tổng điểm 2024 (100);A (10)\nQuận 1;50;60;5\nTP Thủ Đức;40;70;4'
    expect(await asked(text, { ...NEW, period: '' })).toEqual(['period: 2023, 2024'])
    const { tables } = await opened(text, NEW)
    expect(pick(tables.scores, 'period', 'unit_id', 'score', 'missing_reason').toSorted()).toEqual([
      '2023 | quan-1 |  | not-published',
      '2023 | tp-thu-duc |  | not-published',
      '2024 | quan-1 | 5 | ',
      '2024 | tp-thu-duc | 4 | ',
    ])
  })
  test('a year that only one field bears is a part of its name', async () => {
    const { tables } = await opened('Đơn vị;Nhiệm vụ 2024 (10);B (10)\nQuận 1;5;6\nTP Thủ Đức;4;5', NEW)
    expect(pick(tables.sub_indices, 'name_vi')).toEqual(['Nhiệm vụ | 10', 'B | 10'].map((text) => text.split(' | ')[0]))
  })
})

describe('points that are not the final ones', () => {
  test('have no place beside the total, and are named', async () => {
    const read = await opened(
      'Đơn vị,Điểm tự chấm,Điểm thẩm định,Điểm trừ,Tổng điểm (100)\nQuận 1,60,55,-1,54\nTP Thủ Đức,70,66,0,66',
      NEW,
    )
    expect(rolesOf(read)).toEqual(['unit', 'ignored', 'ignored', 'ignored', 'total'])
    expect(read.outcome.problems.map(({ kind, column }) => `${kind} ${column}`)).toEqual([
      'unknown-column B',
      'unknown-column C',
      'unknown-column D',
    ])
  })
  test('of a survey are a part of the total beside other fields', async () => {
    const read = await opened(
      'Đơn vị,A (70),Điều tra XHH (30),Tổng điểm (100)\nQuận 1,60,25,85\nTP Thủ Đức,50,20,70',
      NEW,
    )
    expect(rolesOf(read)).toEqual(['unit', 'sub-index', 'sub-index', 'total'])
  })
})

describe('the decimal mark', () => {
  const TEXT = 'Đơn vị;A (10000);Tổng điểm (10000)\nQuận 1;1.234;5.678\nTP Thủ Đức;2.345;6.789'
  test('is asked once for all columns, with cells read both ways', async () => {
    const outcome = await open(TEXT, NEW)
    expect(outcome).toMatchObject({
      questions: [
        {
          id: 'mark:B',
          about: ['A (10000)', 'Tổng điểm (10000)'],
          options: [
            { value: '.', sample: ['1.234 ≈ 1.2', '2.345 ≈ 2.3', '5.678 ≈ 5.7'] },
            { value: ',', sample: ['1.234 = 1234', '2.345 = 2345', '5.678 = 5678'] },
          ],
        },
      ],
    })
  })
  test.each([
    ['.', ['1.234', '2.345']],
    [',', ['1234', '2345']],
  ])('answered %s holds for all columns', async (mark, scores) => {
    const { tables, outcome } = await opened(TEXT, { ...NEW, 'mark:B': mark })
    expect(pick(tables.scores, 'score')).toEqual(scores)
    expect(outcome.reading.columns?.map(({ mark: shown }) => shown)).toEqual([null, mark, mark])
  })
})

describe('a file whose first row is data already', () => {
  const TEXT = 'Quận 1,9.5,85.5,1\nTP Thủ Đức,9.1,84.25,2\n'
  test('is asked where its header is, with "none" to choose', async () => {
    const outcome = await open(TEXT, NEW)
    expect(outcome).toMatchObject({ outcome: 'needs-answer', questions: [{ id: 'header' }] })
    const options = outcome.outcome === 'needs-answer' ? outcome.questions[0]?.options : []
    expect(options?.at(-1)).toMatchObject({ value: 'none', sample: ['Quận 1 | 9.5 | 85.5 | 1'] })
  })
  test('without a header every column of figures is asked about, and every row is read', async () => {
    const answers: Answers = { ...NEW, header: 'none' }
    expect(await asked(TEXT, answers)).toEqual([
      'column:B: total, rank, ignored',
      'column:C: total, rank, ignored',
      'column:D: rank, total, ignored',
    ])
    const { tables } = await opened(TEXT, {
      ...answers,
      'column:B': 'sub-index:Thể chế',
      'column:C': 'total',
      'column:D': 'rank',
      'max:C': '100',
    })
    expect(pick(tables.results, 'unit_id', 'total_score', 'rank')).toEqual([
      'quan-1 | 85.5 | 1',
      'tp-thu-duc | 84.25 | 2',
    ])
    expect(pick(tables.sub_indices, 'name_vi')).toEqual(['Thể chế'])
  })
  test('below a title line', async () => {
    const { tables, outcome } = await opened(`KẾT QUẢ NĂM 2024,,,\n${TEXT}`, {
      ...NEW,
      header: 'none',
      'column:B': 'ignored',
      'column:C': 'total',
      'column:D': 'rank',
      'max:C': '100',
    })
    expect(tables.results).toHaveLength(2)
    expect(outcome.problems).toMatchObject([{ kind: 'row-aside', row: 1 }])
  })
})
