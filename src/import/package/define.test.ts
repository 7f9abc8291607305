import { describe, expect, test } from 'vitest'
import { open, opened } from '../../../tests/fixtures/csv/opened'

const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))
const PAR = { index: 'par', period: '2024', block: 'districts' }
const NEW = { index: 'Chỉ số mới', block: 'districts' }

describe('a sub-index that a file calls by its name and by its id', () => {
  const HEADER = 'unit,sub_index,score,max_score\n'
  test('has no score where the two differ, and both rows are named', async () => {
    const { outcome, tables } = await opened(
      `${HEADER}Quận 1,"Chỉ đạo, điều hành",25,30\nQuận 1,direction,1,30\nQuận 1,procedures,60,70`,
      PAR,
    )
    expect(pick(tables.scores, 'sub_index_id', 'score', 'missing_reason')).toEqual([
      'direction |  | refused',
      'procedures | 60 | ',
    ])
    expect(outcome.problems.map(({ kind, severity, row }) => `${severity} ${kind} ${row}`)).toEqual([
      'error conflicting-rows 2',
      'error conflicting-rows 3',
    ])
  })
  test('counts once where the two are equal', async () => {
    const { outcome, tables } = await opened(`${HEADER}Quận 1,"Chỉ đạo, điều hành",25,30\nQuận 1,direction,25,30`, PAR)
    expect(pick(tables.scores, 'sub_index_id', 'score')).toEqual(['direction | 25'])
    expect(outcome.problems).toMatchObject([{ kind: 'duplicate-row', severity: 'warning', row: 3, expected: '2' }])
  })
  test('is one sub-index also in criteria that the base does not have', async () => {
    const { tables } = await opened(
      `${HEADER}Quận 1,"Chỉ đạo, điều hành",15,20\nTP Thủ Đức,direction,10,20\nTP Thủ Đức,Khác,1,5`,
      PAR,
    )
    expect(pick(tables.sub_indices, 'version_id', 'sub_index_id', 'name_vi', 'max_score')).toEqual([
      'file | direction | Chỉ đạo, điều hành | 20',
      'file | khac | Khác | 5',
    ])
    expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score')).toEqual([
      'quan-1 | direction | 15',
      'tp-thu-duc | direction | 10',
      'tp-thu-duc | khac | 1',
    ])
  })
  test('in two columns of a wide table that differ: it is asked which counts, nothing is taken', async () => {
    const text = 'Đơn vị,direction (30),"Chỉ đạo, điều hành (30)"\nQuận 1,5,6'
    expect(await open(text, PAR)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'column:B', about: ['B: direction (30)', 'C: Chỉ đạo, điều hành (30)'] }],
    })
    const { tables } = await opened(text, { ...PAR, 'column:C': 'sub-index:direction' })
    expect(pick(tables.scores, 'sub_index_id', 'score')).toEqual(['direction | 6'])
  })
})

describe('periods with criteria that the base does not have', () => {
  const HEADER = 'year,unit,sub_index,score,max_score\n'
  test('each have the version of their own sub-indices, which keep their ids', async () => {
    const { tables } = await opened(
      `${HEADER}2024,Quận 1,A,5,10\n2024,Quận 1,B,5,20\n2023,Quận 1,A,6,10\n2025,Quận 1,B,5,20\n2025,Quận 1,A,7,10`,
      NEW,
    )
    expect(pick(tables.editions, 'period', 'version_id').toSorted()).toEqual([
      '2023 | file',
      '2024 | file-2',
      '2025 | file-2',
    ])
    expect(pick(tables.sub_indices, 'version_id', 'sub_index_id', 'max_score').toSorted()).toEqual([
      'file | a | 10',
      'file-2 | a | 10',
      'file-2 | b | 20',
    ])
    expect(pick(tables.versions, 'version_id')).toEqual(['file-2', 'file'])
  })
  test('are parted by a maximum that changed', async () => {
    const { tables } = await opened(`${HEADER}2023,Quận 1,A,5,10\n2024,Quận 1,A,5,20`, NEW)
    expect(pick(tables.sub_indices, 'version_id', 'sub_index_id', 'max_score')).toEqual([
      'file | a | 10',
      'file-2 | a | 20',
    ])
  })
  test('are not parted by a unit that lacks a sub-index', async () => {
    const { tables } = await opened(
      `${HEADER}2023,Quận 1,A,5,10\n2023,Quận 1,B,5,20\n2023,TP Thủ Đức,A,5,10\n2024,Quận 1,A,5,10\n2024,TP Thủ Đức,B,5,20`,
      NEW,
    )
    expect(pick(tables.versions, 'version_id')).toEqual(['file'])
  })
  test('are not parted by a sub-index that one year calls by its name and another by its id', async () => {
    const { tables } = await opened(`${HEADER}2022,Quận 1,"Chỉ đạo, điều hành",5,15\n2023,Quận 1,direction,6,15`, {
      ...PAR,
      period: '',
    })
    expect(pick(tables.sub_indices, 'version_id', 'sub_index_id', 'max_score')).toEqual(['file | direction | 15'])
  })
})

test('a file with only some of the criteria has criteria of its own, by which its totals can be computed', async () => {
  const some = await opened('unit,sub_index,score,max_score\nQuận 1,direction,25,30', PAR)
  expect(pick(some.tables.editions, 'version_id')).toEqual(['file'])
  expect(pick(some.tables.sub_indices, 'sub_index_id', 'max_score')).toEqual(['direction | 30'])
  const all = await opened('unit,sub_index,score,max_score\nQuận 1,direction,25,30\nQuận 1,procedures,60,70', PAR)
  expect(pick(all.tables.editions, 'version_id')).toEqual(['2023'])
})
