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

/** An answer is a few kilobytes: a host that has not sent it by then is not going to. */
const PATIENCE_MS = 10_000

/**
 * The answer from its static file, or null where there is none that can be used: not there, stalled,
 * not readable (a login page), of another version of the data. The engine answers then.
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
    const given = new AbortController()
    for (const end of [signal, AbortSignal.timeout(PATIENCE_MS)]) {
      end.addEventListener('abort', () => given.abort(end.reason), { once: true })
    }
    const response = await fetch(url, { signal: given.signal })
    if (!response.ok) return null
    const file = v.parse(AnswerFile, await response.json())
    return file.version === version && file.question === question.name ? question.parse(file.rows) : null
  } catch (error) {
    signal.throwIfAborted()
    console.info(`No static answer: ${String(error)}`)
    return null
  }
}
