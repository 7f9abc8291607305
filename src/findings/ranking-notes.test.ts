import { describe, expect, it } from 'vitest'
import { rankingNotes, tiesOf } from '@/findings/ranking-notes'
import { VIETNAMESE } from '@/i18n/use-i18n'
import { block, edition, unit } from '../../tests/fixtures/rows'

const rows = [
  unit('A', { rank: 1, rankOrigin: 'published', points: 90, totalOrigin: 'published' }),
  unit('B', { rank: 2, rankOrigin: 'published', points: 80, totalOrigin: 'published', tied: true }),
  unit('C', { rank: 2, rankOrigin: 'published', points: 80, totalOrigin: 'published', tied: true }),
  unit('D', { points: 70, totalOrigin: 'published' }),
]
const lines = (given: Parameters<typeof edition>[0], of = rows, summary = block()) =>
  rankingNotes(edition(given), summary, of, VIETNAMESE).lines

describe('the notes under the table', () => {
  it('name ties and units that are not ranked', () => {
    expect(tiesOf(rows)).toEqual([{ rank: 2, n: 2 }])
    expect(lines({})).toEqual([
      'Dấu = là đồng hạng: hạng 2 có 2 đơn vị.',
      '1 đơn vị không xếp hạng, ghi ở cuối kèm lý do.',
    ])
  })

  it('tell computed ranks from published ones, and say it once where all are computed', () => {
    const some = rows.map((row, index) => (index === 0 ? { ...row, rankOrigin: 'computed' as const } : row))
    const all = rows.map((row) => ({ ...row, rankOrigin: 'computed' as const }))
    expect(lines({}, some)[0]).toMatch(/^Dấu ° ở hạng/)
    expect(lines({}, all)[0]).toMatch(/^Thứ hạng được tính lại/)
  })

  it('date the document by itself, and the results by the day of their publication', () => {
    const given = {
      decision: '12/QĐ-UBND',
      issuedOn: '2024-03-01',
      surveyReturned: 1200,
      surveyValid: 1100,
      sourceTitle: 'Quyết định công bố',
      sourceNumber: '34/QĐ-UBND',
      sourceIssuer: 'UBND Thành phố',
      publishedOn: '2025-03-30',
      sourcePublishedOn: '2025-04-02',
      sourceUrl: 'https://example.vn/qd',
    }
    expect(lines(given, [])).toEqual([
      'Bộ tiêu chí: 12/QĐ-UBND, ngày 01/03/2024.',
      'Ngày công bố kết quả: 30/03/2025.',
      'Khảo sát: thu về 1.200, hợp lệ 1.100 phiếu.',
    ])
    expect(rankingNotes(edition(given), block(), [], VIETNAMESE).source).toEqual({
      text: '34/QĐ-UBND, Quyết định công bố — UBND Thành phố, ngày 02/04/2025',
      url: 'https://example.vn/qd',
    })
  })

  it('say how many cells were refused', () => {
    expect(lines({}, [], block({ refusedCount: 3 }))[0]).toMatch(/^3 ô số liệu/)
  })
})
