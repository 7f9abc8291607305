import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm'
import { wasm, worker as workerScript } from 'virtual:engine-files'
import { arrowRows } from '@/db/arrow-rows'
import type { Database } from '@/db/database'
import { Failure } from '@/domain/failure'
import { trustedScript } from '@/domain/trusted-script'

/** Longest wait for the next bytes of a file, and for the engine to start once it is here. */
const PATIENCE_MS = 10_000

/** Settles as `work` does, or fails when nothing has happened for too long: the engine's own start never rejects. */
async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('engine-stalled', what)), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}

interface EngineFile {
  readonly path: string
  readonly packedLength: number
  readonly unpackedLength: number
}

/** The smallest module there is: what forbids it forbids the engine, and would let its start wait for ever. */
const SMALLEST_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

function checkPermitted(): void {
  try {
    void new WebAssembly.Module(SMALLEST_MODULE)
  } catch (error) {
    throw new Failure('engine-forbidden', String(error))
  }
}

/** A step of fetching; where the network breaks off, the browser's words are for the technically minded only. */
async function overNetwork<T>(work: Promise<T>, path: string): Promise<T> {
  try {
    return await inTime(work, path)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('site-unreachable', `${path}: ${String(error)}`)
  }
}

/** Fetches and unpacks one file; gzip's own checksum catches what a length does not. */
async function fetchFile(file: EngineFile, type: string, onBytes: (count: number) => void): Promise<Blob> {
  const url = new URL(file.path, document.baseURI)
  const abort = new AbortController()
  try {
    const response = await overNetwork(fetch(url, { signal: abort.signal }), file.path)
    if (!response.ok || !response.body) throw new Failure('engine-unavailable', `${response.status} ${file.path}`)
    const packed = new Uint8Array(file.packedLength)
    let length = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await overNetwork(reader.read(), file.path)
      if (done) break
      if (length + value.length > packed.length) {
        throw new Failure('engine-unavailable', `${file.path} is longer than ${packed.length} bytes`)
      }
      packed.set(value, length)
      length += value.length
      onBytes(value.length)
    }
    if (length !== packed.length) {
      throw new Failure('engine-unavailable', `${file.path}: ${length} of ${packed.length} bytes`)
    }
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
    const blob = await new Response(unpacked, { headers: { 'Content-Type': type } }).blob()
    if (blob.size !== file.unpackedLength) throw new Failure('engine-unavailable', `${file.path} is damaged`)
    return blob
  } catch (error) {
    abort.abort()
    throw error instanceof Failure ? error : new Failure('engine-unavailable', `${file.path}: ${String(error)}`)
  }
}

/** Lets the page draw and answer between the steps of a large result. */
const breath = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve)
  })

/** After one of these the engine cannot be trusted to answer again. */
const FATAL = /RuntimeError|out of memory|out of bounds|unreachable|FATAL/i

/**
 * The engine in a worker of its own. Throws a `Failure` when it cannot be had; afterwards every
 * call fails with `engine-crashed` as soon as the worker is gone, so that nothing stays pending.
 */
export async function openBrowserDatabase(onProgress: (loaded: number, total: number) => void): Promise<Database> {
  checkPermitted()
  const total = wasm.packedLength + workerScript.packedLength
  let loaded = 0
  const onBytes = (count: number) => onProgress((loaded += count), total)
  const [module, script] = await Promise.all([
    fetchFile(wasm, 'application/wasm', onBytes),
    fetchFile(workerScript, 'text/javascript', onBytes),
  ])

  // A worker from a blob is bound by a content security policy of the page; one from a URL is not.
  const scriptUrl = URL.createObjectURL(script)
  const moduleUrl = URL.createObjectURL(module)
  let worker: Worker
  try {
    worker = new Worker(trustedScript(scriptUrl))
  } catch (error) {
    throw new Failure('engine-forbidden', String(error))
  }

  let die: (reason: Failure) => void = () => {}
  const death = new Promise<never>((_resolve, reject) => {
    die = reject
  })
  death.catch(() => {})
  const onDeath = (event: Event) => {
    // It is answered here; else it would count as an error of the page.
    event.preventDefault()
    worker.terminate()
    die(new Failure('engine-crashed', event instanceof ErrorEvent ? event.message : event.type))
  }
  worker.addEventListener('error', onDeath)
  worker.addEventListener('messageerror', onDeath)

  const alive = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, death])
    } catch (error) {
      if (error instanceof Error && !(error instanceof Failure) && FATAL.test(error.message)) {
        worker.terminate()
        const failure = new Failure('engine-crashed', error.message)
        die(failure)
        throw failure
      }
      throw error
    }
  }

  const engine = new AsyncDuckDB(new VoidLogger(), worker)
  let connection: AsyncDuckDBConnection
  try {
    await inTime(alive(engine.instantiate(moduleUrl)), 'start')
    await inTime(alive(engine.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } })), 'open')
    connection = await inTime(alive(engine.connect()), 'connect')
  } catch (error) {
    worker.terminate()
    throw error instanceof Failure ? error : new Failure('engine-unavailable', String(error))
  } finally {
    URL.revokeObjectURL(scriptUrl)
    URL.revokeObjectURL(moduleUrl)
  }
  // Preparing a question costs up to as much as answering it.
  const statements = new Map<string, Promise<AsyncPreparedStatement>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = alive(connection.prepare(sql))
    statements.set(sql, statement)
    statement.catch(() => statements.delete(sql))
    return statement
  }
  return {
    run: async (sql) => {
      await alive(connection.query(sql))
    },
    query: async (sql, values = [], signal) => {
      signal?.throwIfAborted()
      const statement = await prepared(sql)
      const table = await alive(statement.query(...values))
      await breath()
      const rows = arrowRows(table)
      await breath()
      return rows
    },
    putFile: (name, bytes) => alive(engine.registerFileBuffer(name, bytes)),
    dropFile: async (name) => {
      await alive(engine.dropFile(name))
    },
    close: async () => {
      worker.terminate()
      die(new Failure('engine-crashed', 'closed'))
    },
  }
}
