import { queryOptions } from '@tanstack/react-query'
import type { PackageList } from '@/domain/open-package'

/**
 * The packages that can be looked at: hydrated from the page, checked against the deployed
 * `data/catalog.json` by the entry point, and extended when the viewer opens a file.
 */
export const packagesQuery = queryOptions<PackageList>({ queryKey: ['packages'] })
