import * as v from 'valibot'
import { Catalog } from '@/domain/catalog'
import type { CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'

/** A table of a megabyte takes seconds on a slow network; nothing is waited for for ever. */
const TABLE_MS = 60_000

/** A file of the host, by its path from the page. Throws a `Failure` that names it. */
export async function fetchFile(path: string, init: RequestInit = {}): Promise<Uint8Array<ArrayBuffer>> {
  let response
  try {
    response = await fetch(new URL(path, document.baseURI), { signal: AbortSignal.timeout(TABLE_MS), ...init })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw new Failure('data-unreachable', `${path}: ${String(error)}`)
  }
  throw new Failure('data-unreachable', `${path}: ${response.status}`)
}

export const fetchText = async (path: string, init?: RequestInit): Promise<string> =>
  new TextDecoder().decode(await fetchFile(path, init))

/** A file of a package; the version keeps an older copy in a cache from being taken for it. */
export const packagePath = (entry: CatalogEntry, file: string): string =>
  `data/${entry.folder}/${file}?v=${encodeURIComponent(entry.version)}`

/** Every answer waits for the catalog; a host that stalls must not hold them for ever. */
const PATIENCE_MS = 10_000

export async function readCatalog(path: string, init: RequestInit): Promise<Catalog> {
  const text = await fetchText(path, init)
  try {
    return v.parse(Catalog, JSON.parse(text))
  } catch (error) {
    throw new Failure('data-unreachable', `${path}: ${String(error)}`)
  }
}

/** The deployed catalog is small and decides which figures count: never from a cache without asking. */
export const fetchCatalog = (): Promise<Catalog> =>
  readCatalog('data/catalog.json', { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) })
