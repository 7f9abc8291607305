import { readCatalog } from '@/app/host-files'

/** Folder, beside the page, of a whole copy of the site as it was when it held this version of the package. */
export const archiveOf = (packageId: string, version: string): string => `versions/${packageId}-${version}/`

/** Whether the host kept that copy. A host may answer any address with a page: only its catalog proves it. */
export async function hasArchive(
  folder: string,
  packageId: string,
  version: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { packages } = await readCatalog(`${folder}data/catalog.json`, { signal })
    return packages.some((entry) => entry.id === packageId && entry.version === version)
  } catch {
    return false
  }
}
