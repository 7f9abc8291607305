import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PackageTables, Row } from '@/domain/tables'
import { MISSING_REASONS, SCORE_PARTS } from '@/domain/vocabulary'
import { checkPackage } from '@/import/package/check-package'
import { readPackage } from '@/import/package/read-package'
import { illustrativeFiles } from './make-illustrative'

const FOLDER = 'data/tp-hcm-mau'
const REGISTRY = '../shared/domain/units.csv'

let tables: PackageTables
beforeAll(async () => {
  const names = await readdir(FOLDER)
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(FOLDER, name))] as const)),
  )
  const read = readPackage(files)
  if (!read.tables) throw new Error(`${FOLDER} has ${read.problems.length} problems.`)
  tables = read.tables
})

const resultsOf = (index: string, period: string, block: string) =>
  tables.results.filter((row) => row.index_id === index && row.period === period && row.block_id === block)
const unitIds = (rows: readonly Row<'results'>[]) => new Set(rows.map((row) => row.unit_id))
const editionKey = (row: { index_id: string; period: string; block_id: string }) =>
  `${row.index_id} ${row.period} ${row.block_id}`
const idsOfVersion = (index: string, version: string, block: string) =>
  tables.sub_indices.filter((row) => row.index_id === index && row.version_id === version && row.block_id === block)

/** Rows of one edition grouped by a figure. */
function groupsBy(
  rows: readonly Row<'results'>[],
  key: (row: Row<'results'>) => number | string,
): readonly Row<'results'>[][] {
  const groups = new Map<string, Row<'results'>[]>()
  for (const row of rows) {
    const name = `${editionKey(row)} ${String(key(row))}`
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups.values()]
}

describe('the illustrative package', () => {
  it('has no errors', () => {
    expect(checkPackage(tables)).toEqual([])
  })

  it('is marked as illustrative in every edition, and its one source says that the figures were generated', () => {
    expect(new Set(tables.editions.map((row) => row.status))).toEqual(new Set(['illustrative']))
    expect(tables.sources).toHaveLength(1)
    expect(tables.sources[0]?.title).toMatch(/^Số liệu minh hoạ do chương trình sinh ra/)
    expect(tables.sources[0]?.number).toBeNull()
    expect(new Set(tables.results.map((row) => row.source_id))).toEqual(new Set([tables.sources[0]?.source_id]))
  })

  it('names no decision: its criteria are assumed', () => {
    expect(tables.versions.map((row) => row.decision)).toEqual(tables.versions.map(() => null))
  })

  it('holds PAR, DTI and DDCI of every block for 2021–2025: 22 districts to 2024, 168 communes in 2025', () => {
    for (const index of ['par', 'dti', 'ddci']) {
      for (const year of ['2021', '2022', '2023', '2024']) {
        expect(resultsOf(index, year, 'districts')).toHaveLength(22)
        expect(resultsOf(index, year, 'communes')).toHaveLength(0)
      }
      expect(resultsOf(index, '2025', 'districts')).toHaveLength(0)
      expect(resultsOf(index, '2025', 'communes')).toHaveLength(168)
      for (const year of ['2021', '2022', '2023', '2024', '2025']) {
        expect(resultsOf(index, year, 'departments').length).toBeGreaterThan(15)
        expect(resultsOf(index, year, 'vertical').length).toBeGreaterThan(3)
      }
    }
  })

  it('holds the departments before and after the mergers of 2025, with their lineage', () => {
    const before = unitIds(resultsOf('par', '2024', 'departments'))
    const after = unitIds(resultsOf('par', '2025', 'departments'))
    for (const id of ['sxd', 'sqhkt', 'sgtvt', 'snv', 'sldtbxh', 'stttt', 'hepza']) {
      expect(before).toContain(id)
      expect(after).not.toContain(id)
    }
    for (const id of ['sxd-202505', 'sqhkt-2025', 'snv-2025', 'skhcn-2025', 'snnmt', 'hepza-2025']) {
      expect(after).toContain(id)
      expect(tables.lineage.map((row) => row.to_unit_id)).toContain(id)
    }
    const dates = new Set(tables.lineage.map((row) => row.on_date))
    for (const date of ['2025-03-01', '2025-05-01', '2025-10-01']) expect(dates).toContain(date)
  })

  it('assesses Ban Quản lý An toàn thực phẩm to 2023 and the department from 2024', () => {
    expect(unitIds(resultsOf('par', '2023', 'departments'))).toContain('bqlattp')
    expect(unitIds(resultsOf('par', '2024', 'departments'))).toContain('sattp')
    expect(unitIds(resultsOf('par', '2024', 'departments'))).not.toContain('bqlattp')
  })

  it('places every district of 2021–2024 on the tile map, no two on one tile', () => {
    const units = new Map(tables.units.map((unit) => [unit.unit_id, unit]))
    const tiles = [...unitIds(resultsOf('par', '2024', 'districts'))].map((id) => {
      const unit = units.get(id)
      return `${unit?.grid_column},${unit?.grid_row}`
    })
    expect(new Set(tiles).size).toBe(22)
    expect(tiles.join(' ')).not.toContain('null')
  })

  it.each([
    ['par', 'departments', ['par-2021', 'par-2023']],
    ['dti', 'vertical', ['dti-2021', 'dti-2025']],
    ['ddci', 'departments', ['ddci-2022', 'ddci-2023']],
  ])('%s changes its version, with a sub-index that leaves and one that enters (%s)', (index, block, versions) => {
    const [before, after] = versions.map((id) => idsOfVersion(index, id, block).map((row) => row.sub_index_id))
    expect(before?.some((id) => !after?.includes(id))).toBe(true)
    expect(after?.some((id) => !before?.includes(id))).toBe(true)
    const used = tables.editions.filter((row) => row.index_id === index && row.block_id === block)
    expect(new Set(used.map((row) => row.version_id))).toEqual(new Set(versions))
  })

  it('a field of PAR goes on under another name', () => {
    const names = tables.sub_indices.filter((row) => row.index_id === 'par' && row.sub_index_id === 'cong-vu')
    expect(new Set(names.map((row) => row.name_vi)).size).toBe(2)
  })

  it('the comparable core of DDCI covers less than 70 % of the points, that of PAR more', () => {
    const coverage = (index: string, before: string, after: string) => {
      const [old, now] = [before, after].map((version) => idsOfVersion(index, version, 'departments'))
      const points = (
        rows: readonly Row<'sub_indices'>[] | undefined,
        common: readonly Row<'sub_indices'>[] | undefined,
      ) => {
        const ids = new Set(common?.map((row) => row.sub_index_id))
        const sum = (some: readonly Row<'sub_indices'>[] = []) =>
          some.reduce((total, row) => total + (row.weight ?? row.max_score ?? 0), 0)
        return sum(rows?.filter((row) => ids.has(row.sub_index_id))) / sum(rows)
      }
      return Math.min(points(old, now), points(now, old))
    }
    expect(coverage('ddci', 'ddci-2022', 'ddci-2023')).toBeLessThan(0.7)
    expect(coverage('par', 'par-2021', 'par-2023')).toBeGreaterThan(0.7)
  })

  it('the maxima add up: 100, and 330 for DTI of departments to 2024', () => {
    for (const version of tables.versions) {
      for (const block of tables.blocks) {
        const rows = idsOfVersion(version.index_id, version.version_id, block.block_id)
        if (rows.length === 0) continue
        const sum = rows.reduce((total, row) => total + (row.weight ?? row.max_score ?? 0), 0)
        const expected = version.version_id !== 'dti-2021' ? 100 : block.block_id === 'districts' ? 400 : 330
        expect([version.version_id, block.block_id, sum]).toEqual([version.version_id, block.block_id, expected])
      }
    }
    expect(new Set(resultsOf('dti', '2024', 'departments').map((row) => row.max_score))).toEqual(new Set([330]))
    expect(resultsOf('dti', '2025', 'departments').map((row) => row.max_score)).toContain(100)
  })

  it('stops at the level of fields: criteria below it are not ours to invent', () => {
    expect(tables.sub_indices.filter((row) => row.parent_id !== null)).toEqual([])
  })

  it('a sub-index is shown but not scored', () => {
    expect(tables.sub_indices.find((row) => row.max_score === 0)?.name_vi).toBe('Đô thị thông minh')
  })

  it('a unit has a maximum of 84, because a field does not apply to it', () => {
    const row = resultsOf('par', '2024', 'departments').find((result) => result.max_score === 84)
    expect(row?.unit_id).toBe('bandt')
    const field = tables.scores.find(
      (score) => score.unit_id === 'bandt' && score.period === '2024' && score.missing_reason === 'not-applicable',
    )
    expect(field).toMatchObject({ score: null, part: 'final' })
  })

  it('units are scored and classified, but not ranked', () => {
    const rows = resultsOf('par', '2021', 'departments').filter((row) => !row.ranked)
    expect(rows.map((row) => row.unit_id)).toEqual(['itpc', 'bqldaht', 'bqldadd'])
    for (const row of rows)
      expect([row.rank, row.total_score === null, row.band_id === null]).toEqual([null, false, false])
  })

  it('units tie: some share a rank, some were given two', () => {
    const ties = groupsBy(
      tables.results.filter((row) => row.rank !== null && row.total_score !== null),
      (row) => (row.total_score ?? 0) / (row.max_score ?? 1),
    ).filter((group) => group.length > 1)
    const distinctRanks = ties.map((group) => new Set(group.map((row) => row.rank)).size)
    expect(distinctRanks).toContain(1)
    expect(distinctRanks).toContain(2)
  })

  it('values are missing for every reason', () => {
    const reasons = new Set([...tables.results, ...tables.scores].map((row) => row.missing_reason))
    for (const reason of MISSING_REASONS) expect(reasons).toContain(reason)
  })

  it('a unit is known by its rank alone', () => {
    const rows = tables.results.filter((row) => row.missing_reason === 'rank-only')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row.total_score, row.rank === null]).toEqual([null, false])
  })

  it('holds every part of a score; appraised and survey points are the final score', () => {
    expect(new Set(tables.scores.map((row) => row.part))).toEqual(new Set(SCORE_PARTS))
    const sums = new Map<string, Partial<Record<Row<'scores'>['part'], number>>>()
    for (const row of tables.scores) {
      if (row.index_id !== 'par' || row.block_id !== 'departments' || row.score === null) continue
      const key = `${row.period} ${row.unit_id} ${row.sub_index_id}`
      sums.set(key, { ...sums.get(key), [row.part]: row.score })
    }
    expect(sums.size).toBeGreaterThan(900)
    for (const { final, appraised, survey } of sums.values()) {
      expect(final).toBeCloseTo((appraised ?? Number.NaN) + (survey ?? Number.NaN), 9)
    }
  })

  it('bonus and penalty points belong to a sub-index', () => {
    const extras = tables.scores.filter((row) => row.part === 'bonus' || row.part === 'penalty')
    const known = new Set(tables.sub_indices.map((row) => row.sub_index_id))
    expect(extras.length).toBeGreaterThan(20)
    for (const row of extras) expect(known).toContain(row.sub_index_id)
  })

  it('editions of PAR and DDCI say how many were asked, answered and counted', () => {
    const edition = tables.editions.find((row) => row.index_id === 'ddci' && row.block_id === 'districts')
    const { survey_invited: invited, survey_returned: returned, survey_valid: valid } = edition ?? {}
    expect(invited).toBeGreaterThan(returned ?? Infinity)
    expect(returned).toBeGreaterThan(valid ?? Infinity)
  })

  it('some editions have no published ranks, some no published totals', () => {
    const editions = groupsBy(tables.results, () => '')
    expect(editions.some((rows) => rows.every((row) => row.rank === null))).toBe(true)
    expect(
      editions.some((rows) => rows.every((row) => row.total_score === null) && rows.some((row) => row.rank !== null)),
    ).toBe(true)
    expect(editions.filter((rows) => rows.some((row) => row.rank !== null)).length).toBeGreaterThan(editions.length / 2)
  })

  it('some classes have names but no published limits', () => {
    const named = tables.bands.filter((row) => row.min_share === null)
    expect(new Set(named.map((row) => `${row.version_id} ${row.block_id}`))).toEqual(new Set(['ddci-2022 vertical']))
  })

  it('the score of a unit rises while its rank falls', () => {
    const ofYear = (year: string) => new Map(resultsOf('par', year, 'districts').map((row) => [row.unit_id, row]))
    const [before, after] = [ofYear('2023'), ofYear('2024')]
    const cases = [...after.values()].filter((row) => {
      const then = before.get(row.unit_id)
      return (row.total_score ?? 0) > (then?.total_score ?? Infinity) && (row.rank ?? 0) > (then?.rank ?? Infinity)
    })
    expect(cases.length).toBeGreaterThan(0)
  })

  it('scores look like scores: PAR near 0.82, DTI near 0.72, DDCI near 0.74, nearly all between 0.55 and 0.98', () => {
    const mean = (index: string) => {
      const shares = tables.results
        .filter((row) => row.index_id === index && row.total_score !== null)
        .map((row) => (row.total_score ?? 0) / (row.max_score ?? 1))
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    }
    expect(Math.abs(mean('par') - 0.82)).toBeLessThan(0.03)
    expect(Math.abs(mean('dti') - 0.72)).toBeLessThan(0.03)
    expect(Math.abs(mean('ddci') - 0.74)).toBeLessThan(0.03)
  })

  it('links subjects across the indices by theme, and fields to the department that owns them', () => {
    const indices = tables.sub_indices.filter((row) => row.theme_id === 'digital-government').map((row) => row.index_id)
    expect(new Set(indices)).toEqual(new Set(['par', 'dti', 'ddci']))
    expect(tables.sub_indices.every((row) => row.theme_id !== null)).toBe(true)
    const leadOf = (version: string, id: string) =>
      tables.sub_indices.find((row) => row.version_id === version && row.sub_index_id === id)?.lead_unit_id
    expect(leadOf('par-2021', 'to-chuc-bo-may')).toBe('snv')
    expect(leadOf('par-2023', 'the-che')).toBe('stp')
  })
})

describe.skipIf(!existsSync(REGISTRY))(`the generator (skipped without ${REGISTRY})`, () => {
  it('gives the same bytes twice, and those that are committed', async () => {
    const registry = await readFile(REGISTRY, 'utf8')
    const files = illustrativeFiles(registry)
    expect([...illustrativeFiles(registry)]).toEqual([...files])
    for (const [name, text] of files) expect([name, await readFile(join(FOLDER, name), 'utf8')]).toEqual([name, text])
  })
})
