import { fetchAnswer } from '@/answers/static-files'
import type { Engine } from '@/answers/engine'
import type { Params } from '@/db/define-question'
import { questionNamed } from '@/db/questions'

/** Version of the package for which static answers exist and are current, or null. */
export type StaticVersionOf = (packageId: string) => Promise<string | null>

/**
 * Answers a question: from its static file where the package is deployed as it was built, else
 * from the engine. (What the page brought along in its HTML is in the query cache already.)
 */
export function createAsk(staticVersionOf: StaticVersionOf, engine: Engine) {
  return async (packageId: string, name: string, params: Params, signal: AbortSignal): Promise<readonly unknown[]> => {
    const question = questionNamed(name)
    const version = await staticVersionOf(packageId)
    const rows = version === null ? null : await fetchAnswer(packageId, version, question, params, signal)
    return rows ?? engine.ask(packageId, question, params, signal)
  }
}
