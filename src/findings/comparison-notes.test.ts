import { beforeAll, describe, expect, it } from 'vitest'
import { comparisonNotes, listed } from '@/findings/comparison-notes'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { comparability, kin } from '../../tests/fixtures/change-rows'

beforeAll(loadScreenTexts)
const context = { before: '2024', now: '2025', coreLimit: 0.7, counts: { before: 22, now: 22, left: 0, came: 0 } }
const field = (nameVi: string) => ({ subIndexId: nameVi, nameVi, nameEn: nameVi })
const notesOf = (given: Parameters<typeof comparability>[0]) =>
  comparisonNotes(comparability(given), context, VIETNAMESE)

describe('what must be known before two periods are compared', () => {
  it('is only how many units are compared, where nothing changed', () => {
    expect(notesOf({})).toEqual({
      basis: 'So được điểm: hai kỳ dùng cùng bộ tiêu chí; 22 đơn vị có điểm ở cả hai kỳ.',
      lines: ['Có hạng ở cả hai kỳ: 22 đơn vị.'],
    })
  })

  it('is how much of each maximum the common part covers', () => {
    expect(notesOf({ changeBasis: 'core', coverageNow: 0.77, coverageBefore: 0.85 }).basis).toContain(
      'bằng 77\u00A0% điểm tối đa của 2025 và 85\u00A0% của 2024',
    )
  })

  it('is why no trend is drawn: how much is common, and how much there should be', () => {
    const { basis } = notesOf({ changeBasis: null, coverageNow: 0.4, coverageBefore: 0.5 })
    expect(basis).toContain('chỉ bằng 40\u00A0% điểm tối đa của 2025 và 50\u00A0% của 2024, ngưỡng là 70\u00A0%')
    expect(notesOf({ changeBasis: null, coverageNow: null, coverageBefore: null }).basis).toContain(
      'không rõ điểm tối đa',
    )
  })

  it('is which units came and went, with their kin, and whose scope changed', () => {
    const { lines } = notesOf({
      unitsBefore: 22,
      unitsNow: 21,
      unitsBoth: 20,
      unitsEntered: [{ ...kin('Sở Xây dựng'), predecessors: [kin('Sở GTVT'), kin('Sở QHKT')] }],
      unitsLeft: [
        { ...kin('Sở GTVT'), successors: [kin('Sở Xây dựng')] },
        { ...kin('Ban Cũ'), successors: [] },
      ],
      scopeChanged: [{ ...kin('Sở Nội vụ') }],
    })
    expect(lines).toContain('Số đơn vị: 22 ở 2024, 21 ở 2025, 20 có ở cả hai.')
    expect(lines).toContain('Chỉ có ở 2025 (1): Sở Xây dựng từ Sở GTVT, Sở QHKT.')
    expect(lines).toContain('Chỉ có ở 2024 (2): Sở GTVT thành Sở Xây dựng; Ban Cũ.')
    expect(lines).toContain('Đổi phạm vi dưới cùng tên (1): Sở Nội vụ (01/03/2025).')
  })

  it('has the year of a unit with each name that both periods have, and all that a unit became', () => {
    // Construction took planning in, and planning came out of it again: the walk forward ends at Construction.
    const home = { ...kin('Sở Nội vụ'), unitId: 'snv' }
    const newHome = { ...kin('Sở Nội vụ'), unitId: 'snv-2025' }
    const planning = { ...kin('Sở QHKT'), unitId: 'sqhkt' }
    const newPlanning = { ...kin('Sở QHKT'), unitId: 'sqhkt-2025' }
    const { lines } = notesOf({
      unitsEntered: [
        { ...newHome, predecessors: [kin('Sở LĐTBXH'), home] },
        { ...kin('Sở Xây dựng'), predecessors: [planning] },
        { ...newPlanning, predecessors: [planning] },
      ],
      unitsLeft: [
        { ...kin('Sở LĐTBXH'), successors: [newHome] },
        { ...home, successors: [newHome] },
        { ...planning, successors: [kin('Sở Xây dựng')] },
      ],
    })
    expect(lines).toContain(
      'Chỉ có ở 2025 (3): Sở Nội vụ (2025) từ Sở LĐTBXH, Sở Nội vụ (2024); Sở Xây dựng từ Sở QHKT (2024); Sở QHKT (2025) từ Sở QHKT (2024).',
    )
    expect(lines).toContain(
      'Chỉ có ở 2024 (3): Sở LĐTBXH thành Sở Nội vụ (2025); Sở Nội vụ (2024) thành Sở Nội vụ (2025); Sở QHKT (2024) thành Sở Xây dựng, Sở QHKT (2025).',
    )
  })

  it('is which sub-indices entered, left or changed their maximum or weight', () => {
    const { lines } = notesOf({
      subIndicesEntered: [{ ...field('Tác động'), maxScore: 8 }],
      subIndicesLeft: [{ ...field('Hiện đại hóa'), maxScore: null }],
      maximaChanged: [
        { ...field('Thể chế'), maxBefore: 12.5, maxNow: 11, weightBefore: null, weightNow: null },
        { ...field('Thủ tục'), maxBefore: 10, maxNow: 10, weightBefore: 1, weightNow: 2 },
      ],
    })
    expect(lines).toContain('Lĩnh vực mới ở 2025: Tác động (8 điểm).')
    expect(lines).toContain('Lĩnh vực bỏ sau 2024: Hiện đại hóa.')
    expect(lines).toContain('Điểm tối đa hoặc tỷ trọng đã đổi: Thể chế (12,50 → 11), Thủ tục (tỷ trọng 1 → 2).')
  })

  it('is how many units are ranked, where that differs', () => {
    const counts = { before: 22, now: 16, left: 12, came: 6 }
    const { lines } = comparisonNotes(comparability({ rankedBoth: 10 }), { ...context, counts }, VIETNAMESE)
    expect(lines[1]).toContain('Số đơn vị có hạng khác nhau: 22 ở 2024, 16 ở 2025.')
  })

  it('of a block that is known in part says so', () => {
    const { lines } = comparisonNotes(comparability({ rankedBoth: 9 }), { ...context, counts: null }, VIETNAMESE)
    expect(lines[0]).toBe('Có hạng ở cả hai kỳ: 9 đơn vị; nguồn chỉ nêu một phần của khối.')
  })

  it('names the first of very many and counts the rest', () => {
    const names = Array.from({ length: 168 }, (_, index) => `Xã ${index}`)
    expect(listed(names, VIETNAMESE)).toMatch(/^Xã 0, .*Xã 22 và 145 đơn vị khác$/)
    expect(listed(names.slice(0, 24), VIETNAMESE)).not.toContain('khác')
  })
})
