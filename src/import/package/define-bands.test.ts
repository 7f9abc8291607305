import { describe, expect, test } from 'vitest'
import type { Answers, BaseDefinitions } from '@/import/opening'
import { SMALL_BASE } from '../../../tests/fixtures/csv/base'
import { opened } from '../../../tests/fixtures/csv/opened'

const PAR: Answers = { index: 'par', period: '2024', block: 'districts' }
/** Criteria of its own: the base's `Chỉ đạo, điều hành` has 30 points. */
const OWN = 'Đơn vị,"Chỉ đạo, điều hành (20)",Tổng điểm (20)\nQuận 1,18,18\nQuận Bình Tân,12,12'
const edition = (period: string, version_id: string): BaseDefinitions['editions'][number] => ({
  index_id: 'par',
  period,
  period_end: `${period}-12-31`,
  block_id: 'districts',
  result_set: 'main',
  result_set_name_vi: null,
  result_set_name_en: null,
  version_id,
  status: 'official',
  published_on: null,
  source_id: 'qd',
  decimals: 2,
  survey_invited: null,
  survey_returned: null,
  survey_valid: null,
})
const ASSESSED: BaseDefinitions = { ...SMALL_BASE, editions: [edition('2022', '2020'), edition('2023', '2023')] }

describe('criteria of a file’s own, without classes', () => {
  test('have none by themselves; those of the year before are offered', async () => {
    const { outcome, tables } = await opened(OWN, PAR, ASSESSED)
    expect(tables.bands).toEqual([])
    expect(outcome.reading.bands).toEqual({ versionId: '2023', isUsed: false })
  })
  test('take the classes of the year before where the viewer says so', async () => {
    const { outcome, tables } = await opened(OWN, { ...PAR, bands: '2023' }, ASSESSED)
    expect(tables.bands.map((band) => [band['version_id'], band['band_id'], band['min_share']])).toEqual([
      [tables.editions[0]?.['version_id'], 'good', '0.8'],
    ])
    expect(outcome.reading.bands).toEqual({ versionId: '2023', isUsed: true })
  })
  test('are offered no others where the file names classes, has the base’s criteria, or the base had none', async () => {
    const named = OWN.replace('(20)\n', '(20),Xếp loại\n').replace('18,18', '18,18,Tốt').replace('12,12', '12,12,Khá')
    const known = 'Đơn vị,"Chỉ đạo, điều hành (30)",Cải cách thủ tục hành chính (70)\nQuận 1,18,50\nQuận Bình Tân,12,60'
    for (const [text, base] of [
      [named, ASSESSED],
      [known, ASSESSED],
      [OWN, { ...ASSESSED, bands: [] }],
    ] as const) {
      const { outcome } = await opened(text, PAR, base)
      expect(outcome.reading.bands).toBeUndefined()
    }
  })
})
