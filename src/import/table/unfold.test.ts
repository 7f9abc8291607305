import { expect, test } from 'vitest'
import type { Grid } from '@/import/file/grid'
import type { ColumnMeaning } from '@/import/meaning/column-meaning'
import type { Answers } from '@/import/opening'
import type { Cells } from '@/import/table/cells'
import { findTable } from '@/import/table/find-table'
import type { FoundTable } from '@/import/table/found-table'
import { previewOf } from '@/import/table/preview'
import { unfold } from '@/import/table/unfold'
import { drawn, gridOf, knownOf } from '../../../tests/fixtures/layouts/grid-of'
import { meanings } from '../../../tests/fixtures/layouts/meanings'

const KNOWN = knownOf(
  ['Quận 1', 'Quận 3', 'Sở Y tế', 'Sở Tư pháp', 'Hà Nội', 'Đà Nẵng', 'Huế'],
  ['Gia nhập thị trường', 'Tiếp cận đất đai', 'Tính minh bạch', 'Cải cách thể chế', 'Tài chính công'],
)
const ignore = () => undefined

function step(grid: Grid, answers: Answers = {}) {
  const found = findTable(grid, { fileName: 'diem.csv', sheet: null }, KNOWN, answers, ignore)
  if (found === null || 'asked' in found) throw new Error(JSON.stringify(found))
  return found.done
}
const tableOf = (text: string): FoundTable => step(drawn(text)).table

const rowsOf = ({ columns, rowCount }: Cells) =>
  Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ cells }) => cells.texts[cells.codes[row] ?? 0]).join(' | '),
  )
const rolesOf = ({ columns }: Cells) => columns.map(({ role, name }) => (name === '' ? role : `${role} ${name}`))
const laid = (text: string, columns: readonly Parameters<typeof meanings>[0][number][]) =>
  unfold(tableOf(text), meanings(columns), {})

test('a wide table stays as it is, without its header and what is no data', () => {
  const { cells, form } = laid(
    `
      Năm 2024
      Đơn vị | Cải cách thể chế | Xếp hạng
      Quận 1 | 9 | 1
      Trung bình | 8,5 |
      Quận 3 | 8 | 2`,
    [{ role: 'unit' }, { role: 'sub-index', name: 'Cải cách thể chế', max: 10, mark: ',' }, { role: 'rank' }],
  )
  expect(form).toBe('wide')
  expect(cells.form).toBe('wide')
  expect(rowsOf(cells)).toEqual(['Quận 1 | 9 | 1', 'Quận 3 | 8 | 2'])
  expect(cells.columns[1]).toMatchObject({ max: 10, mark: ',', cells: { texts: ['', '9', '8'] } })
  expect([...cells.rows]).toEqual([3, 5])
  expect(cells.originOf(1, 1)).toEqual({ row: 5, letter: 'B' })
})

test('the codes of a table without anything else are not copied', () => {
  const grid = gridOf([
    ['Đơn vị', 'Điểm'],
    ['Quận 1', '9'],
    ['Quận 3', '9'],
  ])
  const table: FoundTable = { ...step(grid).table, dataRows: Uint32Array.of(0, 1, 2) }
  const { cells } = unfold(table, meanings([{ role: 'unit' }, { role: 'total' }]), {})
  expect(cells.columns[0]?.cells.codes.buffer).toBe(grid.columns[0]?.codes.buffer)
})

test('a long table stays long', () => {
  const { cells, form } = laid(
    `
      Đơn vị | Lĩnh vực | Điểm
      Quận 1 | Cải cách thể chế | 9
      Quận 1 | Tổng | 90`,
    [{ role: 'unit' }, { role: 'sub-index' }, { role: 'score' }],
  )
  expect([form, cells.form]).toEqual(['long', 'long'])
  expect(rowsOf(cells)).toEqual(['Quận 1 | Cải cách thể chế | 9', 'Quận 1 | Tổng | 90'])
})

test('periods that stand across become rows, each with its rank', () => {
  const { cells, form } = laid(
    `
      Đơn vị | 2023 | | 2024 |
      | Điểm | Hạng | Điểm | Hạng
      Quận 1 | 90,5 | 1 | 91 | 2
      Quận 3 | 88 | 2 | 92 | 1`,
    [
      { role: 'unit' },
      { role: 'total', period: '2023', mark: ',' },
      { role: 'rank', period: '2023' },
      { role: 'total', period: '2024' },
      { role: 'rank', period: '2024' },
    ],
  )
  expect([form, cells.form]).toEqual(['periods-across', 'wide'])
  expect(rolesOf(cells)).toEqual(['unit', 'total', 'rank', 'period'])
  expect(rowsOf(cells)).toEqual([
    'Quận 1 | 90,5 | 1 | 2023',
    'Quận 3 | 88 | 2 | 2023',
    'Quận 1 | 91 | 2 | 2024',
    'Quận 3 | 92 | 1 | 2024',
  ])
  expect(cells.originOf(3, 1)).toEqual({ row: 4, letter: 'D' })
  expect(cells.originOf(3, 0)).toEqual({ row: 4, letter: 'A' })
})

test('a rank without a year among scores of two is of the period that the viewer gave', () => {
  const table = tableOf(`
      Đơn vị | Điểm 2023 | Điểm 2024 | Xếp hạng
      Quận 1 | 90 | 91 | 1`)
  const told = meanings([
    { role: 'unit' },
    { role: 'total', period: '2023' },
    { role: 'total', period: '2024' },
    { role: 'rank' },
  ])
  expect(rowsOf(unfold(table, told, { period: 'Năm 2024' }).cells)).toEqual([
    'Quận 1 | 90 |  | 2023',
    'Quận 1 | 91 | 1 | 2024',
  ])
  expect(rowsOf(unfold(table, told, {}).cells)).toEqual([
    'Quận 1 | 90 |  | 2023',
    'Quận 1 | 91 |  | 2024',
    'Quận 1 |  | 1 | ',
  ])
})

test('beside a column of periods the years of headers say nothing more', () => {
  const { cells, form } = laid(
    `
      Đơn vị | Năm | Điểm 2023
      Quận 1 | 2022 | 90`,
    [{ role: 'unit' }, { role: 'period' }, { role: 'total', period: '2023' }],
  )
  expect(form).toBe('wide')
  expect(rowsOf(cells)).toEqual(['Quận 1 | 2022 | 90'])
})

test('a maximum that changes between periods goes with each score', () => {
  const { cells } = laid(
    `
      Đơn vị | Tài chính công 2023 | Tài chính công 2024
      Quận 1 | 9 | 14`,
    [
      { role: 'unit' },
      { role: 'sub-index', name: 'Tài chính công', period: '2023', max: 10 },
      { role: 'sub-index', name: 'Tài chính công', period: '2024', max: 15 },
    ],
  )
  expect(rolesOf(cells)).toEqual(['unit', 'sub-index', 'period', 'score', 'max-score'])
  expect(rowsOf(cells)).toEqual(['Quận 1 | Tài chính công | 2023 | 9 | 10', 'Quận 1 | Tài chính công | 2024 | 14 | 15'])
})

test('each score of a pair belongs to the name at its left, never to the row', () => {
  const { cells, form } = laid(
    `
      Thứ tự | Tỉnh | Gia nhập thị trường | | PCI 2016 | Xếp hạng
      1 | Hà Nội | 9.2 | Đà Nẵng | 69 | 1
      2 | Đà Nẵng | 8.2 | Huế | 65 | 2
      3 | Huế | 7.2 | Hà Nội | 61 | 3`,
    [
      { role: 'row-number' },
      { role: 'unit' },
      { role: 'sub-index', name: 'Gia nhập thị trường', unitPlace: 1, max: 10 },
      { role: 'unit' },
      { role: 'total', name: 'PCI 2016', unitPlace: 3, max: 100 },
      { role: 'rank', unitPlace: 3 },
    ],
  )
  expect([form, cells.form]).toEqual(['pairs', 'long'])
  expect(rolesOf(cells)).toEqual(['unit', 'row-number', 'sub-index', 'score', 'max-score', 'rank'])
  expect(rowsOf(cells)).toEqual([
    'Hà Nội | 1 | Gia nhập thị trường | 9.2 | 10 | ',
    'Đà Nẵng | 2 | Gia nhập thị trường | 8.2 | 10 | ',
    'Huế | 3 | Gia nhập thị trường | 7.2 | 10 | ',
    'Đà Nẵng | 1 | Tổng điểm | 69 | 100 | 1',
    'Huế | 2 | Tổng điểm | 65 | 100 | 2',
    'Hà Nội | 3 | Tổng điểm | 61 | 100 | 3',
  ])
  expect(cells.originOf(4, 0)).toEqual({ row: 3, letter: 'D' })
  expect(cells.originOf(4, 3)).toEqual({ row: 3, letter: 'E' })
})

test('the viewer decides whether figures belong to the names at their left', () => {
  const table = tableOf(`
      Tỉnh | Gia nhập thị trường | Bạn | Tiếp cận đất đai
      Hà Nội | 9.2 | Lào | 6.9
      Huế | 8.2 | Thái | 6.5`)
  const told = meanings([
    { role: 'unit' },
    { role: 'sub-index', name: 'A' },
    { role: 'ignored' },
    { role: 'sub-index', name: 'B' },
  ])
  const pairs = unfold(table, told, { form: 'pairs' })
  expect(pairs.form).toBe('pairs')
  expect(rowsOf(pairs.cells)).toEqual(['Hà Nội | A | 9.2', 'Huế | A | 8.2', 'Lào | B | 6.9', 'Thái | B | 6.5'])
  const wide = unfold(
    table,
    told.map((column) => ({ ...column, unitPlace: column.place - 1 })),
    { form: 'wide' },
  )
  expect(wide.form).toBe('wide')
})

test('sections become a column of blocks', () => {
  const { cells } = laid(
    `
      STT | Đơn vị | Điểm
      I | KHỐI SỞ, BAN, NGÀNH |
      1 | Sở Y tế | 91
      II | UBND QUẬN, HUYỆN |
      1 | Quận 1 | 92`,
    [{ role: 'row-number' }, { role: 'unit' }, { role: 'total' }],
  )
  expect(rolesOf(cells)).toEqual(['row-number', 'unit', 'total', 'block'])
  expect(rowsOf(cells)).toEqual(['1 | Sở Y tế | 91 | KHỐI SỞ, BAN, NGÀNH', '1 | Quận 1 | 92 | UBND QUẬN, HUYỆN'])
})

test('a cell of a turned table is named as it stands in the file', () => {
  const table = tableOf(`
      Năm 2024
      Lĩnh vực | Quận 1 | Quận 3
      Cải cách thể chế | 8 | 9

      Tài chính công | 12 | 11`)
  const told: (ColumnMeaning | undefined)[] = [
    ...meanings(
      [{ role: 'unit' }, { role: 'sub-index', name: 'A' }, null, { role: 'sub-index', name: 'B' }],
      table.left,
    ),
  ]
  const { cells, form } = unfold(
    table,
    told.flatMap((column) => column ?? []),
    {},
  )
  expect(form).toBe('transposed')
  expect(rowsOf(cells)).toEqual(['Quận 1 | 8 | 12', 'Quận 3 | 9 | 11'])
  expect(cells.originOf(1, 2)).toEqual({ row: 5, letter: 'C' })
  expect(cells.originOf(0, 0)).toEqual({ row: 2, letter: 'B' })
})

test('the sub-indices of one unit become rows, a period each', () => {
  const { cells, form } = laid(
    `
      Chỉ số thành phần | 2020 | 2021
      Gia nhập thị trường | 8,125 | 7.98
      Tính minh bạch | 6,09 | 7.456`,
    [{ role: 'sub-index' }, { role: 'score', period: '2020', mark: ',' }, { role: 'score', period: '2021', mark: '.' }],
  )
  expect([form, cells.form]).toEqual(['one-unit', 'long'])
  expect(rolesOf(cells)).toEqual(['sub-index', 'score', 'period'])
  // Numbers that only the mark of their own column makes clear are written out.
  expect(rowsOf(cells)).toEqual([
    'Gia nhập thị trường | 8.125 | 2020',
    'Tính minh bạch | 6,09 | 2020',
    'Gia nhập thị trường | 7.98 | 2021',
    'Tính minh bạch | 7.456 | 2021',
  ])
  expect([...(cells.columns[1]?.cells.pointed ?? [])].map((code) => cells.columns[1]?.cells.texts[code])).toEqual([
    '8.125',
    '7.456',
  ])
})

test('rows with fewer cells than the header, or with more, are named', () => {
  const grid = gridOf([
    ['Đơn vị', 'Cải cách thể chế', 'Tài chính công'],
    ['Quận 1', '8', '12'],
    ['Quận 3', '9'],
    ['Sở Y tế', '9', '11', '', '50'],
  ])
  const { table } = step(grid)
  const { cells } = unfold(
    table,
    meanings([{ role: 'unit' }, { role: 'sub-index', name: 'A' }, { role: 'sub-index', name: 'B' }]),
    {},
  )
  expect(cells.uneven).toEqual([
    { row: 1, cells: 2, surplus: null },
    { row: 2, cells: 5, surplus: '50' },
  ])
})

test('the preview shows the first rows and those set aside with their neighbours, never the whole file', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [String(at + 1), `Phường ${at + 1}`, '8'])
  const found = step(gridOf([['PHỤ LỤC'], ['STT', 'Đơn vị', 'Điểm'], ...rows, ['', 'Trung bình', '8']]))
  const { preview, form, range } = previewOf(found, 'wide')
  expect([form, range]).toEqual(['wide', 'A2:C3002'])
  expect(preview.slice(0, 3)).toMatchObject([
    { row: 1, kind: 'title', cells: ['PHỤ LỤC', '', ''] },
    { row: 2, kind: 'header' },
    { row: 3, kind: 'data', cells: ['1', 'Phường 1', '8'] },
  ])
  expect(preview.slice(-2)).toMatchObject([
    { row: 3002, kind: 'data' },
    { row: 3003, kind: 'summary' },
  ])
  expect(preview).toHaveLength(42)
})
