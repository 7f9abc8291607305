import * as v from 'valibot'
import { workerFromBlob } from '@/domain/trusted-script'
import type { Answers, BaseDefinitions, OnProgress } from '@/import/opening'
import { WorkerReport } from '@/import/worker-messages'
import type { OpenedInWorker, OpenRequest } from '@/import/worker-messages'
// oxlint-disable-next-line import/default -- its address, which Vite makes
import workerUrl from './import.worker.ts?worker&url'

interface OpenOptions {
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

/**
 * Opens a file in a worker of its own, which ends with it. Rejects with the
 * signal's reason when cancelled, and with an `Error` when the worker breaks
 * or the file cannot be read; it always settles.
 */
export function openInWorker(
  file: File,
  base: BaseDefinitions,
  answers: Answers = {},
  { onProgress, signal }: OpenOptions = {},
): Promise<OpenedInWorker> {
  if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
  const worker = workerFromBlob(workerUrl)
  let cancel = () => undefined as void
  const outcome = new Promise<OpenedInWorker>((resolve, reject) => {
    cancel = () => reject(signal?.reason as Error)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the import worker did not start')))
    worker.addEventListener('messageerror', () => reject(new Error('the import worker sent an unreadable message')))
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const report = v.safeParse(WorkerReport, event.data)
      if (!report.success) {
        reject(new Error('the import worker sent an unknown message'))
        return
      }
      switch (report.output.type) {
        case 'progress':
          onProgress?.(report.output.stage, report.output.done)
          return
        case 'done':
          resolve(report.output.result)
          return
        case 'failed':
          reject(new Error(report.output.message))
      }
    })
    // Throws, and so rejects, where the request cannot be copied to the worker.
    worker.postMessage({ type: 'open', file, base, answers } satisfies OpenRequest, [])
  })
  return outcome.finally(() => {
    signal?.removeEventListener('abort', cancel)
    worker.terminate()
  })
}
