import { describe, expect, test } from 'vitest'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }
const UNITS = ['Quận 1', 'TP Thủ Đức', 'Quận Bình Tân']
const table = (header: string, ...rows: readonly string[]) =>
  [`Đơn vị,${header}`, ...rows.map((row, place) => `${UNITS[place]},${row}`)].join('\n')
const questionsOf = async (text: string, answers = {}) => {
  const outcome = await open(text, { ...NEW, ...answers })
  return outcome.outcome === 'needs-answer'
    ? outcome.questions.map(({ id, options }) => `${id}: ${options.map(({ value }) => value).join(', ')}`)
    : outcome.outcome
}

describe('a rank in a table that scores fields and no total', () => {
  test.each([
    ['one field', 'Cải cách thể chế,Xếp hạng', '10,1', '9,2', '8,3'],
    ['the last of two fields, as far as the scores tell', 'A,B,Hạng', '5,9,1', '9,8,2', '7,4,3'],
    ['neither field nor the sum of them', 'A,B,Hạng', '5,9,2', '9,8,3', '7,4,1'],
  ])('is asked about where it may be that of %s', async (_, header, ...rows) => {
    const letter = header.split(',').length === 2 ? 'C' : 'D'
    expect(await questionsOf(table(header, ...rows))).toEqual([`column:${letter}: rank, sub-rank, ignored`])
  })
  test('is asked about with two units too, as nothing is told by so few', async () => {
    expect(await questionsOf(table('A,B,Hạng', '5,9,1', '9,4,2'))).toEqual(['column:D: rank, sub-rank, ignored'])
  })
  test('is no rank of the unit where the answer is the field', async () => {
    const { tables } = await opened(table('A,Hạng', '10,1', '9,2'), { ...NEW, 'column:C': 'sub-rank' })
    expect(tables.results.map((row) => [row['rank'], row['missing_reason']])).toEqual([
      ['', ''],
      ['', ''],
    ])
  })
  test('is the rank of the unit where it follows the sums of the fields and no field alone', async () => {
    const { tables } = await opened(table('A,B,Xếp hạng', '9,8,1', '5,9,2', '7,4,3'), NEW)
    expect(tables.results.map((row) => row['rank'])).toEqual(['1', '2', '3'])
  })
  test('is that of each field where each has its own beside it, and the one beyond them is the total’s', async () => {
    const own = await opened(table('A,Hạng,B,Hạng', '10,1,8,2', '9,2,9,1'), NEW)
    expect(own.outcome.reading.columns?.map(({ role }) => role)).toEqual([
      'unit',
      'sub-index',
      'sub-rank',
      'sub-index',
      'sub-rank',
    ])
    const beyond = await opened(table('A,Hạng,B,Hạng,Xếp hạng', '10,1,8,2,1', '9,2,9,1,1'), NEW)
    expect(beyond.tables.results.map((row) => row['rank'])).toEqual(['1', '1'])
  })
  test('is that of the figure at its left where every figure and the total has one', async () => {
    const { tables, outcome } = await opened(
      table('A (10),Hạng,B (20),Hạng,Tổng điểm,Hạng', '9,1,18,2,27,1', '8,2,19,1,27,1'),
      NEW,
    )
    expect(outcome.reading.columns?.map(({ role }) => role)).toEqual([
      'unit',
      'sub-index',
      'sub-rank',
      'sub-index',
      'sub-rank',
      'total',
      'rank',
    ])
    expect(tables.results.map((row) => row['rank'])).toEqual(['1', '1'])
    expect(
      await questionsOf(
        table('A (10),Hạng,B (20),Tổng điểm,Khối,Hạng', '9,1,18,27,Quận huyện,1', '8,2,19,27,Quận huyện,1'),
      ),
    ).toEqual(['column:C: nth:1, nth:2, nth:0'])
  })
  test('is the total’s where its header says so', async () => {
    expect(await questionsOf(table('A,Xếp hạng chung', '10,1', '9,2'))).toBe('opened')
  })
})

test('a class beside fields only is asked about', async () => {
  expect(await questionsOf(table('A,Xếp loại', '10,Tốt', '9,Khá'))).toEqual(['column:C: class, ignored'])
})

describe('three digits after the only mark', () => {
  test('are asked about before the maximum where nothing says what that is', async () => {
    const text = table('Tổng điểm', '1.234', '987', '1.111')
    expect(await questionsOf(text)).toEqual(['mark:B: ., ,'])
    expect(await questionsOf(text, { 'max:B': 'none' })).toEqual(['mark:B: ., ,'])
  })
  test('are decimals where the fields’ maxima leave nothing else for the total', async () => {
    const { tables } = await opened(table('A (10);B (20);Tổng điểm', '8.125;9.250;17.375').replaceAll(',', ';'), NEW)
    expect(tables.results.map((row) => row['total_score'])).toEqual(['17.375'])
  })
  test('are decimals where the base’s index leaves nothing else for the total', async () => {
    const { tables } = await opened(table('Tổng điểm', '81.125', '79.250'), { ...NEW, index: 'par' })
    expect(tables.results.map((row) => row['total_score'])).toEqual(['81.125', '79.25'])
  })
})

describe('points of stages without final ones', () => {
  const STAGES = table('Điểm tối đa,Điểm tự chấm,Điểm thẩm định,Tỷ lệ %', '100,90,85.5,85.5%', '84,70,68.32,81.33%')
  test('are asked about: one may be the total', async () => {
    expect(await questionsOf(STAGES)).toEqual(['column:D: total, sub-index:Điểm thẩm định, ignored'])
    expect(await questionsOf(STAGES, { 'column:D': 'ignored' })).toEqual([
      'column:C: total, sub-index:Điểm tự chấm, ignored',
    ])
  })
  test('have the maxima of their rows, which the per cent confirms, and the other stage is named as not read', async () => {
    const { tables, outcome } = await opened(STAGES, { ...NEW, 'column:D': 'total' })
    expect(tables.results.map((row) => [row['total_score'], row['max_score']])).toEqual([
      ['85.5', '100'],
      ['68.32', '84'],
    ])
    expect(tables.scores).toEqual([])
    expect(outcome.problems.filter(({ severity }) => severity === 'warning').map(({ column }) => column)).toEqual(['C'])
  })
})

test('maxima that are bound to no score are named', async () => {
  const { outcome } = await opened(table('A,B,Điểm tối đa', '5,9,10', '6,8,10'), NEW)
  expect(outcome.problems).toMatchObject([{ kind: 'unknown-column', severity: 'warning', column: 'D' }])
})

describe('maxima from the definitions', () => {
  test('are shown with the columns that they were applied to', async () => {
    const { outcome } = await opened(
      'Đơn vị;Chỉ đạo, điều hành;Cải cách thủ tục hành chính;Tổng điểm\nQuận 1;25;60;85\nTP Thủ Đức;24;61;85',
      { ...NEW, index: 'par' },
    )
    expect(outcome.reading.columns?.map(({ max }) => max)).toEqual([null, 30, 70, 100])
  })
  test('are not those of totals whose fields the index does not have', async () => {
    expect(await questionsOf(table('A,B,Tổng điểm', '12,13,25', '12,11,23'), { index: 'par' })).toEqual([
      'max:D: 100, 1000, none',
    ])
  })
})
