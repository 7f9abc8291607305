import type { Edition, RankedUnit } from '@/db/questions/first-view'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import { bandIndex, visibleColumns } from '@/features/ranking/columns'
import { whyUnranked } from '@/features/ranking/words'
import type { I18n } from '@/i18n/use-i18n'
import { classStep } from '@/ui/classes'

type Words = Pick<I18n, 't' | 'format'>

/** The ranking as a file, rows in the order given; what the table marks with signs is in the note. `all`: of the edition, whose columns it has. */
export function rankingFile(
  title: string,
  rows: readonly RankedUnit[],
  all: readonly RankedUnit[],
  edition: Edition,
  words: Words,
): ExportedTable {
  const { t, format } = words
  const shown = new Set(visibleColumns(all))
  const bands = bandIndex(edition)
  const bandOf = ({ bandId }: RankedUnit) => (bandId === null ? undefined : bands.get(bandId))
  const before = [...new Set(all.flatMap(({ trend }) => trend.map(({ period }) => period)))]
    .filter((period) => period !== edition.period)
    .toSorted()
  return exportedTable<RankedUnit>(title, rows, [
    shown.has('rank') && { label: t('ranking.col.rank'), kind: 'number', decimals: 0, of: ({ rank }) => rank },
    { label: t('ranking.col.unit'), kind: 'text', of: format.name },
    shown.has('share') && {
      label: t('export.col.share'),
      kind: 'share',
      decimals: 2,
      bar: true,
      of: ({ share }) => share,
      look: (row) => ({ step: classStep(bandOf(row)?.position ?? null, bands.size) }),
    },
    shown.has('points') && {
      label: t('ranking.col.points'),
      kind: 'number',
      decimals: edition.decimals,
      of: ({ points }) => points,
    },
    shown.has('points') && {
      label: t('export.col.max'),
      kind: 'number',
      decimals: all.some(({ maxScore }) => maxScore !== null && !Number.isInteger(maxScore)) ? edition.decimals : 0,
      filesOnly: all.every(({ maxScore }) => maxScore === null || maxScore === 100),
      of: ({ maxScore }) => maxScore,
    },
    shown.has('places') && {
      label: t('export.col.places'),
      kind: 'number',
      decimals: 0,
      signed: true,
      of: ({ placesGained }) => placesGained,
    },
    shown.has('change') && {
      label: t('export.col.change'),
      kind: 'change',
      decimals: 2,
      of: ({ shareChange }) => shareChange,
    },
    shown.has('band') && {
      label: t('ranking.col.band'),
      kind: 'text',
      of: (row) => {
        const band = bandOf(row)
        return band === undefined ? null : format.name(band)
      },
    },
    shown.has('weak') && {
      label: t('ranking.col.weak'),
      kind: 'number',
      decimals: 0,
      of: ({ weakCount }) => weakCount,
    },
    ...before.map((period) => ({
      label: t('export.col.shareOf', { period: format.period(period) }),
      kind: 'share' as const,
      decimals: 2,
      filesOnly: true,
      of: ({ trend }: RankedUnit) => trend.find((point) => point.period === period)?.share ?? null,
    })),
    all.some((row) => noteOf(row, words) !== null) && {
      label: t('export.col.note'),
      kind: 'text',
      of: (row) => noteOf(row, words),
    },
  ])
}

function noteOf(row: RankedUnit, { t, format }: Words): string | null {
  const notes = [
    row.rank === null ? whyUnranked(row, { t }) : null,
    row.tied ? t('export.note.tied') : null,
    row.rank !== null && row.rankOrigin === 'computed' ? t('export.note.rank') : null,
    row.points !== null && row.totalOrigin === 'computed' ? t('export.note.points') : null,
    row.refusedCount > 0
      ? t('export.note.refused', { n: row.refusedCount })
      : row.rankAffected
        ? t('export.note.affected')
        : null,
    row.formerUnits.length > 0 && row.previousRank === null
      ? t('ranking.former', { names: row.formerUnits.map(format.name).join(', ') })
      : null,
  ].filter((note) => note !== null)
  return notes.length === 0 ? null : notes.join('; ')
}
