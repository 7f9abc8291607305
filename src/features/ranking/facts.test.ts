import { describe, expect, it } from 'vitest'
import { comparison, facts, moves } from '@/features/ranking/facts'
import { block, named } from '@/features/ranking/ranking-fixtures'
import { VIETNAMESE } from '@/i18n/use-i18n'

const fact = (id: string, given: Parameters<typeof block>[0] = {}) =>
  facts(block(given), VIETNAMESE).find((each) => each.id === id)

describe('the strip of facts', () => {
  it('gives every figure with the number of units behind it', () => {
    expect(fact('mean')).toEqual({
      id: 'mean',
      title: 'Trung bình khối',
      figure: '83,21\u00a0%',
      notes: [
        { text: '1,42 so với 2023', sign: 1 },
        { text: '18 đơn vị có điểm', sign: 0 },
      ],
    })
    expect(fact('gap')?.notes.map(({ text }) => text)).toEqual(['điểm\u00a0%, 18 đơn vị', 'hẹp hơn 3,00 so với 2023'])
    expect(fact('weakest')?.notes[0]?.text).toBe('Chính quyền số (18 đơn vị)')
  })

  it('gives no figure and the reason where scores are not published', () => {
    const rankOnly = { scoredCount: 0, mean: null, gap: null, weakest: null }
    expect(fact('mean', rankOnly)).toMatchObject({ figure: null, notes: [{ text: 'chỉ công bố thứ hạng' }] })
    expect(fact('weakest', rankOnly)).toMatchObject({ figure: null, notes: [{ text: 'chưa có điểm từng lĩnh vực' }] })
  })

  it('has no gap between the first and the last of one scored unit', () => {
    expect(fact('gap', { scoredCount: 1, gap: 0 })).toMatchObject({ figure: null })
  })

  it('names who climbed most, and says that nobody fell', () => {
    expect(moves(block(), VIETNAMESE)).toEqual([
      { places: 4, text: 'Sở Du lịch: 10 → 6' },
      { places: null, text: 'không đơn vị nào xuống hạng' },
    ])
    expect(moves(block({ previousPeriod: null }), VIETNAMESE)).toEqual([{ places: null, text: 'không có kỳ trước' }])
  })

  it('uses the short name of a unit', () => {
    const biggestFall = { ...named('Ủy ban nhân dân'), shortVi: 'UBND', fromRank: 2, toRank: 5, placesGained: -3 }
    expect(moves(block({ biggestFall }), VIETNAMESE)[1]).toEqual({ places: -3, text: 'UBND: 2 → 5' })
  })
})

describe('the comparison with the period before', () => {
  it('needs no words where all units are compared by their totals', () => {
    expect(comparison(block(), VIETNAMESE)).toBeNull()
  })

  it('names the common part of two versions of the criteria', () => {
    expect(comparison(block({ changeBasis: 'core', coreCoverage: 0.84 }), VIETNAMESE)).toMatch(
      /phần chung, bằng 84\u00a0%/,
    )
  })

  it('is not drawn where the common part is too small, and says so', () => {
    expect(comparison(block({ changeBasis: null, coreCoverage: 0.42 }), VIETNAMESE)).toMatch(
      /^Không so điểm .* 42\u00a0%/,
    )
    expect(comparison(block({ changeBasis: null }), VIETNAMESE)).toMatch(/^Không so điểm/)
  })

  it('counts the units that are in both periods where some are not', () => {
    expect(comparison(block({ comparedCount: 15 }), VIETNAMESE)).toBe('So với 2023: 15 đơn vị có ở cả hai kỳ.')
  })
})
