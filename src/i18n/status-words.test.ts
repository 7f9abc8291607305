import { expect, it } from 'vitest'
import type { FilePackage, OpenPackage } from '@/domain/open-package'
import { statusWords } from '@/i18n/status-words'
import { VIETNAMESE } from '@/i18n/use-i18n'

const texts = { name_vi: '', name_en: '', description_vi: '', description_en: '', version: '' }
const shipped: OpenPackage = { ...texts, origin: 'shipped', id: 'mau', folder: 'mau', status: 'illustrative' }
const own: FilePackage = {
  ...texts,
  origin: 'file',
  id: 'file-1',
  status: 'illustrative',
  fileName: 'diem.csv',
  over: { id: 'mau', name_vi: '', name_en: '', version: '1' },
  readings: [],
  kept: false,
  problems: [],
  problemCounts: {},
}

it('illustrative figures are called so, also below a draft of the viewer’s own', () => {
  expect(statusWords(shipped, VIETNAMESE)).toBe('Số liệu minh hoạ.')
  expect(statusWords(own, VIETNAMESE)).toBe('Số liệu minh hoạ. Tệp của bạn: diem.csv.')
  expect(statusWords({ ...own, over: null }, VIETNAMESE)).toBe('Tệp của bạn: diem.csv.')
})
