import { mutationOptions } from '@tanstack/react-query'
import type { EditionKey } from '@/domain/edition'
import type { Answers, NeedsAnswer, OnProgress, OpenedFile, Reading, RefusedFile } from '@/import/opening'

/** What becomes of an edition that the file has and the package below it has too. */
export type OverlapChoice = 'ask' | 'replace' | 'keep'

export interface EarlierFile {
  readonly fileName: string
  readonly reading: Reading
  /** All that were used. */
  readonly answers: Answers
}

export interface OpenFileRequest {
  readonly file: File
  /** Whose definitions (indices, units, classes) the file is read with. */
  readonly basePackageId: string
  /** Package that the file's figures are laid over; `null`: they stand alone on the base's definitions. */
  readonly into: string | null
  /** Package that an earlier reading made: the new one takes its place, under the same id. It may be `into` itself. */
  readonly replaces: string | null
  readonly overlap: OverlapChoice
  /** What the viewer answered where the file leaves it open. */
  readonly answers: Answers
  /** Files of the same attempt that were read before this one: their answers hold for it too where its shape is theirs. */
  readonly earlier: readonly EarlierFile[]
  /** Whether what is remembered of files of the same shape, or said of the earlier ones, may answer too. */
  readonly useMemory: boolean
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** An edition that the package below has too. */
export interface OverlappingEdition extends EditionKey {
  /** Whether every figure is the same in both. */
  readonly isSame: boolean
  /** The viewer's file that it came from; `null`: it was published. */
  readonly fileName: string | null
}

/** Editions that the package below has already: nothing is replaced before the viewer says so. */
export interface OverlappingFile extends Pick<NeedsAnswer, 'problems' | 'problemCounts'> {
  readonly outcome: 'overlaps'
  readonly reading: Reading
  readonly editions: readonly OverlappingEdition[]
}

/** An opened file has become a package of `packagesQuery`; its tables stay with the entry point. */
export type OpenFileResult = (
  | (Omit<OpenedFile, 'tables'> & {
      readonly packageId: string
      /** Editions that were there with the very same figures, and stayed. */
      readonly alreadyThere: readonly OverlappingEdition[]
    })
  | NeedsAnswer
  | OverlappingFile
  | RefusedFile
) & {
  /** The answers that were remembered and used; those of the request are not among them. */
  readonly remembered: Answers
  /** The file that they were given for; `isKept`: it was remembered on this machine. `null` where none was used. */
  readonly like: { readonly fileName: string; readonly isKept: boolean } | null
}

/** For the moment in which a viewer reaches for a file: the engine can start while the file is being chosen. */
export const prepareEngineMutation = mutationOptions({ mutationKey: ['prepare-engine'] })

/** The function is given by the entry point, as with every query. */
export const openFileMutation = mutationOptions<OpenFileResult, Error, OpenFileRequest>({ mutationKey: ['open-file'] })
