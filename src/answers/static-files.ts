import * as v from 'valibot'
import { answerPath } from '@/answers/path'
import type { Params, Question } from '@/db/define-question'

/** One static answer; `version` is that of the package it was computed from. */
export const AnswerFile = v.object({
  package: v.string(),
  version: v.string(),
  question: v.string(),
  params: v.record(v.string(), v.string()),
  rows: v.array(v.unknown()),
})
export type AnswerFile = v.InferOutput<typeof AnswerFile>

/**
 * The answer from its static file, or null where there is none that can be used: not there, not
 * readable (a login page), of another version of the data. The engine answers then.
 */
export async function fetchAnswer<P extends string, R>(
  packageId: string,
  version: string,
  question: Question<P, R>,
  params: Params<P>,
  signal: AbortSignal,
): Promise<readonly R[] | null> {
  try {
    const url = new URL(answerPath(packageId, question, params), document.baseURI)
    url.searchParams.set('v', version)
    const response = await fetch(url, { signal })
    if (!response.ok) return null
    const file = v.parse(AnswerFile, await response.json())
    return file.version === version && file.question === question.name ? question.parse(file.rows) : null
  } catch (error) {
    signal.throwIfAborted()
    console.info(`No static answer: ${String(error)}`)
    return null
  }
}
