import { expect, test } from 'vitest'
import { opened } from '../../../tests/fixtures/csv/opened'

const ANSWERS = { index: 'par', period: '2024', block: 'districts' }
const read = async (...rows: readonly string[]) => {
  const { outcome, tables } = await opened(
    `Đơn vị,"Chỉ đạo, điều hành",Cải cách thủ tục hành chính,Tổng điểm\n${rows.join('\n')}\n`,
    ANSWERS,
  )
  const said = outcome.problems.filter(({ kind }) => kind === 'duplicate-row' || kind === 'conflicting-rows')
  return {
    scores: tables.scores.map((row) => `${row['sub_index_id']} ${row['score']}${row['missing_reason']}`).toSorted(),
    problems: said.map(({ kind, row, expected }) => `${kind} ${row} ${expected}`),
  }
}

test('a unit that is said to have no score, and has one in another row: neither counts', async () => {
  const expected = {
    scores: ['direction refused', 'procedures 60'],
    problems: ['conflicting-rows 2 3', 'conflicting-rows 3 2', 'duplicate-row 3 2'],
  }
  const found = await read('Quận 1,không áp dụng,60,85', 'Quận 1,25,60,85')
  expect({ ...found, problems: found.problems.toSorted() }).toEqual(expected)
  const turned = await read('Quận 1,25,60,85', 'Quận 1,không áp dụng,60,85')
  expect({ ...turned, problems: turned.problems.toSorted() }).toEqual(expected)
})

test('blanks in either row leave the other row its scores and reasons, and the pair is named once', async () => {
  const one = await read('Quận 1,,60,85', 'Quận 1,25,,85')
  expect(one).toEqual({ scores: ['direction 25', 'procedures 60'], problems: ['duplicate-row 3 2'] })
  const reason = await read('Quận 1,,60,85', 'Quận 1,không áp dụng,60,85')
  expect(reason).toEqual({ scores: ['direction not-applicable', 'procedures 60'], problems: ['duplicate-row 3 2'] })
})
