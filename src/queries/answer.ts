import { queryOptions } from '@tanstack/react-query'
import type { Params, Question } from '@/db/define-question'

/** First element of the key of every query that `ask` answers; see `app/query-client.ts`. */
export type AnswerKey = readonly ['answer', packageId: string, question: string, params: Params]

/** Who answers is chosen by the entry point (the default `queryFn`), so that a query is only its key and its type. */
export function answer<P extends string, R>(packageId: string, question: Question<P, R>, params: Params<P>) {
  return queryOptions<readonly R[], Error, readonly R[], AnswerKey>({
    queryKey: ['answer', packageId, question.name, params],
  })
}
