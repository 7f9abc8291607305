/** What the library of types does not know yet: https://w3c.github.io/trusted-types/dist/spec/ */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

const isTrusted = (url: string): boolean => url.startsWith('blob:') || url === serviceWorkerUrl()

/** The page's service worker, beside it. */
export const serviceWorkerUrl = (): string => new URL('sw.js', document.baseURI).href

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/** An address that a worker may be started from, where the browser and the page's policy ask for a promise of that. */
export function trustedScript(url: string): string {
  if (!isTrusted(url)) throw new TypeError(`No script is started from ${url}`)
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return url
  policy ??= trustedTypes.createPolicy('workers', { createScriptURL: (own) => own })
  return policy.createScriptURL(url)
}

/**
 * A module as a worker. A worker that is started from an address is bound by the policy of that address alone; one from
 * a blob has the policy of the page, so that it can reach this host and no other. It also starts where the page has no
 * origin of its own.
 */
export function workerFromBlob(moduleUrl: string): Worker {
  const absolute = new URL(moduleUrl, document.baseURI).href
  const starter = new Blob([`import ${JSON.stringify(absolute)}`], { type: 'text/javascript' })
  const url = URL.createObjectURL(starter)
  try {
    return new Worker(trustedScript(url), { type: 'module' })
  } finally {
    // The worker has it by the time that the page goes on.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }
}
