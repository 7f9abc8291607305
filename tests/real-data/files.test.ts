import { beforeAll, describe, expect, it } from 'vitest'
import type { PackageTables } from '@/domain/tables'
import { checkPackage } from '@/import/package/check-package'
import type { Figure } from '../fixtures/real/figures'
import { bySubIndex, byUnit, byYear, FILES, haveFiles, readFigures } from '../fixtures/real/figures'
import { dimensionsOf, isPart, papiTables, TOTAL as PAPI_TOTAL } from '../fixtures/real/papi'
import { criteriaYears, isField, pciTables, TOTAL, UNWEIGHTED_TOTAL, WEIGHTS } from '../fixtures/real/pci'

/** What `SOURCES.md` beside the collected files says of them, and what else they show; no engine yet. */

const sum = (figures: readonly Figure[]) => figures.reduce((total, { score }) => total + score, 0)

function figure(figures: readonly Figure[], year: string, unit: string, subIndex: string): Figure {
  const found = figures.find((row) => row.year === year && row.unit === unit && row.subIndex === subIndex)
  if (!found) throw new Error(`${year} ${unit}: no ${subIndex}`)
  return found
}

describe.skipIf(!haveFiles)('PCI 2005–2016 (skipped where the collected files do not lie beside the project)', () => {
  let figures: readonly Figure[] = []
  let tables: PackageTables
  beforeAll(() => {
    figures = readFigures(FILES.pci)
    tables = pciTables(figures)
  })

  const totals = (year: string) => figures.filter((row) => row.year === year && row.subIndex === TOTAL)
  /** Total − what the weights make of the sub-indices, by province. */
  const differences = (year: string) => {
    const weights = WEIGHTS.get(criteriaYears(figures).get(year) ?? '') ?? new Map<string, number>()
    return [...byUnit(figures.filter((row) => row.year === year))].map(([unit, rows]) => ({
      unit,
      difference:
        figure(rows, year, unit, TOTAL).score -
        rows.filter(isField).reduce((total, row) => total + (row.score / 10) * (weights.get(row.subIndex) ?? NaN), 0),
    }))
  }

  it('ranks 42, then 64 and from 2009 63 provinces, each rank once', () => {
    const counts = [...byYear(figures).keys()].map((year) => {
      const ranks = totals(year)
        .map(({ rank }) => rank)
        .toSorted((a, b) => Number(a) - Number(b))
      expect(ranks).toEqual(ranks.map((_, index) => index + 1))
      return [year, ranks.length]
    })
    expect(counts).toEqual([
      ['2005', 42],
      ...['2006', '2007', '2008'].map((year) => [year, 64]),
      ...['2009', '2010', '2011', '2012', '2013', '2014', '2015', '2016'].map((year) => [year, 63]),
    ])
  })

  it('ranks by the total; only in 2011 have two provinces one total, 57.62, and two ranks', () => {
    const contradicted = [...byYear(figures).keys()].flatMap((year) => {
      const byRank = totals(year).toSorted((a, b) => Number(a.rank) - Number(b.rank))
      return byRank.flatMap((row, index) => {
        const above = byRank[index - 1]
        return above && above.score <= row.score ? [[year, above.unit, above.score, row.unit, row.score]] : []
      })
    })
    expect(contradicted).toEqual([['2011', 'Bình Thuận', 57.62, 'Hà Giang', 57.62]])
  })

  it('has Hà Tây to 2008', () => {
    const years = figures.filter(({ unit }) => unit === 'Hà Tây').map(({ year }) => year)
    expect([...new Set(years)]).toEqual(['2005', '2006', '2007', '2008'])
  })

  it('has four sets of sub-indices: one leaves and two enter in 2006, one leaves in 2009, one enters in 2013', () => {
    const first = criteriaYears(figures)
    expect([...new Set(first.values())]).toEqual(['2005', '2006', '2009', '2013'])
    const names = (year: string) =>
      new Set(bySubIndex(figures.filter((row) => row.year === year && isField(row))).keys())
    const entered = (year: string, before: string) => [...names(year)].filter((name) => !names(before).has(name))
    expect(entered('2006', '2005')).toEqual(['Đào tạo lao động', 'Thiết chế pháp lý'])
    expect(entered('2005', '2006')).toEqual(['Thực hiện chính sách của Trung ương'])
    expect(entered('2009', '2008')).toEqual([])
    expect(entered('2008', '2009')).toEqual(['Ưu đãi DNNN (Cạnh tranh bình đẳng)'])
    expect(entered('2013', '2012')).toEqual(['Cạnh tranh bình đẳng'])
    expect(entered('2012', '2013')).toEqual([])
  })

  it('gives totals that are the weighted sums of the sub-indices in every year but 2005 and 2011', () => {
    for (const weights of WEIGHTS.values()) expect([...weights.values()].reduce((a, b) => a + b)).toBe(100)
    for (const year of ['2006', '2007', '2008', '2009', '2010', '2012', '2013', '2014', '2015', '2016']) {
      for (const { unit, difference } of differences(year)) {
        expect(Math.abs(difference), `${year} ${unit}`).toBeLessThan(1e-5)
      }
    }
  })

  it('gives totals of 2011 with two decimals that differ from the weighted sums for 62 of 63 provinces, by up to 0.55', () => {
    for (const { score } of totals('2011')) expect(Number(score.toFixed(2))).toBe(score)
    const off = differences('2011').filter(({ difference }) => Math.abs(difference) > 0.005)
    expect(off).toHaveLength(62)
    const largest = off.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0]
    expect(largest?.unit).toBe('Vĩnh Long')
    expect(largest?.difference).toBeCloseTo(0.55193, 5)
  })

  it('gives unweighted totals for 2007, 2008 and 2010, plain sums: of 100 in 2007 and 2008, of 90 in 2010, whatever the file says', () => {
    const plain = figures.filter(({ subIndex }) => subIndex === UNWEIGHTED_TOTAL)
    expect([...byYear(plain)].map(([year, rows]) => [year, rows.length, rows[0]?.maxScore])).toEqual([
      ['2007', 64, 100],
      ['2008', 64, 100],
      ['2010', 63, 100],
    ])
    for (const row of plain) {
      const fields = figures.filter(({ year, unit }) => year === row.year && unit === row.unit).filter(isField)
      expect(fields).toHaveLength(row.year === '2010' ? 9 : 10)
      expect(sum(fields), `${row.year} ${row.unit}`).toBeCloseTo(row.score, 4)
    }
  })

  // Value of the workbook, value of VCCI's web page (2026-11-21). Both are VCCI's.
  it.each([
    ['2013', 'Hải Phòng', 'Chi phí không chính thức', 5.44, 7.01],
    ['2013', 'Phú Thọ', 'Chi phí không chính thức', 6.58, 8.31],
    ['2009', 'Hải Phòng', 'Hỗ trợ doanh nghiệp', 6.96, 6.54],
    ['2009', 'Phú Thọ', 'Hỗ trợ doanh nghiệp', 5.33, 6.24],
    ['2008', 'Tiền Giang', 'Hỗ trợ doanh nghiệp', 4.09, 7.53],
  ])('%s, %s, %s: the sources conflict, %d in the workbook and %d on the web', (year, unit, field, workbook, web) => {
    const { score } = figure(figures, year, unit, field)
    expect(score).toBeCloseTo(workbook, 2)
    // Which figure is right is not known; the workbook's total, at least, was made with the workbook's.
    const weight = WEIGHTS.get(criteriaYears(figures).get(year) ?? '')?.get(field) ?? NaN
    const difference = differences(year).find((row) => row.unit === unit)?.difference ?? NaN
    expect(Math.abs(difference)).toBeLessThan(1e-5)
    expect(Math.abs(difference + ((score - web) / 10) * weight)).toBeGreaterThan(0.2)
  })

  it('is a sound package', () => {
    expect(checkPackage(tables)).toEqual([])
  })
})

describe.skipIf(!haveFiles)('PAPI 2011–2024 (skipped where the collected files do not lie beside the project)', () => {
  let official: readonly Figure[] = []
  let later: readonly Figure[] = []
  let tables: PackageTables
  beforeAll(() => {
    official = readFigures(FILES.papiOfficial)
    later = readFigures(FILES.papiLater)
    tables = papiTables([...official, ...later])
  })

  it('to 2016: parts add up to their dimension within 0.000002 and dimensions to the total', () => {
    let dimensions = 0
    let totals = 0
    for (const [year, ofYear] of byYear(official)) {
      for (const [unit, rows] of byUnit(ofYear)) {
        const stated = rows.filter((row) => !isPart(row) && row.subIndex !== PAPI_TOTAL)
        for (const { subIndex, score } of stated) {
          const parts = rows.filter((row) => row.subIndex.startsWith(`${subIndex} > `))
          expect(Math.abs(sum(parts) - score), `${year} ${unit} ${subIndex}`).toBeLessThan(2.1e-6)
          dimensions += 1
        }
        expect(sum(stated), `${year} ${unit}`).toBeCloseTo(figure(rows, year, unit, PAPI_TOTAL).score, 9)
        totals += 1
      }
    }
    expect([dimensions, totals]).toEqual([6 * (63 * 6 - 2), 63 * 6])
  })

  it('gives Bắc Giang and Đồng Tháp no dimension in 2014; the 0.0 in their place of the total is no score', () => {
    for (const unit of ['Bắc Giang', 'Đồng Tháp']) {
      const rows = official.filter((row) => row.year === '2014' && row.unit === unit)
      expect(rows.map(({ subIndex, score }) => [subIndex, score])).toEqual([[PAPI_TOTAL, 0]])
      const result = tables.results.find((row) => row.period === '2014' && row.source_row === rows[0]?.row)
      expect(result).toBeUndefined()
    }
    const blank = tables.results.filter((row) => row.period === '2014' && row.total_score === null)
    expect(blank.map((row) => [row.unit_id, row.missing_reason])).toEqual([
      ['bac-giang', 'not-published'],
      ['dong-thap', 'not-published'],
    ])
    expect(tables.results.filter((row) => row.total_score === 0)).toEqual([])
  })

  it('gives HCMC 4.266 for participation in 2015', () => {
    const row = figure(official, '2015', 'TP. Hồ Chí Minh', 'Tham gia của người dân ở cấp cơ sở')
    expect(row.score).toBeCloseTo(4.266, 3)
  })

  it('from 2017: provinces are blank in part or whole, and 2017 has four of six dimensions', () => {
    const roster = [...byUnit(official).keys()]
    const gaps = [...byYear(later)].map(([year, ofYear]) => {
      const all = bySubIndex(ofYear).size
      const counts = new Map([...byUnit(ofYear)].map(([unit, rows]) => [unit, rows.length]))
      const partly = roster.filter((unit) => counts.has(unit) && counts.get(unit) !== all)
      return [year, all, roster.filter((unit) => !counts.has(unit)).toSorted(), partly.toSorted()]
    })
    expect(gaps).toEqual([
      ['2017', 16, [], []],
      ['2018', 28, [], ['Quảng Ninh', 'Đồng Tháp']],
      ['2019', 29, [], []],
      ['2020', 29, [], []],
      ['2021', 28, ['Bắc Giang', 'Bắc Ninh', 'Quảng Ninh'], []],
      ['2022', 28, [], ['Bắc Giang', 'Bắc Ninh']],
      ['2023', 28, ['Bình Dương', 'Quảng Ninh'], []],
      ['2024', 28, ['Tiền Giang', 'Vĩnh Phúc'], []],
    ])
    const dimensions = (year: string) =>
      new Set(later.filter((row) => row.year === year).map(({ subIndex }) => subIndex.split(' > ')[0]))
    expect(dimensionsOf('2017').filter((name) => !dimensions('2017').has(name))).toEqual([
      'Công khai, minh bạch',
      'Trách nhiệm giải trình với người dân',
    ])
    expect([...dimensions('2018')]).toEqual(dimensionsOf('2018'))
  })

  it('keeps a part of a dimension the same sub-index where only the language of its name changes', () => {
    const parts = (version: string) =>
      new Set(
        tables.sub_indices
          .filter((row) => row.version_id === version && row.parent_id !== null)
          .map((row) => row.sub_index_id),
      )
    const entered = (version: string, before: string) => [...parts(version)].filter((id) => !parts(before).has(id))
    expect(tables.versions.map((row) => row.version_id)).toEqual(['2011', '2016', '2017', '2018', '2019', '2021'])
    expect(entered('2017', '2016')).toEqual([])
    expect(entered('2018', '2016')).toEqual([
      'access-to-information',
      'access-to-justice-services',
      'environmental-protection',
      'quality-of-air',
      'quality-of-water',
      'access-to-e-government-portals',
      'access-to-the-internet',
    ])
    expect(entered('2016', '2018')).toEqual(['hieu-qua-cua-ban-thanh-tra-nhan-dan'])
    expect(entered('2019', '2018')).toEqual(['e-responsiveness-of-provincial-authorities'])
    expect(entered('2019', '2021')).toEqual(['giay-phep-xay-dung'])
  })

  it('is a sound package', () => {
    expect(checkPackage(tables)).toEqual([])
  })
})
