import { askDatabase } from '@/answers/engine'
import { answerPath } from '@/answers/path'
import type { AnswerFile } from '@/answers/static-files'
import type { Database, ResultRow } from '@/db/database'
import type { Params, Question } from '@/db/define-question'
import { audit } from '@/db/questions/audit'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import { editions, ranking, summary } from '@/db/questions/first-view'
import { rules, sources } from '@/db/questions/package'
import { examples, peers, unitHistory, unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import { PACKAGE_LIMITS } from '@/domain/weak-limits'

export interface PrecomputedAnswer {
  readonly path: string
  readonly file: AnswerFile
}

/** Every answer of every question for every edition and unit of a loaded package. */
export async function* precompute(
  database: Database,
  packageId: string,
  version: string,
): AsyncGenerator<PrecomputedAnswer> {
  const file = <P extends string, R>(question: Question<P, R>, params: Params<P>, rows: readonly R[]) => ({
    path: answerPath(packageId, question, params),
    file: { package: packageId, version, question: question.name, params, rows: [...rows] },
  })
  const answer = async <P extends string, R>(question: Question<P, R>, params: Params<P>) => {
    const rows = await askDatabase(database, question, params)
    return { rows, answer: file(question, params, rows) }
  }
  /** One query for all units instead of one a unit: planning such a query costs more than running it. */
  async function* perUnit<R>(
    question: Question<string, R>,
    params: Params,
    sql: string,
    units: readonly string[] = [],
  ) {
    // A unit without a row has an answer too: none.
    const rowsOfUnits = new Map<string, ResultRow[]>(units.map((unit) => [unit, []]))
    for (const row of await database.query(sql, Object.values(params))) {
      // A row about another unit says whose answer it belongs to.
      const unit = String(row['ofUnit'] ?? row['unitId'])
      const rows = rowsOfUnits.get(unit)
      if (rows) rows.push(row)
      else rowsOfUnits.set(unit, [row])
    }
    for (const [unit, rows] of rowsOfUnits) yield file(question, { ...params, unit }, question.parse(rows))
  }
  const edition = (row: { indexId: string; period: string; blockId: string; resultSet: string }) => ({
    index: row.indexId,
    period: row.period,
    block: row.blockId,
    set: row.resultSet,
  })

  yield (await answer(sources, {})).answer
  yield (await answer(rules, {})).answer
  yield (await answer(audit, {})).answer
  const allEditions = await answer(editions, {})
  yield allEditions.answer
  for (const row of allEditions.rows) {
    const key = edition(row)
    const ranked = await answer(ranking, key)
    yield ranked.answer
    yield (await answer(summary, key)).answer
    const limited = { ...key, limits: PACKAGE_LIMITS }
    yield (await answer(fieldMatrix, limited)).answer
    yield (await answer(fieldSummary, limited)).answer
    yield (await answer(weaknesses, limited)).answer
    yield (await answer(thresholdEffects, limited)).answer
    const unitIds = ranked.rows.map(({ unitId }) => unitId)
    yield* perUnit(unitSubIndices, key, 'FROM block_sub_indices(?, ?, ?, ?)', unitIds)
    yield* perUnit(peers, key, 'FROM block_peers(?, ?, ?, ?)', unitIds)
    yield* perUnit(examples, key, 'FROM block_examples(?, ?, ?, ?)', unitIds)
  }
  // Newest first: every edition with the earlier ones of its series.
  const keys = allEditions.rows.map(edition)
  for (const [place, { index, block, set, period }] of keys.entries()) {
    const inSeries = (key: (typeof keys)[number]) => key.index === index && key.block === block && key.set === set
    if (!keys.slice(0, place).some(inSeries)) {
      yield (await answer(blockHistory, { index, block, set })).answer
      yield (await answer(editionHistory, { index, block, set })).answer
    }
    for (const earlier of keys.slice(place + 1).filter(inSeries)) {
      const pair = { index, block, set, period, before: earlier.period }
      yield (await answer(comparability, pair)).answer
      yield (await answer(changeSplit, pair)).answer
      yield (await answer(rankChange, pair)).answer
    }
  }
  yield (await answer(units, {})).answer
  yield* perUnit(unitProfile, {}, 'SELECT p.* FROM unit_profiles() p SEMI JOIN results r ON r.unit_id = p."unitId"')
  yield* perUnit(unitStandings, {}, 'FROM all_standings()')
  yield* perUnit(unitHistory, {}, 'SELECT h.* FROM unit_histories() h SEMI JOIN results r ON r.unit_id = h."ofUnit"')
}
