import { mutationOptions } from '@tanstack/react-query'
import type { Answers, NeedsAnswer, OnProgress, OpenedFile, RefusedFile } from '@/import/opening'

export interface OpenFileRequest {
  readonly file: File
  /** Whose definitions (indices, units, classes) the file is read with. */
  readonly basePackageId: string
  /** What the viewer answered where the file leaves it open. */
  readonly answers: Answers
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** An opened file has become a package of `packagesQuery`; its tables stay with the entry point. */
export type OpenFileResult = (Omit<OpenedFile, 'tables'> & { readonly packageId: string }) | NeedsAnswer | RefusedFile

/** For the moment in which a viewer reaches for a file: the engine can start while the file is being chosen. */
export const prepareEngineMutation = mutationOptions({ mutationKey: ['prepare-engine'] })

/** The function is given by the entry point, as with every query. */
export const openFileMutation = mutationOptions<OpenFileResult, Error, OpenFileRequest>({ mutationKey: ['open-file'] })
