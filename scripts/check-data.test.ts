import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PackageTables } from '@/domain/tables'
import { writePackage } from '@/import/package/write-package'
import { minimalTables, packageWith, result, rowsWith } from '../tests/fixtures/packages/minimal-package'
import { main } from './check-data'

const META = { name: 'p', title: 'P', description: 'd', version: '1', contributors: [] }

let folder: string
let printed: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-data-'))
  printed = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text)
  })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function put(tables: PackageTables, into = folder): Promise<void> {
  await mkdir(into, { recursive: true })
  for (const [name, text] of writePackage(tables, META)) await writeFile(join(into, name), text)
}

const output = () => printed.join('\n')

describe('check-data', () => {
  it('passes the packages that ship', async () => {
    expect(await main([])).toBe(0)
    expect(output()).toContain('data/tp-hcm-mau: 0 errors')
    expect(output()).toContain('data/bo-766-2026: 0 errors, 0 warnings')
  })

  it("passes a deployer's own package, and counts its rows", async () => {
    await put(minimalTables)
    expect(await main([folder])).toBe(0)
    expect(output()).toContain('0 errors, 0 warnings; rows: indices 1')
    expect(output()).toContain('scores 6')
  })

  it('stops on an error, with file, row, column, value and what to do', async () => {
    await put(packageWith({ scores: rowsWith('scores', 3, { score: 105 }) }))
    expect(await main([folder])).toBe(1)
    expect(output()).toContain(
      `${join(folder, 'scores.csv')}:3 score = "105" — above the maximum 40; correct the score, or give the maximum of this unit`,
    )
  })

  it('does not stop on warnings, and shows twenty of a kind', async () => {
    const units = Array.from({ length: 30 }, (_, index) =>
      Object.assign({}, minimalTables.units[0], { unit_id: `u-${index}` }),
    )
    const results = units.map((unit, index) =>
      Object.assign(result(unit.unit_id, null, 2 * index + 1), { missing_reason: 'rank-only' }),
    )
    await put(packageWith({ units, results, scores: [] }))
    expect(await main([folder])).toBe(0)
    expect(output()).toContain('29 warnings')
    expect(output()).toContain('… and 9 more of the kind rank-gap')
  })

  it('says of published figures that contradict each other where they stand and what was found', async () => {
    await put(packageWith({ results: rowsWith('results', 3, { total_score: 81 }) }))
    expect(await main([folder])).toBe(0)
    expect(output()).toContain(
      `${join(folder, 'results.csv')}:3 total_score (par 2024 districts quan-3) — ` +
        'Total unlike the sum of its parts: Published 81, sum of the parts 80: off by 1.',
    )
    expect(output()).toContain('0 errors, 1 warnings')
  })

  it('finds nothing to contradict in a package that cannot be loaded', async () => {
    const results = rowsWith('results', 3, { total_score: 81 })
    await put(packageWith({ results, scores: rowsWith('scores', 3, { score: 105 }) }))
    expect(await main([folder])).toBe(1)
    expect(output()).toContain('1 errors, 0 warnings')
  })

  it('a package has a descriptor that lists every table', async () => {
    await put(minimalTables)
    await writeFile(
      join(folder, 'datapackage.json'),
      '{"name":"p","resources":[{"name":"results","path":"other.csv"}]}',
    )
    expect(await main([folder])).toBe(1)
    expect(output()).toContain('datapackage.json resources — results is not listed with the path results.csv')
    expect(output()).toContain('datapackage.json resources — there is no file other.csv')
    await writeFile(join(folder, 'datapackage.json'), '{')
    expect(await main([folder])).toBe(1)
    expect(output()).toContain('datapackage.json — not valid JSON in UTF-8')
    await rm(join(folder, 'datapackage.json'))
    expect(await main([folder])).toBe(1)
    expect(output()).toContain('datapackage.json — the descriptor is missing')
  })

  it("checks every package of a deployer's catalog", async () => {
    const entry = (id: string) => ({
      id,
      folder: id,
      name_vi: id,
      name_en: id,
      description_vi: '',
      description_en: '',
      version: '1',
      status: 'official',
    })
    await put(minimalTables, join(folder, 'one'))
    await writeFile(
      join(folder, 'catalog.json'),
      JSON.stringify({ default: 'one', packages: [entry('one'), entry('two')] }),
    )
    expect(await main([folder])).toBe(1)
    expect(output()).toContain(`${join(folder, 'one')}: 0 errors`)
    expect(output()).toContain(`two — there is no folder ${join(folder, 'two')}`)
  })

  it('a catalog names a default among its packages', async () => {
    await writeFile(join(folder, 'catalog.json'), JSON.stringify({ default: 'one', packages: [] }))
    expect(await main([folder])).toBe(1)
    expect(output()).toContain('catalog.json packages — ')
  })

  it('a folder that is not there is an error', async () => {
    expect(await main([join(folder, 'nowhere')])).toBe(1)
    expect(output()).toContain('there is no such folder')
  })
})
