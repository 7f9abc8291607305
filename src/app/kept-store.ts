import * as v from 'valibot'
import type { FilePackage } from '@/domain/open-package'
import { PROBLEM_KINDS } from '@/domain/problem'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { PACKAGE_STATUSES } from '@/domain/vocabulary'
import { Memory } from '@/import/remembered-answers'

type TableBlobs = Readonly<Record<TableName, Blob>>

export interface KeptPackage {
  readonly entry: FilePackage
  readonly tables: TableBlobs
}

/** Raised when a record of an older version could be misread. */
const RECORD_VERSION = 1
const DATABASE_VERSION = 1
const PACKAGES = 'packages'
const MEMORIES = 'memories'

const Text = v.string()
const TableRecord = v.custom<TableBlobs>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    TABLE_NAMES.every((table) => (value as Record<string, unknown>)[table] instanceof Blob),
)
const Edition = v.object({ index: Text, period: Text, block: Text, set: Text })
const Counts = v.record(v.picklist(PROBLEM_KINDS), v.number())
/** Every field: a record of an older build that lacks one is not a reading. */
const ReadingRecord = v.object({
  fileName: Text,
  openedAt: Text,
  format: v.picklist(['csv', 'xlsx']),
  encoding: v.nullable(Text),
  delimiter: v.nullable(Text),
  sheet: v.nullable(Text),
  range: Text,
  form: Text,
  columns: v.array(v.object({ letter: Text, header: Text, role: Text })),
  rowCount: v.number(),
  unitCount: v.number(),
  problemCounts: Counts,
  sources: v.array(Text),
  editions: v.array(Edition),
  replaced: v.array(Edition),
  answers: v.record(Text, Text),
})
const ProblemRecord = v.object({
  kind: v.picklist(PROBLEM_KINDS),
  severity: v.picklist(['error', 'warning', 'info']),
  file: Text,
  row: v.nullable(v.number()),
  column: v.nullable(Text),
  value: v.nullable(Text),
  expected: v.nullable(Text),
  fix: v.exactOptional(v.object({ id: Text, value: Text })),
})
const Entry = v.object({
  origin: v.literal('file'),
  id: v.pipe(Text, v.regex(/^file-\d+$/)),
  name_vi: Text,
  name_en: Text,
  description_vi: Text,
  description_en: Text,
  version: Text,
  status: v.picklist(PACKAGE_STATUSES),
  fileName: Text,
  over: v.nullable(v.object({ id: Text, name_vi: Text, name_en: Text, version: Text })),
  readings: v.array(ReadingRecord),
  problems: v.array(ProblemRecord),
  problemCounts: Counts,
})
const PackageRecord = v.object({
  id: Text,
  recordVersion: v.literal(RECORD_VERSION),
  entry: Entry,
  tables: TableRecord,
})
const MemoryRecord = v.object({ shape: Text, recordVersion: v.literal(RECORD_VERSION), memory: Memory })

/** Why something could not be stored. Another error is a bug. */
export class StoreFailure extends Error {
  readonly reason: 'forbidden' | 'full' | 'taken'
  constructor(reason: StoreFailure['reason']) {
    super(`storage: ${reason}`)
    this.reason = reason
  }
}

/** Several sites can share an origin, a folder each. */
const databaseName = () => `reform-index-board ${new URL('.', document.baseURI).pathname}`

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', (event) => {
      // The transaction says it too; an error that nobody stops ends up in the console.
      event.preventDefault()
      reject(request.error ?? new Error('unknown'))
    })
  })

/** The database; `null` where it does not exist and is not to be made: nothing is left on a machine unasked. */
async function openDatabase(make: boolean): Promise<IDBDatabase | null> {
  let request: IDBOpenDBRequest
  try {
    // A page in a sandbox may not even look.
    request = indexedDB.open(databaseName(), DATABASE_VERSION)
  } catch {
    throw new StoreFailure('forbidden')
  }
  let absent = false
  request.addEventListener('upgradeneeded', () => {
    if (make) {
      request.result.createObjectStore(PACKAGES, { keyPath: 'id' })
      request.result.createObjectStore(MEMORIES, { keyPath: 'shape' })
      return
    }
    absent = true
    request.transaction?.abort()
  })
  try {
    const database = await settled(request)
    // Another tab deletes or changes it.
    database.addEventListener('versionchange', () => database.close())
    return database
  } catch (error) {
    if (absent) return null
    throw failureOf(error)
  }
}

/** What the surroundings cause as a `StoreFailure`; a bug as it is. */
function failureOf(error: unknown): unknown {
  if (!(error instanceof DOMException) || error.name === 'DataCloneError') return error
  if (error.name === 'QuotaExceededError') return new StoreFailure('full')
  return new StoreFailure(error.name === 'ConstraintError' ? 'taken' : 'forbidden')
}

/** One transaction; done when it has been completed, which is when the machine has what it was given. */
async function inStore<T>(
  make: boolean,
  mode: IDBTransactionMode,
  work: (packages: IDBObjectStore, memories: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  const database = await openDatabase(make)
  if (database === null) return null
  try {
    const transaction = database.transaction([PACKAGES, MEMORIES], mode)
    const completed = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
    const [result] = await Promise.all([
      work(transaction.objectStore(PACKAGES), transaction.objectStore(MEMORIES)),
      completed,
    ])
    return result
  } catch (error) {
    throw failureOf(error)
  } finally {
    database.close()
  }
}

const nameOf = (record: unknown): string => {
  const named = v.safeParse(
    v.union([
      v.pipe(
        v.object({ entry: v.object({ fileName: Text }) }),
        v.transform(({ entry }) => entry.fileName),
      ),
      v.pipe(
        v.object({ memory: v.object({ fileName: Text }) }),
        v.transform(({ memory }) => memory.fileName),
      ),
      v.pipe(
        v.object({ id: Text }),
        v.transform(({ id }) => id),
      ),
    ]),
    record,
  )
  return named.success ? named.output : '?'
}

export interface Stored {
  readonly packages: readonly KeptPackage[]
  readonly memories: readonly Memory[]
  readonly unreadable: readonly string[]
}

/** All that is on the machine. A record that cannot be read is named and left as it is. Throws a `StoreFailure`. */
export async function readStore(): Promise<Stored> {
  const records = await inStore(false, 'readonly', async (packages, memories) =>
    Promise.all([settled<unknown[]>(packages.getAll()), settled<unknown[]>(memories.getAll())]),
  )
  const [packageRecords = [], memoryRecords = []] = records ?? []
  const unreadable: string[] = []
  const packages = packageRecords.flatMap((record) => {
    const read = v.safeParse(PackageRecord, record)
    if (read.success) {
      const { entry, tables } = read.output
      return [{ entry: { ...entry, kept: true }, tables }]
    }
    unreadable.push(nameOf(record))
    return []
  })
  const memories = memoryRecords.flatMap((record) => {
    const read = v.safeParse(MemoryRecord, record)
    if (read.success) return [read.output.memory]
    unreadable.push(nameOf(record))
    return []
  })
  return { packages, memories, unreadable }
}

/** Stores a package; `isNew`: under an id that no other may have. Throws a `StoreFailure`. */
export async function storePackage({ entry, tables }: KeptPackage, isNew: boolean): Promise<void> {
  const record = { id: entry.id, recordVersion: RECORD_VERSION, entry, tables }
  await inStore(true, 'readwrite', (packages) => settled(isNew ? packages.add(record) : packages.put(record)))
  announce()
}

/** Ids that are in use on the machine, readable or not. */
export const storedIds = async (): Promise<readonly string[]> =>
  (await inStore(false, 'readonly', (packages) => settled(packages.getAllKeys())))?.map(String) ?? []

export async function dropPackage(id: string): Promise<void> {
  await inStore(false, 'readwrite', (packages) => settled(packages.delete(id)))
  announce()
}

/** Throws a `StoreFailure`. */
export async function storeMemory(memory: Memory): Promise<void> {
  await inStore(true, 'readwrite', (_packages, memories) =>
    settled(memories.put({ shape: memory.shape, recordVersion: RECORD_VERSION, memory })),
  )
  announce()
}

/** Empties the stores, then takes the database itself away, as far as other tabs let go of it. */
export async function emptyStore(): Promise<void> {
  await inStore(false, 'readwrite', (packages, memories) =>
    Promise.all([settled(packages.clear()), settled(memories.clear())]),
  )
  indexedDB.deleteDatabase(databaseName())
  announce()
}

let channel: BroadcastChannel | null = null

/** The tabs of the site on this machine tell each other when something was stored or deleted. */
function openChannel(): BroadcastChannel | null {
  try {
    channel ??= new BroadcastChannel(databaseName())
  } catch {
    // In a sandbox there are no other tabs.
  }
  return channel
}

const announce = () => openChannel()?.postMessage('changed')

/** Calls when another tab has stored or deleted something. */
export function onChangeElsewhere(changed: () => void): void {
  openChannel()?.addEventListener('message', changed)
}
