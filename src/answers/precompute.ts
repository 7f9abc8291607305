import { askDatabase } from '@/answers/engine'
import { answerPath } from '@/answers/path'
import type { AnswerFile } from '@/answers/static-files'
import type { Database } from '@/db/database'
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
  const answer = async <P extends string, R>(question: Question<P, R>, params: Params<P>) => {
    const rows = await askDatabase(database, question, params)
    return {
      rows,
      answer: {
        path: answerPath(packageId, question, params),
        file: { package: packageId, version, question: question.name, params, rows: [...rows] },
      },
    }
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
    yield (await answer(ranking, edition(row))).answer
    yield (await answer(summary, edition(row))).answer
  }
  const allUnits = await answer(units, {})
  yield allUnits.answer
  for (const { unitId } of allUnits.rows) {
    yield (await answer(unitProfile, { unit: unitId })).answer
    const standings = await answer(unitStandings, { unit: unitId })
    yield standings.answer
    for (const row of standings.rows) {
      yield (await answer(unitSubIndices, { ...edition(row), unit: unitId })).answer
    }
  }
}
