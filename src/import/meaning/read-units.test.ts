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

describe('names that no unit of the definitions has', () => {
  const unitsOf = async (text: string, answers: Answers = ANSWERS) => {
    const { tables, outcome } = await opened(text, answers)
    return { ids: pick(tables.results, 'unit_id'), names: pick(tables.units, 'name_vi'), outcome }
  }
  const years = (...names: readonly string[]) =>
    ['Năm,Đơn vị,Tổng điểm (100)', ...names.map((name, place) => `${2020 + place},${name},${50 + place}`)].join('\n')

  test('are one unit in spellings that officials use alike', async () => {
    const { ids, names, outcome } = await unitsOf(years('Quận 99', 'UBND quận 99', 'Q.99', 'Quận 099', 'UBND  Quận 99'))
    expect([...new Set(ids)]).toEqual(['quan-99'])
    expect(names).toEqual(['Quận 99'])
    expect(outcome.problemCounts['unknown-unit']).toBe(1)
    expect((await unitsOf(years('Xã Hoà Lạ', 'Xã Hòa Lạ'))).names).toEqual(['Xã Hoà Lạ'])
  })
  test.each([
    ['a slip', 'Sở Biển đảo', 'Sở Biển đỏa'],
    ['diacritics', 'Sở Biển đảo', 'So Bien dao'],
    ['a blank', 'Sở Biển đảo', 'Sở Biểnđảo'],
    ['initials', 'Sở Biển đảo và Hải sản', 'Sở BĐ&HS'],
  ])('and differ by %s are asked about: the earlier name, or new', async (_, first, second) => {
    const text = years(first, second)
    const id = `unit:${second}` as const
    expect(await open(text, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id, options: [{ value: `same:${first}`, label: first }, { value: 'new' }] }],
    })
    const same = await unitsOf(text, { ...ANSWERS, [id]: `same:${first}` })
    expect(same.names).toEqual([first])
    expect(same.outcome.reading.units?.[1]).toMatchObject({ unitName: first, answered: true })
    expect((await unitsOf(text, { ...ANSWERS, [id]: 'new' })).names).toHaveLength(2)
  })
  test('and differ by their numbers are different units, as are those by letters that stand in one ranking', async () => {
    expect((await unitsOf(years('Quận 98', 'Quận 99'))).names).toHaveLength(2)
    expect((await unitsOf(table('Xã Ia Rung', 'Xã Ia Rong'))).names).toHaveLength(2)
    expect((await open(years('Xã Ia Rung', 'Xã Ia Rong'), ANSWERS)).outcome).toBe('needs-answer')
  })
  test('an answer that leads round in a circle, or to no name of the file, says nothing', async () => {
    const text = years('Sở Biển đảo', 'Sở Biển đỏa')
    for (const answer of ['same:Sở Biển đỏa', 'same:Sở Khác']) {
      const outcome = await open(text, { ...ANSWERS, 'unit:Sở Biển đỏa': answer })
      expect(outcome).toMatchObject({ questions: [{ id: 'unit:Sở Biển đỏa' }] })
    }
  })
  test('that are called a name which is itself some unit are that unit', async () => {
    const answers: Answers = { ...ANSWERS, 'unit:Sở Biển đảo': 'quan-1', 'unit:Sở Biển đỏa': 'same:Sở Biển đảo' }
    expect((await unitsOf(years('Sở Biển đảo', 'Sở Biển đỏa'), answers)).ids).toEqual(['quan-1', 'quan-1'])
  })
})
