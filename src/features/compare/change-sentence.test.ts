import { beforeAll, describe, expect, it } from 'vitest'
import type { ChangeSplit } from '@/db/questions/change'
import { biggestPart, changeInput } from '@/features/compare/change-input'
import { changeSentence, paradoxOf } from '@/features/compare/change-sentence'
import { sortChanges } from '@/features/compare/sort-changes'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { changeSplit, comparability, rankChange } from '../../../tests/fixtures/change-rows'

beforeAll(loadScreenTexts)
const periods = { before: '2023', now: '2024' }
const EN = createI18n('en', en)
const total = comparability()

describe('why a unit moved', () => {
  it('is its own score with the places of that alone, and the others', () => {
    const row = rankChange('Sở X', 9, 6, { ownEffect: 4, othersEffect: -1, shareChange: 0.021 })
    expect(changeSentence(row, total, periods, VIETNAMESE)).toBe(
      'Sở X tăng 3 bậc (9 → 6): điểm của mình tăng 2,10 điểm\u00A0% (tự nó: +4 bậc), các đơn vị khác: −1 bậc',
    )
    expect(changeSentence(row, total, periods, EN)).toBe(
      'Sở X climbed 3 places (9 → 6): its own score rose by 2.10 percentage points (alone: +4 places), the other units: −1 place',
    )
  })

  it('of a unit that kept its rank still says what pulled either way', () => {
    const row = rankChange('Sở X', 5, 5, { ownEffect: 0, othersEffect: 0, shareChange: -0.00001 })
    expect(changeSentence(row, total, periods, VIETNAMESE)).toBe(
      'Sở X giữ hạng 5: điểm của mình không đổi (tự nó: không đổi bậc), các đơn vị khác: không đổi bậc',
    )
  })

  it('across criteria gives the score on the common part and no effects', () => {
    const row = rankChange('Sở X', 6, 9, { shareChange: -0.03 })
    expect(changeSentence(row, comparability({ changeBasis: 'core' }), periods, VIETNAMESE)).toBe(
      'Sở X giảm 3 bậc (6 → 9): điểm của mình giảm 3,00 điểm\u00A0% trên phần chung của hai bộ tiêu chí',
    )
  })

  it('of ranks alone is only the ranks; without them it says so', () => {
    const ranks = comparability({ changeBasis: null })
    expect(changeSentence(rankChange('Sở X', 6, 9), ranks, periods, VIETNAMESE)).toBe('Sở X giảm 3 bậc (6 → 9)')
    expect(changeSentence(rankChange('Sở X', null, 9), ranks, periods, VIETNAMESE)).toBe(
      'Sở X không có hạng ở cả hai kỳ 2023 và 2024',
    )
  })
})

describe('score and rank that part', () => {
  it('are a score that rose with a rank that fell, and the reverse', () => {
    const { format } = VIETNAMESE
    expect(paradoxOf(rankChange('a', 2, 5, { shareChange: 0.01 }), false, format)).toBe('up')
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: -0.01 }), false, format)).toBe('down')
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: -0.01 }), true, format)).toBeNull()
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: 0.01 }), false, format)).toBeNull()
    // What rounds to zero did not rise, and who kept the rank did not fall.
    expect(paradoxOf(rankChange('a', 2, 5, { shareChange: 0.00001 }), false, format)).toBeNull()
    expect(paradoxOf(rankChange('a', 2, 2, { shareChange: 0.01 }), false, format)).toBeNull()
    expect(paradoxOf(rankChange('a', null, 2, { shareChange: 0.01 }), false, format)).toBeNull()
  })
})

describe('the table of changes', () => {
  const rows = [
    rankChange('Sở Á', 1, 3, { shareChange: 0.02 }),
    rankChange('Sở B', null, 1),
    rankChange('Sở C', 4, 2, { shareChange: -0.01 }),
    rankChange('Sở Đ', 6, 4),
  ]
  const order = (by: Parameters<typeof sortChanges>[1]) =>
    sortChanges(rows, by, VIETNAMESE.format).map((row) => row.nameVi)

  it('has those who gained most first, and those without the figure last', () => {
    expect(order('places')).toEqual(['Sở C', 'Sở Đ', 'Sở Á', 'Sở B'])
    expect(order('change')).toEqual(['Sở Á', 'Sở C', 'Sở B', 'Sở Đ'])
    expect(order('rank')).toEqual(['Sở B', 'Sở C', 'Sở Á', 'Sở Đ'])
    expect(order('unit')).toEqual(['Sở Á', 'Sở B', 'Sở C', 'Sở Đ'])
  })
})

describe('the parts of a change', () => {
  const part = (name: string | null, kind: ChangeSplit['parts'][number]['kind'], effect: number) => ({
    kind,
    position: null,
    subIndexId: name,
    nameVi: name,
    nameEn: name,
    effect,
    scoreEffect: null,
    weightEffect: null,
    shareBefore: null,
    shareNow: null,
    weightBefore: null,
    weightNow: null,
  })
  const split = changeSplit('Sở X', {
    parts: [part('Thể chế', 'common', -0.01), part('Thủ tục', 'common', 0.036), part(null, 'penalty', -0.005)],
  })

  it('bear the name of their sub-index, or what they are', () => {
    expect(changeInput(split, false, VIETNAMESE)?.parts.map(({ name }) => name)).toEqual([
      'Thể chế',
      'Thủ tục',
      'Điểm trừ',
    ])
  })

  it('leave out a rest that is written as zero, and no other', () => {
    const withRest = (effect: number) =>
      changeInput(
        changeSplit('Sở X', { parts: [part('Thể chế', 'common', 0.01), part(null, 'rest', effect)] }),
        false,
        VIETNAMESE,
      )
    expect(withRest(7e-8)?.parts).toHaveLength(1)
    expect(withRest(0.0002)?.parts.map(({ name }) => name)).toEqual([
      'Thể chế',
      'Phần còn lại (làm tròn, điểm ngoài lĩnh vực)',
    ])
  })

  it('are none where the row has none', () => {
    expect(changeInput(changeSplit('Sở X', { reason: 'no-share', change: null }), false, VIETNAMESE)).toBeNull()
  })

  it('have one that did most of it, in the direction of the whole', () => {
    const input = changeInput(split, false, VIETNAMESE)
    if (input === null) throw new Error('no parts')
    expect(biggestPart(input, VIETNAMESE)).toBe('Tăng nhờ Thủ tục nhiều nhất (+3,60 điểm\u00A0%)')
    expect(biggestPart({ ...input, change: -0.01 }, VIETNAMESE)).toBe('Giảm vì Thể chế nhiều nhất (−1,00 điểm\u00A0%)')
    expect(biggestPart({ ...input, parts: [] }, VIETNAMESE)).toBeNull()
  })

  it('of criteria that changed are the common ones against those that came and went, never one that came', () => {
    const input = changeInput(
      changeSplit('Sở X', {
        parts: [part('Thể chế', 'common', -0.01), part('Mới', 'entered', 0.131), part('Cũ', 'left', -0.11)],
      }),
      false,
      VIETNAMESE,
    )
    if (input === null) throw new Error('no parts')
    expect(biggestPart(input, VIETNAMESE)).toBe(
      'Các lĩnh vực chung: −1,00 điểm\u00A0%; lĩnh vực mới bù lĩnh vực đã bỏ: +2,10 điểm\u00A0%',
    )
  })
})
