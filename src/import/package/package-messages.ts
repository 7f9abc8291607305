import * as v from 'valibot'
import type { EditionKey } from '@/domain/edition'
import type { Problem } from '@/domain/problem'
import type { TableName } from '@/domain/tables'
import type { OverlappingEdition } from '@/import/package/merge-packages'
import type { Publication } from '@/import/package/package-zip'

export type TableBlobs = Readonly<Record<TableName, Blob>>
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const Tables = v.custom<TableBlobs>(isObject)

/** What the page asks of the worker. All of it is the page's own. */
export const PackageRequest = v.variant('type', [
  v.object({
    type: v.literal('merge'),
    base: Tables,
    /** Whether the base must be checked first: a host has it. */
    check: v.boolean(),
    added: Tables,
    overlap: v.picklist(['ask', 'replace', 'keep']),
  }),
  v.object({ type: v.literal('publish'), tables: Tables, publication: v.custom<Publication>(isObject) }),
])
export type PackageRequest = v.InferOutput<typeof PackageRequest>

export type MergedBlobs =
  | {
      readonly outcome: 'merged'
      readonly tables: TableBlobs
      /** By what the added package calls a source: its id in the merged one. */
      readonly sourceIds: ReadonlyMap<string, string>
      /** Editions of the base that gave way. */
      readonly replaced: readonly EditionKey[]
    }
  | { readonly outcome: 'overlaps'; readonly editions: readonly OverlappingEdition[] }
  /** The base does not pass its checks. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

export type PublishedZip =
  | { readonly outcome: 'made'; readonly zip: Blob }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/** What the worker tells the page. */
export const PackageReport = v.variant('type', [
  v.object({ type: v.literal('merged'), result: v.custom<MergedBlobs>(isObject) }),
  v.object({ type: v.literal('published'), result: v.custom<PublishedZip>(isObject) }),
  v.object({ type: v.literal('failed'), message: v.string() }),
])
export type PackageReport = v.InferOutput<typeof PackageReport>
