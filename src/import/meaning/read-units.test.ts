import { describe, expect, test } from 'vitest'
import type { Answers } from '@/import/opening'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const ANSWERS: Answers = { index: 'dti', period: '2024', block: 'districts' }
const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const table = (...names: readonly string[]) =>
  ['Đơn vị,Tổng điểm (100)', ...names.map((name, place) => `"${name.replaceAll('"', '""')}",${50 + place}`)].join('\n')

describe('a name that only comes near a unit', () => {
  const TEXT = table('Quan 1', 'TP Thủ Đức')
  test('is asked about, with the unit and "new" to choose from', async () => {
    expect(await open(TEXT, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [
        {
          id: 'unit:Quan 1',
          kind: 'unit',
          options: [
            { value: 'quan-1', label: 'Quận 1' },
            { value: 'new', label: 'Quan 1' },
          ],
          free: false,
        },
      ],
      reading: {
        units: [
          { name: 'Quan 1', unitId: null, answered: false, suggestions: [{ unitId: 'quan-1', name: 'Quận 1' }] },
          { name: 'TP Thủ Đức', unitId: 'tp-thu-duc', unitName: 'Thành phố Thủ Đức', suggestions: [] },
        ],
      },
    })
  })
  test('is that unit where the viewer says so', async () => {
    const { tables, outcome } = await opened(TEXT, { ...ANSWERS, 'unit:Quan 1': 'quan-1' })
    expect(pick(tables.results, 'unit_id')).toEqual(['quan-1', 'tp-thu-duc'])
    expect(outcome.reading.units?.[0]).toMatchObject({ unitId: 'quan-1', answered: true, row: 2 })
    expect(outcome.problems).toEqual([])
  })
  test('is a new unit where the viewer says so, which is no finding any more', async () => {
    const { tables, outcome } = await opened(TEXT, { ...ANSWERS, 'unit:Quan 1': 'new' })
    expect(pick(tables.results, 'unit_id')).toEqual(['quan-1-2', 'tp-thu-duc'])
    expect(outcome.problems).toEqual([])
  })
  test('is asked about again where the answer is no unit', async () => {
    expect(await open(TEXT, { ...ANSWERS, 'unit:Quan 1': 'quan-999' })).toMatchObject({
      questions: [{ id: 'unit:Quan 1' }],
    })
  })
  test('is not asked about where one letter differs and the file names that unit rightly elsewhere', async () => {
    const { tables, outcome } = await opened(table('Quận Bình Tâm', 'Quận Bình Tân'), ANSWERS)
    expect(tables.results).toHaveLength(2)
    expect(outcome.problems).toMatchObject([{ kind: 'unknown-unit', row: 2, column: 'A', value: 'Quận Bình Tâm' }])
    expect(await open(table('Quận Bình Tâm', 'Quận 1'), ANSWERS)).toMatchObject({
      questions: [{ id: 'unit:Quận Bình Tâm', options: [{ value: 'quan-binh-tan' }, { value: 'new' }] }],
    })
  })
})

test('a name that block and period leave to several units is asked about', async () => {
  const text = table('Bình Tân', 'Quận 1')
  expect(await open(text, { ...ANSWERS, block: 'Khối mới', period: '2025' })).toMatchObject({
    questions: [
      { id: 'unit:Bình Tân', options: [{ value: 'quan-binh-tan' }, { value: 'phuong-binh-tan' }, { value: 'new' }] },
    ],
  })
  const { tables } = await opened(text, ANSWERS)
  expect(pick(tables.results, 'unit_id')).toEqual(['quan-binh-tan', 'quan-1'])
})

test('an answer wins over a name that is found', async () => {
  const { tables } = await opened(table('Quận 1', 'TP Thủ Đức'), { ...ANSWERS, 'unit:Quận 1': 'quan-binh-tan' })
  expect(pick(tables.results, 'unit_id')).toEqual(['quan-binh-tan', 'tp-thu-duc'])
})

test('control characters and marks of direction are no part of a name', async () => {
  const { tables } = await opened(table('\u202EQuận\u0007 1\u200B', 'Tên \u2066lạ\u2069'), ANSWERS)
  expect(pick(tables.units, 'unit_id', 'name_vi').toSorted()).toEqual(['quan-1 | Quận 1', 'ten-la | Tên lạ'])
})
