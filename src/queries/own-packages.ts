import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { Problem } from '@/domain/problem'
import type { Answers, Reading } from '@/import/opening'

/** What this machine keeps, besides the packages that are listed (`kept`). */
export interface Kept {
  /** `forbidden`: the browser or the page around this one lets nothing be stored. */
  readonly storage: 'ready' | 'forbidden'
  /** Files whose reading is remembered. */
  readonly memories: readonly string[]
  /** Records that cannot be read: broken, or written by another version of the site. */
  readonly unreadable: readonly string[]
  /** What the last change was, where it deleted everything. */
  readonly deleted: Deleted | null
}

export const keptQuery = queryOptions<Kept>({ queryKey: ['kept'] })

export type StoreResult = 'stored' | 'forbidden' | 'full'

/** Keeps a package on this machine. Where another tab has kept one under the same id meanwhile, it gets a new id. */
export const keepPackageMutation = mutationOptions<
  { readonly outcome: StoreResult; readonly packageId: string },
  Error,
  string
>({ mutationKey: ['keep-package'] })

/** It stays open in this tab. */
export const releasePackageMutation = mutationOptions<void, Error, string>({ mutationKey: ['release-package'] })

export interface Deleted {
  /** Names of the packages that were on the machine or in this tab. */
  readonly packages: readonly string[]
  readonly memories: number
  readonly unreadable: number
}

/** Every package made of files and every remembered reading, on the machine and in this tab. */
export const deleteEverythingMutation = mutationOptions<Deleted>({ mutationKey: ['delete-everything'] })

export interface RememberRequest {
  readonly fileName: string
  readonly reading: Reading
  readonly answers: Answers
}

/** For the next file of the same shape; `nothing`: no answer is about the shape. */
export const rememberMutation = mutationOptions<StoreResult | 'nothing', Error, RememberRequest>({
  mutationKey: ['remember'],
})

/** The package as files that a host publishes. */
export interface PublishRequest {
  readonly packageId: string
  /** `in-place`: the package below gets the new figures; `new`: a package of its own. */
  readonly as: 'in-place' | 'new'
  readonly name: string
  readonly nameEn: string
  /** Of the figures from files; those below keep theirs. */
  readonly status: 'provisional' | 'official'
  /** Number and date (ISO, or empty) of the decision behind the figures from files. */
  readonly decision: string
  readonly publishedOn: string
}

export type Published =
  | { readonly outcome: 'made'; readonly zip: Blob; readonly fileName: string; readonly folder: string }
  /** Meanwhile the host has another version of the package below: figures of it would be lost. */
  | { readonly outcome: 'outdated'; readonly below: string; readonly published: string }
  /** The host would refuse the package for these. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

export const publishMutation = mutationOptions<Published, Error, PublishRequest>({ mutationKey: ['publish'] })
