import * as v from 'valibot'
import { OPEN_STAGES, QUESTION_KINDS } from '@/import/opening'
import type { Answers, BaseDefinitions, NeedsAnswer, OpenedFile, RefusedFile } from '@/import/opening'
import type { TableBlobs } from '@/import/package/package-messages'

/** The name of a unit is as long as a cell of the file. */
const Answer = v.pipe(v.string(), v.maxLength(1 << 20))
const isAnswerId = (id: string) => QUESTION_KINDS.some((kind) => id === kind || id.startsWith(`${kind}:`))
const AnswersGiven = v.record(v.pipe(Answer, v.check(isAnswerId)), Answer)

/** What the page asks of the worker. The tables of the base come from the page's own checked package. */
export const OpenRequest = v.object({
  type: v.literal('open'),
  file: v.custom<File>((value) => value instanceof Blob && 'name' in value),
  base: v.custom<BaseDefinitions>((value) => typeof value === 'object' && value !== null),
  answers: v.custom<Answers>((value) => v.is(AnswersGiven, value)),
})
export type OpenRequest = v.InferOutput<typeof OpenRequest>

/** The tables are blobs already: to make one of many megabytes copies them, and would block the page. */
export type OpenedInWorker = (Omit<OpenedFile, 'tables'> & { readonly tables: TableBlobs }) | NeedsAnswer | RefusedFile

const OUTCOMES = ['opened', 'needs-answer', 'refused'] as const satisfies readonly OpenedInWorker['outcome'][]

/** What the worker tells the page. */
export const WorkerReport = v.variant('type', [
  v.object({ type: v.literal('progress'), stage: v.picklist(OPEN_STAGES), done: v.number() }),
  v.object({
    type: v.literal('done'),
    result: v.custom<OpenedInWorker>((value) => v.is(v.object({ outcome: v.picklist(OUTCOMES) }), value)),
  }),
  v.object({ type: v.literal('failed'), message: v.string() }),
])
export type WorkerReport = v.InferOutput<typeof WorkerReport>
