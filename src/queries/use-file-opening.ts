import { createContext, useContext } from 'react'
import type { Answers, OpenStage } from '@/import/opening'
import type { OpenFileResult, OverlapChoice } from '@/queries/open-file'

/** Where the figures of the files go. */
export interface Place {
  /** Whose definitions the files are read with. */
  readonly basePackageId: string
  /** Package that they are laid over; `null`: they stand alone. */
  readonly into: string | null
}

/** What the viewer decided about one file. */
export interface FileChoices {
  readonly answers: Answers
  readonly overlap: OverlapChoice
  readonly useMemory: boolean
}

export interface ChosenFile extends FileChoices {
  readonly file: File
  /** The last reading that came to its end; it stays in sight while the file is read again. */
  readonly result: OpenFileResult | null
  /** Not to be opened after all: the others are. */
  readonly skipped: boolean
}

/** Files that were chosen together are opened one after the other into one package. */
export interface Attempt extends Place {
  readonly files: readonly ChosenFile[]
  /** Place in `files` of the one that is opened now, that waits for an answer, or that was last. */
  readonly at: number
  /** What has been made of the files so far. */
  readonly packageId: string | null
}

/** The one opening that goes on, or was last: every screen sees the same. */
export type FileOpeningState =
  /** `error`: why opening could not even begin. */
  | { readonly kind: 'idle'; readonly error: unknown }
  | (Attempt & {
      readonly kind: 'working'
      /** null: not begun to read. */
      readonly stage: OpenStage | null
      /** Share of the whole work on this file, 0–1. */
      readonly done: number
    })
  /** All files were read, or the one at `at` waits for an answer. */
  | (Attempt & { readonly kind: 'finished' })
  | (Attempt & { readonly kind: 'failed'; readonly error: unknown })
  | (Attempt & { readonly kind: 'cancelled' })

export type FileAction =
  /** Opens files; those that are still being opened are cancelled. What was open before stays. */
  | { readonly kind: 'open'; readonly files: readonly File[]; readonly place: Place }
  /** Reads on with what the viewer decided about the file at this place; what is not given stays as it was. */
  | { readonly kind: 'decide'; readonly at: number; readonly choices: Partial<FileChoices> }
  /** Reads the same files again, for another place. */
  | { readonly kind: 'move'; readonly place: Place }
  /** Leaves the file that waits for an answer out, and goes on with the next. */
  | { readonly kind: 'skip'; readonly at: number }
  | { readonly kind: 'retry' }

export interface FileOpening {
  readonly state: FileOpeningState
  readonly act: (action: FileAction) => void
  readonly cancel: () => void
  /** A file is about to be chosen. */
  readonly prepare: () => void
  /** Forgets the last attempt. */
  readonly leave: () => void
}

export const IDLE: FileOpeningState = { kind: 'idle', error: null }
const nothing = () => undefined

export const FileOpeningContext = createContext<FileOpening>({
  state: IDLE,
  act: nothing,
  cancel: nothing,
  prepare: nothing,
  leave: nothing,
})

export const useFileOpening = (): FileOpening => useContext(FileOpeningContext)
