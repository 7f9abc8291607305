import { queryOptions } from '@tanstack/react-query'

/** Bytes of the engine while it is fetched, of a package's tables while it takes them in; null when neither is under way. */
export type EngineProgress = {
  readonly of: 'engine' | 'tables'
  readonly loaded: number
  readonly total: number
} | null

export const engineProgressQuery = queryOptions<EngineProgress>({
  queryKey: ['engine-progress'],
  initialData: () => null,
})
