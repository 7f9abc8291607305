import { expect, it } from 'vitest'
import type { RowOf } from '@/db/define-question'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import { ranking, summary } from '@/db/questions/first-view'
import type { Edition } from '@/db/questions/first-view'
import { rules, sources } from '@/db/questions/package'
import { examples, peers, unitHistory, unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import type { WeakLimits } from '@/domain/weak-limits'
import { LIMIT_NAMES, PACKAGE_LIMITS, writeLimits } from '@/domain/weak-limits'
import type { Asked } from '../fixtures/real/asked'
import { keyOf, seriesOf } from '../fixtures/real/asked'

/** The thresholds of the package under test. */
const LIMITS: WeakLimits = { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 }
const LEAST_UNITS = 8

/** What two answers about one unit both say. */
const SAME_IN_STANDINGS = [
  'rank',
  'rankOrigin',
  'points',
  'maxScore',
  'share',
  'placesGained',
  'shareChange',
  'missingReason',
] as const

const limited = (edition: Edition) => ({ ...keyOf(edition), limits: PACKAGE_LIMITS })
const pairKey = (now: Edition, before: Edition) => ({ ...keyOf(now), before: before.period })
const label = (edition: Edition) => `${edition.indexId} ${edition.period} ${edition.resultSet}`
const isNumber = (value: number | null): value is number => value !== null
const cellKey = (unitId: string, subIndexId: string) => `${unitId}|${subIndexId}`
const byUnit = <R extends { readonly unitId: string }>(rows: readonly R[]) =>
  new Map(rows.map((row) => [row.unitId, row]))

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Interpolated between the two nearest: type 7 of Hyndman and Fan (1996). */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const low = sorted[Math.floor(at)] ?? NaN
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? NaN) - low)
}

/** Of a whole population. */
function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}

/** The engine rounds to 12 decimals, and what is rounded is added up here. */
const alike = (a: number | null, b: number | null) => a === b || Math.abs((a ?? NaN) - (b ?? NaN)) < 1e-10

/** Is it so beyond doubt, beyond doubt not so, or (null) too near to tell in doubles? */
const above = (value: number, limit: number) => (Math.abs(value - limit) < 1e-9 ? null : value > limit)

/** Where figures are not what they must be; tens of thousands of them are held against each other. */
class Differences {
  readonly found: string[] = []

  same(where: string, actual: unknown, expected: unknown): void {
    if (Object.is(actual, expected)) return
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
    if (is !== should) this.found.push(`${where}: ${is}, not ${should}`)
  }

  near(where: string, actual: number | null | undefined, expected: number | null | undefined): void {
    if (!alike(actual ?? null, expected ?? null)) this.found.push(`${where}: ${actual}, not ${expected}`)
  }

  holds(where: string, fact: boolean): void {
    if (!fact) this.found.push(where)
  }
}

/** Sub-indices of the first level, and their shares by `unit|sub-index`, from the answers about units. */
async function firstLevel(asked: Asked, edition: Edition) {
  const fields = (await asked.ask(fieldSummary, limited(edition))).map((field, index) => ({ ...field, index }))
  const first = fields.filter(({ level }) => level === 1)
  const shares = new Map<string, number>()
  for (const row of await asked.ask(fieldMatrix, limited(edition))) {
    for (const { subIndexId, index } of first) {
      const share = row.cells[index]?.share ?? null
      if (share !== null) shares.set(cellKey(row.unitId, subIndexId), share)
    }
  }
  return { fields: first, shares }
}

const sharesOf = (shares: ReadonlyMap<string, number>, subIndexId: string) =>
  [...shares].filter(([key]) => key.endsWith(`|${subIndexId}`))

/** What the question about one unit answers, of all units of a block at once. */
export async function unitsOfBlock(
  asked: Asked,
  edition: Edition,
): Promise<readonly (RowOf<typeof unitSubIndices> & { readonly unitId: string })[]> {
  const { index, period, block, set } = keyOf(edition)
  const rows = await asked.database.query('FROM block_sub_indices(?, ?, ?, ?)', [index, period, block, set])
  return unitSubIndices.parse(rows).map((row, place) => ({ ...row, unitId: String(rows[place]?.['unitId']) }))
}

/**
 * What must be true of any package: answers that speak of the same thing agree, and figures that can be worked out from
 * others without the engine come out alike. `opened` is called in the tests, after it was loaded.
 */
export function holdsTogether(
  opened: () => Asked,
  {
    samples,
    closely,
    edges,
  }: {
    /** Units that the questions about one unit are asked of. */
    readonly samples: readonly string[]
    /** Periods in which every unit is looked at. */
    readonly closely: readonly string[]
    /** A period in which each threshold is moved. */
    readonly edges: string
  },
): void {
  /** What differs in any edition of the package; `before` is the one before it. */
  const everyEdition = async (
    check: (differences: Differences, where: string, edition: Edition, before: Edition | null) => Promise<void>,
  ) => {
    const differences = new Differences()
    let count = 0
    for (const series of seriesOf(opened())) {
      for (const [index, edition] of series.entries()) {
        await check(differences, label(edition), edition, series[index - 1] ?? null)
        count += 1
      }
    }
    expect(count).toBe(opened().editions.length)
    expect(count).toBeGreaterThan(0)
    return differences.found
  }

  /** Every two periods one after the other, and the last with the first. */
  const pairs = () =>
    seriesOf(opened()).flatMap((series) => {
      const first = series[0]
      const last = series.at(-1)
      const neighbours = series.flatMap((now, index) => {
        const before = series[index - 1]
        return before ? [[now, before] as const] : []
      })
      return first && last && series.length > 2 ? [...neighbours, [last, first] as const] : neighbours
    })

  it('ranks every edition by share, and says of each rank and total whether it was published', async () => {
    const found = await everyEdition(async (is, where, edition) => {
      const rows = await opened().ask(ranking, keyOf(edition))
      is.same(where, rows.length, edition.unitCount)
      for (const row of rows) {
        const at = `${where} ${row.unitId}`
        is.same(at, row.rank === null, row.rankOrigin === null)
        is.same(at, row.points === null, row.totalOrigin === null)
        if (row.share !== null && row.points !== null) {
          is.holds(`${at} has a share of ${row.share}`, row.share >= 0 && row.share <= 1)
          is.near(at, row.share, row.points / (row.maxScore ?? NaN))
        }
        const alikeRanked = rows.filter(({ rank }) => rank === row.rank && rank !== null)
        is.same(`${at} tied`, row.tied, alikeRanked.length > 1)
        if (row.rankOrigin !== 'computed') continue
        const better = rows.filter(({ share }) => share !== null && row.share !== null && share > row.share)
        is.same(`${at} rank`, row.rank, better.length + 1)
      }
    })
    expect(found).toEqual([])
  })

  it('compares every edition with the one before it', async () => {
    const found = await everyEdition(async (is, where, edition, before) => {
      const rows = await opened().ask(ranking, keyOf(edition))
      const earlier = byUnit(before ? await opened().ask(ranking, keyOf(before)) : [])
      for (const row of rows) {
        const at = `${where} ${row.unitId}`
        const previous = earlier.get(row.unitId)
        is.same(`${at} rank before`, row.previousRank, previous?.rank ?? null)
        const hasBoth = row.rank !== null && row.previousRank !== null
        is.same(`${at} places`, row.placesGained, hasBoth ? Number(row.previousRank) - Number(row.rank) : null)
        if (before?.versionId === edition.versionId) {
          const [now, then] = [row.share, previous?.share ?? null]
          is.near(`${at} change`, row.shareChange, now === null || then === null ? null : now - then)
        }
        is.same(`${at} trend`, row.trend.at(-1), { period: edition.period, share: row.share })
      }
    })
    expect(found).toEqual([])
  })

  it('sums up every edition as its rows say', async () => {
    const found = await everyEdition(async (is, where, edition) => {
      const rows = await opened().ask(ranking, keyOf(edition))
      const answer = await opened().ask(summary, keyOf(edition))
      const [facts] = answer
      if (!facts || answer.length > 1) throw new Error(`${where} has ${answer.length} summaries`)
      const shares = rows.map(({ share }) => share).filter(isNumber)
      const ranked = rows.filter(({ rank }) => rank !== null)
      is.same(
        where,
        [facts.unitCount, facts.rankedCount, facts.scoredCount],
        [rows.length, ranked.length, shares.length],
      )
      const leaders = rows.filter(({ rank }) => rank === 1).map(({ unitId }) => unitId)
      is.same(
        `${where} leaders`,
        facts.leaders.map(({ unitId }) => unitId),
        leaders.toSorted(),
      )
      const some = shares.length > 0
      is.near(`${where} mean`, facts.mean, some ? mean(shares) : null)
      is.near(`${where} median`, facts.median, some ? quantile(shares, 0.5) : null)
      is.same(`${where} best`, facts.best, some ? Math.max(...shares) : null)
      is.same(`${where} lowest`, facts.lowest, some ? Math.min(...shares) : null)
      const changes = rows.map(({ shareChange }) => shareChange).filter(isNumber)
      is.same(
        `${where} compared`,
        [facts.comparedCount, facts.roseCount, facts.fellCount],
        [changes.length, changes.filter((change) => change > 0).length, changes.filter((change) => change < 0).length],
      )
      const places = rows.map(({ placesGained }) => placesGained).filter(isNumber)
      is.same(
        `${where} places`,
        [facts.placesComparedCount, facts.biggestRise?.placesGained ?? 0, facts.biggestFall?.placesGained ?? 0],
        [places.length, Math.max(0, ...places), Math.min(0, ...places)],
      )
    })
    expect(found).toEqual([])
  })

  it('tells the history of a block as its editions do', async () => {
    const is = new Differences()
    for (const series of seriesOf(opened())) {
      const [first] = series
      if (!first) continue
      const history = await opened().ask(editionHistory, keyOf(first))
      expect(history.map(({ period }) => period)).toEqual(series.map(({ period }) => period))
      const members = await opened().ask(blockHistory, keyOf(first))
      for (const [index, edition] of series.entries()) {
        const where = label(edition)
        const rows = await opened().ask(ranking, keyOf(edition))
        const [facts] = await opened().ask(summary, keyOf(edition))
        const told = history[index]
        const counts = ['unitCount', 'rankedCount', 'scoredCount', 'changeBasis'] as const
        for (const name of counts) is.same(`${where} ${name}`, told?.[name], facts?.[name])
        const figures = ['mean', 'median', 'best', 'lowest', 'gap', 'coreCoverage'] as const
        for (const name of figures) is.near(`${where} ${name}`, told?.[name], facts?.[name])
        const shares = rows.map(({ share }) => share).filter(isNumber)
        const some = shares.length > 0
        is.near(`${where} q1`, told?.q1, some ? quantile(shares, 0.25) : null)
        is.near(`${where} q3`, told?.q3, some ? quantile(shares, 0.75) : null)
        is.near(`${where} deviation`, told?.deviation, some ? deviation(shares) : null)
        const { fields } = await firstLevel(opened(), edition)
        is.same(`${where} fields`, told?.fields.length, fields.length)
        for (const [place, field] of fields.entries()) {
          const same = told?.fields[place]
          is.same(where, [same?.subIndexId, same?.unitCount], [field.subIndexId, field.unitCount])
          is.near(`${where} ${field.subIndexId}`, same?.mean, field.mean)
        }
        const standings = new Map(
          members.flatMap(({ unitId, standings }) =>
            standings.filter(({ period }) => period === edition.period).map((standing) => [unitId, standing] as const),
          ),
        )
        is.same(`${where} units`, standings.size, rows.length)
        for (const { unitId, rank, share, points, ranked } of rows) {
          const { period } = edition
          is.same(`${where} ${unitId}`, standings.get(unitId), { period, rank, share, points, ranked })
        }
      }
    }
    expect(is.found).toEqual([])
  })

  it('gives every sub-index the mean, quartiles and deviation of its units', async () => {
    const found = await everyEdition(async (is, where, edition) => {
      const { fields, shares } = await firstLevel(opened(), edition)
      for (const field of fields) {
        const at = `${where} ${field.subIndexId}`
        const values = sharesOf(shares, field.subIndexId).map(([, share]) => share)
        is.same(`${at} n`, field.unitCount, values.length)
        const missing = field.missing.reduce((sum, { count }) => sum + count, 0)
        is.same(`${at} missing`, field.unitCount + missing, edition.unitCount)
        const some = values.length > 0
        is.near(`${at} mean`, field.mean, some ? mean(values) : null)
        is.near(`${at} deviation`, field.deviation, some ? deviation(values) : null)
        is.near(`${at} q1`, field.q1, some ? quantile(values, 0.25) : null)
        is.near(`${at} median`, field.median, some ? quantile(values, 0.5) : null)
        is.near(`${at} q3`, field.q3, some ? quantile(values, 0.75) : null)
        is.same(`${at} best`, field.best, some ? Math.max(...values) : null)
        is.same(`${at} lowest`, field.lowest, some ? Math.min(...values) : null)
        const below = fields.filter((other) => other.mean !== null && other.mean < (field.mean ?? NaN))
        is.same(`${at} weakest`, field.weakestPlace, some ? below.length + 1 : null)
      }
      const lost = fields.map(({ lostPart }) => lostPart).filter(isNumber)
      if (lost.length > 0) is.holds(`${where} loses no more than all`, Math.abs(mean(lost) * lost.length - 1) < 1e-9)
    })
    expect(found).toEqual([])
  })

  it('fires each test of weakness where its figures say so, and nowhere else', async () => {
    const fired = { absolute: 0, byDeviation: 0, byQuantile: 0, fell: 0, fellTwice: 0 }
    const is = new Differences()
    for (const series of seriesOf(opened())) {
      const known: ReadonlyMap<string, number>[] = []
      for (const edition of series) {
        const { fields, shares } = await firstLevel(opened(), edition)
        const [before, twoBefore] = [known.at(-1), known.at(-2)]
        known.push(shares)
        const listed = new Map(
          (await opened().ask(weaknesses, limited(edition))).map((row) => [cellKey(row.unitId, row.subIndexId), row]),
        )
        for (const { subIndexId } of fields) {
          const cells = sharesOf(shares, subIndexId)
          const values = cells.map(([, share]) => share)
          const [median, bottom, apart] = [quantile(values, 0.5), quantile(values, LIMITS.quantile), deviation(values)]
          const large = values.length >= LEAST_UNITS
          for (const [key, share] of cells) {
            const at = `${label(edition)} ${key}`
            const row = listed.get(key)
            const [one, two] = [before?.get(key), twoBefore?.get(key)]
            const flags = {
              absolute: above(LIMITS.absolute, share),
              byDeviation: large && above(median - share, LIMITS.deviations * apart),
              byQuantile: large && above(bottom, share),
              fell: one !== undefined && above(one - share, LIMITS.fall),
              fellTwice: one !== undefined && two !== undefined && one > share && two > one,
            }
            for (const name of Object.keys(flags) as readonly (keyof typeof flags)[]) {
              if (row?.[name]) fired[name] += 1
              if (flags[name] !== null) is.same(`${at} ${name}`, row?.[name] ?? false, flags[name])
            }
            if (!row) continue
            const severity =
              Number(row.absolute) + Number(row.byDeviation || row.byQuantile) + Number(row.fell || row.fellTwice)
            is.same(`${at} severity`, row.severity, severity)
            is.holds(`${at} is listed for a reason`, row.severity > 0 || row.edge)
            is.near(`${at} gap`, row.gap, median - share)
            is.near(`${at} fall`, row.fall, one === undefined ? null : one - share)
          }
        }
      }
    }
    expect(is.found).toEqual([])
    for (const count of Object.values(fired)) expect(count).toBeGreaterThan(20)
  })

  it('counts the periods that a weakness has run, never more than there were', async () => {
    const is = new Differences()
    let longest = 0
    for (const series of seriesOf(opened())) {
      let running = new Map<string, number>()
      for (const [index, edition] of series.entries()) {
        const now = new Map<string, number>()
        for (const row of await opened().ask(weaknesses, limited(edition))) {
          const key = cellKey(row.unitId, row.subIndexId)
          const expected = row.severity > 0 ? (running.get(key) ?? 0) + 1 : 0
          is.same(`${label(edition)} ${key}`, row.periodsRunning, expected)
          is.holds(`${label(edition)} ${key} runs longer than there were periods`, row.periodsRunning <= index + 1)
          if (expected > 0) now.set(key, expected)
          longest = Math.max(longest, expected)
        }
        running = now
      }
    }
    expect(is.found).toEqual([])
    expect(longest).toBeGreaterThan(3)
  })

  it('counts weaknesses alike by unit, by sub-index, in the list and in the ranking', async () => {
    const found = await everyEdition(async (is, where, edition) => {
      const fields = await opened().ask(fieldSummary, limited(edition))
      const matrix = await opened().ask(fieldMatrix, limited(edition))
      const list = await opened().ask(weaknesses, limited(edition))
      const ranked = await opened().ask(ranking, keyOf(edition))
      const firstLevelIds = new Set(fields.filter(({ level }) => level === 1).map(({ subIndexId }) => subIndexId))
      is.same(
        `${where} order`,
        matrix.map(({ unitId }) => unitId),
        ranked.map(({ unitId }) => unitId),
      )
      const listed = new Map(list.map((row) => [cellKey(row.unitId, row.subIndexId), row]))
      is.same(`${where} keys`, listed.size, list.length)
      let flagged = 0
      for (const [index, row] of matrix.entries()) {
        is.same(`${where} cells`, row.cells.length, fields.length)
        for (const [place, cell] of row.cells.entries()) {
          const key = cellKey(row.unitId, fields[place]?.subIndexId ?? '')
          const weakness = listed.get(key)
          if (weakness) flagged += 1
          is.same(`${where} ${key}`, [cell.severity, cell.edge], [weakness?.severity ?? 0, weakness?.edge ?? false])
          is.holds(`${where} ${key} is flagged on a missing value`, cell.share !== null || !weakness)
        }
        const own = list.filter(
          ({ unitId, subIndexId, severity }) => unitId === row.unitId && severity > 0 && firstLevelIds.has(subIndexId),
        )
        is.same(`${where} ${row.unitId}`, row.weakCount, own.length)
        const inRanking = (ranked[index]?.scoredCount ?? 0) > 0 ? own.length : null
        is.same(`${where} ${row.unitId} in the ranking`, ranked[index]?.weakCount, inRanking)
        // Each weakness is rounded to the engine's 12 decimals, their sum to 6.
        const recoverable = own.reduce((sum, weakness) => sum + weakness.recoverable, 0)
        is.holds(`${where} ${row.unitId} recoverable`, Math.abs(row.recoverable - recoverable) < 1e-6)
      }
      is.same(`${where} cells of the list`, flagged, list.length)
      for (const field of fields) {
        const own = list.filter(({ subIndexId, severity }) => subIndexId === field.subIndexId && severity > 0)
        is.same(
          `${where} ${field.subIndexId}`,
          [field.weakCount, field.absoluteCount, field.relativeCount, field.fallingCount, field.edgeCount],
          [
            own.length,
            own.filter(({ absolute }) => absolute).length,
            own.filter(({ byDeviation, byQuantile }) => byDeviation || byQuantile).length,
            own.filter(({ fell, fellTwice }) => fell || fellTwice).length,
            own.filter(({ edge }) => edge).length,
          ],
        )
      }
      const effects = await opened().ask(thresholdEffects, limited(edition))
      const first = fields.filter(({ level }) => level === 1).reduce((sum, { weakCount }) => sum + weakCount, 0)
      is.same(
        `${where} thresholds`,
        effects.map(({ value, weakCount }) => [value, weakCount]),
        LIMIT_NAMES.map((name) => [LIMITS[name], first]),
      )
    })
    expect(found).toEqual([])
  })

  it(`moves each threshold of ${edges} by a tenth: the cells that change are the ones at the edge`, async () => {
    const edition = opened().editions.find(({ period, resultSet }) => period === edges && resultSet === 'main')
    if (!edition) throw new Error(`No edition ${edges}`)
    const { fields } = await firstLevel(opened(), edition)
    const weakUnder = async (limits: string) => {
      const rows = await opened().ask(weaknesses, { ...keyOf(edition), limits })
      const weak = rows.filter(({ severity }) => severity > 0)
      return new Set(
        weak
          .filter((row) => fields.some(({ subIndexId }) => subIndexId === row.subIndexId))
          .map(({ unitId, subIndexId }) => cellKey(unitId, subIndexId)),
      )
    }
    const asItIs = await weakUnder(PACKAGE_LIMITS)
    expect(await weakUnder(writeLimits(LIMITS))).toEqual(asItIs)
    const changed = new Set<string>()
    const effects = await opened().ask(thresholdEffects, limited(edition))
    const told: unknown[] = []
    const counted: unknown[] = []
    for (const [index, name] of LIMIT_NAMES.entries()) {
      const effect = effects[index]
      for (const [factor, added, dropped] of [
        [0.9, effect?.lowerAdded, effect?.lowerDropped],
        [1.1, effect?.higherAdded, effect?.higherDropped],
      ] as const) {
        const moved = await weakUnder(writeLimits({ ...LIMITS, [name]: LIMITS[name] * factor }))
        const came = [...moved].filter((key) => !asItIs.has(key))
        const went = [...asItIs].filter((key) => !moved.has(key))
        told.push([name, factor, added, dropped])
        counted.push([name, factor, came.length, went.length])
        for (const key of [...came, ...went]) changed.add(key)
      }
    }
    expect(told).toEqual(counted)
    expect(changed.size).toBeGreaterThan(0)
    const list = await opened().ask(weaknesses, limited(edition))
    const edge = list.filter((row) => row.edge && fields.some(({ subIndexId }) => subIndexId === row.subIndexId))
    for (const row of edge) {
      // Two falls running have no threshold of their own to move.
      const moves = changed.delete(cellKey(row.unitId, row.subIndexId))
      if (!moves) expect(row).toMatchObject({ severity: 1, fellTwice: true, fell: false })
    }
    expect([...changed]).toEqual([])
  })

  it('says of each unit what the block says, with places by share', async () => {
    const is = new Differences()
    const editions = opened().editions.filter(({ period }) => closely.includes(period))
    expect(editions.length).toBeGreaterThanOrEqual(closely.length)
    for (const edition of editions) {
      const where = label(edition)
      const rows = await unitsOfBlock(opened(), edition)
      const { fields, shares } = await firstLevel(opened(), edition)
      const listed = new Map(
        (await opened().ask(weaknesses, limited(edition))).map((row) => [cellKey(row.unitId, row.subIndexId), row]),
      )
      const fieldCount = (await opened().ask(fieldSummary, limited(edition))).length
      is.same(where, rows.length, edition.unitCount * fieldCount)
      for (const row of rows) {
        const key = cellKey(row.unitId, row.subIndexId)
        const at = `${where} ${key}`
        const weakness = listed.get(key)
        const weak = weakness !== undefined && weakness.severity > 0
        is.same(`${at} weak`, row.weakAbsolute || row.weakRelative || row.weakFalling, weak)
        is.same(at, [row.periodsRunning, row.edge], weak ? [weakness.periodsRunning, weakness.edge] : [0, false])
        is.holds(`${at} is weak and strong`, !(row.strong && weak))
        if (row.level > 1) continue
        is.same(`${at} share`, row.share, shares.get(key) ?? null)
        const field = fields.find(({ subIndexId }) => subIndexId === row.subIndexId)
        is.same(`${at} n`, row.unitCount, field?.unitCount)
        if (row.share === null) {
          is.same(at, [row.rank, row.shareChange, row.missingReason !== null], [null, null, true])
        } else {
          const better = sharesOf(shares, row.subIndexId).filter(([, share]) => share > Number(row.share))
          is.same(`${at} rank`, row.rank, better.length + 1)
        }
      }
    }
    expect(is.found).toEqual([])
  })

  it('splits every change of a total into parts that add up to it', async () => {
    const is = new Differences()
    let splits = 0
    for (const [now, before] of pairs()) {
      const where = `${label(now)} ← ${before.period}`
      const [terms] = await opened().ask(comparability, pairKey(now, before))
      if (!terms) throw new Error(`${where}: no answer`)
      const standings = byUnit(await opened().ask(ranking, keyOf(now)))
      const rows = await opened().ask(changeSplit, pairKey(now, before))
      is.same(where, rows.length, terms.unitsBoth)
      for (const row of rows) {
        const at = `${where} ${row.unitId}`
        is.same(at, row.shareNow, standings.get(row.unitId)?.share)
        const known = row.shareNow !== null && row.shareBefore !== null
        is.near(at, row.change, known ? Number(row.shareNow) - Number(row.shareBefore) : null)
        if (row.reason !== null) {
          is.same(at, row.parts, [])
          continue
        }
        splits += 1
        const effects = row.parts.reduce((sum, { effect }) => sum + effect, 0)
        is.holds(`${at} parts`, Math.abs(effects - (row.change ?? NaN)) < 1e-9)
        const ofKind = (kind: string) => row.parts.filter((part) => part.kind === kind)
        // Worked out anew, so that the rest cannot hide a wrong part.
        for (const part of row.parts) {
          const [s0, s1] = [part.shareBefore ?? NaN, part.shareNow ?? NaN]
          const [m0, m1] = [part.weightBefore ?? NaN, part.weightNow ?? NaN]
          if (part.kind === 'common') {
            is.near(`${at} own`, part.scoreEffect, ((m1 + m0) / 2) * (s1 - s0))
            is.near(`${at} weight`, part.weightEffect, ((s1 + s0) / 2) * (m1 - m0))
            is.near(`${at} common`, part.effect, (part.scoreEffect ?? NaN) + (part.weightEffect ?? NaN))
          } else if (part.kind === 'entered') is.near(`${at} entered`, part.effect, m1 * s1)
          else if (part.kind === 'left') is.near(`${at} left`, part.effect, -m0 * s0)
        }
        const ids = (parts: readonly { readonly subIndexId: string | null }[]) =>
          parts.map(({ subIndexId }) => subIndexId)
        is.same(`${at} entered`, ids(ofKind('entered')), ids(terms.subIndicesEntered))
        is.same(`${at} left`, ids(ofKind('left')), ids(terms.subIndicesLeft))
        is.same(`${at} common`, ofKind('common').length, terms.commonCount)
      }
    }
    expect(is.found).toEqual([])
    expect(splits).toBeGreaterThan(300)
  })

  it("splits every change of place into the unit's own effect and the others'", async () => {
    const is = new Differences()
    let explained = 0
    for (const [now, before] of pairs()) {
      const where = `${label(now)} ← ${before.period}`
      const [terms] = await opened().ask(comparability, pairKey(now, before))
      const rows = await opened().ask(rankChange, pairKey(now, before))
      const old = byUnit(await opened().ask(ranking, keyOf(before)))
      const current = byUnit(await opened().ask(ranking, keyOf(now)))
      is.same(where, rows.length, new Set([...old.keys(), ...current.keys()]).size)
      for (const row of rows) {
        const at = `${where} ${row.unitId}`
        const [then, today] = [old.get(row.unitId), current.get(row.unitId)]
        is.same(at, [row.rankBefore, row.rankNow], [then?.rank ?? null, today?.rank ?? null])
        const hasBoth = row.rankBefore !== null && row.rankNow !== null
        is.same(at, row.placesGained, hasBoth ? Number(row.rankBefore) - Number(row.rankNow) : null)
        const given = terms?.changeBasis === 'total' && hasBoth
        is.same(at, [row.ownEffect !== null, row.othersEffect !== null], [given, given])
        if (!given) continue
        explained += 1
        is.same(`${at} sum`, Number(row.ownEffect) + Number(row.othersEffect), row.placesGained)
        const others = [...old.values()].filter(({ unitId, rank }) => unitId !== row.unitId && rank !== null)
        const placeOf = (share: number | null | undefined) =>
          others.filter((other) => Number(other.share) > Number(share)).length
        is.same(`${at} own`, row.ownEffect, placeOf(then?.share) - placeOf(today?.share))
      }
      is.same(
        where,
        [terms?.comparedCount, terms?.rankedBoth],
        [
          rows.filter(({ shareChange }) => shareChange !== null).length,
          rows.filter(({ placesGained }) => placesGained !== null).length,
        ],
      )
    }
    expect(is.found).toEqual([])
    expect(explained).toBeGreaterThan(300)
  })

  it('tells of one unit what the editions tell of it', async () => {
    const is = new Differences()
    const listed = new Set((await opened().ask(units, {})).map(({ unitId }) => unitId))
    for (const unit of samples) {
      expect(listed).toContain(unit)
      expect(await opened().ask(unitProfile, { unit })).toHaveLength(1)
      const standings = await opened().ask(unitStandings, { unit })
      const history = await opened().ask(unitHistory, { unit })
      const own = history.filter(({ generation }) => generation === 0)
      is.same(unit, own.length, standings.length)
      let found = 0
      for (const edition of opened().editions) {
        const at = `${label(edition)} ${unit}`
        const rows = await opened().ask(ranking, keyOf(edition))
        const row = rows.find(({ unitId }) => unitId === unit)
        const isOf = (other: { readonly period: string; readonly resultSet: string }) =>
          other.period === edition.period && other.resultSet === edition.resultSet
        const standing = standings.find(isOf)
        const past = own.find(isOf)
        is.same(at, [standing === undefined, past === undefined], [row === undefined, row === undefined])
        if (!row || !standing) continue
        found += 1
        is.same(`${at} history`, [past?.rank, past?.share, past?.ranked], [row.rank, row.share, row.ranked])
        for (const name of SAME_IN_STANDINGS) is.same(`${at} ${name}`, standing[name], row[name])
        const shares = rows.map(({ share }) => share).filter(isNumber)
        is.near(`${at} median`, standing.blockMedian, shares.length > 0 ? quantile(shares, 0.5) : null)
        if (standing.nextRank === null) continue
        const next = rows.find(({ nameVi }) => nameVi === standing.nextRankNameVi)
        is.same(`${at} next`, next?.rank, standing.nextRank)
        const lacking = (Number(next?.share) - Number(row.share)) * Number(row.maxScore)
        is.holds(`${at} lacks ${standing.pointsToNextRank}`, lacking > 0)
        is.holds(`${at} lacks ${lacking}`, Math.abs(Number(standing.pointsToNextRank) - lacking) < 1e-8)
      }
      expect(found).toBeGreaterThan(1)
    }
    expect(is.found).toEqual([])
  })

  it('finds the nearest peers by the distance of profiles, and examples that are strong where the unit is weak', async () => {
    const is = new Differences()
    let [peerCount, exampleCount] = [0, 0]
    for (const series of seriesOf(opened())) {
      const edition = series.at(-1)
      if (!edition) continue
      const { fields, shares } = await firstLevel(opened(), edition)
      const block = await opened().ask(ranking, keyOf(edition))
      const listed = await opened().ask(weaknesses, limited(edition))
      const details = await unitsOfBlock(opened(), edition)
      for (const unit of samples) {
        const at = `${label(edition)} ${unit}`
        const profile = (unitId: string) => fields.map(({ subIndexId }) => shares.get(cellKey(unitId, subIndexId)))
        const own = profile(unit)
        const distances = block.flatMap(({ unitId }) => {
          if (unitId === unit) return []
          const squares = profile(unitId).flatMap((share, index) => {
            const mine = own[index]
            return share === undefined || mine === undefined ? [] : [(share - mine) ** 2]
          })
          return squares.length < 3 ? [] : [Math.sqrt(mean(squares))]
        })
        const near = await opened().ask(peers, { ...keyOf(edition), unit })
        is.same(`${at} peers`, near.length, Math.min(5, distances.length))
        for (const [index, distance] of distances
          .toSorted((a, b) => a - b)
          .slice(0, 5)
          .entries()) {
          is.near(`${at} peer ${index}`, near[index]?.distance, distance)
        }
        peerCount += near.length

        const weak = listed.filter(({ unitId, severity }) => unitId === unit && severity > 0)
        const shown = await opened().ask(examples, { ...keyOf(edition), unit })
        for (const row of shown) {
          const key = `${at} ${row.subIndexId} ${row.unitId}`
          is.holds(
            `${key} for a weakness`,
            weak.some(({ subIndexId }) => subIndexId === row.subIndexId),
          )
          is.holds(`${key} is above`, row.share > row.ownShare)
          const detail = details.find(
            ({ unitId, subIndexId }) => unitId === row.unitId && subIndexId === row.subIndexId,
          )
          is.same(key, [detail?.strong, detail?.rank, detail?.share], [true, row.rank, row.share])
          is.same(
            `${key} peer`,
            row.isPeer,
            near.some(({ unitId }) => unitId === row.unitId),
          )
          is.holds(`${key} of three`, shown.filter(({ subIndexId }) => subIndexId === row.subIndexId).length <= 3)
        }
        exampleCount += shown.length
        const alone = await opened().ask(unitSubIndices, { ...keyOf(edition), unit })
        is.same(
          `${at} alone`,
          alone,
          details.filter(({ unitId }) => unitId === unit).map(({ unitId: _unit, ...row }) => row),
        )
      }
    }
    expect(is.found).toEqual([])
    expect(peerCount).toBeGreaterThan(0)
    expect(exampleCount).toBeGreaterThan(0)
  })

  it('knows which file each edition is from', async () => {
    const named = await opened().ask(sources, {})
    expect(named.reduce((sum, { editionCount }) => sum + editionCount, 0)).toBe(opened().editions.length)
    for (const { resultCount } of named) expect(resultCount).toBeGreaterThan(0)
    expect(await opened().ask(rules, {})).toHaveLength(6)
  })
}
