import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import type { TableFiles } from '@/db/database'
import { Catalog } from '@/domain/catalog'
import type { CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import type { BaseDefinitions } from '@/import/open-file'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { TABLE_NAMES } from '@/domain/tables'
import { openFileMutation } from '@/queries/open-file'
import type { OpenFileRequest, OpenFileResult } from '@/queries/open-file'
import { packagesQuery } from '@/queries/packages'

async function fetchFile(path: string, cache: RequestCache = 'default'): Promise<Uint8Array<ArrayBuffer>> {
  let response
  try {
    response = await fetch(new URL(path, document.baseURI), { cache })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw new Failure('data-unreachable', `${path}: ${String(error)}`)
  }
  throw new Failure('data-unreachable', `${path}: ${response.status}`)
}

const fetchText = async (path: string, cache?: RequestCache) => new TextDecoder().decode(await fetchFile(path, cache))

/** The deployed catalog is small and decides which figures count: never from a cache without asking. */
export async function fetchCatalog(): Promise<Catalog> {
  const path = 'data/catalog.json'
  const text = await fetchText(path, 'no-cache')
  try {
    return v.parse(Catalog, JSON.parse(text))
  } catch (error) {
    throw new Failure('data-unreachable', `${path}: ${String(error)}`)
  }
}

export const packageList = (catalog: Catalog): PackageList => ({
  defaultId: catalog.default,
  packages: catalog.packages.map((entry) => ({ ...entry, origin: 'shipped' })),
})

const folderOf = (entry: CatalogEntry) => `data/${entry.folder}`

interface LoadedPackage {
  readonly files: TableFiles
  /** What another file can be read with. */
  readonly definitions: BaseDefinitions
}

/** The tables of a package on the host, checked as at build: whoever replaced a file may have made a mistake. */
async function fetchPackage(entry: CatalogEntry): Promise<LoadedPackage> {
  const files = await Promise.all(
    TABLE_NAMES.map(async (table) => {
      const path = `${folderOf(entry)}/${table}.csv?v=${encodeURIComponent(entry.version)}`
      return [table, await fetchFile(path)] as const
    }),
  )
  const { readPackage } = await import('@/import/read-package')
  const { checkPackage } = await import('@/import/check-package')
  const { tables, problems } = readPackage(new Map(files.map(([table, bytes]) => [`${table}.csv`, bytes])))
  const errors = [...problems, ...(tables ? checkPackage(tables) : [])].filter(({ severity }) => severity === 'error')
  if (!tables || errors.length > 0) throw new Failure('package-refused', entry.id, errors)
  return { files: Object.fromEntries(files) as TableFiles, definitions: tables }
}

/**
 * Where the packages come from: the host's `data/` folder, and files that the viewer opens, which
 * stay in this tab's memory.
 */
export function createPackages(deployed: () => Promise<Catalog>) {
  const opened = new Map<string, LoadedPackage>()

  const load = async (packageId: string): Promise<LoadedPackage> => {
    const own = opened.get(packageId)
    if (own) return own
    const entry = (await deployed()).packages.find(({ id }) => id === packageId)
    if (!entry) throw new Failure('data-unreachable', packageId)
    return fetchPackage(entry)
  }

  const openFile = async (queryClient: QueryClient, request: OpenFileRequest): Promise<OpenFileResult> => {
    const [{ openInWorker }, { definitions }] = await Promise.all([
      import('@/import/open-in-worker'),
      load(request.basePackageId),
    ])
    const outcome = await openInWorker(request.file, definitions, request.answers, request)
    if (outcome.outcome !== 'opened') return outcome
    const { tables, ...result } = outcome
    const packageId = `file-${opened.size + 1}`
    opened.set(packageId, { files: tables, definitions })
    const entry: OpenPackage = {
      origin: 'file',
      id: packageId,
      name_vi: result.title,
      name_en: result.title,
      description_vi: '',
      description_en: '',
      version: '',
      status: 'published-in-part',
      fileName: request.file.name,
      problems: result.problems,
      problemCounts: result.problemCounts,
    }
    queryClient.setQueryData(packagesQuery.queryKey, (list) => list && { ...list, packages: [...list.packages, entry] })
    return { ...result, packageId }
  }

  return {
    filesOf: async (packageId: string) => (await load(packageId)).files,
    /** Lets the queries about packages know where to ask. */
    install: (queryClient: QueryClient) => {
      queryClient.setQueryDefaults(packagesQuery.queryKey, {
        queryFn: async () => packageList(await deployed()),
      })
      queryClient.setQueryDefaults(['change-log'], {
        queryFn: async ({ queryKey: [, packageId] }) => {
          const entry = (await deployed()).packages.find(({ id }) => id === packageId)
          return entry ? fetchText(`${folderOf(entry)}/CHANGELOG.md?v=${encodeURIComponent(entry.version)}`) : ''
        },
      })
      queryClient.setMutationDefaults(openFileMutation.mutationKey ?? [], {
        mutationFn: (request: OpenFileRequest) => openFile(queryClient, request),
      })
    },
  }
}
