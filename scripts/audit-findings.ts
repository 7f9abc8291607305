import { askDatabase } from '@/answers/engine'
import type { TableFiles } from '@/db/database'
import { loadPackage } from '@/db/load'
import { openNodeDatabase } from '@/db/node'
import { audit } from '@/db/questions/audit'
import type { Finding } from '@/db/questions/audit'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { tableFile } from '@/import/package/write-package'

/** Answers the audit of a package in the engine of the site. Every table as CSV in UTF-8, as a package has it. */
export async function auditFindings(
  tables: Readonly<Record<TableName, Iterable<Uint8Array<ArrayBuffer>>>>,
): Promise<readonly Finding[]> {
  const database = await openNodeDatabase()
  try {
    const files = Object.fromEntries(TABLE_NAMES.map((table) => [table, new Blob([...tables[table]])])) as TableFiles
    await loadPackage(database, files)
    return await askDatabase(database, audit, {})
  } finally {
    await database.close()
  }
}

/** Columns of the package's tables. */
const COLUMN_OF: Readonly<Partial<Record<Finding['kind'], string>>> = {
  'total-differs': 'total_score',
  'total-rounded': 'total_score',
  'rank-contradicts-score': 'rank',
  'rank-gap': 'rank',
  'class-contradicts-score': 'band_id',
  'outside-unit-dates': 'unit_id',
}

/** The row and column of the package's own tables that a finding is about. */
export function findingPlace({ kind, subIndexId, tableRow }: Finding): string {
  const table: TableName = tableRow === null ? 'editions' : subIndexId === null ? 'results' : 'scores'
  const column = subIndexId === null ? COLUMN_OF[kind] : 'score'
  return `${tableFile(table)}${tableRow === null ? '' : `:${tableRow}`}${column === undefined ? '' : ` ${column}`}`
}
