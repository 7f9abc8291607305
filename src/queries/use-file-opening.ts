import { createContext, useContext } from 'react'
import type { Answers, OpenStage } from '@/import/opening'
import type { OpenFileResult } from '@/queries/open-file'

interface Attempt {
  readonly file: File
  /** Whose definitions the file is read with. */
  readonly basePackageId: string
  readonly answers: Answers
}

/** The one file that is being opened, or was last: every screen sees the same. */
export type FileOpeningState =
  | { readonly kind: 'idle' }
  | (Attempt & {
      readonly kind: 'working'
      /** null: not begun to read. */
      readonly stage: OpenStage | null
      /** Share of the whole work, 0–1. */
      readonly done: number
    })
  | (Attempt & { readonly kind: 'finished'; readonly result: OpenFileResult })
  | (Attempt & { readonly kind: 'failed'; readonly error: unknown })
  | (Attempt & { readonly kind: 'cancelled' })

export interface FileOpening {
  readonly state: FileOpeningState
  /** Opens a file; one that is still being opened is cancelled. What was open before stays. */
  readonly open: (file: File, basePackageId: string, answers?: Answers) => void
  readonly cancel: () => void
  /** A file is about to be chosen. */
  readonly prepare: () => void
  /** Forgets the last attempt. */
  readonly leave: () => void
}

export const FileOpeningContext = createContext<FileOpening>({
  state: { kind: 'idle' },
  open: () => undefined,
  cancel: () => undefined,
  prepare: () => undefined,
  leave: () => undefined,
})

export const useFileOpening = (): FileOpening => useContext(FileOpeningContext)
