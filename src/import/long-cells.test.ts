import { expect, test } from 'vitest'
import { isMaximumCell, isNumbering, summaryOf } from '@/import/table/words'
import { matchBlocks } from '@/import/meaning/match-definitions'
import { periodsInName } from '@/import/meaning/periods'
import { repairedNumber } from '@/import/meaning/repair-number'
import { withoutAbbreviation } from '@/import/meaning/unit-keys'
import { open } from '../../tests/fixtures/csv/opened'

// Each of these took minutes or for ever where a form can be tried in many ways.
const LONG = 100_000
const blanks = ' '.repeat(LONG)

test('a mean with a run of digits or numerals behind it is read at once', () => {
  for (const run of ['1'.repeat(60), 'i'.repeat(60), 'iv'.repeat(40), 'abc'.repeat(20)]) {
    expect(summaryOf(`Trung bình ${run}x`)).toBe('doubtful')
  }
  expect(summaryOf('Trung bình khối sở, ban, ngành năm 2023')).toBe('sure')
  expect(summaryOf('Trung bình nhóm III')).toBe('sure')
})

test('long texts that begin like a number, a maximum, a period or a name are read at once', () => {
  expect(repairedNumber(`8${blanks}x`)).toBeNull()
  expect(repairedNumber(`8${blanks}*`)).toBeNull()
  expect(isMaximumCell(`(${blanks}x`)).toBe(false)
  expect(isNumbering([`A${blanks}x`, `B${blanks}x`])).toBe(false)
  expect(periodsInName(`tháng 1${blanks}x 2024`)).toEqual(['2024'])
  expect(withoutAbbreviation(`Sở${blanks}x`)).toBe(`Sở${blanks}x`)
  expect(matchBlocks([])(`II. Khối (${'1'.repeat(LONG)}`).block).toBeNull()
})

const HOSTILE = [
  `8${blanks}x`,
  `(${blanks}x`,
  '('.repeat(LONG),
  `(${'1'.repeat(LONG)}`,
  '(tối đa'.repeat(LONG / 10),
  '*'.repeat(LONG),
  'a '.repeat(LONG / 2),
  '-'.repeat(LONG),
  `tháng 1${blanks}`,
  `Trung bình ${'1'.repeat(100)}x`,
]
test.each(HOSTILE.map((text, which) => [which, text] as const))(
  'a cell of a hundred thousand letters (%i) hangs no step, wherever it stands',
  async (_, text) => {
    const answers = { index: 'par', period: '2024', block: 'districts' }
    const table = (title: string, header: string, name: string, score: string) =>
      `${title}\n\nĐơn vị,${header},Xếp hạng\nQuận 1,80,1\n${name},${score},2\nQuận 3,60,3\n`
    for (const csv of [
      table(text, 'Điểm', 'Quận 2', '70'),
      table('Bảng 1', text, 'Quận 2', '70'),
      table('Bảng 1', 'Điểm', text, '70'),
      table('Bảng 1', 'Điểm', 'Quận 2', text),
    ]) {
      const { outcome } = await open(csv, answers)
      expect(['opened', 'refused', 'needs-answer']).toContain(outcome)
    }
  },
)
