import { askDatabase } from '@/answers/engine'
import { answerPath } from '@/answers/path'
import type { AnswerFile } from '@/answers/static-files'
import type { Database, ResultRow } from '@/db/database'
import type { Params, Question } from '@/db/define-question'
import { editions, ranking, summary } from '@/db/questions/first-view'
import { rules, sources } from '@/db/questions/package'
import { unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'

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
      const unit = String(row['unitId'])
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
  const allEditions = await answer(editions, {})
  yield allEditions.answer
  for (const row of allEditions.rows) {
    const key = edition(row)
    const ranked = await answer(ranking, key)
    yield ranked.answer
    yield (await answer(summary, key)).answer
    const unitIds = ranked.rows.map(({ unitId }) => unitId)
    yield* perUnit(unitSubIndices, key, 'FROM block_sub_indices(?, ?, ?, ?)', unitIds)
  }
  yield (await answer(units, {})).answer
  yield* perUnit(unitProfile, {}, 'SELECT p.* FROM unit_profiles() p SEMI JOIN results r ON r.unit_id = p."unitId"')
  yield* perUnit(unitStandings, {}, 'FROM all_standings()')
}
