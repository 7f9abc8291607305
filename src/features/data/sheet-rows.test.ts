import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { cellOf, gapBefore, marksOf, pageOf, sheetPage, sheetRows, worstOf } from '@/features/data/sheet-rows'
import type { PreviewRow } from '@/import/opening'

const problem = (row: number | null, column: string | null, given: Partial<Problem> = {}): Problem => ({
  kind: 'above-max',
  severity: 'error',
  file: 'diem.csv',
  row,
  column,
  value: '105',
  expected: '100',
  ...given,
})
const data = (row: number, above = row - 1, cells: readonly string[] = ['Sở Tư pháp', '9,5']): PreviewRow => ({
  row,
  above,
  kind: 'data',
  hidden: false,
  cells,
  numbers: [],
  corrected: [],
})

describe('marks on the table of a file', () => {
  it('go from the top to the bottom, and in a row from left to right, Z before AA', () => {
    const marks = marksOf([problem(9, 'AA'), problem(9, 'Z'), problem(3, 'D')])
    expect(marks.map(({ row, letter }) => `${letter}${row}`)).toEqual(['D3', 'Z9', 'AA9'])
  })

  it('are not made of what has no place, nor of rows that were rightly set aside', () => {
    expect(marksOf([problem(null, null), problem(18, null, { kind: 'row-aside', severity: 'info' })])).toEqual([])
  })

  it('of one cell look like the gravest', () => {
    expect(worstOf(marksOf([problem(3, 'D', { severity: 'warning' }), problem(3, 'D')]))).toBe('error')
    expect(worstOf([])).toBeNull()
  })
})

describe('the small sheet', () => {
  it('has the rows of the preview in their order, with their marks', () => {
    const rows = sheetRows([data(2), data(3)], marksOf([problem(3, 'B')]), 10)
    expect(rows.map(({ row, marks }) => [row, marks.length])).toEqual([
      [2, 0],
      [3, 1],
    ])
  })

  it('shows of a marked row beyond the preview the cell that is known, and nothing that is not', () => {
    const rows = sheetRows([data(2)], marksOf([problem(357, 'B')]), 10)
    const [, far] = rows
    expect(far).toMatchObject({ row: 357, cells: null, kind: null })
    expect(far && [cellOf(far, 0), cellOf(far, 1)]).toEqual([null, '105'])
  })

  it('grows by no more rows than it may', () => {
    const far = Array.from({ length: 50 }, (_, at) => problem(100 + at, 'B'))
    expect(sheetRows([data(2)], marksOf(far), 10)).toHaveLength(11)
  })

  it('has blank cells where a row is shorter than the others', () => {
    const [row] = sheetRows([data(2)], [], 0)
    expect(row && cellOf(row, 5)).toBe('')
  })
})

describe('rows that are not on the small sheet', () => {
  it('are blank where the rows around them follow one another, else cut, or both', () => {
    const rows = sheetRows([data(2, 0), data(5, 1), data(9, 3), data(10, 4)], [], 0)
    expect(rows.map((row, at) => gapBefore(row, rows[at - 1] ?? null))).toEqual([
      { first: 1, last: 1, cut: 0 },
      { first: 3, last: 4, cut: 0 },
      { first: 6, last: 8, cut: 1 },
      null,
    ])
  })

  it('are all called cut where nothing is known of them', () => {
    const rows = sheetRows([data(2)], marksOf([problem(9, 'B')]), 1)
    expect(rows[1] && gapBefore(rows[1], rows[0] ?? null)).toEqual({ first: 3, last: 8, cut: 6 })
  })
})

describe('a sheet too large to be drawn at once', () => {
  const cells = Array.from({ length: 86 }, (_, at) => String(at))
  const rows = sheetRows(
    [{ ...data(1, 0, cells), kind: 'header' }, ...Array.from({ length: 150 }, (_, at) => data(at + 2, at + 1, cells))],
    marksOf([problem(120, 'CH')]),
    0,
  )

  it('has the marked cell, the header and the names of the units on its page, and few hundred cells', () => {
    const page = sheetPage(rows, 1, pageOf(rows, { row: 120, letter: 'CH' }))
    expect(page.rows[0]?.row).toBe(1)
    expect(page.rows.some(({ row }) => row === 120)).toBe(true)
    expect(page.places[0]).toBe(1)
    expect(page.places).toContain(85)
    // What the page is called after: not the column of names that stands before it.
    expect(page.places[1]).toBe(page.left)
    expect(sheetPage(rows, 1, { rowPage: 0, columnPage: 0 }).left).toBe(0)
    expect(page.rows.length * page.places.length).toBeLessThan(800)
  })

  it('has every row and column on some page', () => {
    const first = sheetPage(rows, 1, { rowPage: 0, columnPage: 0 })
    const seenRows = new Set<number>()
    const seenPlaces = new Set<number>()
    for (let rowPage = 0; rowPage < first.rowPages; rowPage++)
      for (const { row } of sheetPage(rows, 1, { rowPage, columnPage: 0 }).rows) seenRows.add(row)
    for (let columnPage = 0; columnPage < first.columnPages; columnPage++)
      for (const place of sheetPage(rows, 1, { rowPage: 0, columnPage }).places) seenPlaces.add(place)
    expect([seenRows.size, seenPlaces.size]).toEqual([151, 86])
  })
})
