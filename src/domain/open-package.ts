import type { CatalogEntry } from '@/domain/catalog'
import type { EditionKey } from '@/domain/edition'
import type { Problem } from '@/domain/problem'

/** How one file came into a package. */
export interface FileReading {
  readonly fileName: string
  /** ISO time. */
  readonly openedAt: string
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  /** Range and form of the table, and how its columns were read. */
  readonly range: string
  readonly form: string
  readonly columns: readonly { readonly letter: string; readonly header: string; readonly role: string }[]
  readonly rowCount: number
  readonly unitCount: number
  /** Exact number of problems of each kind. */
  readonly problemCounts: Readonly<Partial<Record<Problem['kind'], number>>>
  /** Ids of its sources in the package: what has one of them came from this file. */
  readonly sources: readonly string[]
  readonly editions: readonly EditionKey[]
  /** Editions of the package below that it took the place of. */
  readonly replaced: readonly EditionKey[]
  /** What was decided by the viewer, or remembered, by the importer's ids: `cell:D57`, `unit:Quân 1`. */
  readonly answers: Readonly<Record<string, string>>
}

/** A package that the viewer made of files. In memory only, unless it is kept. */
export interface FilePackage extends Omit<CatalogEntry, 'folder'> {
  readonly origin: 'file'
  /** Of several, all of them. */
  readonly fileName: string
  /** The shipped package whose figures are beneath those of the files; `null`: they stand alone. Its status is the package's. */
  readonly over: Pick<CatalogEntry, 'id' | 'name_vi' | 'name_en' | 'version'> | null
  readonly readings: readonly FileReading[]
  /** Whether it is stored on this machine. */
  readonly kept: boolean
  readonly problems: readonly Problem[]
  /** Exact number of problems of each kind; `problems` may hold only the first of many. */
  readonly problemCounts: Readonly<Partial<Record<Problem['kind'], number>>>
}

/** A package that can be looked at now: shipped with the site, or made of files. */
export type OpenPackage = (CatalogEntry & { readonly origin: 'shipped' }) | FilePackage

/** Ids of packages made of files; they mean something only in the tab that opened them, and on the machine that keeps them. */
export const fileId = (number: number): string => `file-${number}`
export const isFileId = (id: string): boolean => /^file-\d+$/.test(id)

export interface PackageList {
  readonly defaultId: string
  readonly packages: readonly OpenPackage[]
}
