import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { cellOf, marksOf, sheetRows, worstOf } from '@/features/data/sheet-rows'
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
const data = (row: number): PreviewRow => ({ row, kind: 'data', hidden: false, cells: ['Sở Tư pháp', '9,5'] })

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
