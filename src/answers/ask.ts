import { isPrecomputed } from '@/answers/path'
import { fetchAnswer } from '@/answers/static-files'
import type { Params, Question } from '@/db/define-question'
import { questionNamed } from '@/db/questions/named'

/** Version of the package for which static answers exist and are current, or null. */
export type StaticVersionOf = (packageId: string) => Promise<string | null>

/** Rows checked against the question's schema. */
export type AskEngine = (
  packageId: string,
  question: Question,
  params: Params,
  signal: AbortSignal,
) => Promise<readonly unknown[]>

/**
 * Answers a question: from its static file where the package is deployed as it was built, else
 * from the engine. (What the page brought along in its HTML is in the query cache already.)
 */
export function createAsk(staticVersionOf: StaticVersionOf, askEngine: AskEngine) {
  return async (packageId: string, name: string, params: Params, signal: AbortSignal): Promise<readonly unknown[]> => {
    const [question, version] = await Promise.all([questionNamed(name), staticVersionOf(packageId)])
    const rows =
      version === null || !isPrecomputed(params)
        ? null
        : await fetchAnswer(packageId, version, question, params, signal)
    return rows ?? askEngine(packageId, question, params, signal)
  }
}
