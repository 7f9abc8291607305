import type { TableName } from '@/domain/tables'

export type Value = string | number | boolean | null
export type ResultRow = Readonly<Record<string, unknown>>

/** The CSV text of every table of one package, in the fixed dialect of `write-package`. */
export type TableFiles = Readonly<Record<TableName, string | Blob>>

/**
 * The one contract of the engine, kept by `browser.ts` (worker) and `node.ts` (build, tests).
 * Numbers come back as numbers, never as bigint or decimal objects; lists and structs as plain
 * arrays and objects. Values are bound, in the order of `?`.
 */
export interface Database {
  /** Runs statements that take no values; used for loading and for the lock. */
  readonly run: (sql: string) => Promise<void>
  readonly query: (sql: string, values?: readonly Value[], signal?: AbortSignal) => Promise<readonly ResultRow[]>
  /** Makes a file's bytes readable by `read_csv` under this name, until the lock closes file access. Takes the buffer over. */
  readonly putFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly dropFile: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}
