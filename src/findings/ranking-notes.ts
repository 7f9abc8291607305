import type { Edition, RankedUnit, Summary } from '@/db/questions/first-view'
import type { I18n } from '@/i18n/use-i18n'

export interface RankingNotes {
  readonly lines: readonly string[]
  /** The document of the edition, and where to read it. */
  readonly source: { readonly text: string; readonly url: string | null } | null
}

const MANY_TIES = 6

/** What a reader must know to read the table right, in the order in which it matters. */
export function rankingNotes(
  edition: Edition,
  summary: Summary,
  rows: readonly RankedUnit[],
  { t, format }: Pick<I18n, 't' | 'format'>,
  /** A viewer's file says nothing of its status. */
  ownFile = false,
): RankingNotes {
  const lines: string[] = []
  const ranked = rows.filter((row) => row.rank !== null)
  const scored = rows.filter((row) => row.points !== null)

  if (edition.status === 'provisional' && !ownFile) lines.push(t('ranking.note.provisional'))
  if (edition.status === 'derived') lines.push(t('ranking.note.derived'))

  const computedRanks = ranked.filter((row) => row.rankOrigin === 'computed').length
  if (computedRanks > 0) {
    lines.push(t(computedRanks === ranked.length ? 'ranking.note.computedRankAll' : 'ranking.note.computedRank'))
  }
  const computedTotals = scored.filter((row) => row.totalOrigin === 'computed').length
  if (computedTotals > 0) {
    lines.push(t(computedTotals === scored.length ? 'ranking.note.computedTotalAll' : 'ranking.note.computedTotal'))
  }

  const ties = tiesOf(ranked)
  if (ties.length > 0) {
    const text = ties.slice(0, MANY_TIES).map(({ rank, n }) => t('ranking.note.tie', { rank, n }))
    lines.push(t('ranking.note.ties', { text: `${text.join(', ')}${ties.length > MANY_TIES ? '…' : ''}` }))
  }
  const unranked = rows.filter((row) => row.rank === null).length
  if (unranked > 0) lines.push(t('ranking.note.unranked', { n: unranked }))
  if (summary.refusedCount > 0) lines.push(t('ranking.note.refused', { n: summary.refusedCount }))
  if (rows.some((row) => row.weakCount !== null)) lines.push(t('ranking.note.weak'))
  if (edition.decision !== null) {
    lines.push(
      edition.issuedOn === null
        ? t('ranking.note.criteria.noDate', { decision: edition.decision })
        : t('ranking.note.criteria', { decision: edition.decision, date: format.date(edition.issuedOn) }),
    )
  }
  if (edition.publishedOn !== null) {
    lines.push(t('ranking.note.published', { date: format.date(edition.publishedOn) }))
  }
  const note = format.lang === 'vi' ? edition.versionNoteVi : edition.versionNoteEn
  if (note !== null) lines.push(note)
  const survey = [
    edition.surveyInvited === null ? null : t('ranking.note.survey.invited', { n: edition.surveyInvited }),
    edition.surveyReturned === null ? null : t('ranking.note.survey.returned', { n: edition.surveyReturned }),
    edition.surveyValid === null ? null : t('ranking.note.survey.valid', { n: edition.surveyValid }),
  ].filter((part) => part !== null)
  if (survey.length > 0) lines.push(t('ranking.note.survey', { parts: survey.join(', ') }))
  return { lines, source: sourceOf(edition, { t, format }) }
}

/** Ranks that several units share, best first. */
export function tiesOf(ranked: readonly RankedUnit[]): readonly { readonly rank: number; readonly n: number }[] {
  const counts = new Map<number, number>()
  for (const { rank } of ranked) if (rank !== null) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n > 1)
    .map(([rank, n]) => ({ rank, n }))
    .toSorted((a, b) => a.rank - b.rank)
}

function sourceOf(edition: Edition, { t, format }: Pick<I18n, 't' | 'format'>): RankingNotes['source'] {
  const name = [edition.sourceNumber, edition.sourceTitle].filter((part) => part !== null).join(', ')
  const source = [name, edition.sourceIssuer].filter((part) => part !== null && part !== '').join(' — ')
  if (source === '') return null
  return {
    text:
      edition.sourcePublishedOn === null
        ? source
        : t('ranking.note.source.dated', { source, date: format.date(edition.sourcePublishedOn) }),
    url: edition.sourceUrl,
  }
}
