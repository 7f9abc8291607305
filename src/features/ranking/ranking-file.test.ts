import { expect, test } from 'vitest'
import { rankingFile } from '@/features/ranking/ranking-file'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { edition, former, unit } from '../../../tests/fixtures/rows'

await loadScreenTexts()
const BAND = { nameEn: '', colorStep: null, minShare: 0.9 }
const EDITION = edition({
  bands: [
    { ...BAND, bandId: 'a', nameVi: 'Xuất sắc', position: 1 },
    { ...BAND, bandId: 'b', nameVi: 'Khá', position: 2 },
  ],
})
const SCORED = { points: 91.5, maxScore: 100, share: 0.915, rankOrigin: 'published', totalOrigin: 'published' } as const
const ROWS = [
  unit('Sở A', {
    ...SCORED,
    rank: 1,
    tied: true,
    bandId: 'a',
    placesGained: 2,
    shareChange: 0.015,
    previousRank: 3,
    weakCount: 0,
    trend: [
      { period: '2023', share: 0.9 },
      { period: '2024', share: 0.915 },
    ],
  }),
  unit('Sở B', {
    ...SCORED,
    rank: 2,
    rankOrigin: 'computed',
    bandId: 'b',
    weakCount: 3,
    formerUnits: [former('Sở Cũ', null, null)],
  }),
  unit('Sở C', { missingReason: 'not-assessed' }),
]

test('a file of the ranking has its figures as they are, and in words what the table marks with signs', () => {
  const { columns, rows } = rankingFile('Xếp hạng', ROWS, ROWS, EDITION, VIETNAMESE)
  expect(columns.map(({ label }) => label)).toEqual([
    'Hạng',
    'Đơn vị',
    'Tỷ lệ đạt',
    'Điểm',
    'Điểm tối đa',
    'Số bậc tăng',
    'Thay đổi tỷ lệ đạt',
    'Xếp loại',
    'Điểm yếu',
    'Tỷ lệ đạt 2023',
    'Ghi chú',
  ])
  expect(rows).toEqual([
    [1, 'Sở A', 0.915, 91.5, 100, 2, 0.015, 'Xuất sắc', 0, 0.9, 'đồng hạng'],
    [2, 'Sở B', 0.915, 91.5, 100, null, null, 'Khá', 3, null, 'hạng tính lại; Tiền thân: Sở Cũ'],
    [null, 'Sở C', null, null, null, null, null, null, null, null, 'Không được đánh giá ở kỳ này'],
  ])
})

test('what a search leaves has the columns of the whole ranking', () => {
  const all = rankingFile('', ROWS, ROWS, EDITION, VIETNAMESE)
  const found = rankingFile('', ROWS.slice(2), ROWS, EDITION, VIETNAMESE)
  expect(found.columns.map(({ label }) => label)).toEqual(all.columns.map(({ label }) => label))
  expect(found.rows).toHaveLength(1)
})

test('bars have the colour of the class, the highest the strongest; a maximum of 100 is for files only', () => {
  const { columns, looks } = rankingFile('', ROWS, ROWS, EDITION, VIETNAMESE)
  expect(looks.map((row) => row[2]?.step)).toEqual([5, 1, 'none'])
  expect(columns.find(({ label }) => label === 'Điểm tối đa')?.filesOnly).toBe(true)
})
