/** What the build tells the service worker, written before its script: see `scripts/service-worker.ts`. */
export interface SiteFiles {
  /** Of the page as it was finished; the page says its own in `<meta name="build">`. */
  readonly build: string
  /** Kept on the machine from the first visit on; relative to the site. `revision`: null where the name has a hash. */
  readonly shell: readonly { readonly url: string; readonly revision: string | null }[]
  /** Kept once they were used. */
  readonly onDemand: readonly string[]
}

/** Set on what the service worker took from the machine because the host did not answer. */
export const FROM_CACHE = 'x-from-cache'

/** From page to service worker; `build` is answered with the build over the port. */
export type WorkerRequest = { readonly type: 'build' } | { readonly type: 'take-over' }
/** From service worker to page: an answer came from the machine, since the host did not answer. */
export const HOST_IS_SILENT = 'host-is-silent'
