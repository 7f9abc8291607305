import { describe, expect, it } from 'vitest'
import { nextCell } from '@/features/weak/next-cell'

const SIZE = { rows: 20, columns: 5, page: 10 }
const go = (key: string, row: number, column: number, ctrl = false) => {
  const place = nextCell(key, ctrl, { row, column }, SIZE)
  return place && [place.row, place.column]
}

describe('the keys of the grid', () => {
  it('go one cell on, and stay at the edge', () => {
    expect([go('ArrowDown', 3, 2), go('ArrowUp', 3, 2), go('ArrowLeft', 3, 2), go('ArrowRight', 3, 2)]).toEqual([
      [4, 2],
      [2, 2],
      [3, 1],
      [3, 3],
    ])
    expect([go('ArrowUp', 0, 0), go('ArrowLeft', 0, 0), go('ArrowDown', 19, 4), go('ArrowRight', 19, 4)]).toEqual([
      [0, 0],
      [0, 0],
      [19, 4],
      [19, 4],
    ])
  })

  it('go to the ends of the row, of the grid, and a page on', () => {
    expect([go('Home', 7, 3), go('End', 7, 3), go('Home', 7, 3, true), go('End', 7, 3, true)]).toEqual([
      [7, 0],
      [7, 4],
      [0, 0],
      [19, 4],
    ])
    expect([go('PageDown', 7, 3), go('PageDown', 15, 3), go('PageUp', 7, 3)]).toEqual([
      [17, 3],
      [19, 3],
      [0, 3],
    ])
  })

  it('leave every other key to the page', () => {
    expect([go('Tab', 1, 1), go('a', 1, 1), go('Escape', 1, 1)]).toEqual([null, null, null])
  })
})
