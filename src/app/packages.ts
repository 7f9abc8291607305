import type { QueryClient } from '@tanstack/react-query'
import { fetchText, packagePath } from '@/app/host-files'
import type { createOwnPackages } from '@/app/own-packages'
import type { TableFiles } from '@/db/database'
import type { Catalog, CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { isFileId } from '@/domain/open-package'
import type { PackageList } from '@/domain/open-package'
import { openFileMutation, prepareEngineMutation } from '@/queries/open-file'
import type { OpenFileRequest } from '@/queries/open-file'
import {
  deleteEverythingMutation,
  keepPackageMutation,
  keptQuery,
  publishMutation,
  releasePackageMutation,
  rememberMutation,
} from '@/queries/own-packages'
import type { PublishRequest, RememberRequest } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'

export const packageList = (catalog: Catalog): PackageList => ({
  defaultId: catalog.default,
  packages: catalog.packages.map((entry) => ({ ...entry, origin: 'shipped' })),
})

/**
 * Where the packages come from: the host's `data/` folder, and files that the viewer opens. What is about those is
 * fetched when there is one.
 */
export function createPackages(
  deployed: () => Promise<Catalog>,
  prepareEngine: () => void,
  /** The tables of this package are no longer those that the engine has. */
  forgetInEngine: (packageId: string) => Promise<void>,
) {
  const onHost = async (packageId: string): Promise<CatalogEntry> => {
    const entry = (await deployed()).packages.find(({ id }) => id === packageId)
    if (!entry) throw new Failure('data-unreachable', packageId)
    return entry
  }
  let queryClient: QueryClient
  let own: Promise<ReturnType<typeof createOwnPackages>> | null = null
  const ownPackages = () =>
    (own ??= import('@/app/own-packages').then(
      ({ createOwnPackages: create }) => create({ queryClient, deployed, onHost, forget }),
      (error: unknown) => {
        own = null
        throw error
      },
    ))
  const forget = async (packageId: string) => {
    await forgetInEngine(packageId)
    for (const about of ['answer', 'change-log']) {
      queryClient.removeQueries({ queryKey: [about, packageId], type: 'inactive' })
      await queryClient.invalidateQueries({ queryKey: [about, packageId] })
    }
  }

  return {
    filesOf: async (packageId: string): Promise<TableFiles> =>
      isFileId(packageId)
        ? (await ownPackages()).filesOf(packageId)
        : (await import('@/app/load-package')).loadHostPackage(await onHost(packageId)),
    /** Lets the queries about packages know where to ask. */
    install: (client: QueryClient) => {
      queryClient = client
      client.setQueryDefaults(packagesQuery.queryKey, {
        queryFn: async () => packageList(await deployed()),
      })
      client.setQueryDefaults(keptQuery.queryKey, { queryFn: async () => (await ownPackages()).readKept() })
      client.setQueryDefaults(['change-log'], {
        queryFn: async ({ queryKey: [, packageId] }) => {
          const id = String(packageId)
          return isFileId(id)
            ? (await ownPackages()).changeLogOf(id)
            : fetchText(packagePath(await onHost(id), 'CHANGELOG.md'))
        },
      })
      const give = (
        { mutationKey = [] }: { readonly mutationKey?: readonly unknown[] },
        mutationFn: (input: never) => Promise<unknown>,
      ) => client.setMutationDefaults(mutationKey, { mutationFn: mutationFn as (input: unknown) => Promise<unknown> })
      give(prepareEngineMutation, async () => prepareEngine())
      give(openFileMutation, async (request: OpenFileRequest) => {
        prepareEngine()
        return (await ownPackages()).openFile(request)
      })
      give(keepPackageMutation, async (packageId: string) => (await ownPackages()).keep(packageId))
      give(releasePackageMutation, async (packageId: string) => (await ownPackages()).release(packageId))
      give(deleteEverythingMutation, async () => (await ownPackages()).deleteEverything())
      give(rememberMutation, async (request: RememberRequest) => (await ownPackages()).remember(request))
      give(publishMutation, async (request: PublishRequest) => (await ownPackages()).publish(request))
    },
  }
}
