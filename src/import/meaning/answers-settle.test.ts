import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers, OpenOutcome, Question } from '@/import/opening'
import { open } from '../../../tests/fixtures/csv/opened'

const header = fc.constantFrom(
  'Đơn vị',
  'STT',
  'Tổng điểm',
  'Điểm',
  'Xếp hạng',
  'Xếp loại',
  'Nhóm',
  'Năm',
  'Khối',
  'Chỉ số',
  'Lĩnh vực',
  'Chỉ đạo, điều hành (30)',
  'Chỉ đạo điều hnàh',
  'LV2',
  'Điểm 2023',
  'Điểm 2024',
  'PAR INDEX 2024',
  'DTI',
  'Điểm tối đa',
  'Điểm tự chấm',
  'Số phiếu',
  'A',
  'B (10)',
  '',
  '__proto__',
  '<b>',
)
const cell = fc.oneof(
  fc.integer({ min: 0, max: 110 }).map(String),
  fc.constantFrom(
    '',
    '-',
    '1',
    '2',
    '3',
    '0,5',
    '0.75',
    '1.234',
    '5,5',
    'x',
    'Tốt',
    'Khá',
    '12-May',
    '2024',
    'Quận huyện',
    'N/A',
    '95%',
    '-3',
  ),
)
const name = fc.constantFrom(
  'Quận 1',
  'Quan 1',
  'Bình Tân',
  'TP Thủ Đức',
  'Sở Tài chính',
  'Nơi lạ',
  'Tổng điểm',
  'LV1',
  'constructor',
)
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.tuple(
      fc.array(header, { minLength: width, maxLength: width }),
      fc.array(fc.tuple(name, fc.array(cell, { minLength: width, maxLength: width })), { minLength: 1, maxLength: 8 }),
    ),
  )
const quoted = (text: string) => `"${text}"`
const textOf = ([headers, rows]: readonly [readonly string[], readonly (readonly [string, readonly string[]])[]]) =>
  [['Đơn vị', ...headers], ...rows.map(([unit, cells]) => [unit, ...cells])]
    .map((cells) => cells.map(quoted).join(';'))
    .join('\n')

const FREE: Readonly<Partial<Record<Question['kind'], string>>> = {
  index: 'par',
  period: '2024',
  block: 'districts',
  'of-unit': 'Quận 1',
  max: '100',
}

/** As a viewer who takes the first option, or writes something where there is none. */
const answered = ({ id, kind, options }: Question): Answers => ({ [id]: options[0]?.value ?? FREE[kind] ?? 'x' })

async function settled(text: string): Promise<OpenOutcome> {
  let answers: Answers = {}
  for (let round = 0; round < 12; round++) {
    const outcome = await open(text, answers)
    if (outcome.outcome !== 'needs-answer') return outcome
    expect(outcome.questions.length).toBeGreaterThan(0)
    for (const question of outcome.questions) {
      expect(question.options.length > 0 || question.free).toBe(true)
      // What was answered is not asked again.
      expect(answers[question.id]).toBeUndefined()
      answers = { ...answers, ...answered(question) }
    }
  }
  throw new Error(`asked without end: ${JSON.stringify(answers)}`)
}

test('whatever the table, taking the first option of every question ends in a package or a refusal with its reason', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const outcome = await settled(textOf(cells))
      if (outcome.outcome === 'refused')
        expect(outcome.problems.some(({ severity }) => severity === 'error')).toBe(true)
      else expect(outcome.outcome).toBe('opened')
    }),
    {
      numRuns: 150,
      // Columns that say they are the same, of which another answer, or the index, tells that they are not.
      examples: [
        [[['Điểm 2024', 'Tổng điểm', 'PAR INDEX 2024'], [['Quận 1', ['0', '1', '2']]]]],
        [[['Chỉ đạo điều hnàh', 'Chỉ đạo, điều hành (30)', 'Chỉ đạo điều hnàh'], [['Quận 1', ['', '3', '0']]]]],
        [[['DTI', '<b>', 'PAR INDEX 2024', 'DTI'], [['Quận 1', ['0', '2', '0', '1']]]]],
      ],
    },
  )
})
