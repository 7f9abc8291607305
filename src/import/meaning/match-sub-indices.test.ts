import { describe, expect, test } from 'vitest'
import type { Row } from '@/domain/tables'
import { matchSubIndices, ordinalOf } from '@/import/meaning/match-sub-indices'

const row = (sub_index_id: string, name_vi: string, position: number, version_id = 'v1'): Row<'sub_indices'> => ({
  index_id: 'par',
  version_id,
  block_id: 'districts',
  sub_index_id,
  parent_id: null,
  name_vi,
  name_en: `English ${sub_index_id}`,
  max_score: 10,
  weight: null,
  position,
  theme_id: null,
  lead_unit_id: null,
})
const ROWS = [
  row('direction', 'Công tác chỉ đạo, điều hành cải cách hành chính', 1),
  row('institutions', 'Cải cách thể chế', 2),
  row('procedures', 'Cải cách thủ tục hành chính', 3),
  row('organisation', 'Cải cách tổ chức bộ máy', 4),
  row('officials', 'Cải cách chế độ công vụ', 5),
]
const match = matchSubIndices(ROWS, 5)
const idOf = (name: string) => match(name).row?.sub_index_id ?? null

describe('a sub-index', () => {
  test.each([
    ['Cải cách thể chế', 'institutions'],
    ['CẢI CÁCH THỂ CHẾ', 'institutions'],
    ['Cai cach the che', 'institutions'],
    ['institutions', 'institutions'],
    ['English institutions', 'institutions'],
    ['2. Cải cách thể chế', 'institutions'],
    ['II. Cải cách thể chế', 'institutions'],
    ['(2) Cải cách thể chế', 'institutions'],
    ['CSTP 2: Cải cách thể chế', 'institutions'],
    ['Lĩnh vực 2 - Cải cách thể chế', 'institutions'],
    ['Chỉ số 2: Cải cách thể chế', 'institutions'],
    ['Cải cách TTHC', 'procedures'],
    ['Cải cách thủ tục hành chính (TTHC)', 'procedures'],
    ['Chỉ đạo điều hành CCHC', 'direction'],
    ['Chỉ đạo, điều hành', 'direction'],
    ['Điểm cải cách chế độ công vụ', 'officials'],
    ['Lĩnh vực 3', 'procedures'],
    ['LV3', 'procedures'],
    ['CSTP 3', 'procedures'],
    ['C3', 'procedures'],
    ['Lĩnh vực III', 'procedures'],
  ])('%s is %s', (name, id) => {
    expect(idOf(name)).toBe(id)
  })
  test('that only comes near is suggested, and not taken', () => {
    expect(match('Cải cách thể chê')).toMatchObject({ row: { sub_index_id: 'institutions' } })
    expect(match('Cải cách thể hcế')).toMatchObject({ row: null, near: [{ sub_index_id: 'institutions' }] })
    expect(match('Cải cách bộ máy tổ chức')).toMatchObject({ row: null, near: [{ sub_index_id: 'organisation' }] })
  })
  test.each(['Cải cách', 'Tài chính công', 'A', '', '__proto__'])('%s is none, and near none', (name) => {
    expect(match(name)).toMatchObject({ row: null, near: [] })
  })
  test('has its number in the criteria that have as many as the file', () => {
    const other = [row('procedures', 'Cải cách thủ tục hành chính', 1, 'v2'), row('finance', 'Tài chính công', 2, 'v2')]
    expect(matchSubIndices([...ROWS, ...other], 5)('LV2').row?.sub_index_id).toBe('institutions')
    expect(matchSubIndices([...ROWS, ...other], 2)('LV2').row?.sub_index_id).toBe('finance')
  })
  test('has no number where the criteria disagree', () => {
    const other = ROWS.map((each, place) => ({ ...each, version_id: 'v2', position: 5 - place }))
    expect(matchSubIndices([...ROWS, ...other], 5)('LV2').row).toBeNull()
    expect(matchSubIndices([...ROWS, ...other], 5)('LV3').row?.sub_index_id).toBe('procedures')
  })
  test.each([
    ['Lĩnh vực 3', 3],
    ['lv 12', 12],
    ['Lĩnh vực', null],
    ['Quận 3', null],
  ])('the number of %s is %s', (name, number) => {
    expect(ordinalOf(name)).toBe(number)
  })
})
