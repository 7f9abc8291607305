import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const PAR: Answers = { index: 'par', period: '2024', block: 'departments', 'unit:Ban Dân tộc': 'new' }
const NEW: Answers = { ...PAR, index: 'Chỉ số mới' }
const table = (header: string, ...rows: readonly string[]) => [`Đơn vị;${header}`, ...rows].join('\n')
const THANH_HOA = ['Sở Tư pháp;85,50;85,50', 'Ban Dân tộc;68,32;81,33', 'Sở Y tế;82,25;82,25']
const read = async (text: string, answers: Answers = PAR) => {
  const { tables, outcome } = await opened(text, answers)
  return {
    totals: tables.results.map((row) => `${row['total_score']} / ${row['max_score']}`),
    subIndices: tables.sub_indices,
    named: outcome.problems
      .filter(({ kind }) => kind === 'own-maximum' || kind === 'share-differs')
      .map(({ kind, severity, row, column, value, expected }) => [kind, severity, row, column, value, expected]),
    roles: outcome.reading.columns?.map(({ role }) => role),
  }
}

describe('68,32 points that are 81,33 % are of 84', () => {
  test.each(['Chỉ số (%)', 'Chỉ số %', 'Tỷ lệ %', 'Tỷ lệ (%)', 'Chỉ số CCHC (%)', 'Tỷ lệ phần trăm'])(
    'beside the total under %s',
    async (header) => {
      const { totals, named, roles, subIndices } = await read(table(`Tổng điểm;${header}`, ...THANH_HOA))
      expect(totals).toEqual(['85.5 / 100', '68.32 / 84', '82.25 / 100'])
      expect(named).toContainEqual(['own-maximum', 'info', 3, 'C', '68,32 | 81,33', '84'])
      expect(roles).toEqual(['unit', 'total', 'share'])
      expect(subIndices).toEqual([])
    },
  )
  test('where the header gives the maximum of the others, and with a mark on every cell', async () => {
    const text = table('Tổng điểm (100);Chỉ số (%)', ...THANH_HOA.map((row) => `${row}%`))
    expect((await read(text, NEW)).totals).toEqual(['85.5 / 100', '68.32 / 84', '82.25 / 100'])
  })
  test('where nothing else gives a maximum: that of most units is theirs, and nothing is asked', async () => {
    const { totals, named } = await read(table('Tổng điểm;Chỉ số (%)', ...THANH_HOA), NEW)
    expect(totals).toEqual(['85.5 / 100', '68.32 / 84', '82.25 / 100'])
    expect(named).toEqual([
      ['own-maximum', 'info', 2, 'C', '85,50 | 85,50', '100'],
      ['own-maximum', 'info', 3, 'C', '68,32 | 81,33', '84'],
    ])
  })
})

describe('no maximum is taken from points and per cent', () => {
  test('that fit none, or several: the points stand and the unit is named', async () => {
    const none = table('Tổng điểm (100);Chỉ số (%)', ...THANH_HOA, 'Sở Du lịch;80,00;79,13')
    expect((await read(none, NEW)).named.at(-1)).toEqual(['share-differs', 'warning', 5, 'C', '80,00 | 79,13', '100'])
    const several = table('Tổng điểm (100);Chỉ số (%)', 'Sở Tư pháp;85;85', 'Ban Dân tộc;68;81', 'Sở Y tế;82;82')
    expect(await read(several, NEW)).toMatchObject({
      totals: ['85 / 100', '68 / 100', '82 / 100'],
      named: [['share-differs', 'warning', 3, 'C', '68 | 81', '100']],
    })
  })
  test('where they are of no common maximum: that is said once', async () => {
    const text = table(
      'Tổng điểm (100);Tỷ lệ %',
      'Sở Tư pháp;85,50;61,10',
      'Ban Dân tộc;68,32;55,20',
      'Sở Y tế;82,25;40,90',
    )
    const { totals, named } = await read(text, NEW)
    expect(totals).toEqual(['85.5 / 100', '68.32 / 100', '82.25 / 100'])
    expect(named).toEqual([['share-differs', 'warning', 2, 'C', '85,50 | 61,10', '100']])
  })
  test('against the maximum that the row gives', async () => {
    const text = table(
      'Điểm tối đa;Tổng điểm;Tỷ lệ %',
      'Sở Tư pháp;100;85,50;85,50',
      'Ban Dân tộc;84;68,32;81,33',
      'Sở Y tế;100;42,00;50,00',
    )
    const { totals, named } = await read(text, NEW)
    expect(totals).toEqual(['85.5 / 100', '68.32 / 84', '42 / 100'])
    expect(named).toEqual([['share-differs', 'warning', 4, 'D', '42,00 | 50,00', '100']])
  })
  test('where whole per cent leave the maximum open: it is asked as before', async () => {
    const text = table('Tổng điểm;Chỉ số (%)', 'Sở Tư pháp;85;85', 'Sở Y tế;82;82')
    expect(await open(text, NEW)).toMatchObject({ outcome: 'needs-answer', questions: [{ id: 'max:B' }] })
  })
})

test('the per cent of a subject of its own is a field like the others', async () => {
  const { roles } = await read(table('Tổng điểm (100);Chỉ số hài lòng (%)', ...THANH_HOA), NEW)
  expect(roles).toEqual(['unit', 'total', 'sub-index'])
})
