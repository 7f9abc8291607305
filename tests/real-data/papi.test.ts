import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeSplit, comparability, rankChange } from '@/db/questions/change'
import { ranking, summary } from '@/db/questions/first-view'
import { unitSubIndices } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, weaknesses } from '@/db/questions/weak'
import { MAIN_SET } from '@/domain/vocabulary'
import { PACKAGE_LIMITS } from '@/domain/weak-limits'
import { slug } from '../../scripts/units'
import type { Asked } from '../fixtures/real/asked'
import { openAsked } from '../fixtures/real/asked'
import type { Figure } from '../fixtures/real/figures'
import { byYear, FILES, haveFiles, readFigures } from '../fixtures/real/figures'
import { papiTables, TOTAL } from '../fixtures/real/papi'
import { holdsTogether } from './holds-together'

describe.skipIf(!haveFiles)(
  'the questions over PAPI 2011–2024 (skipped without the collected files)',
  { timeout: 60_000 },
  () => {
    let official: readonly Figure[] = []
    let asked: Asked
    beforeAll(async () => {
      official = readFigures(FILES.papiOfficial)
      asked = await openAsked(papiTables([...official, ...readFigures(FILES.papiLater)]))
    }, 60_000)
    afterAll(async () => {
      await asked.database.close()
    })

    const edition = (period: string) => ({ index: 'papi', period, block: 'provinces', set: MAIN_SET }) as const
    const limited = (period: string) => ({ ...edition(period), limits: PACKAGE_LIMITS })
    const pair = (period: string, before: string) => ({ ...edition(period), before })
    const compare = async (period: string, before: string) => {
      const [row] = await asked.ask(comparability, pair(period, before))
      if (!row) throw new Error(`${period} and ${before} do not pair`)
      return row
    }
    const standing = async (period: string, unit: string) => {
      const row = (await asked.ask(ranking, edition(period))).find(({ unitId }) => unitId === unit)
      if (!row) throw new Error(`${period}: no ${unit}`)
      return row
    }

    holdsTogether(() => asked, {
      samples: ['ha-noi', 'tp-ho-chi-minh', 'quang-ninh'],
      closely: ['2014', '2018', '2024'],
      edges: '2020',
    })

    it('gives the published totals to 2016 and ranks them in their order', async () => {
      for (const [period, rows] of byYear(official.filter(({ subIndex, score }) => subIndex === TOTAL && score > 0))) {
        const answer = await asked.ask(ranking, edition(period))
        const ranked = answer.filter(({ rank }) => rank !== null)
        const totals = rows.toSorted((a, b) => b.score - a.score)
        expect(ranked.map(({ unitId, points }) => [unitId, points])).toEqual(
          totals.map(({ unit, score }) => [slug(unit), score]),
        )
        expect(ranked.map(({ rank }) => rank)).toEqual(totals.map((_, index) => index + 1))
        expect(new Set(ranked.map(({ totalOrigin, rankOrigin }) => `${totalOrigin} ${rankOrigin}`))).toEqual(
          new Set(['published computed']),
        )
      }
    })

    it('leaves Bắc Giang and Đồng Tháp of 2014 out of every statistic and says why', async () => {
      const [facts] = await asked.ask(summary, edition('2014'))
      expect(facts).toMatchObject({ unitCount: 63, rankedCount: 61, scoredCount: 61 })
      const fields = await asked.ask(fieldSummary, limited('2014'))
      for (const { missing } of fields.filter(({ level }) => level === 1)) {
        expect(missing).toEqual([{ reason: 'not-published', count: 2 }])
      }
      const weak = await asked.ask(weaknesses, limited('2014'))
      const matrix = await asked.ask(fieldMatrix, limited('2014'))
      const after = await asked.ask(changeSplit, pair('2015', '2014'))
      for (const unit of ['bac-giang', 'dong-thap']) {
        expect(await standing('2014', unit)).toMatchObject({
          rank: null,
          points: null,
          share: null,
          weakCount: null,
          missingReason: 'not-published',
        })
        expect(weak.filter(({ unitId }) => unitId === unit)).toEqual([])
        const row = matrix.find(({ unitId }) => unitId === unit)
        expect(row).toMatchObject({ weakCount: 0, recoverable: 0 })
        expect(new Set(row?.cells.map(({ missingReason }) => missingReason))).toEqual(new Set(['not-published']))
        expect(after.find(({ unitId }) => unitId === unit)).toMatchObject({
          change: null,
          reason: 'no-share',
          parts: [],
        })
      }
      expect(await compare('2015', '2014')).toMatchObject({ unitsBoth: 63, comparedCount: 61, rankedBoth: 61 })
    })

    it('gives HCMC 4.266 of 10 for participation in 2015', async () => {
      const rows = await asked.ask(unitSubIndices, { ...edition('2015'), unit: 'tp-ho-chi-minh' })
      const row = rows.find(({ subIndexId }) => subIndexId === 'tham-gia-cua-nguoi-dan-o-cap-co-so')
      expect(row?.score).toBeCloseTo(4.266, 3)
      expect(row?.maxScore).toBe(10)
      expect(row?.share).toBeCloseTo(0.4266, 4)
    })

    it('shows the points of a part whose maximum is not known, without a share and without a flag', async () => {
      const rows = await asked.ask(unitSubIndices, { ...edition('2015'), unit: 'tp-ho-chi-minh' })
      const parts = rows.filter(({ level }) => level === 2)
      expect(parts).toHaveLength(22)
      for (const part of parts) {
        expect(part.score).toBeGreaterThan(0)
        expect([part.maxScore, part.share, part.rank, part.missingReason, part.recoverable]).toEqual([
          null,
          null,
          null,
          null,
          null,
        ])
        expect(part.weakAbsolute || part.weakRelative || part.weakFalling || part.strong).toBe(false)
      }
    })

    it('has no total for 2017, of which the file has four of six dimensions', async () => {
      const rows = await asked.ask(ranking, edition('2017'))
      expect(new Set(rows.map(({ rank, points, scoredCount }) => [rank, points, scoredCount].join()))).toEqual(
        new Set([',,4']),
      )
      const fields = (await asked.ask(fieldSummary, limited('2017'))).filter(({ level }) => level === 1)
      expect(fields.filter(({ unitCount }) => unitCount === 0).map(({ nameVi, missing }) => [nameVi, missing])).toEqual(
        [
          ['Công khai, minh bạch', [{ reason: 'not-published', count: 63 }]],
          ['Trách nhiệm giải trình với người dân', [{ reason: 'not-published', count: 63 }]],
        ],
      )
      for (const [period, before] of [
        ['2017', '2016'],
        ['2018', '2017'],
      ] as const) {
        // The criteria compare, but no unit has what would be compared.
        expect(await compare(period, before)).toMatchObject({ changeBasis: 'core', comparedCount: 0, rankedBoth: 0 })
        const splits = await asked.ask(changeSplit, pair(period, before))
        expect(new Set(splits.map(({ reason }) => reason))).toEqual(new Set(['no-share']))
      }
    })

    it('compares 2016 with 2018 by the six dimensions of both, 75 % of the later total', async () => {
      const terms = await compare('2018', '2016')
      expect(terms).toMatchObject({
        changeBasis: 'core',
        commonCount: 6,
        coverageBefore: 1,
        coverageNow: 0.75,
        subIndicesLeft: [],
        comparedCount: 61,
      })
      expect(terms.subIndicesEntered.map(({ nameVi, maxScore }) => [nameVi, maxScore])).toEqual([
        ['Quản trị môi trường', 10],
        ['Quản trị điện tử', 10],
      ])
      const split = (await asked.ask(changeSplit, pair('2018', '2016'))).find(({ unitId }) => unitId === 'ha-noi')
      expect(split).toMatchObject({ maxBefore: 60, maxNow: 80, reason: null })
      // Every old dimension weighs 10/80 where it weighed 10/60.
      for (const part of split?.parts ?? []) {
        if (part.kind !== 'common') continue
        expect(part.weightEffect).toBeCloseTo(
          (((part.shareNow ?? NaN) + (part.shareBefore ?? NaN)) / 2) * (1 / 8 - 1 / 6),
          9,
        )
      }
      const places = await asked.ask(rankChange, pair('2018', '2016'))
      expect(new Set(places.map(({ ownEffect }) => ownEffect))).toEqual(new Set([null]))
    })

    it('compares years that differ only in parts of dimensions by all eight dimensions', async () => {
      for (const [period, before] of [
        ['2019', '2018'],
        ['2021', '2020'],
        ['2024', '2018'],
      ] as const) {
        expect(await compare(period, before)).toMatchObject({
          commonCount: 8,
          coverageNow: 1,
          coverageBefore: 1,
          subIndicesEntered: [],
          subIndicesLeft: [],
        })
      }
    })

    // Quảng Ninh and Đồng Tháp 2018, three provinces 2021, two each of 2022, 2023 and 2024.
    it.each([
      ['2018', 61],
      ['2019', 63],
      ['2020', 63],
      ['2021', 60],
      ['2022', 61],
      ['2023', 61],
      ['2024', 61],
    ])('%s: %i provinces have all eight dimensions and a computed total of 80', async (period, count) => {
      const rows = await asked.ask(ranking, edition(period))
      expect(rows).toHaveLength(63)
      const scored = rows.filter(({ points }) => points !== null)
      expect(scored).toHaveLength(count)
      expect(new Set(scored.map(({ totalOrigin, maxScore }) => `${totalOrigin} ${maxScore}`))).toEqual(
        new Set(['computed 80']),
      )
      expect(rows.filter(({ rank }) => rank !== null)).toHaveLength(count)
    })

    it('keeps the dimensions that a province has where others are blank', async () => {
      // 2018: Quảng Ninh has 20 of 28 parts.
      const row = await standing('2018', 'quang-ninh')
      expect(row).toMatchObject({ points: null, rank: null, missingReason: null })
      expect(row.scoredCount).toBeGreaterThan(0)
      expect(row.scoredCount).toBeLessThan(8)
      expect(row.weakCount).not.toBeNull()
      expect(await standing('2021', 'quang-ninh')).toMatchObject({ scoredCount: 0, missingReason: 'not-published' })
    })

    it('sums to the published totals and ranks of 2024 and 2020', async () => {
      const lamDong = await standing('2024', 'lam-dong')
      expect([lamDong.points?.toFixed(2), lamDong.rank]).toEqual(['41.02', 54])
      // Published as 43.7, which is 43.77 cut off, not rounded.
      const haNoi = await standing('2024', 'ha-noi')
      expect([haNoi.points?.toFixed(2), haNoi.rank]).toEqual(['43.77', 29])
      expect((await standing('2020', 'dong-thap')).points?.toFixed(3)).toBe('46.961')
      expect((await standing('2020', 'thai-nguyen')).points?.toFixed(3)).toBe('46.471')
    })

    it('Quảng Ninh 2020: the sources conflict, its parts sum to 48.811 and the news agency printed 48.881', async () => {
      const row = await standing('2020', 'quang-ninh')
      expect(row.points?.toFixed(3)).toBe('48.811')
      expect(row.rank).toBe(1)
      // It leads by more than the difference: the conflict moves no rank.
      const second = (await asked.ask(ranking, edition('2020')))[1]
      expect((row.points ?? NaN) - (second?.points ?? NaN)).toBeGreaterThan(48.881 - 48.811)
    })
  },
)
