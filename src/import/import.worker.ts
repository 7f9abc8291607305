import * as v from 'valibot'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { openFile } from '@/import/open-file'
import { OpenRequest } from '@/import/worker-messages'
import type { OpenedInWorker, WorkerReport } from '@/import/worker-messages'
import type { OpenOutcome, TableText } from '@/import/opening'

declare const self: DedicatedWorkerGlobalScope

/** Reports more often than this are not seen and only keep the page busy. */
const REPORT_EVERY_MS = 50

const report = (message: WorkerReport) => self.postMessage(message, [])

/** The browser has each piece before the next is made. */
const inBlob = (pieces: TableText) => new Blob(Array.from(pieces, (piece) => new Blob([piece])))

function inBlobs(result: OpenOutcome): OpenedInWorker {
  if (result.outcome !== 'opened') return result
  const blobs = TABLE_NAMES.map((table) => [table, inBlob(result.tables[table])] as const)
  return { ...result, tables: Object.fromEntries(blobs) as Record<TableName, Blob> }
}

async function open(data: unknown): Promise<void> {
  const { file, base, answers } = v.parse(OpenRequest, data)
  let last = Number.NEGATIVE_INFINITY
  const result = await openFile(file, base, answers, (stage, done) => {
    const now = performance.now()
    if (now - last < REPORT_EVERY_MS) return
    last = now
    report({ type: 'progress', stage, done })
  })
  report({ type: 'done', result: inBlobs(result) })
}

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  open(event.data).catch((error: unknown) => {
    report({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})
