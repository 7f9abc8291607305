import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openInWorker } from '@/import/open-in-worker'
import { SMALL_BASE } from '../../tests/fixtures/csv/base'

class FakeWorker extends EventTarget {
  static last: FakeWorker
  posted: unknown = null
  terminated = false
  constructor() {
    super()
    FakeWorker.last = this
  }
  postMessage(message: unknown): void {
    this.posted = message
  }
  terminate(): void {
    this.terminated = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const file = new File(['Đơn vị,Tổng điểm\nQuận 1,5'], 'a.csv')
const REFUSED = { outcome: 'refused', problems: [], problemCounts: {} }

describe('a file opened in a worker', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', FakeWorker)
    vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('tells its progress, then its outcome, and ends the worker', async () => {
    const onProgress = vi.fn<(stage: string, done: number) => void>()
    const opening = openInWorker(file, SMALL_BASE, { period: '2024' }, { onProgress })
    expect(FakeWorker.last.posted).toMatchObject({ type: 'open', file, answers: { period: '2024' } })
    FakeWorker.last.say({ type: 'progress', stage: 'parse', done: 0.5 })
    FakeWorker.last.say({ type: 'done', result: REFUSED })
    await expect(opening).resolves.toEqual(REFUSED)
    expect(onProgress.mock.calls).toEqual([['parse', 0.5]])
    expect(FakeWorker.last.terminated).toBe(true)
  })

  test.each([
    ['breaks', () => FakeWorker.last.dispatchEvent(new Event('error')), /did not start/],
    ['cannot be read', () => FakeWorker.last.dispatchEvent(new Event('messageerror')), /unreadable/],
    ['says something unknown', () => FakeWorker.last.say({ type: 'hello' }), /unknown message/],
    ['fails', () => FakeWorker.last.say({ type: 'failed', message: 'out of memory' }), /out of memory/],
  ])('settles where the worker %s', async (_, happen, message) => {
    const opening = openInWorker(file, SMALL_BASE)
    happen()
    await expect(opening).rejects.toThrow(message)
    expect(FakeWorker.last.terminated).toBe(true)
  })

  test('is cancelled at once', async () => {
    const controller = new AbortController()
    const opening = openInWorker(file, SMALL_BASE, {}, { signal: controller.signal })
    controller.abort()
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
    expect(FakeWorker.last.terminated).toBe(true)
    await expect(openInWorker(file, SMALL_BASE, {}, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
