import type { QueryClient } from '@tanstack/react-query'
import type { Boot } from '@/app/boot'
import { fetchCatalog } from '@/app/host-files'
import { packageList } from '@/app/packages'
import type { Catalog } from '@/domain/catalog'
import { packagesQuery } from '@/queries/packages'

/** What the host has now, held against what the page was built from (null: nothing was built). */
export function createDeployment(boot: Boot | null) {
  const builtVersion = (packageId: string) => boot?.catalog.packages.find(({ id }) => id === packageId)?.version ?? null
  let catalog: Promise<Catalog> | null = null
  /** What is deployed now; what was built, where the host cannot be asked. Failing is not remembered. */
  function deployed(): Promise<Catalog> {
    catalog ??= fetchCatalog().catch((error: unknown) => {
      if (boot) {
        console.warn('The deployed catalog cannot be used; showing what the page was built from.', error)
        return boot.catalog
      }
      catalog = null
      throw error
    })
    return catalog
  }

  return {
    deployed,
    staticVersionOf: async (packageId: string): Promise<string | null> => {
      const entry = (await deployed()).packages.find(({ id }) => id === packageId)
      return entry && entry.version === builtVersion(packageId) ? entry.version : null
    },
    /** Figures that came with the page give way where the host has others: someone replaced the files without a build. */
    followHost: async (queryClient: QueryClient): Promise<void> => {
      if (!boot) return
      const now = await deployed()
      if (now === boot.catalog) return
      queryClient.setQueryData(packagesQuery.queryKey, (list) => ({
        ...packageList(now),
        packages: [...packageList(now).packages, ...(list?.packages.filter(({ origin }) => origin === 'file') ?? [])],
      }))
      const replaced = now.packages.filter(({ id, version }) => version !== builtVersion(id))
      await Promise.all(replaced.map(({ id }) => queryClient.resetQueries({ queryKey: ['answer', id] })))
    },
  }
}
