import { describe, expect, test } from 'vitest'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const NEW = { index: 'Chỉ số mới', period: '2024', block: 'districts' }

describe('a maximum that cannot be read', () => {
  test.each([
    ['mười', 'bad-number'],
    ['-10', 'negative'],
  ])('%s refuses the score beside it', async (max, kind) => {
    const { tables, outcome } = await opened(
      `unit,sub_index,score,max_score\nQuận 1,A,5,${max}\nTP Thủ Đức,A,6,10`,
      NEW,
    )
    expect(pick(tables.scores, 'unit_id', 'score', 'missing_reason')).toEqual([
      'quan-1 |  | refused',
      'tp-thu-duc | 6 | ',
    ])
    expect(outcome.problems).toMatchObject([{ kind, severity: 'error', row: 2, column: 'D', value: max }])
  })
})

describe('a blank and a score of the same unit and sub-index', () => {
  const HEADER = 'unit,sub_index,score,max_score,rank\n'
  test.each([
    ['after', 'Quận 1,A,5,10,\nQuận 1,A,,10,', 3, '2'],
    ['before', 'Quận 1,A,,10,\nQuận 1,A,5,10,', 2, '3'],
  ])('the score stands with the blank %s it, and the blank is named', async (_, rows, row, expected) => {
    const { tables, outcome } = await opened(`${HEADER}${rows}`, NEW)
    expect(pick(tables.scores, 'score', 'missing_reason', 'source_row')).toEqual([`5 |  | ${expected}`])
    expect(outcome.problems).toMatchObject([{ kind: 'duplicate-row', severity: 'warning', row, expected }])
  })
  test('a blank does not settle two scores that differ', async () => {
    const { tables } = await opened(`${HEADER}Quận 1,A,,10,\nQuận 1,A,5,10,\nQuận 1,A,6,10,`, NEW)
    expect(pick(tables.scores, 'score', 'missing_reason')).toEqual([' | refused'])
  })
  test('a blank total with a rank of its own is in conflict', async () => {
    const { tables } = await opened(`${HEADER}Quận 1,total,5,10,1\nQuận 1,total,,10,2`, NEW)
    expect(pick(tables.results, 'total_score', 'rank', 'missing_reason')).toEqual([' |  | refused'])
  })
})

describe('a per cent is that share of the maximum', () => {
  const PAR = { index: 'par', period: '2024', block: 'districts' }
  test('which the row gives', async () => {
    const { tables, outcome } = await opened(
      'unit,sub_index,score,max_score\nQuận 1,A,2%,10\nTP Thủ Đức,B,95%,100',
      NEW,
    )
    expect(pick(tables.scores, 'sub_index_id', 'score')).toEqual(['a | 0.2', 'b | 95'])
    expect(outcome.problems).toMatchObject([
      { kind: 'share-read', severity: 'info', row: 2, column: 'C', value: '2%', expected: '0.2 / 10' },
    ])
  })
  test('which the definitions give, with two units too; each column is named once', async () => {
    const text = 'Đơn vị;Chỉ đạo, điều hành;Cải cách TTHC\nQuận 1;85%;77,5%\nTP Thủ Đức;90 %;100%'
    const { tables, outcome } = await opened(text, PAR)
    expect(pick(tables.scores, 'score')).toEqual(['25.5', '54.25', '27', '70'])
    expect(outcome.problems.map(({ kind, column, expected }) => [kind, column, expected])).toEqual([
      ['share-read', 'B', '25.5 / 30'],
      ['share-read', 'C', '54.25 / 70'],
    ])
  })
  test('which is 1 where the viewer says so, and 100 of a field that nothing defines', async () => {
    const one = await opened('Đơn vị;A\nQuận 1;85%\nTP Thủ Đức;90%', { ...NEW, 'max:B': '1' })
    expect(pick(one.tables.scores, 'score')).toEqual(['0.85', '0.9'])
    const none = await opened('Đơn vị;A\nQuận 1;85%\nTP Thủ Đức;90%', NEW)
    expect(pick(none.tables.scores, 'score')).toEqual(['85', '90'])
    expect(pick(none.tables.sub_indices, 'max_score')).toEqual(['100'])
  })
  test('and above the maximum where it is more than all of it', async () => {
    const { tables, outcome } = await opened('Đơn vị;A (10)\nQuận 1;85%\nTP Thủ Đức;110%', NEW)
    expect(pick(tables.scores, 'score', 'missing_reason')).toEqual(['8.5 | ', ' | refused'])
    expect(outcome.problemCounts['above-max']).toBe(1)
  })
  test('but nothing is read so where plain numbers of the column are beyond the maximum', async () => {
    const text = 'Đơn vị;Chỉ đạo, điều hành\nQuận 1;85%\nTP Thủ Đức;90\nQuận Bình Tân;88'
    expect(await open(text, PAR)).toMatchObject({ outcome: 'needs-answer', questions: [{ id: 'max:B' }] })
    const { tables } = await opened(text, { ...PAR, 'max:B': '100' })
    expect(pick(tables.scores, 'score')).toEqual(['85', '90', '88'])
  })
})

describe('cells that are no numbers', () => {
  const named = async (...cells: readonly string[]) => {
    const rows = cells.map((cell, place) => `Đơn vị ${place + 1};${cell};1,25`)
    const { tables, outcome } = await opened(['Đơn vị;A (20);B (10)', ...rows].join('\n'), NEW)
    const scores = tables.scores.filter((row) => row['sub_index_id'] === 'a')
    return { problems: outcome.problems.filter(({ severity }) => severity === 'error'), scores }
  }
  test('a date that Excel made of a score is refused, with the one score that it can have been', async () => {
    const { problems, scores } = await named('12-May', '7,5', '8,5')
    expect(problems).toEqual([
      {
        kind: 'date-for-number',
        severity: 'error',
        file: 'file.csv',
        row: 2,
        column: 'B',
        value: '12-May',
        expected: '12,5',
        fix: { id: 'cell:B2', value: '12,5' },
      },
    ])
    expect(pick(scores, 'score', 'missing_reason')).toEqual([' | refused', '7.5 | ', '8.5 | '])
  })
  test('a date that can have been several scores has no fix', async () => {
    const { problems } = await named('12-May', '7,5', '8,25')
    expect(problems).toMatchObject([{ kind: 'date-for-number', expected: '12,5 | 12,05 | 5,12' }])
    expect(problems[0]?.fix).toBeUndefined()
  })
  test('the fix is an answer that settles it', async () => {
    const text = 'Đơn vị;A (20);B (10)\nQuận 1;12-May;1,25\nTP Thủ Đức;7,5;1,5'
    const { tables, outcome } = await opened(text, { ...NEW, 'cell:B2': '12,5' })
    expect(pick(tables.scores, 'score')).toEqual(['12.5', '1.25', '7.5', '1.5'])
    expect(outcome.problems).toEqual([])
  })
  test('a number with a slip of the pen is refused, with the number that it is without', async () => {
    const { problems } = await named(
      '8,5*',
      '9,,5',
      '7,5 (1)',
      '6 ,5',
      '5,5/20',
      '4,5.',
      'tốt',
      '1,5',
      '2,5',
      '3,5',
      '1',
      '2',
      '3',
      '4',
    )
    expect(problems.map(({ kind, value, fix }) => `${kind} ${value} ${fix?.id} ${fix?.value}`)).toEqual([
      'bad-number 8,5* cell:B2 8,5',
      'bad-number 9,,5 cell:B3 9,5',
      'bad-number 7,5 (1) cell:B4 7,5',
      'bad-number 6 ,5 cell:B5 6,5',
      'bad-number 5,5/20 cell:B6 5,5',
      'bad-number 4,5. cell:B7 4,5',
      'bad-number tốt undefined undefined',
    ])
  })
  test('an error of a formula is named as one', async () => {
    const { problems } = await named('#DIV/0!', '#REF!', '7,5', '8,5', '9,5')
    expect(problems).toMatchObject([
      { kind: 'formula-error', row: 2, column: 'B', value: '#DIV/0!' },
      { kind: 'formula-error', row: 3, column: 'B', value: '#REF!' },
    ])
  })
  test('words for no value say which kind of none', async () => {
    const { problems, scores } = await named('không áp dụng', 'không đánh giá', 'chưa có', '-', '0', '7,5')
    expect(problems).toEqual([])
    expect(pick(scores, 'score', 'missing_reason')).toEqual([
      ' | not-applicable',
      ' | not-assessed',
      ' | not-published',
      ' | not-published',
      '0 | ',
      '7.5 | ',
    ])
  })
})
