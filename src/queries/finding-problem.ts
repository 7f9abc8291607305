import type { Finding } from '@/db/questions/audit'
import type { Problem, ProblemKind } from '@/domain/problem'
import type { ReadColumn } from '@/import/opening'

/** What of a finding contradicts something; that a figure is missing is no problem of a file. */
const PROBLEM_OF = {
  'total-differs': 'total-differs',
  'rank-contradicts-score': 'rank-contradicts-score',
  'class-contradicts-score': 'class-contradicts-score',
  'rank-gap': 'rank-gap',
  'duplicate-row': 'duplicate-row',
  jump: 'jump',
  'structure-differs': 'structure-differs',
  'total-rounded': 'total-rounded',
  // The import says this itself.
  'outside-unit-dates': null,
  'no-total': null,
  'no-score': null,
} as const satisfies Record<Finding['kind'], ProblemKind | null>

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

/** In wide form a sub-index, a total, a rank and a class have columns of their own. */
function letterOf({ kind, subIndexId }: Finding, columns: readonly ReadColumn[]): string | null {
  const role = kind.startsWith('rank') ? 'rank' : kind.startsWith('class') ? 'class' : 'total'
  const [only, ...others] = columns.filter((column) =>
    subIndexId === null ? column.role === role : column.role === 'sub-index' && column.subIndexId === subIndexId,
  )
  return only !== undefined && others.length === 0 ? only.letter : null
}

/** The problem of an opened file that a finding of its package's audit is, at its cell of the file; null where it is none. */
export function findingProblem(finding: Finding, file: string, columns: readonly ReadColumn[]): Problem | null {
  const kind = PROBLEM_OF[finding.kind]
  if (kind === null) return null
  return {
    kind,
    severity: finding.severity,
    file,
    row: finding.sourceRow,
    column: letterOf(finding, columns),
    value: kind === 'structure-differs' ? finding.detail : (written(finding.value) ?? finding.unitId),
    ...(kind !== 'structure-differs' && finding.value !== null ? { isNumber: true } : {}),
    expected: expectedOf(finding),
  }
}
