import type { Finding } from '@/db/questions/audit'
import type { AuditKind } from '@/domain/audit'

export type GapKind = Extract<AuditKind, 'no-total' | 'no-score'>
export const isGapKind = (kind: AuditKind): kind is GapKind => kind === 'no-total' || kind === 'no-score'

/** What of one edition has no value for one reason. */
export interface Gap {
  /** A missing reason, or null where none is given. */
  readonly reason: string | null
  readonly totals: number
  readonly scores: number
}

/** An edition in which something has no value; by reason, in the order in which reasons first come. */
export interface EditionGaps {
  readonly edition: Pick<Finding, 'indexId' | 'period' | 'blockId' | 'resultSet'>
  readonly gaps: readonly Gap[]
}

const keyOf = ({ indexId, period, blockId, resultSet }: EditionGaps['edition']) =>
  [indexId, period, blockId, resultSet].join(' ')

/** Editions come in the order of the findings about scores, those that lack totals alone after them. */
export function gapsByEdition(findings: readonly Finding[]): readonly EditionGaps[] {
  const editions = new Map<string, { edition: EditionGaps['edition']; gaps: Map<string | null, Gap> }>()
  for (const finding of findings) {
    if (!isGapKind(finding.kind)) continue
    const key = keyOf(finding)
    const known = editions.get(key) ?? { edition: finding, gaps: new Map<string | null, Gap>() }
    editions.set(key, known)
    const gap = known.gaps.get(finding.detail) ?? { reason: finding.detail, totals: 0, scores: 0 }
    const n = finding.figures ?? 0
    known.gaps.set(
      finding.detail,
      finding.kind === 'no-total' ? { ...gap, totals: gap.totals + n } : { ...gap, scores: gap.scores + n },
    )
  }
  return [...editions.values()].map(({ edition, gaps }) => ({ edition, gaps: [...gaps.values()] }))
}
