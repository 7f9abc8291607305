import { describe, expect, test } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { asciiName } from '@/ui/download-file'
import { edition } from '../../tests/fixtures/rows'

await loadScreenTexts()
const PACK = {
  id: 'tp-hcm-mau',
  folder: 'tp-hcm-mau',
  name_vi: 'TP.HCM (minh hoạ)',
  name_en: 'HCMC (illustrative)',
  description_vi: '',
  description_en: '',
  version: '2026.11',
  status: 'illustrative',
  origin: 'shipped',
} as const satisfies OpenPackage
const OWN: OpenPackage = {
  ...PACK,
  id: 'file-1',
  origin: 'file',
  fileName: 'điểm 2024.xlsx',
  over: null,
  readings: [],
  kept: false,
  problems: [],
  problemCounts: {},
}
const EDITION = edition({
  decision: 'QĐ 12',
  publishedOn: '2025-01-31',
  sourceNumber: '45/QĐ-UBND',
  sourceTitle: 'Kết quả 2024',
  sourceIssuer: 'UBND Thành phố',
  sourceUrl: 'https://example.org/45',
})

describe('where the figures of a file come from', () => {
  test('package, version, status, edition and documents, a line each; what is unknown has no line', () => {
    expect(exportedSource(PACK, EDITION, VIETNAMESE).lines.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Gói số liệu: TP.HCM (minh hoạ)',
      'Phiên bản số liệu: 2026.11',
      'Tình trạng: Số liệu minh hoạ.',
      'Chỉ số: Chỉ số cải cách hành chính',
      'Kỳ: 2024',
      'Khối: Sở, ban, ngành',
      'Loại kết quả: Chính thức',
      'Ngày công bố kết quả: 31/01/2025',
      'Bộ tiêu chí: QĐ 12',
      'Văn bản: 45/QĐ-UBND, Kết quả 2024',
      'Cơ quan ban hành: UBND Thành phố',
      'Địa chỉ văn bản: https://example.org/45',
    ])
  })

  test('under a picture status and source come first; its link leads to this edition also when there are newer ones', () => {
    const { footer, pinned } = exportedSource(PACK, EDITION, VIETNAMESE)
    expect(footer).toBe(
      'Số liệu minh hoạ. PAR Index, 2024, khối Sở, ban, ngành. Nguồn: 45/QĐ-UBND, Kết quả 2024. Gói số liệu TP.HCM (minh hoạ), phiên bản 2026.11.',
    )
    expect(pinned).toEqual({ package: 'tp-hcm-mau', index: 'par', period: '2024', block: 'departments', set: 'main' })
  })

  test('figures of a viewer’s own file have no link and claim no status', () => {
    const { lines, footer, pinned } = exportedSource(OWN, edition(), VIETNAMESE)
    expect(pinned).toBeNull()
    expect(footer).toMatch(/^Tệp của bạn: điểm 2024\.xlsx\./)
    expect(lines.map(({ name }) => name)).not.toContain('Loại kết quả')
  })
})

test('a file is named by index, period and block, before them that its figures are invented or the viewer’s own', () => {
  expect(asciiName(exportName(PACK, EDITION, 'xếp hạng', VIETNAMESE))).toBe('minh-hoa-par-2024-so-ban-nganh-xep-hang')
  expect(asciiName(exportName({ ...PACK, status: 'official' }, EDITION, 'xếp hạng', VIETNAMESE))).toBe(
    'par-2024-so-ban-nganh-xep-hang',
  )
  expect(asciiName(exportName(OWN, EDITION, 'xếp hạng', VIETNAMESE))).toBe(
    'tep-diem-2024-par-2024-so-ban-nganh-xep-hang',
  )
})
