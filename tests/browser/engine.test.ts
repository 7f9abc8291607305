import { wasm } from 'virtual:engine-files'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createEngine } from '@/answers/engine'
import { openBrowserDatabase } from '@/db/browser'
import type { TableFiles } from '@/db/database'
import { ranking } from '@/db/questions/first-view'
import { rules } from '@/db/questions/package'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'

const PACKAGE = 'tp-hcm-mau'
const PAR_2024 = { index: 'par', period: '2024', block: 'departments', set: 'main' } as const

async function filesOf(packageId: string): Promise<TableFiles> {
  const files = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await (await fetch(`/data/${packageId}/${table}.csv`)).text()] as const),
  )
  return Object.fromEntries(files) as Record<TableName, string>
}

const open = () => openBrowserDatabase(() => {})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the engine in a browser', () => {
  test('answers as the package says, and reports the bytes that arrive', async () => {
    const seen: number[] = []
    const engine = createEngine(() => openBrowserDatabase((loaded, total) => seen.push(loaded / total)), filesOf)
    const rows = await engine.ask(PACKAGE, ranking, PAR_2024)
    expect(rows[0]?.rank).toBe(1)
    expect(rows.length).toBeGreaterThan(15)
    expect(seen.at(-1)).toBe(1)
  })

  test('lets SQL neither read files nor reach the network once a package is loaded', async () => {
    const database = await open()
    const { loadPackage } = await import('@/db/load')
    await loadPackage(database, await filesOf(PACKAGE))
    await expect(database.query("FROM read_csv('https://example.org/a.csv')")).rejects.toThrow(/disabled/)
    await expect(database.query('SET enable_external_access = true')).rejects.toThrow(/locked/)
    await database.close()
  })

  test('another package takes the place of the first, which can be asked again', async () => {
    // Bytes kept in memory, as those of an opened file are.
    const kept = new Map(
      await Promise.all(
        [PACKAGE, 'bo-766-2026'].map(async (id) => {
          const files = Object.entries(await filesOf(id)).map(([table, file]) => [table, new Blob([file])] as const)
          return [id, Object.fromEntries(files) as unknown as TableFiles] as const
        }),
      ),
    )
    const engine = createEngine(open, async (id) => kept.get(id) ?? filesOf(id))
    const first = await engine.ask(PACKAGE, ranking, PAR_2024)
    expect(await engine.ask('bo-766-2026', ranking, PAR_2024)).toEqual([])
    expect(await engine.ask(PACKAGE, ranking, PAR_2024)).toEqual(first)
  })
})

function catchWorkers() {
  const workers: Worker[] = []
  const Real = globalThis.Worker
  vi.spyOn(globalThis, 'Worker').mockImplementation(function make(...args: ConstructorParameters<typeof Worker>) {
    const worker = new Real(...args)
    workers.push(worker)
    return worker
  })
  return workers
}

describe('a worker that breaks', () => {
  const breakDown = (worker: Worker | undefined) =>
    worker?.dispatchEvent(new ErrorEvent('error', { message: 'broken' }))

  test('once: the engine starts again with the data, and the question is answered', async () => {
    const workers = catchWorkers()
    const engine = createEngine(open, filesOf)
    const before = await engine.ask(PACKAGE, rules, {})
    const asked = engine.ask(PACKAGE, ranking, PAR_2024)
    breakDown(workers[0])
    expect((await asked).length).toBeGreaterThan(15)
    expect(await engine.ask(PACKAGE, rules, {})).toEqual(before)
    expect(workers).toHaveLength(2)
  })

  test('twice for one question: it fails with a reason instead of staying pending', async () => {
    const workers = catchWorkers()
    const engine = createEngine(open, filesOf)
    await engine.ask(PACKAGE, rules, {})
    const asked = engine.ask(PACKAGE, ranking, PAR_2024)
    breakDown(workers[0])
    await vi.waitUntil(() => workers.length === 2, 10_000)
    breakDown(workers[1])
    await expect(asked).rejects.toMatchObject({ kind: 'engine-crashed' })
  })
})

test('an engine that was prepared is the one that answers', async () => {
  const workers = catchWorkers()
  const engine = createEngine(open, filesOf)
  engine.prepare()
  engine.prepare()
  expect((await engine.ask(PACKAGE, rules, {})).length).toBe(6)
  expect(workers).toHaveLength(1)
})

describe('an engine that cannot be had fails with a reason', () => {
  const real = globalThis.fetch
  function serveWasm(answer: () => Response | Promise<Response>) {
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
      new Request(input).url.includes(wasm.path) ? Promise.resolve(answer()) : real(input, init),
    )
  }

  test('not there', async () => {
    serveWasm(() => new Response('', { status: 404 }))
    await expect(open()).rejects.toMatchObject({ kind: 'engine-unavailable' })
  })

  test('a login page with status 200', async () => {
    serveWasm(() => new Response('<!doctype html><title>Login</title>', { headers: { 'Content-Type': 'text/html' } }))
    await expect(open()).rejects.toMatchObject({ kind: 'engine-unavailable' })
  })

  test('truncated', async () => {
    const bytes = await (await real(`/${wasm.path}`)).arrayBuffer()
    serveWasm(() => new Response(bytes.slice(0, -1000)))
    await expect(open()).rejects.toMatchObject({ kind: 'engine-unavailable' })
  })

  test('damaged on the way', async () => {
    const bytes = new Uint8Array(await (await real(`/${wasm.path}`)).arrayBuffer())
    bytes.fill(0, 1_000_000, 1_000_100)
    serveWasm(() => new Response(bytes))
    await expect(open()).rejects.toMatchObject({ kind: 'engine-unavailable' })
  })

  test('stalled', async () => {
    let pulls = 0
    const body = {
      pull: async (controller: ReadableStreamDefaultController<Uint8Array>) => {
        pulls += 1
        if (pulls === 1) controller.enqueue(new Uint8Array(1000))
        else await new Promise(() => {})
      },
    }
    serveWasm(() => new Response(new ReadableStream(body)))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const opened = open()
    // Heard before it is looked at.
    opened.catch(() => {})
    await expect.poll(() => pulls).toBe(2)
    await vi.advanceTimersByTimeAsync(10_000)
    await expect(opened).rejects.toMatchObject({ kind: 'engine-stalled', detail: wasm.path })
  })

  test('no worker', async () => {
    vi.spyOn(globalThis, 'Worker').mockImplementation(function refuse() {
      throw new DOMException('blocked', 'SecurityError')
    })
    await expect(open()).rejects.toMatchObject({ kind: 'engine-forbidden' })
  })

  test('and is asked again on the next try', async () => {
    let broken = true
    serveWasm(() => (broken ? new Response('', { status: 503 }) : real(`/${wasm.path}`)))
    const engine = createEngine(open, filesOf)
    await expect(engine.ask(PACKAGE, rules, {})).rejects.toMatchObject({ kind: 'engine-unavailable' })
    broken = false
    expect((await engine.ask(PACKAGE, rules, {})).length).toBe(6)
  })
})
