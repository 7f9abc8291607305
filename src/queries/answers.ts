import { queryOptions } from '@tanstack/react-query'
import type { Params, Question } from '@/db/define-question'
import {
  editions,
  ranking,
  rules,
  sources,
  summary,
  unitProfile,
  unitStandings,
  unitSubIndices,
  units,
} from '@/db/questions'
import type { EditionKey } from '@/domain/edition'

/** First element of the key of every query that `ask` answers; see `app/query-client.ts`. */
export type AnswerKey = readonly ['answer', packageId: string, question: string, params: Params]

/** Who answers is chosen by the entry point (the default `queryFn`), so that a query is only its key and its type. */
function answer<P extends string, R>(packageId: string, question: Question<P, R>, params: Params<P>) {
  return queryOptions<readonly R[], Error, readonly R[], AnswerKey>({
    queryKey: ['answer', packageId, question.name, params],
  })
}

export const editionsQuery = (packageId: string) => answer(packageId, editions, {})
export const rankingQuery = (packageId: string, { index, period, block, set }: EditionKey) =>
  answer(packageId, ranking, { index, period, block, set })
export const summaryQuery = (packageId: string, { index, period, block, set }: EditionKey) =>
  answer(packageId, summary, { index, period, block, set })
export const unitsQuery = (packageId: string) => answer(packageId, units, {})
export const unitProfileQuery = (packageId: string, unit: string) => answer(packageId, unitProfile, { unit })
export const unitStandingsQuery = (packageId: string, unit: string) => answer(packageId, unitStandings, { unit })
export const unitSubIndicesQuery = (packageId: string, { index, period, block, set }: EditionKey, unit: string) =>
  answer(packageId, unitSubIndices, { index, period, block, set, unit })
export const sourcesQuery = (packageId: string) => answer(packageId, sources, {})
export const rulesQuery = (packageId: string) => answer(packageId, rules, {})
