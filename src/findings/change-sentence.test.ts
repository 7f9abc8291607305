import { beforeAll, describe, expect, it } from 'vitest'
import type { ChangeSplit } from '@/db/questions/change'
import { biggestPart, changeInput } from '@/findings/change-input'
import { changeSentence, paradoxOf } from '@/findings/change-sentence'
import { CHANGE_SORTS, biggestMove, changeSort, isReversed, sortBy, sortChanges } from '@/features/compare/sort-changes'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { changeSplit, comparability, rankChange } from '../../tests/fixtures/change-rows'

beforeAll(loadScreenTexts)
const pair = { before: '2023', now: '2024', counts: { before: 22, now: 22, left: 0, came: 0 } }
const EN = createI18n('en', en)
const total = comparability()

describe('why a unit moved', () => {
  it('is its own score with the places of that alone, and the others', () => {
    const row = rankChange('Sở X', 9, 6, { ownEffect: 4, othersEffect: -1, shareChange: 0.021 })
    expect(changeSentence(row, total, pair, VIETNAMESE)).toBe(
      'Sở X tăng 3 bậc (9 → 6): điểm của mình tăng 2,10 điểm\u00A0% (tự nó: +4 bậc), các đơn vị khác: −1 bậc',
    )
    expect(changeSentence(row, total, pair, EN)).toBe(
      'Sở X climbed 3 places (9 → 6): its own score rose by 2.10 percentage points (alone: +4 places), the other units: −1 place',
    )
  })

  it('of a unit that kept its rank still says what pulled either way', () => {
    const row = rankChange('Sở X', 5, 5, { ownEffect: 0, othersEffect: 0, shareChange: -0.00001 })
    expect(changeSentence(row, total, pair, VIETNAMESE)).toBe(
      'Sở X giữ hạng 5: điểm của mình không đổi (tự nó: không đổi bậc), các đơn vị khác: không đổi bậc',
    )
  })

  it('across criteria gives the score on the common part and no effects', () => {
    const row = rankChange('Sở X', 6, 9, { shareChange: -0.03 })
    expect(changeSentence(row, comparability({ changeBasis: 'core' }), pair, VIETNAMESE)).toBe(
      'Sở X giảm 3 bậc (6 → 9): điểm của mình giảm 3,00 điểm\u00A0% trên phần chung của hai bộ tiêu chí',
    )
  })

  it('of ranks alone is only the ranks; without them it says so', () => {
    const ranks = comparability({ changeBasis: null })
    expect(changeSentence(rankChange('Sở X', 6, 9), ranks, pair, VIETNAMESE)).toBe('Sở X giảm 3 bậc (6 → 9)')
    expect(changeSentence(rankChange('Sở X', null, 9), ranks, pair, VIETNAMESE)).toBe('Sở X không có hạng ở 2023')
    expect(changeSentence(rankChange('Sở X', 6, null), ranks, pair, VIETNAMESE)).toBe('Sở X không có hạng ở 2024')
    expect(changeSentence(rankChange('Sở X', null, null), ranks, pair, VIETNAMESE)).toBe(
      'Sở X không có hạng ở cả 2023 lẫn 2024',
    )
  })
})

describe('why a unit moved where other numbers of units are ranked', () => {
  const shrunk = { ...pair, counts: { before: 22, now: 16, left: 6, came: 0 } }

  it('is no climb where it is the last as before, of fewer', () => {
    const row = rankChange('Sở X', 19, 16, { ownEffect: -1, othersEffect: 4, shareChange: -0.01 })
    expect(changeSentence(row, total, shrunk, VIETNAMESE)).toBe(
      'Sở X từ hạng 19/22 thành 16/16: điểm của mình giảm 1,00 điểm\u00A0% (tự nó: −1 bậc), các đơn vị khác, kể cả 6 đơn vị rời bảng xếp hạng: +4 bậc',
    )
    expect(changeSentence(row, total, shrunk, EN)).toBe(
      'Sở X went from rank 19/22 to 16/16: its own score fell by 1.00 percentage points (alone: −1 place), the other units, with 6 that left the ranking: +4 places',
    )
    expect(paradoxOf(row, shrunk.counts, false, VIETNAMESE.format)).toBeNull()
  })

  it('is a climb with both numbers where it also stands higher among them', () => {
    expect(changeSentence(rankChange('Sở X', 19, 5), total, shrunk, VIETNAMESE)).toBe('Sở X tăng 14 bậc (19/22 → 5/16)')
    expect(changeSentence(rankChange('Sở X', 3, 3), total, shrunk, VIETNAMESE)).toBe('Sở X giữ hạng 3 (3/22 → 3/16)')
  })

  it('names those who came too', () => {
    const row = rankChange('Sở X', 5, 5, { ownEffect: 1, othersEffect: -1, shareChange: 0.01 })
    const others = (left: number, came: number) =>
      changeSentence(row, total, { ...pair, counts: { before: 10, now: 10 - left + came, left, came } }, VIETNAMESE)
    expect(others(1, 3)).toContain('kể cả 1 đơn vị rời và 3 đơn vị mới vào bảng xếp hạng: −1 bậc')
    expect(others(0, 3)).toContain('kể cả 3 đơn vị mới vào bảng xếp hạng: −1 bậc')
    expect(others(2, 2)).toContain('các đơn vị khác: −1 bậc')
  })
})

describe('score and rank that part', () => {
  it('are a score that rose with a rank that fell, and the reverse', () => {
    const { format } = VIETNAMESE
    expect(paradoxOf(rankChange('a', 2, 5, { shareChange: 0.01 }), pair.counts, false, format)).toBe('up')
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: -0.01 }), pair.counts, false, format)).toBe('down')
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: -0.01 }), pair.counts, true, format)).toBeNull()
    expect(paradoxOf(rankChange('a', 5, 2, { shareChange: 0.01 }), pair.counts, false, format)).toBeNull()
    // What rounds to zero did not rise, and who kept the rank did not fall.
    expect(paradoxOf(rankChange('a', 2, 5, { shareChange: 0.00001 }), pair.counts, false, format)).toBeNull()
    expect(paradoxOf(rankChange('a', 2, 2, { shareChange: 0.01 }), pair.counts, false, format)).toBeNull()
    expect(paradoxOf(rankChange('a', null, 2, { shareChange: 0.01 }), pair.counts, false, format)).toBeNull()
  })
})

describe('the table of changes', () => {
  const rows = [
    rankChange('Sở Á', 1, 3, { shareChange: 0.02 }),
    rankChange('Sở B', null, 1),
    rankChange('Sở C', 4, 2, { shareChange: -0.01 }),
    rankChange('Sở Đ', 6, 4),
  ]
  const order = (by: Parameters<typeof sortChanges>[1], reversed = false) =>
    sortChanges(rows, by, reversed, VIETNAMESE.format).map((row) => row.nameVi)

  it('has those who gained most first, and those without the figure last', () => {
    expect(order('places')).toEqual(['Sở C', 'Sở Đ', 'Sở Á', 'Sở B'])
    expect(order('change')).toEqual(['Sở Á', 'Sở C', 'Sở B', 'Sở Đ'])
    expect(order('rank')).toEqual(['Sở B', 'Sở C', 'Sở Á', 'Sở Đ'])
    expect(order('unit')).toEqual(['Sở Á', 'Sở B', 'Sở C', 'Sở Đ'])
  })

  it('can be turned round, with those without the figure last all the same', () => {
    expect(order('places', true)).toEqual(['Sở Á', 'Sở C', 'Sở Đ', 'Sở B'])
    expect(order('change', true)).toEqual(['Sở C', 'Sở Á', 'Sở B', 'Sở Đ'])
    expect(order('unit', true)).toEqual(['Sở Đ', 'Sở C', 'Sở B', 'Sở Á'])
    for (const column of CHANGE_SORTS) {
      for (const reversed of [false, true]) {
        expect([changeSort(sortBy(column, reversed)), isReversed(sortBy(column, reversed))]).toEqual([column, reversed])
      }
    }
    // A column of another screen.
    expect(isReversed({ column: 'share', descending: false })).toBe(false)
  })

  it('begins with a unit in focus: who moved furthest, up or down, where that is sure', () => {
    const { format } = VIETNAMESE
    expect(biggestMove(rows, pair.counts, format)?.nameVi).toBe('Sở C')
    expect(biggestMove([...rows, rankChange('Sở E', 2, 9)], pair.counts, format)?.nameVi).toBe('Sở E')
    // 19 of 22 to 16 of 16 is no climb.
    const shrunk = { before: 22, now: 16 }
    expect(biggestMove([rankChange('Sở X', 19, 16), rankChange('Sở Y', 3, 2)], shrunk, format)?.nameVi).toBe('Sở Y')
    expect(biggestMove([], pair.counts, format)).toBeNull()
  })
})

describe('the parts of a change', () => {
  const context = {
    before: '2023',
    now: '2024',
    lowerIsBetter: false,
    subIndicesEntered: [{ subIndexId: 'Mới', nameVi: 'Mới', nameEn: 'Mới', maxScore: 10 }],
    subIndicesLeft: [{ subIndexId: 'Cũ', nameVi: 'Cũ', nameEn: 'Cũ', maxScore: 10 }],
  }
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
    expect(changeInput(split, context, VIETNAMESE)?.parts.map(({ name }) => name)).toEqual([
      'Thể chế',
      'Thủ tục',
      'Điểm trừ',
    ])
  })

  it('are new or dropped only where the criteria say so; else they did not apply to the unit', () => {
    const input = changeInput(
      changeSplit('Sở X', {
        parts: [
          part('Mới', 'entered', 0.01),
          part('Đô thị', 'entered', 0.02),
          part('Cũ', 'left', -0.01),
          part('Nhân lực số', 'left', -0.107),
        ],
      }),
      context,
      VIETNAMESE,
    )
    if (input === null) throw new Error('no parts')
    expect(input.parts.map(({ kind, name }) => [kind, name])).toEqual([
      ['entered', 'Mới (mới)'],
      ['only-now', 'Đô thị (không áp dụng ở 2023)'],
      ['left', 'Cũ (đã bỏ)'],
      ['only-before', 'Nhân lực số (không áp dụng ở 2024)'],
    ])
    expect(biggestPart(input, VIETNAMESE)).toBe(
      'lĩnh vực mới bù lĩnh vực đã bỏ: 0,00 điểm\u00A0%; lĩnh vực chỉ áp dụng với đơn vị ở một kỳ: −8,70 điểm\u00A0%',
    )
  })

  it('are none where the row has none', () => {
    expect(changeInput(changeSplit('Sở X', { reason: 'no-share', change: null }), context, VIETNAMESE)).toBeNull()
  })

  it('have one that did most of it, in the direction of the whole', () => {
    const input = changeInput(split, context, VIETNAMESE)
    if (input === null) throw new Error('no parts')
    expect(biggestPart(input, VIETNAMESE)).toBe('Tăng nhờ Thủ tục nhiều nhất (+3,60 điểm\u00A0%)')
    expect(biggestPart({ ...input, change: -0.01 }, VIETNAMESE)).toBe('Giảm vì Thể chế nhiều nhất (−1,00 điểm\u00A0%)')
    expect(biggestPart({ ...input, parts: [] }, VIETNAMESE)).toBeNull()
    // A change that is written as zero is no rise.
    expect(biggestPart({ ...input, change: 0.00001 }, VIETNAMESE)).toBeNull()
    expect(biggestPart(input, EN)).toBe('The largest part of the rise came from Thủ tục (+3.60 percentage points)')
  })

  it('that leave more than rounding unexplained: none is the largest, and the rest is not called rounding', () => {
    // The weights of a total of 100 are not known: the fields give +3.66 of +4.68.
    const input = changeInput(
      changeSplit('Sở X', {
        change: 0.0468,
        parts: [part('Thể chế', 'common', 0.0366), part(null, 'rest', 0.0102)],
      }),
      context,
      VIETNAMESE,
    )
    if (input === null) throw new Error('no parts')
    expect(input.parts.at(-1)).toMatchObject({ kind: 'unexplained', name: 'Không giải thích được bằng các lĩnh vực' })
    expect(biggestPart(input, VIETNAMESE)).toBe(
      'Các lĩnh vực không cộng lại thành tổng đã công bố (+1,02 điểm\u00A0% không giải thích được): tỷ trọng của chúng, hoặc điểm ngoài các lĩnh vực, không có trong dữ liệu',
    )
    expect(biggestPart(input, EN)).toContain('+1.02 percentage points are not explained')
  })

  it('that leave what rounding leaves have a largest one', () => {
    const input = changeInput(
      changeSplit('Sở X', { parts: [part('Thể chế', 'common', 0.0202), part(null, 'rest', -0.0009)] }),
      context,
      VIETNAMESE,
    )
    if (input === null) throw new Error('no parts')
    expect(input.parts.at(-1)).toMatchObject({ kind: 'rest', name: 'Phần còn lại (làm tròn)' })
    expect(biggestPart(input, VIETNAMESE)).toBe('Tăng nhờ Thể chế nhiều nhất (+2,02 điểm\u00A0%)')
  })

  it('of criteria that changed are the common ones against those that came and went, never one that came', () => {
    const input = changeInput(
      changeSplit('Sở X', {
        parts: [
          { ...part('Thể chế', 'common', -0.02), scoreEffect: 0.03, weightEffect: -0.05 },
          { ...part('Thủ tục', 'common', 0.01), scoreEffect: 0.011, weightEffect: -0.001 },
          part('Mới', 'entered', 0.131),
          part('Cũ', 'left', -0.11),
        ],
      }),
      context,
      VIETNAMESE,
    )
    if (input === null) throw new Error('no parts')
    expect(biggestPart(input, VIETNAMESE)).toBe(
      'Các lĩnh vực chung góp −1,00 điểm\u00A0% vào tổng (do điểm đạt +4,10, do tỷ trọng đổi −5,10); lĩnh vực mới bù lĩnh vực đã bỏ: +2,10 điểm\u00A0%',
    )
  })
})
