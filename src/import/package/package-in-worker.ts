import * as v from 'valibot'
import { workerFromBlob } from '@/domain/trusted-script'
import { PackageReport } from '@/import/package/package-messages'
import type { MergedBlobs, PackageRequest, PublishedZip } from '@/import/package/package-messages'
// oxlint-disable-next-line import/default -- its address, which Vite makes
import workerUrl from './package.worker.ts?worker&url'

type MergeRequest = Extract<PackageRequest, { readonly type: 'merge' }>
type PublishRequest = Extract<PackageRequest, { readonly type: 'publish' }>

/** Asks a worker of its own, which ends with the answer. Rejects when it breaks, and with the signal's reason. */
function inWorker(request: PackageRequest, signal?: AbortSignal): Promise<PackageReport> {
  if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
  const worker = workerFromBlob(workerUrl)
  let cancel = () => undefined as void
  const answer = new Promise<PackageReport>((resolve, reject) => {
    cancel = () => reject(signal?.reason as Error)
    signal?.addEventListener('abort', cancel, { once: true })
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the package worker did not start')))
    worker.addEventListener('messageerror', () => reject(new Error('the package worker sent an unreadable message')))
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const report = v.safeParse(PackageReport, event.data)
      if (!report.success) reject(new Error('the package worker sent an unknown message'))
      else if (report.output.type === 'failed') reject(new Error(report.output.message))
      else resolve(report.output)
    })
    worker.postMessage(request, [])
  })
  return answer.finally(() => {
    signal?.removeEventListener('abort', cancel)
    worker.terminate()
  })
}

const unexpected = () => new Error('the package worker answered another question')

/** Lays one package over another; see `merge-packages`. */
export async function mergeInWorker(request: Omit<MergeRequest, 'type'>, signal?: AbortSignal): Promise<MergedBlobs> {
  const report = await inWorker({ type: 'merge', ...request }, signal)
  if (report.type !== 'merged') throw unexpected()
  return report.result
}

/** Checks a package and writes it as a host publishes it; see `package-zip`. */
export async function publishInWorker(request: Omit<PublishRequest, 'type'>): Promise<PublishedZip> {
  const report = await inWorker({ type: 'publish', ...request })
  if (report.type !== 'published') throw unexpected()
  return report.result
}
