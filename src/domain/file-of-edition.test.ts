import { expect, it } from 'vitest'
import { fileOfEdition, tablesOf } from '@/domain/file-of-edition'
import type { FilePackage, FileReading } from '@/domain/open-package'

const reading = (fileName: string, period: string, replaced: FileReading['replaced'] = []): FileReading => ({
  fileName,
  openedAt: '2026-11-22T08:00:00.000Z',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  range: 'A1:C9',
  form: 'wide',
  columns: [],
  rowCount: 8,
  unitCount: 8,
  problemCounts: {},
  sources: ['file'],
  editions: [{ index: 'par', period, block: 'departments', set: 'main' }],
  replaced,
  answers: {},
})

const pack = (readings: readonly FileReading[], over: FilePackage['over']): FilePackage => ({
  origin: 'file',
  id: 'file-1',
  name_vi: '',
  name_en: '',
  description_vi: '',
  description_en: '',
  version: '',
  status: 'official',
  fileName: readings.map(({ fileName }) => fileName).join(', '),
  over,
  readings,
  kept: false,
  problems: [],
  problemCounts: {},
})

const published = { id: 'tp-hcm', name_vi: '', name_en: '', version: '1' }
const edition = (period: string) => ({ indexId: 'par', period, blockId: 'departments', resultSet: 'main' })

it('of a draft over published years, each year comes from where it came from', () => {
  const over = pack([reading('a.csv', '2025'), reading('b.csv', '2026')], published)
  expect(['2024', '2025', '2026'].map((period) => fileOfEdition(over, edition(period)))).toEqual([
    null,
    'a.csv',
    'b.csv',
  ])
  expect(tablesOf(over)).toBe('tp-hcm')
})

it('a year that was replaced comes from the file that came last', () => {
  const key = { index: 'par', period: '2025', block: 'departments', set: 'main' }
  const over = pack([reading('a.csv', '2025'), reading('b.csv', '2025', [key])], published)
  expect(fileOfEdition(over, edition('2025'))).toBe('b.csv')
  // Rows of the tables below are no longer where they were published.
  expect(tablesOf(over)).toBeNull()
})

it('a file that stands alone is the source of all of it', () => {
  const alone = pack([reading('a.csv', '2025')], null)
  expect(fileOfEdition(alone, edition('2025'))).toBe('a.csv')
  expect(tablesOf(alone)).toBeNull()
})
