import { expect, test } from 'vitest'
import { blockFile, classesFile, fieldMeansFile } from '@/features/compare/block-files'
import { changeFile, placesFile } from '@/features/compare/change-files'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { editionHistory, rankChange } from '../../../tests/fixtures/change-rows'

await loadScreenTexts()
const PAIR = { before: '2023', now: '2024', counts: null }
const BAND = { bandId: 'a', nameVi: 'Tốt', nameEn: 'Good', position: 1 }
const FIELD = { subIndexId: 'x', nameVi: 'Thể chế', nameEn: 'Institutions' }

test('a change has both ranks as figures, and in words what is odd about it', () => {
  const rows = [
    rankChange('Sở A', 5, 2, { ownEffect: 2, othersEffect: 1, shareChange: 0.03 }),
    rankChange('Sở B', 3, null),
  ]
  const file = changeFile('', rows, PAIR, false, VIETNAMESE)
  expect(file.rows).toEqual(
    [
      ['Sở A', 5, 2, 3, 2, 1, 0.03, null],
      ['Sở B', 3, null, null, null, null, null, 'Không xếp hạng năm 2024'],
    ].map((row, index) => (index === 0 ? row : [...row.slice(0, -1), expect.stringContaining('2024')])),
  )
  expect(placesFile('', rows, PAIR, VIETNAMESE).rows).toEqual([
    ['Sở A', 5, 2],
    ['Sở B', 3, null],
  ])
})

test('the block through the periods, newest first: statistics are shares, deviation and gap are sizes', () => {
  const rows = [editionHistory('2023'), editionHistory('2024', { mean: 0.82 })]
  const file = blockFile('', rows, false, VIETNAMESE)
  expect(file.rows[0]).toEqual(['2024', 22, 22, 22, 0.82, 0.81, 0.7, 0.9, 0.6, 0.95, 0.05, 0.3])
  expect(file.columns.slice(-2).map(({ kind }) => kind)).toEqual(['points', 'points'])
  expect(blockFile('', rows, true, VIETNAMESE).rows[1]).toEqual(['2023', 22, 22, 22])
})

test('a class or a sub-index that a period did not have is absent there, not zero', () => {
  const rows = [
    editionHistory('2023', { fields: [{ ...FIELD, mean: 0.7, unitCount: 22 }] }),
    editionHistory('2024', {
      bands: [{ ...BAND, count: 0 }],
      unclassedCount: 1,
      fields: [{ ...FIELD, subIndexId: 'y', nameVi: 'Số hoá', mean: 0.6, unitCount: 22 }],
    }),
  ]
  expect(classesFile('', rows, VIETNAMESE).rows).toEqual([
    ['2024', 0, 1],
    ['2023', null, 0],
  ])
  expect(fieldMeansFile('', rows, VIETNAMESE).rows).toEqual([
    ['Số hoá', 0.6, null],
    ['Thể chế', null, 0.7],
  ])
})
