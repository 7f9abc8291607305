import { describe, expect, it } from 'vitest'
import { headline, notes } from '@/features/weak/headline'
import { fieldsOf } from '@/features/weak/matrix-cells'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

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
  weakness('sở-a', 'thể-chế'),
  weakness('sở-a', 'chính-quyền-số'),
  weakness('sở-b', 'chính-quyền-số', { edge: true }),
  weakness('sở-c', 'thể-chế', { severity: 0, edge: true }),
]
const MEASURE = { lower: false, partial: false, decimals: 2 }
const LOWER = { ...MEASURE, lower: true }
const calm = (share: number | null) => [matrixRow('Sở A', [cell(share)]), matrixRow('Sở B', [cell(share)])]

describe('the finding', () => {
  it('names the field in which most units are weak, and what there is to win', () => {
    expect(headline(rows, fields, flags, MEASURE, VIETNAMESE)).toEqual({
      title: 'Chính quyền số yếu ở 2 trong 3 đơn vị',
      lede: '3 điểm yếu ở 2 đơn vị. Nâng các lĩnh vực này lên trung vị khối sẽ thêm 3,75 điểm cho toàn khối. 1 điểm yếu sát ngưỡng.',
      shown: true,
    })
    expect(headline(rows, fields, flags, MEASURE, ENGLISH)).toEqual({
      title: 'Chính quyền số is weak in 2 of 3 units',
      lede: '3 weak fields in 2 units. Raising them to the block median would add 3.75 points to the block as a whole. 1 of them is close to a threshold.',
      shown: true,
    })
  })

  it('where a low share is good, speaks of points to lose', () => {
    expect(headline(rows, fields, flags, LOWER, VIETNAMESE).lede).toContain('về trung vị khối sẽ bớt 3,75 điểm')
    expect(headline(rows, fields, flags, LOWER, ENGLISH).lede).toContain('would take 3.75 points off')
  })

  it('says that nobody is weak, and how much was looked at', () => {
    const [field] = fieldsOf([fieldSummary('Thể chế', { unitCount: 2 })])
    expect(headline(calm(0.8), [field!], [], MEASURE, VIETNAMESE)).toMatchObject({
      title: 'Không đơn vị nào có điểm yếu theo các ngưỡng này',
      lede: 'Đã xét 2 đơn vị có điểm, 1 lĩnh vực.',
    })
  })

  it('of one unit speaks of that unit', () => {
    expect(headline(rows.slice(0, 1), fields, flags, MEASURE, VIETNAMESE).title).toBe('Sở A có 2 điểm yếu')
  })

  it('says why there is nothing: no unit, no fields, no share', () => {
    expect(headline([], fields, [], MEASURE, VIETNAMESE)).toMatchObject({ shown: false })
    expect(headline(calm(null), [], [], MEASURE, VIETNAMESE).title).toMatch(/không có điểm từng lĩnh vực/)
    const none = fieldsOf([fieldSummary('Thể chế', { unitCount: 0, mean: null, median: null })])
    expect(headline(calm(null), none, [], MEASURE, VIETNAMESE)).toMatchObject({ shown: false })
    expect(headline(calm(null), none, [], MEASURE, VIETNAMESE).title).toMatch(/không lĩnh vực nào có tỷ lệ đạt/)
  })

  it('does not count criteria below the first level', () => {
    const deep = fieldsOf([
      fieldSummary('Thể chế', { weakCount: 1, unitCount: 3 }),
      fieldSummary('Tiêu chí 1.1', { level: 2, parentId: 'thể-chế', weakCount: 3, unitCount: 3 }),
    ])
    expect(headline(rows, deep, flags, MEASURE, VIETNAMESE).title).toBe('Thể chế yếu ở 1 trong 3 đơn vị')
  })
})

describe('what must be known', () => {
  const note = (given: Parameters<typeof fieldSummary>[1], count = 3, measure = MEASURE) =>
    notes(rows.slice(0, count), fieldsOf([fieldSummary('A', given)]), 8, measure, VIETNAMESE)

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
