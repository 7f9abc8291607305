import type { QueryClient } from '@tanstack/react-query'
import { fetchText, packagePath } from '@/app/host-files'
import type { TableFiles } from '@/db/database'
import type { Catalog, CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { fileId } from '@/domain/open-package'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import type { BaseDefinitions } from '@/import/opening'
import { openFileMutation, prepareEngineMutation } from '@/queries/open-file'
import type { OpenFileRequest, OpenFileResult } from '@/queries/open-file'
import { packagesQuery } from '@/queries/packages'

export const packageList = (catalog: Catalog): PackageList => ({
  defaultId: catalog.default,
  packages: catalog.packages.map((entry) => ({ ...entry, origin: 'shipped' })),
})

/**
 * Where the packages come from: the host's `data/` folder, and files that the viewer opens, which
 * stay in this tab's memory.
 */
export function createPackages(deployed: () => Promise<Catalog>, prepareEngine: () => void) {
  const opened = new Map<string, { readonly files: TableFiles; readonly definitions: BaseDefinitions }>()

  const onHost = async (packageId: string): Promise<CatalogEntry> => {
    const entry = (await deployed()).packages.find(({ id }) => id === packageId)
    if (!entry) throw new Failure('data-unreachable', packageId)
    return entry
  }
  const filesOf = async (packageId: string): Promise<TableFiles> =>
    opened.get(packageId)?.files ?? (await import('@/app/load-package')).loadHostPackage(await onHost(packageId))
  const definitionsOf = async (packageId: string): Promise<BaseDefinitions> =>
    opened.get(packageId)?.definitions ??
    (await import('@/app/load-package')).loadHostDefinitions(await onHost(packageId))

  const openFile = async (queryClient: QueryClient, request: OpenFileRequest): Promise<OpenFileResult> => {
    prepareEngine()
    const [{ openInWorker }, { tableBlobs }, definitions] = await Promise.all([
      import('@/import/open-in-worker'),
      import('@/app/load-package'),
      definitionsOf(request.basePackageId),
    ])
    request.signal.throwIfAborted()
    const outcome = await openInWorker(request.file, definitions, request.answers, request)
    if (outcome.outcome !== 'opened') return outcome
    const { tables, ...result } = outcome
    const packageId = fileId(opened.size + 1)
    opened.set(packageId, { files: tableBlobs((table) => tables[table]), definitions })
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
    filesOf,
    /** Lets the queries about packages know where to ask. */
    install: (queryClient: QueryClient) => {
      queryClient.setQueryDefaults(packagesQuery.queryKey, {
        queryFn: async () => packageList(await deployed()),
      })
      queryClient.setQueryDefaults(['change-log'], {
        queryFn: async ({ queryKey: [, packageId] }) => {
          return fetchText(packagePath(await onHost(String(packageId)), 'CHANGELOG.md'))
        },
      })
      queryClient.setMutationDefaults(prepareEngineMutation.mutationKey ?? [], {
        mutationFn: async () => prepareEngine(),
      })
      queryClient.setMutationDefaults(openFileMutation.mutationKey ?? [], {
        mutationFn: (request: OpenFileRequest) => openFile(queryClient, request),
      })
    },
  }
}
