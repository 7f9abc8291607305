import { describe, expect, it } from 'vitest'
import { hasTiles, shareSteps, tileMap } from '@/features/ranking/tiles'
import { former, unit } from '../../../tests/fixtures/rows'

describe('the tile map', () => {
  it('puts each district on its own place and cuts off empty margins', () => {
    const map = tileMap([unit('Quận 3', { gridColumn: 4, gridRow: 7 }), unit('Quận 12', { gridColumn: 3, gridRow: 5 })])
    expect(map.tiles.map(({ column, row, units }) => [column, row, units[0]?.row.nameVi])).toEqual([
      [1, 1, 'Quận 12'],
      [2, 3, 'Quận 3'],
    ])
    expect(map).toMatchObject({ columnCount: 2, grouped: false, elsewhere: [] })
  })

  it('puts a commune in the tile of its first former district and names the others', () => {
    const map = tileMap([
      unit('Phường A', { formerUnits: [former('Quận 8', 3, 9), former('Quận 6', 2, 8)] }),
      unit('Phường B', { formerUnits: [former('Quận 8', 3, 9)] }),
    ])
    expect(map.grouped).toBe(true)
    expect(map.tiles).toHaveLength(1)
    expect(map.tiles[0]?.former?.nameVi).toBe('Quận 8')
    expect(map.tiles[0]?.units.map(({ row, also }) => [row.nameVi, also.map(({ nameVi }) => nameVi)])).toEqual([
      ['Phường A', ['Quận 6']],
      ['Phường B', []],
    ])
  })

  it('lists units without a place elsewhere, and is not offered where nobody has one', () => {
    const rows = [unit('Sở Y tế', { formerUnits: [former('Sở cũ', null, null)] })]
    expect(tileMap(rows)).toMatchObject({ tiles: [], elsewhere: rows })
    expect(hasTiles(rows)).toBe(false)
    expect(hasTiles([...rows, unit('Quận 3', { gridColumn: 4, gridRow: 7 })])).toBe(true)
  })

  it('divides the shares into five equal steps where there are no classes', () => {
    const steps = shareSteps([unit('a', { share: 0.5 }), unit('b', { share: 1 }), unit('c')])
    expect(steps.map((step) => step.toFixed(1))).toEqual(['0.5', '0.6', '0.7', '0.8', '0.9'])
    expect(shareSteps([unit('a', { share: 0.5 })])).toEqual([0.5])
    expect(shareSteps([unit('c')])).toEqual([])
  })
})
