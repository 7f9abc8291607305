import { describe, expect, test } from 'vitest'
import type { Answers, Question } from '@/import/opening'
import { SMALL_BASE } from '../../../tests/fixtures/csv/base'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const questionsOf = async (text: string, answers: Answers = {}, name?: string): Promise<readonly Question[]> => {
  const outcome = await open(text, answers, SMALL_BASE, name)
  return outcome.outcome === 'needs-answer' ? outcome.questions : []
}
const shown = (questions: readonly Question[]) =>
  questions.map(({ id, options }) => `${id}: ${options.map(({ value }) => value).join(' ')}`)
const TABLE = 'Đơn vị,"Chỉ đạo, điều hành (30)",Tổng điểm (100)\nQuận 1,25,80\nQuận Bình Tân,20,70'

describe('what neither columns nor sections say', () => {
  test('is asked; the sub-indices tell which index is likely, the units which block', async () => {
    expect(shown(await questionsOf(TABLE))).toEqual([
      'index: par dti',
      'period: ',
      'block: districts departments communes',
    ])
  })
  test('is suggested by the name of the file, and not assumed', async () => {
    expect(shown(await questionsOf(TABLE, {}, 'DTI phường xã Q3-2025.csv'))).toEqual([
      'index: dti par',
      'period: 2025-Q3 2025',
      'block: communes districts departments',
    ])
  })
  test('is suggested by the title above the table, and not assumed', async () => {
    const title = 'BẢNG XẾP HẠNG CHỈ SỐ CHUYỂN ĐỔI SỐ NĂM 2023,,\nKhối sở ban ngành,,\n'
    expect(shown(await questionsOf(title + TABLE))).toEqual([
      'index: dti par',
      'period: 2023',
      'block: departments districts communes',
    ])
  })
  test('is offered with what in the file speaks for it', async () => {
    const text = TABLE.replace('Quận Bình Tân', 'Sở Tài chính')
    const questions = await questionsOf(`Chỉ số chuyển đổi số năm 2023,,\n${text}`, {}, 'quận huyện 2023.csv')
    const evidence = questions.map(({ options }) => options.map((option) => [option.value, option.evidence]))
    expect(evidence).toEqual([
      [
        ['dti', [{ kind: 'title' }]],
        ['par', [{ kind: 'sub-indices', count: 1, of: 1 }]],
      ],
      [['2023', [{ kind: 'title' }, { kind: 'file-name' }]]],
      [
        ['districts', [{ kind: 'file-name' }, { kind: 'units', count: 1, of: 2 }]],
        ['departments', [{ kind: 'units', count: 1, of: 2 }]],
        ['communes', undefined],
      ],
    ])
  })
  test('is suggested by a single column that names it', async () => {
    const text = TABLE.replace('Tổng điểm (100)', 'PAR INDEX 2022 (100)')
    expect(shown(await questionsOf(text, { block: 'districts' }))).toEqual(['index: par dti', 'period: 2022'])
  })
  test('is not asked where sections name the blocks', async () => {
    const text = `Đơn vị,Tổng điểm (100)
I. KHỐI SỞ BAN NGÀNH,
Sở Tài chính,80
Sở Kế hoạch và Đầu tư,75
II. UBND QUẬN HUYỆN,
Quận 1,70
Quận Bình Tân,60`
    const { tables } = await opened(text, { index: 'dti', period: '2024' })
    expect(tables.results.map((row) => `${row['block_id']} ${row['unit_id']}`)).toEqual([
      'departments so-tai-chinh',
      'departments so-khdt',
      'districts quan-1',
      'districts quan-binh-tan',
    ])
  })
  test('is asked again where the answer is no period, and that is named', async () => {
    const outcome = await open(TABLE, { index: 'par', block: 'districts', period: 'năm nay' })
    expect(outcome).toMatchObject({ questions: [{ id: 'period' }], problemCounts: { 'unknown-period': 1 } })
  })
  test('is answered for rows whose cell is blank', async () => {
    const { tables } = await opened('Năm,Đơn vị,Tổng điểm (100)\n2023,Quận 1,80\n,Quận Bình Tân,70', {
      index: 'dti',
      block: 'districts',
      period: '2024',
    })
    expect(tables.results.map((row) => row['period'])).toEqual(['2023', '2024'])
  })
})

describe('what would be asked next', () => {
  const NEAR = 'Đơn vị,"Chỉ đạo, điều hành (30)",Tổng điểm (100)\nQuận 1,25,80\nQuận Bình Tâm,20,70'
  const TITLE = 'PAR INDEX QUẬN HUYỆN NĂM 2023,,\n'
  test('is asked at once where the file speaks for the answers, and says what it supposes', async () => {
    const questions = await questionsOf(TITLE + NEAR)
    expect(questions.map(({ id, supposing }) => [id, supposing])).toEqual([
      ['index', undefined],
      ['period', undefined],
      ['block', undefined],
      ['unit:Quận Bình Tâm', { index: 'par', period: '2023', block: 'districts' }],
    ])
  })
  test('waits where the title says one block and the names another', async () => {
    const questions = await questionsOf(TITLE.replace('QUẬN HUYỆN', 'PHƯỜNG XÃ') + NEAR)
    expect(questions.map(({ id }) => id)).toEqual(['index', 'period', 'block'])
  })
  test('is asked of the columns already where only the period is open; of the units after it', async () => {
    const text = NEAR.replace(',Tổng', ',"Cải cách thủ tục hành chánh (70)",Tổng')
    const outcome = await open(text.replace('25,80', '25,55,80').replace('20,70', '20,50,70'))
    expect(outcome).toMatchObject({
      mayAskMore: true,
      questions: [
        { id: 'index' },
        { id: 'period' },
        { id: 'block' },
        { id: 'column:C', supposing: { index: 'par', block: 'districts' } },
      ],
    })
  })
  test('is asked together with what a column is, whatever that turns out to be', async () => {
    const questions = await questionsOf(
      NEAR.replace('(100)', '(100),Xếp loại').replace('25,80', '25,80,1').replace('20,70', '20,70,2'),
      {
        index: 'par',
        period: '2023',
        block: 'districts',
      },
    )
    expect(questions.map(({ id, supposing }) => [id, supposing])).toEqual([
      ['column:D', undefined],
      ['unit:Quận Bình Tâm', undefined],
    ])
  })
})
