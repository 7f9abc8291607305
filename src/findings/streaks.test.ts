import { beforeAll, describe, expect, it } from 'vitest'
import { streakHeadline, streakLines } from '@/findings/streak-words'
import { streaks } from '@/findings/streaks'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { blockHistory } from '../../tests/fixtures/change-rows'

beforeAll(loadScreenTexts)
const YEARS = ['2021', '2022', '2023', '2024']
/** Eight units: x leads for three years, y is last for two; the first two are the first quarter. */
const EIGHT = [
  blockHistory('x', [2, 1, 1, 1]),
  blockHistory('y', [1, 3, 8, 8]),
  blockHistory('a', [3, 2, 2, 2]),
  blockHistory('b', [8, 8, 7, 7]),
  ...['c', 'd', 'e', 'f'].map((name, index) =>
    blockHistory(
      name,
      [4, 4, 3, 3].map((rank) => rank + index),
    ),
  ),
]

describe('who leads and who trails several years running', () => {
  it('is counted back from the last period', () => {
    const found = streaks(EIGHT, YEARS, false, 8)
    expect(found.leaders).toMatchObject([{ unit: { unitId: 'x' }, periods: 3 }])
    expect(found.trailers).toMatchObject([{ unit: { unitId: 'y' }, periods: 2 }])
    expect(found.top.map(({ unit, periods }) => [unit.unitId, periods])).toEqual([
      ['x', 4],
      ['a', 3],
    ])
    expect(found.bottom.map(({ unit, periods }) => [unit.unitId, periods])).toEqual([
      ['b', 4],
      ['y', 2],
    ])
    expect(streakHeadline(found, VIETNAMESE)).toBe('x dẫn đầu 3 kỳ liên tiếp, đến 2024; y cuối khối 2 kỳ liên tiếp')
    expect(streakLines(found, VIETNAMESE)[0]).toContain('x (4 kỳ), a (3 kỳ)')
  })

  it('a year without a rank of the unit ends its run; a year that ranked nobody does not', () => {
    const found = streaks([blockHistory('x', [1, null, 1]), blockHistory('y', [2, 1, 2])], YEARS.slice(0, 3), false, 8)
    expect(found.leaders[0]?.periods).toBe(1)
    const without = streaks(
      [blockHistory('x', [1, null, 1]), blockHistory('y', [2, null, 2])],
      YEARS.slice(0, 3),
      false,
      8,
    )
    expect(without.leaders[0]?.periods).toBe(2)
  })

  it('who shares a rank with most of the block is in no quarter of it', () => {
    const block = (ranks: readonly number[]) => ranks.map((rank, index) => blockHistory(`u${index}`, [rank, rank]))
    const last = streaks(block([1, 2, 3, 3, 3, 3, 3, 3]), YEARS.slice(0, 2), false, 8)
    expect(last.bottom).toEqual([])
    expect(last.top).toHaveLength(2)
    const first = streaks(block([1, 1, 1, 1, 1, 1, 7, 8]), YEARS.slice(0, 2), false, 8)
    expect(first.top).toEqual([])
    expect(first.bottom.map(({ unit }) => unit.unitId)).toEqual(['u6', 'u7'])
  })

  it('a block of fewer units than the package says has no quarters', () => {
    expect(streaks(EIGHT, YEARS, false, 9)).toMatchObject({ top: [], bottom: [] })
  })

  it('of a block known in part nothing is said of its end or quarters, and of no leader that is not known', () => {
    const found = streaks([blockHistory('x', [3, 4]), blockHistory('y', [9, 12])], YEARS.slice(0, 2), true, 8)
    expect(found).toMatchObject({ leaders: [], trailers: [], top: [], bottom: [] })
    expect(streakHeadline(found, VIETNAMESE)).toBe('Không rõ đơn vị nào dẫn đầu ở 2022')
    expect(streakLines(found, VIETNAMESE)).toEqual([])
  })

  it('a single unit leads and does not trail', () => {
    const found = streaks([blockHistory('x', [1, 1])], YEARS.slice(0, 2), false, 8)
    expect(found.trailers).toEqual([])
    expect(streakHeadline(found, VIETNAMESE)).toBe('x dẫn đầu 2 kỳ liên tiếp, đến 2022')
  })

  it('without any rank there is no period to speak of', () => {
    expect(streaks([blockHistory('x', [null])], ['2021'], false, 8).period).toBeNull()
  })
})
