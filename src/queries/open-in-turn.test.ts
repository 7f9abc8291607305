import { describe, expect, it } from 'vitest'
import { beginAgainAt, openInTurn, takeAction } from '@/queries/open-in-turn'
import type { OpenFileRequest, OpenFileResult } from '@/queries/open-file'
import type { Attempt, ChosenFile, FileOpeningState } from '@/queries/use-file-opening'

const nothing = {
  reading: { file: null, table: null, columns: null, units: null },
  problems: [],
  problemCounts: {},
  remembered: {},
  like: null,
}
const opened = (packageId: string): OpenFileResult => ({
  ...nothing,
  outcome: 'opened',
  alreadyThere: [],
  packageId,
  title: 'x',
  rowCount: 1,
  unitCount: 1,
})
const asks: OpenFileResult = { ...nothing, outcome: 'needs-answer', questions: [], mayAskMore: false }
const refused: OpenFileResult = { ...nothing, outcome: 'refused' }

const chosen = (name: string, given: Partial<ChosenFile> = {}): ChosenFile => ({
  file: new File(['x'], name),
  answers: {},
  overlap: 'ask',
  useMemory: true,
  result: null,
  skipped: false,
  ...given,
})
const attempt = (files: readonly ChosenFile[], given: Partial<Attempt> = {}): Attempt => ({
  basePackageId: 'tp-hcm',
  into: null,
  files,
  at: 0,
  packageId: null,
  ...given,
})

/** Opens with results by the name of the file; tells what was asked for and what was shown last. */
async function run(
  start: Attempt,
  results: Readonly<Record<string, OpenFileResult | Error>>,
  from = 0,
  signal = new AbortController().signal,
) {
  const asked: (readonly [name: string, into: string | null, replaces: string | null])[] = []
  const shown: FileOpeningState[] = []
  await openInTurn(start, from, {
    openFile: async ({ file, into, replaces }: OpenFileRequest) => {
      asked.push([file.name, into, replaces])
      const result = results[file.name]
      if (result === undefined || result instanceof Error) throw result ?? new Error('no such file')
      return result
    },
    signal,
    show: (state) => shown.push(state),
  })
  const last = shown.at(-1)
  if (last === undefined || last.kind === 'idle') throw new Error('nothing was shown')
  return { asked, last }
}

describe('files chosen together', () => {
  it('become one package, each laid over those before it', async () => {
    const { asked, last } = await run(attempt([chosen('a'), chosen('b')]), { a: opened('file-1'), b: opened('file-1') })
    expect(asked).toEqual([
      ['a', null, null],
      ['b', 'file-1', 'file-1'],
    ])
    expect(last).toMatchObject({ kind: 'finished', at: 1, packageId: 'file-1' })
  })

  it('lie over the package that the viewer chose, the first of them on it itself', async () => {
    const { asked } = await run(attempt([chosen('a'), chosen('b')], { into: 'tp-hcm' }), {
      a: opened('file-1'),
      b: opened('file-1'),
    })
    expect(asked.map(([, into]) => into)).toEqual(['tp-hcm', 'file-1'])
  })

  it('wait at the first that leaves something open', async () => {
    const { asked, last } = await run(attempt([chosen('a'), chosen('b')]), { a: asks, b: opened('file-1') })
    expect(asked.map(([name]) => name)).toEqual(['a'])
    expect(last).toMatchObject({ kind: 'finished', at: 0, packageId: null })
  })

  it('go on past one that is refused, which nothing is laid over', async () => {
    const { asked, last } = await run(attempt([chosen('a'), chosen('b')], { into: 'tp-hcm' }), {
      a: refused,
      b: opened('file-1'),
    })
    expect(asked.map(([, into]) => into)).toEqual(['tp-hcm', 'tp-hcm'])
    expect(last).toMatchObject({ at: 1, packageId: 'file-1' })
  })

  it('go on after an answer without reading again those that are in', async () => {
    const files = [chosen('a', { result: opened('file-1') }), chosen('b', { result: asks })]
    const waiting = attempt(files, { at: 1, packageId: 'file-1' })
    expect(beginAgainAt(waiting, 1)).toBe(1)
    const { asked } = await run(waiting, { b: opened('file-1') }, 1)
    expect(asked).toEqual([['b', 'file-1', 'file-1']])
  })

  it('are all read again when one that is in is corrected', async () => {
    const files = [chosen('a', { result: opened('file-1') }), chosen('b', { result: opened('file-1') })]
    const done = attempt(files, { at: 1, packageId: 'file-1', into: 'tp-hcm' })
    expect(beginAgainAt(done, 1)).toBe(0)
    const { asked } = await run(done, { a: opened('file-1'), b: opened('file-1') })
    expect(asked).toEqual([
      ['a', 'tp-hcm', 'file-1'],
      ['b', 'file-1', 'file-1'],
    ])
  })

  it('leave out those that the viewer left out', async () => {
    const { asked } = await run(attempt([chosen('a', { skipped: true }), chosen('b')]), { b: opened('file-1') })
    expect(asked).toEqual([['b', null, null]])
  })
})

describe('one file', () => {
  it('read again takes the place of the package that it made', async () => {
    const again = attempt([chosen('a', { result: opened('file-1') })], { packageId: 'file-1' })
    expect(beginAgainAt(again, 0)).toBe(0)
    const { asked } = await run(again, { a: opened('file-1') })
    expect(asked).toEqual([['a', null, 'file-1']])
  })

  it('that cannot be read to its end keeps its last reading, and says why', async () => {
    const before = opened('file-1')
    const { last } = await run(attempt([chosen('a', { result: before })]), { a: new Error('gone') })
    expect(last).toMatchObject({ kind: 'failed', error: new Error('gone'), files: [{ result: before }] })
  })

  it('that the viewer stopped is no failure', async () => {
    const { last } = await run(attempt([chosen('a')]), { a: new Error('stopped') }, 0, AbortSignal.abort())
    expect(last.kind).toBe('cancelled')
  })
})

describe('what the viewer asks for', () => {
  const place = { basePackageId: 'tp-hcm', into: null }
  const finished = attempt([chosen('a', { result: asks }), chosen('b')])

  /** What was asked for and shown after an action. */
  async function act(...[action, state]: [Parameters<typeof takeAction>[0], FileOpeningState]) {
    const asked: OpenFileRequest[] = []
    const shown: FileOpeningState[] = []
    await takeAction(action, state, {
      openFile: async (request) => {
        asked.push(request)
        return opened('file-1')
      },
      signal: new AbortController().signal,
      show: (next) => shown.push(next),
    })
    return { asked, last: shown.at(-1) }
  }

  it('an answer goes to its file, which is read again; the next follow', async () => {
    const { asked } = await act(
      { kind: 'decide', at: 0, choices: { answers: { period: '2024' } } },
      { ...finished, kind: 'finished' },
    )
    expect(asked.map(({ file, answers }) => [file.name, answers])).toEqual([
      ['a', { period: '2024' }],
      ['b', {}],
    ])
  })

  it('a file that is left out is not read, the next is', async () => {
    const { asked, last } = await act({ kind: 'skip', at: 0 }, { ...finished, kind: 'finished' })
    expect(asked.map(({ file }) => file.name)).toEqual(['b'])
    expect(last).toMatchObject({ kind: 'finished', at: 1 })
  })

  it('another place reads all files again, over the package there', async () => {
    const { asked } = await act(
      { kind: 'move', place: { ...place, into: 'tp-hcm' } },
      { ...finished, kind: 'finished' },
    )
    expect(asked.map(({ file, into }) => [file.name, into])).toEqual([
      ['a', 'tp-hcm'],
      ['b', 'file-1'],
    ])
  })

  it('other files forget those before', async () => {
    const { last } = await act(
      { kind: 'open', files: [new File(['x'], 'c')], place },
      { ...finished, packageId: 'file-1', kind: 'finished' },
    )
    expect(last).toMatchObject({ kind: 'finished', files: [{ file: { name: 'c' } }] })
  })

  it('after a failure begins at the file that failed', async () => {
    const { asked } = await act({ kind: 'retry' }, { ...finished, at: 1, kind: 'failed', error: new Error('gone') })
    expect(asked.map(({ file }) => file.name)).toEqual(['b'])
  })

  it('where nothing is open, and with no file chosen, does nothing', async () => {
    expect((await act({ kind: 'retry' }, { kind: 'idle', error: null })).last).toBeUndefined()
    expect((await act({ kind: 'open', files: [], place }, { kind: 'idle', error: null })).last).toBeUndefined()
  })
})
