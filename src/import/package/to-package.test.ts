import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TABLE_NAMES } from '@/domain/tables'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }

describe('the maximum of a total that the file does not give', () => {
  const rows = [
    'Quận 1,A,4,5',
    'Quận 1,B,36,40',
    'Quận 1,Tổng điểm,40,',
    'TP Thủ Đức,A,9,10',
    'TP Thủ Đức,B,30,40',
    'TP Thủ Đức,Tổng điểm,39,',
    'Quận Bình Tân,A,8,10',
    'Quận Bình Tân,B,20,40',
    'Quận Bình Tân,Tổng điểm,28,',
  ]
  const read = (...first: readonly string[]) =>
    opened(['unit,sub_index,score,max_score', ...first, ...rows.slice(first.length)].join('\n'), NEW)

  test('is left to the maxima that applied to the unit', async () => {
    const { tables, outcome } = await read('Quận 1,A,5,5', 'Quận 1,B,40,40', 'Quận 1,Tổng điểm,45,')
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score')).toEqual([
      'quan-1 | 45 | ',
      'tp-thu-duc | 39 | ',
      'quan-binh-tan | 28 | ',
    ])
    expect(pick(tables.scores, 'max_score')).toEqual(['5', '', '', '', '', ''])
    expect(outcome.problems).toEqual([])
  })
  test('is for a unit with a smaller maximum of its own smaller too', async () => {
    const { tables, outcome } = await read('Quận 1,A,5,5', 'Quận 1,B,40,40', 'Quận 1,Tổng điểm,46,')
    expect(tables.results[0]).toMatchObject({ total_score: '', missing_reason: 'refused' })
    expect(outcome.problems).toMatchObject([{ kind: 'above-max', row: 4, value: '46', expected: '45' }])
  })
  test('is for a unit with a larger maximum of its own larger too', async () => {
    const { tables, outcome } = await read('Quận 1,A,15,20', 'Quận 1,B,40,40', 'Quận 1,Tổng điểm,55,')
    expect(tables.results[0]).toMatchObject({ total_score: '55', missing_reason: '' })
    expect(outcome.problems).toEqual([])
  })
})

test('points are shown with the decimals of the totals or the scores, whichever has more', async () => {
  const { tables } = await opened('Đơn vị;A (10);B (12);Tổng\nQuận 1;9,5;11,5;21', NEW)
  expect(pick(tables.editions, 'decimals')).toEqual(['1'])
})

describe('a class beside a sub-index', () => {
  test('has no place in the tables, which is named once', async () => {
    const { tables, outcome } = await opened(
      'unit,sub_index,score,max_score,Xếp loại\nQuận 1,A,5,10,Tốt\nTP Thủ Đức,A,4,10,Khá',
      NEW,
    )
    expect(pick(tables.results, 'band_id')).toEqual(['', ''])
    expect(outcome.problems).toMatchObject([
      { kind: 'bad-value', severity: 'warning', row: 2, column: 'E', value: 'Tốt', expected: 'total' },
    ])
  })
  test('is named apart from a rank beside it', async () => {
    const { kinds } = await opened('unit,sub_index,score,max_score,rank,class\nQuận 1,A,5,10,1,Tốt', NEW)
    expect(kinds).toEqual(['warning bad-value', 'warning bad-value'])
  })
})

describe('a name that a spreadsheet would take for a formula', () => {
  const named = (problems: readonly { readonly kind: string }[]) =>
    problems.filter(({ kind }) => kind === 'formula-name')
  test('is kept as it is, and named once, be it of a unit, a sub-index or a source', async () => {
    const text = 'Đơn vị,+Thể chế (10),-Tài chính (10),Nguồn\n=1+1,5,6,@Báo cáo\nQuận 1,5,6,@Báo cáo\n'
    const { tables, outcome } = await opened(text, { ...NEW, period: '2024' })
    expect(tables.units.map((row) => row['name_vi'])).toContain('=1+1')
    expect(named(outcome.problems)).toMatchObject([
      { severity: 'warning', row: 2, column: 'A', value: '=1+1' },
      { row: 1, column: 'B', value: '+Thể chế' },
      { row: 1, column: 'C', value: '-Tài chính' },
      { row: 2, column: 'D', value: '@Báo cáo' },
    ])
  })
  test('is no sign for a missing value, nor a unit of the definitions behind a dash', async () => {
    const { outcome } = await opened('Đơn vị,A (10),Nguồn\n- Quận 1,5,-\n', { ...NEW, period: '2024' })
    expect(named(outcome.problems)).toEqual([])
  })
  test('of a sub-index in a long table is named at its first row', async () => {
    const { outcome } = await opened(
      'unit,sub_index,score,max_score\nQuận 1,A,5,10\nQuận 1,=B,5,10\nTP Thủ Đức,=B,5,10',
      NEW,
    )
    expect(named(outcome.problems)).toMatchObject([{ row: 3, column: 'B', value: '=B' }])
  })
})

test('the order of the rows changes neither tables nor questions', async () => {
  const unit = fc.constantFrom(
    'Quận 1',
    'UBND Quận 1',
    'Quan 1',
    'TP Thủ Đức',
    'Bình Tân',
    'Quận Bình Tâm',
    'Tân Hòa',
    'Tân Hóa',
    'TÂN HOÀ',
    '1. Quận 1',
  )
  const score = fc.constantFrom('5,5', '6,25', '7', '0', '', '-', '11', '-1', 'không áp dụng', '8,5*', '12-May')
  const row = fc.tuple(
    unit,
    fc.constantFrom('2023', '2024'),
    score,
    score,
    fc.constantFrom('1', '2', ''),
    fc.constantFrom('Tốt', 'Khá', ''),
  )
  // The rows by which the table is recognised stay the first ones.
  const first = [
    'Quận Bình Tân;2023;5,5;6,5;;',
    'TP Thủ Đức;2023;6,5;5,5;;',
    'Quận 1;2025;6,5;5,5;;',
    'TP Thủ Đức;2025;3,5;5,5;;',
  ]
  const textOf = (rows: readonly (readonly string[])[]) =>
    ['Đơn vị;Năm;A (10);Tổng điểm (10);Xếp hạng;Xếp loại', ...first, ...rows.map((cells) => cells.join(';'))].join('\n')
  const ANSWERS = { index: 'Chỉ số mới', block: 'districts' }
  const plain = (text: string) => text.replace(/"(?:source_row|position)":"[^"]*"/g, '')
  const seen = async (rows: readonly (readonly string[])[]) => {
    const asked = await open(textOf(rows), ANSWERS)
    const questions = asked.outcome === 'needs-answer' ? asked.questions : []
    const answers = Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.value ?? '']))
    const { tables } = await opened(textOf(rows), { ...ANSWERS, ...answers })
    return [
      questions.map(({ id }) => id).toSorted(),
      TABLE_NAMES.map((name) => tables[name].map((entry) => plain(JSON.stringify(entry))).toSorted()),
    ]
  }
  const rows = fc.array(row, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      async ([all, shuffled]) => {
        expect(await seen(shuffled)).toEqual(await seen(all))
      },
    ),
    { numRuns: 80 },
  )
})
