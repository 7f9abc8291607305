import { mutationOptions } from '@tanstack/react-query'
import type { EditionKey } from '@/domain/edition'
import type { Answers, NeedsAnswer, OnProgress, OpenedFile, Reading, RefusedFile } from '@/import/opening'

/** What becomes of an edition that the file has and the package below it has too. */
export type OverlapChoice = 'ask' | 'replace' | 'keep'

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
  /** Whether what is remembered of files of the same shape may answer too. */
  readonly useMemory: boolean
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** Editions that the package below has already: nothing is replaced before the viewer says so. */
export interface OverlappingFile extends Pick<NeedsAnswer, 'problems' | 'problemCounts'> {
  readonly outcome: 'overlaps'
  readonly reading: Reading
  readonly editions: readonly EditionKey[]
}

/** An opened file has become a package of `packagesQuery`; its tables stay with the entry point. */
export type OpenFileResult = (
  | (Omit<OpenedFile, 'tables'> & { readonly packageId: string })
  | NeedsAnswer
  | OverlappingFile
  | RefusedFile
) & {
  /** The answers that were remembered and used; those of the request are not among them. */
  readonly remembered: Answers
}

/** For the moment in which a viewer reaches for a file: the engine can start while the file is being chosen. */
export const prepareEngineMutation = mutationOptions({ mutationKey: ['prepare-engine'] })

/** The function is given by the entry point, as with every query. */
export const openFileMutation = mutationOptions<OpenFileResult, Error, OpenFileRequest>({ mutationKey: ['open-file'] })
