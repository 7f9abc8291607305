import type { EarlierFile, OpenFileRequest, OpenFileResult } from '@/queries/open-file'
import type { Attempt, ChosenFile, FileAction, FileOpeningState } from '@/queries/use-file-opening'

interface Turn {
  readonly openFile: (request: OpenFileRequest) => Promise<OpenFileResult>
  readonly signal: AbortSignal
  readonly show: (state: FileOpeningState) => void
}

const waits = ({ skipped, result }: ChosenFile): boolean =>
  !skipped && (result === null || result.outcome === 'needs-answer' || result.outcome === 'overlaps')

const isIn = ({ skipped, result }: ChosenFile): boolean => !skipped && result?.outcome === 'opened'

/** The files that were read to their end, the last first. */
const earlierIn = (files: readonly ChosenFile[]): readonly EarlierFile[] =>
  files
    .flatMap(({ file, result, answers, skipped }) =>
      skipped || result?.outcome !== 'opened'
        ? []
        : [{ fileName: file.name, reading: result.reading, answers: { ...result.remembered, ...answers } }],
    )
    .toReversed()

/**
 * Opens the files of an attempt one after the other, each laid over what came of those before, until one waits for an
 * answer. `from`: the first file to be read; where files before it are in the package already they stay in it.
 * Never rejects: a failure is a state.
 */
export async function openInTurn(attempt: Attempt, from: number, { openFile, signal, show }: Turn): Promise<void> {
  // Without what the state says besides, which is not the attempt's.
  const { basePackageId, into, files, at: standing, packageId } = attempt
  let now: Attempt = { basePackageId, into, files, at: standing, packageId }
  try {
    for (let at = from; at < attempt.files.length; at++) {
      const chosen = now.files[at]
      if (chosen === undefined || chosen.skipped) continue
      now = { ...now, at }
      show({ ...now, kind: 'working', stage: null, done: 0 })
      const { file, answers, overlap, useMemory } = chosen
      const working = now
      // oxlint-disable-next-line no-await-in-loop -- each file is laid over the ones before it
      const result = await openFile({
        file,
        answers,
        overlap,
        useMemory,
        earlier: earlierIn(now.files.slice(0, at)),
        basePackageId: now.basePackageId,
        into: now.files.slice(0, at).some(isIn) ? now.packageId : now.into,
        replaces: now.packageId,
        signal,
        onProgress: (stage, done) => show({ ...working, kind: 'working', stage, done }),
      })
      const read = { ...chosen, result }
      now = {
        ...now,
        files: now.files.with(at, read),
        packageId: result.outcome === 'opened' ? result.packageId : now.packageId,
      }
      if (waits(read)) break
    }
    show({ ...now, kind: 'finished' })
  } catch (error) {
    show(signal.aborted ? { ...now, kind: 'cancelled' } : { ...now, kind: 'failed', error })
  }
}

/**
 * Where reading has to begin again after a decision about the file at `at`: files that are in the package cannot be
 * taken out of it one by one.
 */
export const beginAgainAt = ({ files }: Attempt, at: number): number =>
  files.slice(at).some(isIn) && files.length > 1 ? 0 : at

const choose = (file: File): ChosenFile => ({
  file,
  answers: {},
  overlap: 'ask',
  useMemory: true,
  result: null,
  skipped: false,
})

/** The attempt that an action makes of what there was, and the file at which reading begins; `null`: nothing to do. */
function planOf(
  action: FileAction,
  state: FileOpeningState,
): { readonly attempt: Attempt; readonly from: number } | null {
  if (action.kind === 'open') {
    const attempt = { ...action.place, files: action.files.map(choose), at: 0, packageId: null }
    return attempt.files.length > 0 ? { attempt, from: 0 } : null
  }
  if (state.kind === 'idle') return null
  /** The attempt as it is, with one file changed. */
  const change = (at: number, choices: Partial<ChosenFile>): Attempt => ({
    ...state,
    at,
    files: state.files.map((chosen, place) => (place === at ? { ...chosen, ...choices } : chosen)),
  })
  switch (action.kind) {
    case 'decide':
      return { attempt: change(action.at, action.choices), from: beginAgainAt(state, action.at) }
    case 'move':
      return { attempt: { ...state, ...action.place, at: 0 }, from: 0 }
    case 'skip':
      return { attempt: change(action.at, { skipped: true }), from: action.at + 1 }
    case 'retry':
      return { attempt: state, from: state.at }
  }
}

/** Does what the viewer asks for, and shows how it goes. */
export async function takeAction(action: FileAction, state: FileOpeningState, turn: Turn): Promise<void> {
  const plan = planOf(action, state)
  if (plan !== null) await openInTurn(plan.attempt, plan.from, turn)
}
