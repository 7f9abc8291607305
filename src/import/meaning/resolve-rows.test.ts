import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const ANSWERS = { index: 'par', period: '2024', block: 'districts' }
const editionsOf = async (text: string, answers: Answers) => {
  const { outcome, tables } = await opened(text, answers)
  return {
    editions: tables.editions.map((row) => `${row['index_id']} ${row['period']} ${row['block_id']}`),
    differing: outcome.problems.filter(({ kind }) => kind === 'answer-differs'),
  }
}

describe('where the file says something else than what was answered, the file stands and both are named', () => {
  test('the year in a header', async () => {
    const { editions, differing } = await editionsOf('Đơn vị,Tổng điểm 2024\nQuận 1,80\nQuận 3,70\n', {
      ...ANSWERS,
      period: '2022',
    })
    expect(editions).toEqual(['par 2024 districts'])
    expect(differing).toEqual([
      {
        kind: 'answer-differs',
        severity: 'warning',
        file: 'file.csv',
        row: 2,
        column: 'B',
        value: '2024',
        expected: '2022',
      },
    ])
  })
  test('columns of index, period and block', async () => {
    const { editions, differing } = await editionsOf(
      'Chỉ số,Năm,Khối,Đơn vị,Lĩnh vực,Điểm\nPAR Index,2024,"Quận, huyện",Quận 1,Tổng,85\n',
      { index: 'dti', period: '2025', block: 'departments' },
    )
    expect(editions).toEqual(['par 2024 districts'])
    expect(differing.map(({ column, value, expected }) => [column, value, expected])).toEqual([
      ['A', 'PAR Index', 'dti'],
      ['B', '2024', '2025'],
      ['C', 'Quận, huyện', 'departments'],
    ])
  })
  test('headings of sections', async () => {
    const { editions, differing } = await editionsOf('Đơn vị,Tổng điểm\nQuận huyện,\nQuận 1,80\nQuận 3,70\n', {
      ...ANSWERS,
      block: 'departments',
    })
    expect(editions).toEqual(['par 2024 districts'])
    expect(differing).toMatchObject([{ expected: 'departments' }])
  })
})

test('an answer that the file says of some rows, in other words or not at all, differs from nothing', async () => {
  const years = 'Đơn vị,Tổng điểm 2023,Tổng điểm 2024\nQuận 1,80,81\nQuận 3,70,71\n'
  const blank = 'Năm,Đơn vị,Tổng điểm\nNăm 2023,Quận 1,80\n,Quận 3,70\n'
  const words = 'Năm,Khối,Đơn vị,Tổng điểm\nNăm 2024,Quận huyện,Quận 1,80\n'
  for (const text of [years, blank, words]) expect((await editionsOf(text, ANSWERS)).differing).toEqual([])
})

describe('a name in a long table that only comes near a sub-index', () => {
  const TEXT =
    'Đơn vị,Lĩnh vực,Điểm,Điểm tối đa\n' +
    'Quận 1,"Chỉ đạo, điều hàhn",20,30\nQuận 1,Cải cách thủ tục hành chính,60,70\n' +
    'TP Thủ Đức,"CHỈ ĐẠO, ĐIỀU HÀHN",21,30\nTP Thủ Đức,Cải cách thủ tục hành chính,61,70\n'
  const subsOf = async (answers: Answers) =>
    (await opened(TEXT, { ...ANSWERS, ...answers })).tables.scores.map((row) => row['sub_index_id'])
  test('is asked about once, whatever its case, with the sub-index and "new" to choose from', async () => {
    expect(await open(TEXT, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [
        {
          id: 'sub-index:Chỉ đạo, điều hàhn',
          kind: 'sub-index',
          options: [{ value: 'direction', label: 'Chỉ đạo, điều hành' }, { value: 'new' }],
        },
      ],
    })
  })
  test('is that sub-index, or a new one, as the viewer says of either spelling', async () => {
    const ofBase = ['direction', 'procedures', 'direction', 'procedures']
    expect(await subsOf({ 'sub-index:Chỉ đạo, điều hàhn': 'direction' })).toEqual(ofBase)
    expect(await subsOf({ 'sub-index:CHỈ ĐẠO, ĐIỀU HÀHN': 'direction' })).toEqual(ofBase)
    const fresh = await subsOf({ 'sub-index:Chỉ đạo, điều hàhn': 'new' })
    expect(fresh).toEqual(['chi-dao-dieu-hahn', 'procedures', 'chi-dao-dieu-hahn', 'procedures'])
  })
  test('is asked about again where the answer is no sub-index of the index', async () => {
    const outcome = await open(TEXT, { ...ANSWERS, 'sub-index:Chỉ đạo, điều hàhn': 'nothing' })
    expect(outcome.outcome).toBe('needs-answer')
  })
  test('is a new one without a question where the base does not know the index', async () => {
    expect((await open(TEXT, { ...ANSWERS, index: 'Chỉ số khác' })).outcome).toBe('opened')
  })
})
