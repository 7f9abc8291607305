import type { EditionHistoryRow } from '@/db/questions/change'
import { exportedTable } from '@/export/exported-table'
import type { ColumnOf, ExportedTable } from '@/export/exported-table'
import { differTooMuch } from '@/findings/comparison-mode'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** The block in every period, newest first. `rows` oldest first. */
export function blockFile(
  title: string,
  rows: readonly EditionHistoryRow[],
  countsOnly: boolean,
  words: Words,
): ExportedTable {
  const { t, format } = words
  const count = (label: string, of: (row: EditionHistoryRow) => number | null) =>
    ({ label, kind: 'number', decimals: 0, of }) as const
  const share = (label: string, of: (row: EditionHistoryRow) => number | null) =>
    ({ label, kind: 'share', decimals: 2, of }) as const
  const size = (label: string, of: (row: EditionHistoryRow) => number | null) =>
    ({ label, kind: 'points', decimals: 2, of }) as const
  const statistics: readonly ColumnOf<EditionHistoryRow>[] = [
    share(t('compare.col.mean'), ({ mean }) => mean),
    share(t('compare.col.median'), ({ median }) => median),
    share(t('compare.col.q1'), ({ q1 }) => q1),
    share(t('compare.col.q3'), ({ q3 }) => q3),
    share(t('compare.col.lowest'), ({ lowest }) => lowest),
    share(t('compare.col.best'), ({ best }) => best),
    size(t('compare.col.deviation'), ({ deviation }) => deviation),
    size(t('compare.col.gap'), ({ gap }) => gap),
  ]
  return exportedTable<EditionHistoryRow>(title, rows.toReversed(), [
    { label: t('compare.col.period'), kind: 'text', of: ({ period }) => format.period(period) },
    count(t('compare.col.units'), ({ unitCount }) => unitCount),
    count(t('compare.col.ranked'), ({ rankedCount }) => rankedCount),
    count(t('compare.col.n'), ({ scoredCount }) => scoredCount),
    ...(countsOnly ? [] : statistics),
    rows.some((row) => noteOf(row, rows, words) !== null) && {
      label: t('compare.col.note'),
      kind: 'text',
      of: (row) => noteOf(row, rows, words),
    },
  ])
}

/** What must be known of a period's criteria to compare it with the one before; null: nothing. `rows` oldest first. */
export function noteOf(
  row: EditionHistoryRow,
  rows: readonly EditionHistoryRow[],
  { t, format }: Pick<I18n, 't' | 'format'>,
): string | null {
  const before = rows[rows.indexOf(row) - 1]
  if (before === undefined || before.versionId === row.versionId) return null
  if (differTooMuch(row.changeBasis, row.coreCoverage)) return t('compare.block.cut')
  return row.coreCoverage === null
    ? t('compare.chart.newVersion')
    : t('compare.block.version', { coverage: format.share(row.coreCoverage, 0) })
}

/** Classes that occur in some period, the highest first. */
export const classesOf = (rows: readonly EditionHistoryRow[]): readonly EditionHistoryRow['bands'][number][] =>
  [...new Map(rows.flatMap(({ bands }) => bands).map((band) => [band.bandId, band])).values()].toSorted(
    (a, b) => a.position - b.position,
  )

/** How many units are in every class in every period, newest first. `rows` oldest first. */
export const classesFile = (title: string, rows: readonly EditionHistoryRow[], { t, format }: Words): ExportedTable =>
  exportedTable<EditionHistoryRow>(title, rows.toReversed(), [
    { label: t('compare.col.period'), kind: 'text', of: ({ period }) => format.period(period) },
    ...classesOf(rows).map((band) => ({
      label: format.name(band),
      kind: 'number' as const,
      decimals: 0,
      of: ({ bands }: EditionHistoryRow) => bands.find(({ bandId }) => bandId === band.bandId)?.count ?? null,
    })),
    { label: t('compare.class.none'), kind: 'number', decimals: 0, of: ({ unclassedCount }) => unclassedCount },
  ])

type FieldMean = EditionHistoryRow['fields'][number]

/** Periods that have means of sub-indices, newest first, and every sub-index that one of them has. `rows` oldest first. */
export function fieldMeans(rows: readonly EditionHistoryRow[]): {
  readonly periods: readonly EditionHistoryRow[]
  readonly fields: readonly FieldMean[]
} {
  const periods = rows.filter(({ fields }) => fields.some(({ mean }) => mean !== null)).toReversed()
  const fields = [
    ...new Map(periods.flatMap(({ fields }) => fields).map((field) => [field.subIndexId, field])).values(),
  ]
  return { periods, fields }
}

/** The mean of every sub-index in every period that scored it. `rows` oldest first. */
export function fieldMeansFile(title: string, rows: readonly EditionHistoryRow[], { t, format }: Words): ExportedTable {
  const { periods, fields } = fieldMeans(rows)
  return exportedTable<FieldMean>(title, fields, [
    { label: t('compare.col.field'), kind: 'text', of: format.name },
    ...periods.map((row) => ({
      label: format.period(row.period),
      kind: 'share' as const,
      decimals: 2,
      of: ({ subIndexId }: FieldMean) => row.fields.find((field) => field.subIndexId === subIndexId)?.mean ?? null,
    })),
  ])
}
