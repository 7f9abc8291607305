import { QueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import type { AnswerKey } from '@/queries/answer'

/** Answers the question that a key names; see `answers/ask.ts`. */
export type Ask = (...[packageId, question, params, signal]: [...Tail<AnswerKey>, AbortSignal]) => Promise<unknown>
type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never

export const isAnswerKey = (key: QueryKey): key is AnswerKey => key[0] === 'answer'

/**
 * Local data: asked while offline too, never stale, never asked twice. Every answer has one
 * `queryFn`, chosen by the entry point; a query is its key.
 */
export function createQueryClient(ask: Ask): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        queryFn: ({ queryKey, signal }) => {
          if (!isAnswerKey(queryKey)) throw new Error(`No function for the query ${JSON.stringify(queryKey)}`)
          const [, packageId, question, params] = queryKey
          return ask(packageId, question, params, signal)
        },
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
