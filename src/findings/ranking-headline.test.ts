import { describe, expect, it } from 'vitest'
import { rankingHeadline } from '@/findings/ranking-headline'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n } from '@/i18n/use-i18n'
import { block, named, unit } from '../../tests/fixtures/rows'

const ENGLISH = createI18n('en', en)
const rows = [unit('Sở Tư pháp', { rank: 1, points: 94.98 }), unit('Sở Nội vụ', { rank: 2 })]
const say = (given: Parameters<typeof block>[0], i18n = VIETNAMESE) =>
  rankingHeadline(block(given), rows, 2, false, i18n)

describe('the headline', () => {
  it('names the leader and how many units raised their share', () => {
    expect(say({}).title).toBe('Sở Tư pháp dẫn đầu; 11 trong 18 đơn vị tăng tỷ lệ đạt so với 2023')
    expect(say({}, ENGLISH).title).toBe('Sở Tư pháp leads; 11 of 18 units raised their share of the maximum since 2023')
  })

  it('says that all raised it, or none', () => {
    expect(say({ roseCount: 18 }).title).toBe('Sở Tư pháp dẫn đầu; cả 18 đơn vị đều tăng tỷ lệ đạt so với 2023')
    expect(say({ roseCount: 0 }).title).toBe('Sở Tư pháp dẫn đầu; không đơn vị nào tăng tỷ lệ đạt so với 2023')
  })

  it('names two units that share the lead and counts more of them', () => {
    expect(say({ leaders: [named('Sở Y tế'), named('Sở Du lịch')] }).title).toMatch(
      /^Sở Y tế và Sở Du lịch cùng dẫn đầu;/,
    )
    expect(say({ leaders: [named('A'), named('B'), named('C')] }).title).toMatch(/^3 đơn vị cùng dẫn đầu;/)
  })

  it('does not compare where there is no period before, or none that compares', () => {
    expect(say({ previousPeriod: null }).title).toBe('Sở Tư pháp dẫn đầu; 18 đơn vị được xếp hạng')
    expect(say({ changeBasis: null }).title).toBe('Sở Tư pháp dẫn đầu; 18 đơn vị được xếp hạng')
  })

  it('says of two versions of the criteria that their common part is compared', () => {
    expect(say({ changeBasis: 'core', coreCoverage: 0.9 }).title).toBe(
      'Sở Tư pháp dẫn đầu; 11 trong 18 đơn vị tăng tỷ lệ đạt so với 2023 (trên phần chung của hai bộ tiêu chí)',
    )
  })

  it('of a block that is known in part counts the known ranks, and gives no mean and no gap', () => {
    const part = (given: Parameters<typeof block>[0], i18n = VIETNAMESE) =>
      rankingHeadline(block(given), rows, 2, true, i18n)
    const known = { unitCount: 17, rankedCount: 17, scoredCount: 2 }
    expect(part(known).title).toBe('Sở Tư pháp dẫn đầu; đã công bố hạng của 17 đơn vị')
    expect(part(known).lede).toBe(
      'Nguồn đã đọc chỉ nêu một phần của khối; vì vậy không tính trung bình và khoảng cách.',
    )
    expect(part(known, ENGLISH).title).toBe('Sở Tư pháp leads; the ranks of 17 units are published')
    expect(part({ ...known, leaders: [] }).title).toBe('Đã công bố hạng của 17 đơn vị')
    expect(part({ ...known, rankedCount: 0, leaders: [] }).title).toBe(
      'Đã công bố kết quả của 17 đơn vị, không có thứ hạng',
    )
  })

  it('says that only ranks are published', () => {
    const said = say({ scoredCount: 0, mean: null, gap: null, weakest: null })
    expect(said.title).toBe('Sở Tư pháp dẫn đầu; chỉ công bố thứ hạng của 18 đơn vị')
    expect(said.lede).toMatch(/không công bố điểm/)
  })

  it('does not name a leader where the first rank is not published', () => {
    expect(say({ leaders: [], scoredCount: 0 }).title).toBe('Chỉ công bố thứ hạng của 18 đơn vị')
  })

  it('says that nobody is ranked', () => {
    expect(say({ rankedCount: 0, leaders: [] }).title).toBe('18 đơn vị có kết quả, không đơn vị nào được xếp hạng')
    expect(say({ rankedCount: 0, leaders: [], unitCount: 1 }, ENGLISH).title).toMatch(/^Only Sở Tư pháp has a result/)
  })

  it('has its own sentence for one unit and for none', () => {
    expect(say({ unitCount: 1 }).title).toBe('Chỉ có kết quả của Sở Tư pháp: 94,98 điểm')
    expect(rankingHeadline(block({ unitCount: 0 }), [], 2, false, VIETNAMESE).title).toBe(
      'Kỳ này chưa có kết quả của đơn vị nào',
    )
  })
})

describe('the lede', () => {
  it('gives mean, gap and weakest field with their changes', () => {
    expect(say({}).lede).toBe(
      'Trung bình khối 83,21\u00a0%, tăng 1,42 điểm\u00a0%. Khoảng cách đầu – cuối thu hẹp còn 21,30 điểm\u00a0%. ' +
        'Chính quyền số là lĩnh vực yếu nhất của khối.',
    )
  })

  it('says of how many units a mean is, where some have no score', () => {
    expect(say({ scoredCount: 15, meanChange: null }).lede).toMatch(
      /^Trung bình khối 83,21\u00a0% \(15 trong 18 đơn vị có điểm\)\./,
    )
  })

  it('calls a change that rounds to zero none', () => {
    expect(say({ meanChange: -0.00004, gapChange: 0.00001 }).lede).toMatch(/không đổi.*giữ ở 21,30/)
  })

  it('leaves out what is not known', () => {
    expect(say({ meanChange: null, gapChange: null, weakest: null }).lede).toBe(
      'Trung bình khối 83,21\u00a0%. Khoảng cách đầu – cuối 21,30 điểm\u00a0%.',
    )
  })
})
