import type { CatalogEntry } from '@/domain/catalog'
import type { Problem } from '@/domain/problem'

/** A package that can be looked at now: shipped with the site, or opened by the viewer from a file (memory only). */
export type OpenPackage =
  | (CatalogEntry & { readonly origin: 'shipped' })
  | (Omit<CatalogEntry, 'folder'> & {
      readonly origin: 'file'
      readonly fileName: string
      readonly problems: readonly Problem[]
      /** Exact number of problems of each kind; `problems` may hold only the first of many. */
      readonly problemCounts: Readonly<Partial<Record<Problem['kind'], number>>>
    })

/** Ids of opened files; they mean something only in the tab that opened them. */
export const fileId = (number: number): string => `file-${number}`
export const isFileId = (id: string): boolean => /^file-\d+$/.test(id)

export interface PackageList {
  readonly defaultId: string
  readonly packages: readonly OpenPackage[]
}
