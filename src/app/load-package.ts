import { fetchFile, packagePath } from '@/app/host-files'
import type { TableFiles } from '@/db/database'
import type { CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { TABLE_NAMES } from '@/domain/tables'
import { checkPackage } from '@/import/check-package'
import type { BaseDefinitions } from '@/import/opening'
import { readPackage } from '@/import/read-package'
import { tableFile } from '@/import/write-package'

export interface LoadedPackage {
  readonly files: TableFiles
  /** What another file can be read with. */
  readonly definitions: BaseDefinitions
}

/** The tables of a package on the host, checked as at build: whoever replaced a file may have made a mistake. */
export async function loadHostPackage(entry: CatalogEntry): Promise<LoadedPackage> {
  const files = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await fetchFile(packagePath(entry, tableFile(table)))] as const),
  )
  const { tables, problems } = readPackage(new Map(files.map(([table, bytes]) => [tableFile(table), bytes])))
  const errors = [...problems, ...(tables ? checkPackage(tables) : [])].filter(({ severity }) => severity === 'error')
  if (!tables || errors.length > 0) throw new Failure('package-refused', entry.id, errors)
  return { files: Object.fromEntries(files) as TableFiles, definitions: tables }
}
