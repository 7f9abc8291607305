import { fetchFile, packagePath } from '@/app/host-files'
import type { TableFiles } from '@/db/database'
import type { CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { checkPackage } from '@/import/package/check-package'
import { DEFINITION_TABLES } from '@/import/opening'
import type { BaseDefinitions } from '@/import/opening'
import { readDefinitions, readPackage } from '@/import/package/read-package'
import { tableFile } from '@/import/package/write-package'

/** As blobs, the bytes can be read again whenever the engine is started again. */
const tableBlobs = (
  bytesOf: (table: TableName) => Uint8Array<ArrayBuffer> | undefined,
): Readonly<Record<TableName, Blob>> =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, new Blob([bytesOf(table) ?? ''])])) as Record<TableName, Blob>

async function fetchTables(entry: CatalogEntry, names: readonly TableName[]) {
  return new Map(
    await Promise.all(
      names.map(async (table) => [tableFile(table), await fetchFile(packagePath(entry, tableFile(table)))] as const),
    ),
  )
}

/** The tables of a package as they are on the host, unchecked. */
export async function fetchHostTables(entry: CatalogEntry): Promise<Readonly<Record<TableName, Blob>>> {
  const files = await fetchTables(entry, TABLE_NAMES)
  return tableBlobs((table) => files.get(tableFile(table)))
}

/** The tables of a package on the host, checked as at build: whoever replaced a file may have made a mistake. */
export async function loadHostPackage(entry: CatalogEntry): Promise<TableFiles> {
  const files = await fetchTables(entry, TABLE_NAMES)
  const { tables, problems } = readPackage(files)
  const errors = [...problems, ...(tables ? checkPackage(tables) : [])].filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Failure('package-refused', entry.id, errors)
  return tableBlobs((table) => files.get(tableFile(table)))
}

/** What another file can be read with; only these tables are fetched. */
export async function loadHostDefinitions(entry: CatalogEntry): Promise<BaseDefinitions> {
  const { tables, problems } = readDefinitions(await fetchTables(entry, DEFINITION_TABLES))
  if (!tables) throw new Failure('package-refused', entry.id, problems)
  return tables
}
