import { createEngine } from '@/answers/engine'
import type { Engine } from '@/answers/engine'
import { openBrowserDatabase } from '@/db/browser'
import type { TableFiles } from '@/db/database'
import type { EngineProgress } from '@/queries/engine-progress'

/** A module of its own, so that a reader of shipped answers never loads the engine's code either. */
export function createBrowserEngine(
  filesOf: (packageId: string) => Promise<TableFiles>,
  onProgress: (progress: EngineProgress) => void,
): Engine {
  return createEngine(
    async () => {
      try {
        return await openBrowserDatabase((loaded, total) => onProgress({ of: 'engine', loaded, total }))
      } finally {
        onProgress(null)
      }
    },
    filesOf,
    (loaded, total) => onProgress(loaded < total ? { of: 'tables', loaded, total } : null),
  )
}
