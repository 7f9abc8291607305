import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askDatabase } from '@/answers/engine'
import type { TableFiles } from '@/db/database'
import { loadPackage } from '@/db/load'
import { openNodeDatabase } from '@/db/node'
import { audit } from '@/db/questions/audit'
import type { Finding } from '@/db/questions/audit'
import type { AuditKind } from '@/domain/audit'
import { TABLE_NAMES } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import { slug } from '../../scripts/units'
import { openAsked } from '../fixtures/real/asked'
import type { Figure } from '../fixtures/real/figures'
import { byUnit, FILES, haveFiles, readFigures } from '../fixtures/real/figures'
import { papiTables } from '../fixtures/real/papi'
import { isField, pciTables, TOTAL, WEIGHTS } from '../fixtures/real/pci'

const of = (findings: readonly Finding[], kind: AuditKind) => findings.filter((finding) => finding.kind === kind)
const kinds = (findings: readonly Finding[]) => [...new Set(findings.map(({ kind }) => kind))].toSorted()

describe('the audit of the packages that ship', () => {
  const auditOf = async (id: string) => {
    const database = await openNodeDatabase()
    const folder = join(import.meta.dirname, '../../data', id)
    const files = TABLE_NAMES.map((table) => [table, readFileSync(join(folder, `${table}.csv`), 'utf8')] as const)
    await loadPackage(database, Object.fromEntries(files) as TableFiles)
    const findings = await askDatabase(database, audit, {})
    await database.close()
    return findings
  }

  it('index set 766: nothing contradicts; the totals of two provinces are off by 0.01 of six rounded parts', async () => {
    const findings = await auditOf('bo-766-2026')
    expect(findings.map(({ kind, unitId, value, expected }) => [kind, unitId, value, expected])).toEqual([
      ['total-rounded', 'tinh-thai-nguyen', 63.97, 63.98],
      ['total-rounded', 'tinh-thanh-hoa', 60.8, 60.79],
    ])
  })

  it('what was published of HCMC in part: gaps in ranks, and ranks without totals', async () => {
    const findings = await auditOf('tp-hcm')
    expect(kinds(findings)).toEqual(['no-total', 'rank-gap', 'structure-differs'])
    // Published are the first ten of 2022, and the last.
    expect(
      of(findings, 'rank-gap')
        .filter(({ indexId }) => indexId === 'ddci')
        .map(({ period, unitId, value, expected }) => [period, unitId, value, expected]),
    ).toEqual([
      ['2022', 'sldtbxh', 17, 11],
      ['2022', 'tp-thu-duc', 22, 11],
    ])
    // A list without points does not say who else was assessed.
    expect(of(findings, 'structure-differs').filter(({ severity }) => severity === 'warning')).toEqual([])
    expect(new Set(of(findings, 'no-total').map(({ detail }) => detail))).toEqual(new Set(['rank-only']))
  })

  it('the illustrative figures agree with each other, and have every kind of gap', async () => {
    const findings = await auditOf('tp-hcm-mau')
    expect(kinds(findings)).toEqual(['jump', 'no-score', 'no-total', 'structure-differs'])
    const own = of(findings, 'structure-differs').filter(({ detail }) => detail === 'own-maximum')
    expect(new Set(own.map(({ unitId, expected }) => `${unitId} of ${expected}`)).size).toBeGreaterThan(0)
    expect(of(findings, 'no-score').map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(['not-applicable', 'not-published', 'refused']),
    )
  })
})

describe.skipIf(!haveFiles)('the audit of PCI 2005–2016 (skipped without the collected files)', () => {
  let figures: readonly Figure[] = []
  let findings: readonly Finding[] = []
  beforeAll(async () => {
    figures = readFigures(FILES.pci)
    const asked = await openAsked(pciTables(figures))
    findings = await asked.ask(audit, {})
    await asked.database.close()
  })

  it('finds totals that differ from their weighted sums in 2011 alone, for 61 provinces; one more is off by rounding', () => {
    const weights = WEIGHTS.get('2009') ?? new Map<string, number>()
    const differences = [...byUnit(figures.filter(({ year }) => year === '2011'))].map(([unit, rows]) => {
      const total = rows.find(({ subIndex }) => subIndex === TOTAL)?.score ?? NaN
      const sum = rows
        .filter(isField)
        .reduce((points, row) => points + (row.score / 10) * (weights.get(row.subIndex) ?? NaN), 0)
      return { unit: slug(unit), difference: Math.abs(total - sum) }
    })
    // Half of 0.01 for the total, and for the parts as much as 100 points of weights on scores of 10 make of it.
    const limit = 0.005 * (1 + 100 / 10)
    const differing = differences.filter(({ difference }) => difference > limit).map(({ unit }) => unit)
    expect(differing).toHaveLength(61)
    expect(of(findings, 'total-differs').map(({ period, unitId }) => [period, unitId])).toEqual(
      differing.toSorted().map((unit) => ['2011', unit]),
    )
    expect(of(findings, 'total-rounded').map(({ period, unitId }) => [period, unitId])).toEqual(
      differences
        .filter(({ difference }) => difference > 0.005 && difference <= limit)
        .map(({ unit }) => ['2011', unit]),
    )
  })

  it('says once of 2005, whose weights are not known, that nine parts of ten points are not a total of 100', () => {
    expect(
      of(findings, 'structure-differs')
        .filter(({ detail }) => detail === 'maxima-of-parts')
        .map(({ period, unitId, value, expected, figures: units }) => [period, unitId, value, expected, units]),
    ).toEqual([['2005', null, 100, 90, 42]])
  })

  it('finds no rank against a score: of the two provinces with 57.62 in 2011 each may have its own', () => {
    expect(of(findings, 'rank-contradicts-score')).toEqual([])
    expect(of(findings, 'rank-gap')).toEqual([])
  })

  it('finds the 22 provinces that entered in 2006; that Hà Tây left in 2009 is accounted for by its merger', () => {
    const units = of(findings, 'structure-differs').filter(({ unitId }) => unitId !== null)
    expect(new Set(units.map(({ period, detail }) => `${period} ${detail}`))).toEqual(new Set(['2006 unit-entered']))
    expect(units).toHaveLength(22)
  })

  it('finds the jumps of totals: Điện Biên in 2009 and 2015, Đắk Nông down in 2015 and up in 2016, Bình Dương and Hà Giang', () => {
    const jumps = of(findings, 'jump').filter(
      ({ resultSet, subIndexId }) => resultSet === MAIN_SET && subIndexId === null,
    )
    expect(jumps.map(({ period, unitId }) => [period, unitId])).toEqual([
      ['2016', 'binh-duong'],
      ['2016', 'dak-nong'],
      ['2016', 'ha-giang'],
      ['2015', 'dak-nong'],
      ['2015', 'dien-bien'],
      ['2009', 'dien-bien'],
    ])
    // Điện Biên 2014 → 2015, by the published totals.
    const total = (year: string, unit: string) =>
      figures.find((row) => row.year === year && row.unit === unit && row.subIndex === TOTAL)?.score ?? NaN
    const names = [...byUnit(figures.filter(({ year }) => year === '2015')).keys()]
    const changes = names.map((unit) => (total('2015', unit) - total('2014', unit)) / 100)
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
    const deviation = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / changes.length)
    const found = jumps.find(({ period, unitId }) => period === '2015' && unitId === 'dien-bien')
    expect(found?.value).toBeCloseTo((total('2015', 'Điện Biên') - total('2014', 'Điện Biên')) / 100, 9)
    expect(found?.expected).toBeCloseTo(mean, 9)
    expect(found?.deviation).toBeCloseTo(deviation, 9)
    expect(found?.figures).toBe(63)
  })

  it('finds the transparency of Điện Biên, which fell by 30 points of 100 in 2012 and rose by as much in 2013', () => {
    const jumps = of(findings, 'jump').filter(
      ({ unitId, subIndexId }) => unitId === 'dien-bien' && subIndexId === 'tinh-minh-bach',
    )
    expect(jumps.map(({ period, value }) => [period, value?.toFixed(2)])).toEqual([
      ['2013', '0.29'],
      ['2012', '-0.30'],
    ])
  })
})

describe.skipIf(!haveFiles)('the audit of PAPI 2011–2024 (skipped without the collected files)', () => {
  let findings: readonly Finding[] = []
  beforeAll(async () => {
    const asked = await openAsked(papiTables([...readFigures(FILES.papiOfficial), ...readFigures(FILES.papiLater)]))
    findings = await asked.ask(audit, {})
    await asked.database.close()
  })
  afterAll(() => {
    findings = []
  })

  it('finds no total and no dimension that is not the sum of its parts', () => {
    expect(of(findings, 'total-differs')).toEqual([])
    expect(of(findings, 'total-rounded')).toEqual([])
    expect(of(findings, 'duplicate-row')).toEqual([])
  })

  it('finds the two dimensions of 2017 that nobody has a figure for', () => {
    const empty = of(findings, 'structure-differs').filter(({ detail }) => detail === 'field-empty')
    expect(empty.map(({ period, severity, subIndexId }) => [period, severity, subIndexId])).toEqual([
      ['2017', 'warning', 'cong-khai-minh-bach'],
      ['2017', 'warning', 'trach-nhiem-giai-trinh-voi-nguoi-dan'],
    ])
  })

  it('counts the provinces without a total: two of 2014 with the reason, all of 2017 without', () => {
    const totals = new Map(
      of(findings, 'no-total').map((row) => [row.period, [row.severity, row.detail, row.figures, row.value]]),
    )
    expect(totals.get('2014')).toEqual(['info', 'not-published', 2, 63])
    expect(totals.get('2017')).toEqual(['warning', null, 63, 63])
    expect(totals.get('2016')).toBeUndefined()
  })

  it('finds three jumps of totals: Tây Ninh in 2024, Quảng Ngãi in 2016, Bắc Giang in 2013', () => {
    const jumps = of(findings, 'jump').filter(({ subIndexId }) => subIndexId === null)
    expect(jumps.map(({ period, unitId }) => [period, unitId])).toEqual([
      ['2024', 'tay-ninh'],
      ['2016', 'quang-ngai'],
      ['2013', 'bac-giang'],
    ])
  })
})
