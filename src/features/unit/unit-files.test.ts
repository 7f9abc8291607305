import { expect, test } from 'vitest'
import { partsRows } from '@/features/unit/score-parts'
import { scorePartsFile, standingsFile, subIndicesFile } from '@/features/unit/unit-files'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { edition, standing, subIndex } from '../../../tests/fixtures/rows'

await loadScreenTexts()
const CONTEXT = {
  limits: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
  lower: false,
  partial: false,
  decimals: 2,
}

test('the sub-indices of a unit stand beside median and ends of the block; a weak one says why', () => {
  const rows = [
    subIndex({ weakAbsolute: true, shareChange: -0.02 }),
    subIndex({ nameVi: 'Thể chế', score: null, share: null, rank: null, missingReason: 'not-published' }),
  ]
  const file = subIndicesFile('', rows, CONTEXT, VIETNAMESE)
  expect(file.columns.map(({ label }) => label).slice(1, -1)).toEqual([
    'Điểm',
    'Điểm tối đa',
    'Tỷ lệ đạt',
    'Trung vị khối',
    'Thấp nhất khối',
    'Cao nhất khối',
    'Hạng',
    'Số có điểm',
    'Thay đổi tỷ lệ đạt',
  ])
  expect(file.rows[0]?.slice(1, -1)).toEqual([10.44, 18, 0.58, 0.75, 0.5, 0.95, 17, 18, -0.02])
  expect(file.rows[0]?.at(-1)).toMatch(/^Điểm yếu: .*65/)
  expect(file.rows[1]?.slice(1)).toEqual([null, 18, null, 0.75, 0.5, 0.95, null, 18, null, 'Chưa công bố'])
})

test('in a block that is known in part there are no ranks', () => {
  const { columns } = subIndicesFile('', [subIndex()], { ...CONTEXT, partial: true }, VIETNAMESE)
  expect(columns.map(({ label }) => label)).not.toContain('Hạng')
})

test('a part of a score stands beside its own maximum; penalty points are below zero', () => {
  const rows = partsRows([
    subIndex({
      parts: [
        { part: 'self', score: 11, maxScore: 12 },
        { part: 'appraised', score: 10.44, maxScore: 12 },
        { part: 'penalty', score: 0.5, maxScore: null },
      ],
    }),
  ])
  const file = scorePartsFile('', rows, 2, VIETNAMESE)
  expect(file.columns.map(({ label }) => label)).toEqual([
    'Lĩnh vực',
    'Tự chấm',
    'Tự chấm, tối đa',
    'Thẩm định',
    'Thẩm định, tối đa',
    'Điểm trừ',
    'Lệch tự chấm',
  ])
  expect(file.rows).toEqual([['Cải cách thủ tục hành chính', 11, 12, 10.44, 12, -0.5, 0.56]])
})

test('a period without a result of the unit is a row without figures', () => {
  const rows = [
    { edition: edition(), standing: standing({ tied: true }), newVersion: false, comparison: null },
    { edition: edition({ period: '2023' }), standing: null, newVersion: false, comparison: null },
  ]
  const file = standingsFile('', rows, ({ standing }) => (standing === null ? ['không có kết quả'] : []), VIETNAMESE)
  expect(file.rows).toEqual([
    ['2024', 15, 18, 75.78, 100, 0.7578, 0.83, 'đồng hạng'],
    ['2023', null, null, null, null, null, null, 'không có kết quả'],
  ])
})
