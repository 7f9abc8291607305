import { queryOptions } from '@tanstack/react-query'

/** Bytes of the engine while it is being fetched; null when nothing is under way. */
export type EngineProgress = { readonly loaded: number; readonly total: number } | null

export const engineProgressQuery = queryOptions<EngineProgress>({
  queryKey: ['engine-progress'],
  initialData: () => null,
})
