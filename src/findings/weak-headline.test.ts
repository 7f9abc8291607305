import { describe, expect, it } from 'vitest'
import { weakHeadline, weakNotes } from '@/findings/weak-headline'
import { fieldsOf } from '@/findings/fields'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow, weakness } from '../../tests/fixtures/weak-rows'

await loadScreenTexts()
const ENGLISH = createI18n('en', en)
const fields = fieldsOf([
  fieldSummary('Thể chế', { weakCount: 1, unitCount: 3, recoverable: 9 }),
  fieldSummary('Chính quyền số', { weakCount: 2, unitCount: 3, recoverable: 3 }),
])
const rows = [
  matrixRow('Sở A', [cell(0.5, { severity: 1 }), cell(0.5, { severity: 2 })], { recoverable: 2.5 }),
  matrixRow('Sở B', [cell(0.9), cell(0.6, { severity: 1, edge: true })], { recoverable: 1.25 }),
  matrixRow('Sở C', [cell(0.9), cell(0.9)]),
]
const flags = [
  weakness('sở-a', 'thể-chế', { recoverable: 1.5 }),
  weakness('sở-a', 'chính-quyền-số', { recoverable: 2.25 }),
  weakness('sở-b', 'chính-quyền-số', { edge: true }),
  weakness('sở-c', 'thể-chế', { severity: 0, edge: true }),
]
const MEASURE = { lower: false, partial: false, decimals: 2 }
const LOWER = { ...MEASURE, lower: true }
const calm = (share: number | null) => [matrixRow('Sở A', [cell(share)]), matrixRow('Sở B', [cell(share)])]

describe('the finding', () => {
  it('names the field in which most units are weak, and what there is to win', () => {
    expect(weakHeadline(rows, fields, flags, MEASURE, false, VIETNAMESE)).toEqual({
      title: 'Chính quyền số yếu ở 2 trong 3 đơn vị',
      lede: '3 điểm yếu ở 2 đơn vị. Nâng 2 điểm yếu dưới trung vị khối lên trung vị sẽ thêm 3,75 điểm cho toàn khối. 1 điểm yếu sát ngưỡng.',
      shown: true,
    })
    expect(weakHeadline(rows, fields, flags, MEASURE, false, ENGLISH)).toEqual({
      title: 'Chính quyền số is weak in 2 of 3 units',
      lede: '3 weak fields in 2 units. Raising the 2 that lie below the block median up to it would add 3.75 points to the block as a whole. 1 weak field is close to a threshold.',
      shown: true,
    })
  })

  it('where a low share is good, speaks of points to lose', () => {
    expect(weakHeadline(rows, fields, flags, LOWER, false, VIETNAMESE).lede).toContain(
      'Đưa 2 điểm yếu trên trung vị khối về trung vị sẽ bớt 3,75 điểm',
    )
    expect(weakHeadline(rows, fields, flags, LOWER, false, ENGLISH).lede).toContain('would take 3.75 points off')
  })

  it('of a file without weights, promises points of fields only', () => {
    expect(weakHeadline(rows, fields, flags, MEASURE, true, VIETNAMESE).lede).toContain(
      'sẽ thêm 3,75 điểm lĩnh vực (tệp không cho biết trọng số trong tổng điểm).',
    )
    expect(weakHeadline(rows, fields, flags, LOWER, true, ENGLISH).lede).toContain('take off 3.75 points of fields')
  })

  it('says how many are weak only for two falls in a row', () => {
    const fell = { absolute: false, fellTwice: true }
    const falling = [
      weakness('sở-a', 'thể-chế', fell),
      weakness('sở-a', 'chính-quyền-số', { ...fell, byQuantile: true }),
      weakness('sở-b', 'chính-quyền-số', { ...fell, fell: true }),
    ]
    expect(weakHeadline(rows, fields, falling, MEASURE, false, VIETNAMESE).lede).toMatch(
      /^3 điểm yếu ở 2 đơn vị, 1 trong đó chỉ vì giảm hai kỳ liên tiếp\./,
    )
    expect(weakHeadline(rows, fields, falling, LOWER, false, ENGLISH).lede).toMatch(
      /^3 weak fields in 2 units, 1 only for rising two periods running\./,
    )
  })

  it('names the fields that are equally weak; of more than four, three', () => {
    const title = (names: readonly string[], words = VIETNAMESE) => {
      const tied = names.map((name) => fieldSummary(name, { weakCount: 2, unitCount: 3 }))
      const other = fieldSummary('Khác', { weakCount: 1, unitCount: 3 })
      return weakHeadline(rows, fieldsOf([...tied, other]), flags, MEASURE, false, words).title
    }
    expect(title(['A', 'B', 'C'])).toBe('3 lĩnh vực cùng yếu ở 2 trong 3 đơn vị: A; B; C')
    expect(title(['A', 'B'], ENGLISH)).toBe('2 fields are each weak in 2 of 3 units: A; B')
    expect(title(['A', 'B', 'C', 'D', 'E'])).toBe('5 lĩnh vực cùng yếu ở 2 trong 3 đơn vị: A; B; C và 2 lĩnh vực khác')
  })

  it('says that nobody is weak, and how much was looked at', () => {
    const [field] = fieldsOf([fieldSummary('Thể chế', { unitCount: 2 })])
    expect(weakHeadline(calm(0.8), [field!], [], MEASURE, false, VIETNAMESE)).toMatchObject({
      title: 'Không đơn vị nào có điểm yếu theo các ngưỡng này',
      lede: 'Đã xét 2 đơn vị có điểm, 1 lĩnh vực.',
    })
  })

  it('of one unit speaks of that unit', () => {
    expect(weakHeadline(rows.slice(0, 1), fields, flags, MEASURE, false, VIETNAMESE).title).toBe('Sở A có 2 điểm yếu')
  })

  it('says why there is nothing: no unit, no fields, no share', () => {
    expect(weakHeadline([], fields, [], MEASURE, false, VIETNAMESE)).toMatchObject({ shown: false })
    expect(weakHeadline(calm(null), [], [], MEASURE, false, VIETNAMESE).title).toMatch(/không có điểm từng lĩnh vực/)
    const none = fieldsOf([fieldSummary('Thể chế', { unitCount: 0, mean: null, median: null })])
    expect(weakHeadline(calm(null), none, [], MEASURE, false, VIETNAMESE)).toMatchObject({ shown: false })
    expect(weakHeadline(calm(null), none, [], MEASURE, false, VIETNAMESE).title).toMatch(
      /không lĩnh vực nào có tỷ lệ đạt/,
    )
  })

  it('does not count criteria below the first level', () => {
    const deep = fieldsOf([
      fieldSummary('Thể chế', { weakCount: 1, unitCount: 3 }),
      fieldSummary('Tiêu chí 1.1', { level: 2, parentId: 'thể-chế', weakCount: 3, unitCount: 3 }),
    ])
    expect(weakHeadline(rows, deep, flags, MEASURE, false, VIETNAMESE).title).toBe('Thể chế yếu ở 1 trong 3 đơn vị')
  })
})

describe('what must be known', () => {
  const note = (given: Parameters<typeof fieldSummary>[1], count = 3, measure = MEASURE) =>
    weakNotes(rows.slice(0, count), fieldsOf([fieldSummary('A', given)]), 8, measure, VIETNAMESE)

  it('is nothing where every test was made', () => {
    expect(note({ unitCount: 18 })).toEqual([])
  })

  it('is which tests were not made: in a small block, for one unit, without a period before', () => {
    expect(note({ unitCount: 7 })).toEqual([expect.stringContaining('dưới 8 đơn vị')])
    expect(note({ unitCount: 1 }, 1)).toEqual([expect.stringContaining('Chỉ có một đơn vị')])
    expect(note({ previousPeriod: null })).toEqual([expect.stringContaining('Không có kỳ trước')])
  })

  it('is that all are equal, that low is good, that the block is known in part', () => {
    expect(note({ best: 0.8, lowest: 0.8 })).toEqual([expect.stringContaining('bằng nhau')])
    expect(note({}, 3, { ...MEASURE, partial: true })).toEqual([expect.stringContaining('một phần của khối')])
    // Also of one unit, or of equal ones, whose shares cannot tell which way is good.
    expect(note({}, 3, LOWER)).toEqual([expect.stringContaining('thấp là tốt')])
    expect(note({ unitCount: 1 }, 1, LOWER)).toContainEqual(expect.stringContaining('thấp là tốt'))
  })
})
