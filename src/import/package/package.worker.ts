import * as v from 'valibot'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { mergePackages } from '@/import/package/merge-packages'
import type { TableBytes } from '@/import/package/merge-packages'
import { PackageRequest } from '@/import/package/package-messages'
import type { MergedBlobs, PackageReport, TableBlobs } from '@/import/package/package-messages'
import { errorsIn, publish } from '@/import/package/package-zip'

declare const self: DedicatedWorkerGlobalScope

const report = (message: PackageReport) => self.postMessage(message, [])

async function bytesOf(tables: TableBlobs): Promise<TableBytes> {
  const entries = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, new Uint8Array(await tables[table].arrayBuffer())] as const),
  )
  return Object.fromEntries(entries) as Record<TableName, Uint8Array<ArrayBuffer>>
}

async function merge({
  base,
  check,
  added,
  overlap,
}: Extract<PackageRequest, { type: 'merge' }>): Promise<MergedBlobs> {
  const below = await bytesOf(base)
  const problems = check ? errorsIn(below) : []
  if (problems.length > 0) return { outcome: 'refused', problems }
  const merged = mergePackages(below, await bytesOf(added), overlap)
  if (merged.outcome === 'overlaps') return merged
  const blobs = TABLE_NAMES.map((table) => [table, new Blob([...merged.tables[table]])] as const)
  return { ...merged, tables: Object.fromEntries(blobs) as Record<TableName, Blob> }
}

async function answer(data: unknown): Promise<PackageReport> {
  const request = v.parse(PackageRequest, data)
  switch (request.type) {
    case 'merge':
      return { type: 'merged', result: await merge(request) }
    case 'publish':
      return { type: 'published', result: publish(await bytesOf(request.tables), request.publication) }
  }
}

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  answer(event.data).then(report, (error: unknown) => {
    report({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})
