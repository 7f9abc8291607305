import { beforeAll, describe, expect, it } from 'vitest'
import { gapLines } from '@/features/report/gap-lines'
import { lastingWeaknesses } from '@/features/report/lasting-weaknesses'
import { movers } from '@/features/report/movers'
import { classesSentence, moveSentence, reportSummary } from '@/features/report/report-summary'
import { fieldsOf } from '@/findings/fields'
import { streaks } from '@/findings/streaks'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { changeSplit, comparability, rankChange } from '../../../tests/fixtures/change-rows'
import { block, named, unit } from '../../../tests/fixtures/rows'
import { cell, fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

beforeAll(loadScreenTexts)

const ENGLISH = createI18n('en', en)
const MEASURE = {
  limits: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
  lower: false,
  partial: false,
  decimals: 2,
}
const band = (nameVi: string, position: number, count: number, previousCount: number | null) => ({
  bandId: nameVi,
  nameVi,
  nameEn: nameVi,
  position,
  count,
  previousCount,
})

describe('the summary of a report', () => {
  it('says how many units are in each class, and what came and went; a class without a unit is left out', () => {
    const bands = [band('Tốt', 1, 4, 2), band('Khá', 2, 5, 7), band('Trung bình', 3, 0, 0)]
    expect(classesSentence(block({ bands, previousPeriod: '2024' }), VIETNAMESE)).toBe(
      'Xếp loại: 4 Tốt (+2), 5 Khá (−2) (trong ngoặc: so với 2024).',
    )
    const now = bands.map((one) => ({ ...one, previousCount: null }))
    expect(classesSentence(block({ bands: now, previousPeriod: null }), ENGLISH)).toBe('Classes: 4 Tốt, 5 Khá.')
    expect(classesSentence(block({ bands: [] }), VIETNAMESE)).toBeNull()
  })

  it('names who climbed and who fell by most places, and nobody where nobody did', () => {
    const rise = { ...named('Sở A'), fromRank: 9, toRank: 4, placesGained: 5 }
    const fall = { ...named('Sở B'), fromRank: 2, toRank: 3, placesGained: -1 }
    expect(moveSentence(block({ biggestRise: rise, biggestFall: fall }), VIETNAMESE)).toBe(
      'Lên nhiều bậc nhất: Sở A, 5 bậc (9 → 4). Xuống nhiều bậc nhất: Sở B, 1 bậc (2 → 3).',
    )
    expect(moveSentence(block({ biggestRise: null, biggestFall: fall }), ENGLISH)).toBe(
      'Fell most: Sở B, 1 place (2 → 3).',
    )
    expect(moveSentence(block({ biggestRise: null, biggestFall: null }), VIETNAMESE)).toBeNull()
  })

  it('of ranks alone says that weakness cannot be told, and sends nobody from paper to another choice', () => {
    const summary = block({
      unitCount: 2,
      rankedCount: 2,
      scoredCount: 0,
      mean: null,
      gap: null,
      bands: [],
      weakest: null,
      previousPeriod: null,
      leaders: [named('Sở A')],
    })
    const units = [unit('Sở A', { rank: 1 }), unit('Sở B', { rank: 2 })]
    const matrix = [matrixRow('Sở A', []), matrixRow('Sở B', [])]
    const { finding, sentences } = reportSummary(
      { summary, units, matrix, fields: [], flags: [], streaks: streaks([], [], false, 8) },
      { decimals: 2 },
      MEASURE,
      false,
      VIETNAMESE,
    )
    expect(finding).toBe('Sở A dẫn đầu; chỉ công bố thứ hạng của 2 đơn vị.')
    expect(sentences.at(-1)).toBe('Chưa xét được điểm yếu: không có điểm từng lĩnh vực.')
    expect(sentences.join(' ')).not.toContain('ở trên')
  })
})

describe('units that moved', () => {
  const counts = { before: 3, now: 3, left: 0, came: 0 }
  const pair = { before: '2023', now: '2024', counts }
  const moved = (name: string, rankBefore: number, rankNow: number, given = {}) =>
    rankChange(name, rankBefore, rankNow, given)

  it('stand furthest first, each with its effect, that of the others and the sub-index that did most', () => {
    const rows = [
      moved('Sở A', 3, 1, { shareChange: 0.03, ownEffect: 1, othersEffect: 1 }),
      moved('Sở B', 1, 2),
      moved('Sở C', 2, 3),
    ]
    const split = changeSplit('Sở A', {
      change: 0.03,
      parts: [
        {
          position: 1,
          kind: 'common',
          subIndexId: 'x',
          nameVi: 'Thể chế',
          nameEn: 'Institutions',
          effect: 0.03,
          scoreEffect: 0.03,
          weightEffect: 0,
          shareBefore: 0.5,
          shareNow: 0.6,
          weightBefore: 0.3,
          weightNow: 0.3,
        },
      ],
    })
    const known = comparability({ changeBasis: 'total', comparedCount: 3, rankedBoth: 3 })
    const { up, down } = movers(rows, [split], known, pair, false, 5, VIETNAMESE)
    expect(up.map(({ text }) => text)).toEqual([
      'Sở A tăng 2 bậc (3 → 1): điểm của mình tăng 3,00 điểm\u00a0% (tự nó: +1 bậc), các đơn vị khác: +1 bậc. Tăng nhờ Thể chế nhiều nhất (+3,00 điểm\u00a0%).',
    ])
    expect(down).toHaveLength(2)
    expect(movers(rows, [], known, pair, false, 1, VIETNAMESE).down.map(({ unitId }) => unitId)).toEqual([
      rows[1]!.unitId,
    ])
  })
})

describe('weaknesses that last', () => {
  it('come before severe ones, and those of parts of a field are not among them', () => {
    const fields = fieldsOf([fieldSummary('Thể chế'), fieldSummary('Phần', { level: 2, parentId: 'thể-chế' })])
    const [first, part] = fields
    const matrix = [matrixRow('Sở A', [cell(0.5), cell(0.5)]), matrixRow('Sở B', [cell(0.4), cell(0.4)])]
    const [a, b] = matrix
    const flag = (row: typeof a, field: typeof first, severity: number, periodsRunning: number) =>
      weakness(row!.unitId, field!.subIndexId, { severity, periodsRunning })
    const flags = [flag(b, first, 3, 1), flag(a, first, 1, 4), flag(a, part, 3, 9), flag(b, first, 0, 0)]
    expect(lastingWeaknesses(flags, matrix, fields).map((one) => [one.unit.nameVi, one.flag.periodsRunning])).toEqual([
      ['Sở A', 4],
      ['Sở B', 1],
    ])
  })
})

describe('what is missing', () => {
  it('names units without a rank with why, and fields that lack the same figures together', () => {
    const missing = [{ reason: 'not-published' as const, count: 2 }]
    const fields = fieldsOf([
      fieldSummary('Thể chế', { missing }),
      fieldSummary('Tài chính', { missing }),
      fieldSummary('Thủ tục', { missing: [{ reason: null, count: 1 }], maxScore: null }),
    ])
    const units = [unit('Sở A', { rank: 1 }), unit('Sở B', { missingReason: 'not-assessed' })]
    expect(gapLines(units, fields, VIETNAMESE)).toEqual([
      '1 đơn vị không xếp hạng: Sở B (Không được đánh giá ở kỳ này).',
      'Số đơn vị không có số: 2 (Chưa công bố), ở: Thể chế; Tài chính.',
      'Số đơn vị không có số: 1 (Không rõ điểm tối đa), ở: Thủ tục.',
    ])
    expect(gapLines([units[0]!], fieldsOf([fieldSummary('Thể chế')]), VIETNAMESE)).toEqual([])
  })
})
