import { askDatabase } from '@/answers/engine'
import { answerPath } from '@/answers/path'
import type { AnswerFile } from '@/answers/static-files'
import type { Database, ResultRow } from '@/db/database'
import type { Params, Question } from '@/db/define-question'
import {
  editions,
  ranking,
  rules,
  sources,
  summary,
  unitProfile,
  units,
  unitStandings,
  unitSubIndices,
} from '@/db/questions'

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
    yield (await answer(ranking, key)).answer
    yield (await answer(summary, key)).answer
    // One query a block instead of one a unit: planning such a query costs more than running it.
    const rowsOfUnits = new Map<string, ResultRow[]>()
    for (const subIndex of await database.query('FROM block_sub_indices(?, ?, ?, ?)', Object.values(key))) {
      const unit = String(subIndex['unitId'])
      const rows = rowsOfUnits.get(unit)
      if (rows) rows.push(subIndex)
      else rowsOfUnits.set(unit, [subIndex])
    }
    for (const [unit, rows] of rowsOfUnits) {
      yield file(unitSubIndices, { ...key, unit }, unitSubIndices.parse(rows))
    }
  }
  const allUnits = await answer(units, {})
  yield allUnits.answer
  for (const { unitId } of allUnits.rows) {
    yield (await answer(unitProfile, { unit: unitId })).answer
    yield (await answer(unitStandings, { unit: unitId })).answer
  }
}
