import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { blockHeadline } from '@/findings/block-headline'
import { bumpInput } from '@/features/compare/bump-input'
import { earlierEditions } from '@/features/compare/earlier-editions'
import { historyInput } from '@/features/compare/history-input'
import { pairCounts, writtenRanks } from '@/findings/pair-counts'
import { isPartialHistory } from '@/findings/partial-history'
import { profileInput, widestField } from '@/features/compare/profile-input'
import { slopeInput } from '@/features/compare/slope-input'
import { pairNotes, spanNotes } from '@/features/compare/unit-notes'
import { unitsHeadline } from '@/features/compare/units-headline'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { blockHistory, comparability, editionHistory, kin, rankChange } from '../../../tests/fixtures/change-rows'
import { edition, subIndex } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)
const { format } = VIETNAMESE

describe('the period to compare with', () => {
  const series = ['2024', '2023', '2021'].map((period) => edition({ period }))
  const others = [edition({ period: '2022', blockId: 'districts' }), edition({ period: '2022', resultSet: 'services' })]
  const editions = [...series, ...others]
  const now = edition({ period: '2024' })

  it('is the one before in the series, whatever other blocks have', () => {
    expect(earlierEditions(now, editions, null)).toMatchObject({ before: { period: '2023' }, notice: null })
    expect(earlierEditions(edition({ period: '2023' }), editions, null).before?.period).toBe('2021')
  })

  it('can be any earlier one', () => {
    expect(earlierEditions(now, editions, '2021')).toMatchObject({ before: { period: '2021' }, notice: null })
  })

  it('is said to be another where the link asks for one that is not there or not earlier', () => {
    expect(earlierEditions(now, editions, '2022')).toMatchObject({ before: { period: '2023' }, notice: 'unknown' })
    expect(earlierEditions(edition({ period: '2023' }), editions, '2024')).toMatchObject({
      before: { period: '2021' },
      notice: 'later',
    })
  })

  it('may end on the same day: then the names order them', () => {
    const same = ['2024-A', '2024-B'].map((period) => edition({ period, periodEnd: '2024-12-31' }))
    const [a, b] = same
    if (a === undefined || b === undefined) throw new Error('two editions')
    expect(earlierEditions(b, same, null).before?.period).toBe('2024-A')
    expect(earlierEditions(a, same, null)).toMatchObject({ before: null, later: [{ period: '2024-B' }] })
  })

  it('is none for the first of a series', () => {
    const first = earlierEditions(edition({ period: '2021' }), editions, null)
    expect(first.before).toBeNull()
    expect(first.later.map(({ period }) => period)).toEqual(['2024', '2023'])
  })
})

describe('lines through the periods', () => {
  const periods = [
    editionHistory('2021', { changeBasis: null }),
    editionHistory('2022'),
    editionHistory('2023', { versionId: 'v2', changeBasis: 'core', coreCoverage: 0.8 }),
    editionHistory('2024', { versionId: 'v3', changeBasis: null, coreCoverage: 0.4 }),
    editionHistory('2025', { versionId: 'v4', changeBasis: null, coreCoverage: null }),
  ]

  it('are cut wherever the criteria become others, also where a core of both compares', () => {
    expect(bumpInput([], periods, null, false, format).cuts).toEqual([false, true, true, true])
  })

  it('have one rank a period, null where there is none', () => {
    const rows = [blockHistory('x', [1, 2, 3]), blockHistory('y', [null, 1])]
    expect(bumpInput(rows, periods.slice(0, 3), 'x', false, format).units.map(({ values }) => values)).toEqual([
      [1, 2, 3],
      [null, 1, null],
    ])
  })

  it('of chosen units come with those of their predecessors, as such', () => {
    const rows = [blockHistory('old', [4, 5]), blockHistory('new', [], { predecessors: [kin('old')] })]
    const { lines } = historyInput('rank', rows.slice(1), rows, periods.slice(0, 2), false, format)
    expect(lines.map(({ name, predecessor }) => [name, predecessor])).toEqual([
      ['new', false],
      ['old', true],
    ])
    expect(lines[1]?.points.map(({ rank }) => rank)).toEqual([4, 5])
  })

  it('of a predecessor that gave a part away end there, and do not show what it did after', () => {
    const ranked = (period: string, rank: number) => ({ period, rank, share: null, points: null, ranked: true })
    const linesOf = (kind: 'split' | 'merge', old: ReturnType<typeof blockHistory>) => {
      const predecessors = [{ ...kin('old'), kind, onDate: '2022-06-01' }]
      const unit = blockHistory('new', [], { predecessors, standings: [ranked('2023', 1)] })
      const { lines } = historyInput('rank', [unit], [old, unit], periods.slice(0, 3), false, format)
      return lines.slice(1).map(({ points }) => points.map(({ rank }) => rank))
    }
    // Until the part has results of its own.
    expect(linesOf('split', blockHistory('old', [4, 5, 6]))).toEqual([[4, 5, null]])
    expect(linesOf('merge', blockHistory('old', [4, 5, 6]))).toEqual([[4, 5, 6]])
    expect(linesOf('split', blockHistory('old', [], { standings: [ranked('2023', 6)] }))).toEqual([])
  })
})

describe('a slope', () => {
  const units = [rankChange('a', 2, 1, { comparedBefore: 0.8, comparedNow: 0.9 })]
  const drawn = {
    comparability: comparability(),
    rows: units,
    before: '2024',
    now: '2025',
    counts: null,
    lowerIsBetter: false,
    focus: null,
  }

  it('is of ranks, or of the shares that compare', () => {
    expect(slopeInput({ ...drawn, scale: 'rank' }, format).units[0]).toMatchObject({
      before: 2,
      now: 1,
    })
    expect(slopeInput({ ...drawn, scale: 'share' }, format).units[0]).toMatchObject({
      before: 0.8,
      now: 0.9,
    })
  })

  it('joins each predecessor to its successor once, whichever side names it', () => {
    const row = comparability({
      unitsEntered: [{ ...kin('new'), predecessors: [kin('old'), kin('older')] }],
      unitsLeft: [
        { ...kin('old'), successors: [kin('new')] },
        { ...kin('gone'), successors: [kin('a')] },
      ],
    })
    expect(slopeInput({ ...drawn, comparability: row, scale: 'rank' }, format).kin).toEqual([
      { from: 'old', to: 'new' },
      { from: 'older', to: 'new' },
      { from: 'gone', to: 'a' },
    ])
  })
})

describe('units of one name', () => {
  it('are told apart by the period that they are in', () => {
    const row = { unitsEntered: [{ ...kin('b'), predecessors: [] }], unitsLeft: [{ ...kin('a'), successors: [] }] }
    expect([...pairNotes(row, { before: '2024', now: '2025' }, VIETNAMESE)]).toEqual([
      ['b', 'chỉ có ở 2025'],
      ['a', 'chỉ có ở 2024'],
    ])
    const rows = [
      blockHistory('Sở Nội vụ', [1, 2], { unitId: 'snv' }),
      blockHistory('Sở Nội vụ', [3], { unitId: 'snv-2025' }),
      blockHistory('Sở Y tế', [4]),
    ]
    expect([...spanNotes(rows, VIETNAMESE)]).toEqual([
      ['snv', '2021 – 2022'],
      ['snv-2025', '2021'],
    ])
  })
})

describe('the block over time', () => {
  it('is compared only within the criteria of its last period, though older ones have a common part', () => {
    const rows = [
      editionHistory('2022', { median: 0.7 }),
      editionHistory('2023', { versionId: 'v2', median: 0.8, gap: 0.2, changeBasis: 'core', coreCoverage: 0.8 }),
      editionHistory('2024', { versionId: 'v2', median: 0.82, gap: 0.15 }),
    ]
    expect(blockHeadline(rows, VIETNAMESE)).toEqual({
      title: 'Trung vị khối tăng từ 80,00\u00A0% (2023) lên 82,00\u00A0% (2024)',
      lede: 'Khoảng cách đầu – cuối giữa các đơn vị có hạng (22) thu hẹp từ 20,00 còn 15,00 điểm\u00A0%.',
    })
    expect(blockHeadline(rows.slice(0, 2), VIETNAMESE).title).toContain('80,00\u00A0% ở 2023; kỳ đầu')
  })

  it('stays where both medians are written alike, though they differ by what would be written', () => {
    const rows = [
      editionHistory('2023', { median: 0.78115, gap: 0.20001 }),
      editionHistory('2024', { median: 0.781249, gap: 0.20004 }),
    ]
    expect(blockHeadline(rows, VIETNAMESE)).toEqual({
      title: 'Trung vị khối giữ ở 78,12\u00A0% từ 2023 đến 2024',
      lede: 'Khoảng cách đầu – cuối giữa các đơn vị có hạng (22) giữ ở 20,00 điểm\u00A0%.',
    })
  })

  it('has the number of units with each median where it is not one number, and of the ranked with their gap', () => {
    const rows = [
      editionHistory('2023', { median: 0.8, scoredCount: 28, rankedCount: 25, gap: 0.2 }),
      editionHistory('2024', { median: 0.82, scoredCount: 23, rankedCount: 19, gap: 0.25 }),
    ]
    expect(blockHeadline(rows, VIETNAMESE)).toEqual({
      title: 'Trung vị khối tăng từ 80,00\u00A0% (2023, 28 đơn vị) lên 82,00\u00A0% (2024, 23 đơn vị)',
      lede: 'Khoảng cách đầu – cuối giữa các đơn vị có hạng (25 → 19) rộng ra từ 20,00 thành 25,00 điểm\u00A0%.',
    })
  })

  it('without shares says why there is nothing to follow', () => {
    const { title } = blockHeadline([editionHistory('2023', { median: null })], VIETNAMESE)
    expect(title).toBe('Khối này không có tỷ lệ đạt ở kỳ nào')
    expect(blockHeadline([], VIETNAMESE).title).toBe(title)
  })
})

describe('units by sub-index', () => {
  const fields = (...shares: readonly (number | null)[]) =>
    shares.map((share, index) => subIndex({ subIndexId: `f${index}`, nameVi: `Lĩnh vực ${index}`, share }))

  it('are compared on the first level, in fields that one of them has, in the order of the criteria', () => {
    const input = profileInput(
      [
        { unitId: 'a', name: 'A', fields: [...fields(null, 0.5, null), subIndex({ subIndexId: 'deep', level: 2 })] },
        { unitId: 'b', name: 'B', fields: fields(0.9, 0.7, null) },
      ],
      false,
      format,
    )
    expect(input.fields.map(({ name }) => name)).toEqual(['Lĩnh vực 0', 'Lĩnh vực 1'])
    expect(input.units.map(({ shares }) => shares)).toEqual([
      [null, 0.5],
      [0.9, 0.7],
    ])
    expect(widestField(input)).toMatchObject({ name: 'Lĩnh vực 1' })
    expect(widestField(input)?.gap).toBeCloseTo(0.2, 12)
  })

  it('of one unit differ nowhere', () => {
    expect(widestField(profileInput([{ unitId: 'a', name: 'A', fields: fields(0.5) }], false, format))).toBeNull()
  })
})

describe('units side by side', () => {
  const standing = (name: string, rank: number | null, share: number | null) =>
    blockHistory(name, [], { standings: [{ period: '2024', rank, share, points: null, ranked: rank !== null }] })
  const head = (...units: readonly ReturnType<typeof standing>[]) =>
    unitsHeadline(units, '2024', 'PAR', false, VIETNAMESE)

  it('are headed by the one that ranks best, and by how much', () => {
    expect(head(standing('A', 5, 0.8), standing('B', 2, 0.85))).toBe(
      'B xếp cao nhất trong 2 đơn vị ở 2024: hạng 2, cách A 5,00 điểm\u00A0%',
    )
    expect(head(standing('A', 5, null), standing('B', 2, null))).toBe('B xếp cao nhất trong 2 đơn vị ở 2024: hạng 2')
  })

  it('are ahead by nothing where the shares do not follow the ranks, or are written alike', () => {
    const [a, b] = [standing('A', 1, 0.8), standing('B', 2, 0.82)]
    expect(head(a, b)).toBe('A xếp cao nhất trong 2 đơn vị ở 2024: hạng 1')
    expect(head(a, standing('B', 2, 0.79999))).toBe('A xếp cao nhất trong 2 đơn vị ở 2024: hạng 1')
    expect(unitsHeadline([a, b], '2024', 'PAR', true, VIETNAMESE)).toContain('cách B 2,00 điểm')
  })

  it('may share a rank, be one, or have none', () => {
    expect(head(standing('A', 2, 0.8), standing('B', 2, 0.8))).toContain('cùng hạng 2')
    expect(head(standing('A', 2, 0.8))).toBe('A, 2024: hạng 2, 80,00\u00A0%')
    expect(head(standing('A', null, null))).toContain('không đơn vị nào có hạng')
  })
})

describe('a block known in part', () => {
  const open: OpenPackage = {
    id: 'own',
    folder: 'own',
    name_vi: 'Gói',
    name_en: 'Package',
    description_vi: '',
    description_en: '',
    version: '1',
    status: 'official',
    origin: 'shipped',
  }

  it('is one in which, in some period, a rank counts more units than there are', () => {
    const periods = [editionHistory('2021'), editionHistory('2022')]
    expect(isPartialHistory([blockHistory('a', [1, 1]), blockHistory('b', [2, 2])], periods, open)).toBe(false)
    expect(isPartialHistory([blockHistory('a', [1, 1]), blockHistory('b', [7, 2])], periods, open)).toBe(true)
  })

  it('has no number of ranked units that a rank could be of', () => {
    const rows = [rankChange('a', 1, 2), rankChange('b', 2, null), rankChange('c', 3, 1)]
    expect(pairCounts(rows, open)).toEqual({ before: 3, now: 2, left: 1, came: 0 })
    expect(pairCounts([...rows, rankChange('d', 9, null)], open)).toBeNull()
    expect(pairCounts(rows, { ...open, status: 'published-in-part' })).toBeNull()
    expect(writtenRanks({ rankBefore: 19, rankNow: 16 }, { before: 22, now: 16 }, format)).toEqual({
      from: '19/22',
      to: '16/16',
    })
    expect(writtenRanks({ rankBefore: 19, rankNow: null }, null, format)).toEqual({ from: '19', to: '–' })
  })

  it('has no median either', () => {
    const rows = [blockHistory('a', [7])]
    const { periods, lines } = historyInput('rank', rows, rows, [editionHistory('2021')], true, format)
    expect(periods[0]?.median).toBeNull()
    expect(lines[0]?.points[0]).toMatchObject({ rank: 7, rankOf: null })
    const { fields } = profileInput([{ unitId: 'a', name: 'A', fields: [subIndex()] }], true, format)
    expect(fields[0]?.median).toBeNull()
  })
})
