import { askDatabase } from '@/answers/engine'
import type { TableFiles } from '@/db/database'
import { loadPackage } from '@/db/load'
import { openNodeDatabase } from '@/db/node'
import { audit } from '@/db/questions/audit'
import type { Finding } from '@/db/questions/audit'
import type { Problem, ProblemKind } from '@/domain/problem'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { tableFile } from '@/import/package/write-package'

/** Answers the audit of a package in the engine of the site. Every table as CSV in UTF-8, as a package has it. */
export async function auditFindings(
  tables: Readonly<Record<TableName, Uint8Array<ArrayBuffer>>>,
): Promise<readonly Finding[]> {
  const database = await openNodeDatabase()
  try {
    const files = Object.fromEntries(TABLE_NAMES.map((table) => [table, new Blob([tables[table]])])) as TableFiles
    await loadPackage(database, files)
    return await askDatabase(database, audit, {})
  } finally {
    await database.close()
  }
}

/** What of a finding contradicts something; that a figure is missing is no problem of a file. */
const PROBLEM_OF = {
  'total-differs': 'total-differs',
  'rank-contradicts-score': 'rank-contradicts-score',
  'class-contradicts-score': 'class-contradicts-score',
  'rank-gap': 'rank-gap',
  'duplicate-row': 'duplicate-row',
  jump: 'jump',
  'structure-differs': 'structure-differs',
  'outside-unit-dates': 'outside-unit-dates',
  'total-rounded': 'total-rounded',
  'no-total': null,
  'no-score': null,
} as const satisfies Record<Finding['kind'], ProblemKind | null>

const COLUMN_OF: Readonly<Partial<Record<Finding['kind'], string>>> = {
  'total-differs': 'total_score',
  'total-rounded': 'total_score',
  'rank-contradicts-score': 'rank',
  'rank-gap': 'rank',
  'class-contradicts-score': 'band_id',
  'outside-unit-dates': 'unit_id',
}

const written = (value: number | null) => (value === null ? null : String(Number(value.toFixed(6))))

function expectedOf({ kind, detail, expected, deviation, otherUnitId, otherBandNameVi }: Finding): string | null {
  switch (kind) {
    case 'rank-contradicts-score':
      return `${otherUnitId}: ${expected}`
    case 'class-contradicts-score':
      return detail === 'class-order' ? `${otherUnitId}: ${otherBandNameVi}` : written(expected)
    case 'duplicate-row':
      return otherUnitId
    case 'jump': {
      const [mean, reach] = [expected ?? 0, 3 * (deviation ?? 0)]
      return `${written(mean - reach)} … ${written(mean + reach)}`
    }
    case 'outside-unit-dates':
      return detail
    default:
      return written(expected)
  }
}

/** The problem that a finding is, at its row of the source file; null where it is none. */
export function findingProblem(finding: Finding, file: string): Problem | null {
  const kind = PROBLEM_OF[finding.kind]
  if (kind === null) return null
  return {
    kind,
    severity: finding.severity,
    file,
    row: finding.sourceRow,
    column: null,
    value: kind === 'structure-differs' ? finding.detail : (written(finding.value) ?? finding.unitId),
    expected: expectedOf(finding),
  }
}

/** The row and column of the package's own tables that a finding is about. */
export function findingPlace({ kind, subIndexId, tableRow }: Finding): string {
  const table: TableName = tableRow === null ? 'editions' : subIndexId === null ? 'results' : 'scores'
  const column = subIndexId === null ? COLUMN_OF[kind] : 'score'
  return `${tableFile(table)}${tableRow === null ? '' : `:${tableRow}`}${column === undefined ? '' : ` ${column}`}`
}
