import { expect, test } from 'vitest'
import { open } from '../../../tests/fixtures/csv/opened'

const ANSWERS = { index: 'par', period: '2024', block: 'departments' }
const asked = async (...rows: readonly string[]) => {
  const outcome = await open(`Đơn vị,Tổng điểm,Xếp hạng\n${rows.join('\n')}\n`, ANSWERS)
  return outcome.outcome === 'needs-answer'
    ? outcome.questions.map(({ id }) => id).filter((id) => id.startsWith('row:'))
    : []
}

test('a row called like a total, with the rank that is missing among the others, is asked', async () => {
  expect(await asked('Sở Tư pháp,85,1', 'Tổng hợp,82,2', 'Sở Y tế,80,3', 'Trung bình,78,4')).toEqual(['row:3', 'row:5'])
})

test('means, extremes and totals without a rank, with a rank of another row, or with none that can be are summaries', async () => {
  const rows = ['Sở Tư pháp,85,1', 'Sở Y tế,80,2', 'Sở Nội vụ,78,3']
  for (const row of ['Trung bình,81,', 'Trung bình,81,2', 'Trung bình,81,1.5', 'Cao nhất,85,1', 'Tổng cộng,243,6']) {
    expect(await asked(...rows, row)).toEqual([])
  }
})
