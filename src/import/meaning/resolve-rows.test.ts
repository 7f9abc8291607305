import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { opened } from '../../../tests/fixtures/csv/opened'

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
