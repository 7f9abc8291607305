import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { shippedBase } from '../../../tests/fixtures/csv/shipped-base'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const NEW: Answers = { index: 'Chỉ số mới', period: '2024', block: 'districts' }
const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))

describe('the maximum of totals that nothing tells', () => {
  test.each([
    ['0.61', ['1', '10', 'none']],
    ['8.5', ['10', '100', 'none']],
    ['89.5', ['100', '1000', 'none']],
    ['264', ['1000', 'none']],
    ['1500.5', ['none']],
  ])('is asked: the usual scales that hold a largest of %s', async (largest, options) => {
    const outcome = await open(`Đơn vị,Tổng điểm\nQuận 1,0.5\nTP Thủ Đức,${largest}`, NEW)
    expect(outcome).toMatchObject({
      questions: [
        { id: 'max:B', kind: 'max', free: true, about: [largest], options: options.map((value) => ({ value })) },
      ],
    })
  })
  test.each([
    ['330', '330'],
    ['1.000', '1'],
    ['none', ''],
  ])('answered %s is %s', async (answer, max) => {
    const { tables, outcome } = await opened('Đơn vị,Tổng điểm\nQuận 1,0.5\nTP Thủ Đức,0.6', {
      ...NEW,
      'max:B': answer,
    })
    expect(pick(tables.results, 'max_score')).toEqual([max, max])
    expect(outcome.problems).toEqual([])
  })
  test('is 100 where all are per cent', async () => {
    const { tables } = await opened('Đơn vị;Tổng điểm\nQuận 1;89,5%\nTP Thủ Đức;77%', NEW)
    expect(pick(tables.results, 'total_score', 'max_score')).toEqual(['89.5 | 100', '77 | 100'])
  })
  test('is not asked where there are ranks only', async () => {
    const { tables } = await opened('Đơn vị,Tổng điểm,Xếp hạng\nQuận 1,,1\nTP Thủ Đức,,2', NEW)
    expect(pick(tables.results, 'rank', 'missing_reason')).toEqual(['1 | rank-only', '2 | rank-only'])
  })
  test('is not asked where the totals are the sums of parts whose maxima are known', async () => {
    const { tables } = await opened('Đơn vị,A (60),B (40),Tổng điểm\nQuận 1,50,30,80\nTP Thủ Đức,40,30,70', NEW)
    expect(pick(tables.results, 'total_score', 'max_score')).toEqual(['80 | ', '70 | '])
  })
  describe('over several years', () => {
    const YEARS = 'Đơn vị,Điểm 2022,Điểm 2023,Điểm 2024\nQuận 1,60,61,62\nTP Thủ Đức,50,51,52'
    const maximaOf = async (answers: Answers) =>
      pick((await opened(YEARS, { ...NEW, ...answers })).tables.results, 'period', 'max_score')
    test('is asked once, in the name of the first', async () => {
      const outcome = await open(YEARS, NEW)
      expect(outcome).toMatchObject({ questions: [{ id: 'max:B', about: ['62', 'B, C, D'] }] })
      expect(outcome).toHaveProperty('questions.length', 1)
    })
    test.each([
      ['100', ['2022 | 100', '2023 | 100', '2024 | 100']],
      ['none', ['2022 | ', '2023 | ', '2024 | ']],
    ])('the answer %s is that of all', async (answer, maxima) => {
      expect([...new Set(await maximaOf({ 'max:B': answer }))]).toEqual(maxima)
    })
    test('but another answer for one of them wins', async () => {
      const own = await maximaOf({ 'max:B': '100', 'max:C': '70', 'max:D': '100' })
      expect([...new Set(own)]).toEqual(['2022 | 100', '2023 | 70', '2024 | 100'])
    })
    test('and what does not fit the others is asked of these again', async () => {
      expect(await open(YEARS, { ...NEW, 'max:B': '61' })).toMatchObject({ questions: [{ id: 'max:D' }] })
    })
  })
  test('cannot be one for indices on different scales: each is read on its own, and that is said', async () => {
    const { tables, outcome } = await opened('index,unit,sub_index,score\nX,Quận 1,total,0.6\nY,Quận 1,total,80', NEW)
    expect(pick(tables.results, 'total_score', 'max_score')).toEqual(['0.6 | 1', '80 | 100'])
    expect(outcome.problems.filter(({ kind }) => kind === 'missing-column')).toMatchObject([
      { severity: 'warning', row: 2, column: 'D', value: '1', expected: 'max_score' },
      { severity: 'warning', row: 3, column: 'D', value: '100', expected: 'max_score' },
    ])
  })
})

describe('scores that are not on the scale of the definitions', () => {
  const DTI = `Đơn vị;Nhận thức số;Thể chế số;DTI
Sở Y tế;0,9;0,8;0,72
Sở Tư pháp;0,8;0,7;0,71
Sở Du lịch;0,7;0,65;0,61`
  const ANSWERS: Answers = { index: 'dti', period: '2021', block: 'departments' }
  const CITY = shippedBase('tp-hcm-mau')
  test('are asked about once, and not read as next to nothing', async () => {
    expect(await open(DTI, ANSWERS, CITY)).toMatchObject({
      outcome: 'needs-answer',
      questions: [
        { id: 'max:B', about: ['0.9'], options: [{ value: '1' }, { value: '10' }, { value: '40' }, { value: 'none' }] },
      ],
    })
  })
  test('the answer for one column of shares is that of all', async () => {
    const { tables } = await opened(DTI, { ...ANSWERS, 'max:B': '1' }, CITY)
    expect(pick(tables.sub_indices, 'sub_index_id', 'max_score')).toEqual(['nhan-thuc-so | 1', 'the-che-so | 1'])
    expect(pick(tables.results, 'total_score', 'max_score')).toEqual(['0.72 | 1', '0.71 | 1', '0.61 | 1'])
  })
  test('most above the maximum of the definitions are asked about as well', async () => {
    const text = 'Đơn vị;Nhận thức số\nSở Y tế;90\nSở Tư pháp;80\nSở Du lịch;35'
    expect(await open(text, ANSWERS, CITY)).toMatchObject({ questions: [{ id: 'max:B', about: ['90'] }] })
  })
})
