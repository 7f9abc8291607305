import { beforeAll, describe, expect, it } from 'vitest'
import type { UnitHistoryRow } from '@/db/questions/units'
import { historyLines, historySentence } from '@/features/unit/history-lines'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { edition } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const row = (period: string, given: Partial<UnitHistoryRow> = {}): UnitHistoryRow => ({
  indexId: 'par',
  period,
  periodEnd: `${period}-12-31`,
  blockId: 'departments',
  resultSet: 'main',
  versionId: 'v1',
  changeBasis: 'total',
  unitId: 'own',
  nameVi: 'Sở Xây dựng',
  nameEn: 'Construction',
  generation: 0,
  endedOn: null,
  endKind: null,
  rank: 3,
  ranked: true,
  rankedCount: 18,
  highestRank: 18,
  share: 0.8,
  blockMedian: 0.75,
  ...given,
})
const old = (period: string, given: Partial<UnitHistoryRow> = {}) =>
  row(period, { unitId: 'old', nameVi: 'Sở Giao thông', generation: 1, share: 0.7, ...given })
const years = (...periods: readonly string[]) => periods.map((period) => edition({ period }))
const EDITIONS = years('2024', '2023', '2022', '2021')

const linesOf = (
  rows: readonly UnitHistoryRow[],
  editions: Parameters<typeof historyLines>[3] = EDITIONS,
  partial = false,
) => historyLines(rows, 'par', { blockId: 'departments', resultSet: 'main' }, editions, partial, VIETNAMESE.format)
const sentenceOf = (...given: Parameters<typeof linesOf>) => {
  const lines = linesOf(...given)
  return lines === null ? null : historySentence(lines, VIETNAMESE)
}

describe('the lines of a unit over time', () => {
  it('a predecessor has a line of its own, and its values are never those of the unit', () => {
    const lines = linesOf([old('2021'), old('2022'), row('2023'), row('2024')])
    expect(
      lines?.lines.map(({ name, predecessor, points }) => [name, predecessor, points.map(({ share }) => share)]),
    ).toEqual([
      ['Sở Xây dựng', false, [null, null, 0.8, 0.8]],
      ['Sở Giao thông', true, [0.7, 0.7, null, null]],
    ])
  })

  it('a year in which the unit has no result is a gap', () => {
    const lines = linesOf([row('2021'), row('2023')])
    expect(lines?.periods.map(({ period, median }) => [period, median])).toEqual([
      ['2021', 0.75],
      ['2022', null],
      ['2023', 0.75],
    ])
  })

  it('are cut where the criteria became others, also where their core compares: a total is of all of them', () => {
    const changed = [...years('2022', '2021'), edition({ period: '2023', versionId: 'v2' })].toSorted((a, b) =>
      a.period < b.period ? 1 : -1,
    )
    const cuts = (changeBasis: UnitHistoryRow['changeBasis']) =>
      linesOf(
        [row('2021', { changeBasis: null }), row('2022'), row('2023', { versionId: 'v2', changeBasis })],
        changed,
      )?.periods.map(({ newCriteria }) => newCriteria)
    expect(cuts(null)).toEqual([false, false, true])
    expect(cuts('core')).toEqual([false, false, true])
  })

  it('are cut where the unit moves to another block', () => {
    const lines = linesOf([row('2023', { blockId: 'vertical' }), row('2024')])
    expect(lines?.lines[0]?.points.map(({ broken }) => broken)).toEqual([false, true])
  })

  it('show ranks where no share is known, and no number of units that contradicts them', () => {
    const lines = linesOf([
      row('2023', { share: null, rank: 26, rankedCount: 13, highestRank: 26 }),
      row('2024', { share: null }),
    ])
    expect(lines?.measure).toBe('rank')
    expect(lines?.lines[0]?.points.map(({ rank, rankOf }) => [rank, rankOf])).toEqual([
      [26, null],
      [3, 18],
    ])
  })

  it('show no median of a block of which only a part is known', () => {
    const inPart = row('2024', { rank: 5, rankedCount: 13, highestRank: 26 })
    expect(linesOf([row('2023'), inPart])?.periods.map(({ median }) => median)).toEqual([0.75, null])
    expect(linesOf([row('2023'), row('2024')], EDITIONS, true)?.periods.map(({ median }) => median)).toEqual([
      null,
      null,
    ])
  })

  it('one point is no line', () => {
    expect(linesOf([row('2024')])).toBeNull()
    expect(linesOf([])).toBeNull()
  })
})

describe('the sentence above them', () => {
  it('says from where to where', () => {
    expect(sentenceOf([row('2023', { share: 0.7 }), row('2024')])).toBe(
      'Tỷ lệ đạt từ 70,0\u00a0% (2023) đến 80,0\u00a0% (2024).',
    )
    expect(sentenceOf([row('2023', { share: null }), row('2024', { share: null, rank: 5 })])).toBe(
      'Hạng từ 3 (2023) đến 5 (2024).',
    )
  })

  it('says that a line is cut, and what is dotted', () => {
    expect(sentenceOf([old('2022'), row('2023', { blockId: 'vertical' }), row('2024')])).toBe(
      'Tỷ lệ đạt từ 80,0\u00a0% (2023) đến 80,0\u00a0% (2024). Đường bị ngắt ở nơi bộ tiêu chí đổi hoặc hai kỳ không so được. Nét chấm: đơn vị tiền thân, chỉ để tham khảo.',
    )
  })

  it('claims no trend of one period', () => {
    expect(sentenceOf([old('2023'), row('2024')])).toBe(
      'Dưới tên này mới có kỳ 2024. Nét chấm: đơn vị tiền thân, chỉ để tham khảo.',
    )
  })
})
