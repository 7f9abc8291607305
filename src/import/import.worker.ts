import * as v from 'valibot'
import { openFile } from '@/import/open-file'
import { OpenRequest } from '@/import/worker-messages'
import type { WorkerReport } from '@/import/worker-messages'

declare const self: DedicatedWorkerGlobalScope

/** Reports more often than this are not seen and only keep the page busy. */
const REPORT_EVERY_MS = 50

function report(message: WorkerReport, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer)
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
  const buffers = result.outcome === 'opened' ? Object.values(result.tables).map(({ buffer }) => buffer) : []
  report({ type: 'done', result }, buffers)
}

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  open(event.data).catch((error: unknown) => {
    report({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})
