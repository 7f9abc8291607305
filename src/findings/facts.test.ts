import { describe, expect, it } from 'vitest'
import { comparison, facts, moves } from '@/findings/facts'
import { VIETNAMESE } from '@/i18n/use-i18n'
import { block, named } from '../../tests/fixtures/rows'

const fact = (id: string, given: Parameters<typeof block>[0] = {}) =>
  facts(block(given), false, VIETNAMESE).find((each) => each.id === id)

describe('the strip of facts', () => {
  it('gives every figure with the number of units behind it', () => {
    expect(fact('mean')).toEqual({
      id: 'mean',
      title: 'Trung bình khối',
      figure: '83,21\u00a0%',
      notes: [
        { text: '1,42 điểm\u00a0% so với 2023', sign: 1 },
        { text: '18 đơn vị có điểm', sign: 0 },
      ],
    })
    expect(fact('gap')?.notes.map(({ text }) => text)).toEqual([
      'điểm\u00a0%, 18 đơn vị',
      'hẹp hơn 3,00 điểm\u00a0% so với 2023',
    ])
    expect(fact('weakest')?.notes[0]?.text).toBe('Chính quyền số (18 đơn vị)')
  })

  it('gives no figure and the reason where scores are not published', () => {
    const rankOnly = { scoredCount: 0, mean: null, gap: null, weakest: null }
    expect(fact('mean', rankOnly)).toMatchObject({ figure: null, notes: [{ text: 'chỉ công bố thứ hạng' }] })
    expect(fact('weakest', rankOnly)).toMatchObject({
      figure: null,
      notes: [{ text: 'không có tỷ lệ đạt từng lĩnh vực' }],
    })
  })

  it('has no gap between the first and the last of one scored unit', () => {
    expect(fact('gap', { scoredCount: 1, gap: 0 })).toMatchObject({ figure: null })
  })

  it('names who climbed most, and says that nobody fell', () => {
    expect(moves(block(), false, VIETNAMESE)).toEqual([
      { places: 4, text: 'Sở Du lịch: 10 → 6' },
      { places: null, text: 'không đơn vị nào xuống hạng' },
    ])
    expect(moves(block({ previousPeriod: null }), false, VIETNAMESE)).toEqual([
      { places: null, text: 'không có kỳ trước' },
    ])
  })

  it('says once that no unit has a rank in both periods', () => {
    const strangers = block({ placesComparedCount: 0, biggestRise: null })
    expect(moves(strangers, false, VIETNAMESE)).toEqual([
      { places: null, text: 'không đơn vị nào có hạng ở cả hai kỳ' },
    ])
  })

  it('says once that no unit changed its rank', () => {
    expect(moves(block({ biggestRise: null }), false, VIETNAMESE)).toEqual([
      { places: null, text: 'không đơn vị nào đổi hạng (18 đơn vị có hạng ở cả hai kỳ)' },
    ])
  })

  it('says among how many units nobody fell, where not all have a rank in both periods', () => {
    const text = 'không đơn vị nào xuống hạng (15 đơn vị có hạng ở cả hai kỳ)'
    expect(moves(block({ placesComparedCount: 15 }), false, VIETNAMESE)[1]).toEqual({ places: null, text })
    const part = block({ rankedCount: 15, placesComparedCount: 15 })
    expect(moves(part, true, VIETNAMESE)[1]).toEqual({ places: null, text })
  })

  it('counts the known units of a block that is known in part, and nothing else', () => {
    expect(facts(block({ unitCount: 11, scoredCount: 10 }), true, VIETNAMESE)).toEqual([
      {
        id: 'units',
        title: 'Số đơn vị',
        figure: '11',
        notes: [{ text: 'có trong nguồn đã đọc; không phải cả khối', sign: 0 }],
      },
    ])
  })

  it('uses the short name of a unit', () => {
    const biggestFall = { ...named('Ủy ban nhân dân'), shortVi: 'UBND', fromRank: 2, toRank: 5, placesGained: -3 }
    expect(moves(block({ biggestFall }), false, VIETNAMESE)[1]).toEqual({ places: -3, text: 'UBND: 2 → 5' })
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
  })

  it('does not blame the criteria where a maximum is unknown or no unit was scored before', () => {
    const unknown = 'Không so được điểm với 2023: không rõ điểm tối đa, hoặc kỳ đó không có điểm.'
    expect(comparison(block({ changeBasis: null }), VIETNAMESE)).toBe(unknown)
    expect(comparison(block({ comparedCount: 0 }), VIETNAMESE)).toBe(unknown)
  })

  it('counts the units that are scored in both periods where some are not', () => {
    expect(comparison(block({ comparedCount: 15 }), VIETNAMESE)).toBe(
      'So điểm với 2023: 15 đơn vị có điểm ở cả hai kỳ.',
    )
  })
})
