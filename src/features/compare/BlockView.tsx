import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Chart } from '@/charts/Chart'
import { blockHistoryChart } from '@/charts/block-history-chart'
import type { ChartFrame } from '@/charts/chart-spec'
import type { EditionHistoryRow } from '@/db/questions/change'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { blockHeadline } from '@/features/compare/block-headline'
import { chartFooter } from '@/features/compare/chart-footer'
import { doesNotCompare } from '@/features/compare/history-input'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { editionHistoryQuery } from '@/queries/change'
import { StackedTable } from '@/ui/StackedTable'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
}

/** The block as a whole through all its periods. */
export function BlockView({ pack, edition }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const { data: rows } = useSuspenseQuery(editionHistoryQuery(pack.id, key))
  const draw = useCallback(
    (frame: ChartFrame) =>
      blockHistoryChart(
        rows.map((row) => ({
          period: row.period,
          newCriteria: doesNotCompare(row),
          n: row.scoredCount,
          lowest: row.lowest,
          q1: row.q1,
          median: row.median,
          q3: row.q3,
          best: row.best,
        })),
        i18n,
        frame,
      ),
    [rows, i18n],
  )
  const { title, lede } = blockHeadline(rows, i18n)
  const slots = {
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    index: edition.indexShortName,
    n: rows.length,
  }
  const scored = rows.some(({ scoredCount }) => scoredCount > 0)
  const partial = pack.origin === 'shipped' && pack.status === 'published-in-part'
  return (
    <>
      <h1>{title}</h1>
      {lede !== '' && <p className={styles['lede']}>{lede}</p>}
      {scored && partial && <p className={styles['reason']}>{t('compare.block.partial')}</p>}
      {scored && (
        <Chart
          draw={draw}
          sentence={t('compare.block.sentence', slots)}
          label={t('compare.block.label', slots)}
          footer={chartFooter(pack, edition, i18n)}
          fileName={`${edition.indexId}-${edition.blockId}-over-time`}
        />
      )}
      <BlockTable rows={rows} caption={t('compare.block.caption', slots)} />
      <ClassesTable rows={rows} caption={t('compare.block.classes.caption', slots)} />
      <FieldsTable rows={rows} caption={t('compare.block.fields.caption', slots)} />
    </>
  )
}

interface TableProps {
  /** Oldest first. */
  readonly rows: readonly EditionHistoryRow[]
  readonly caption: string
}

function BlockTable({ rows, caption }: TableProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const share = (read: (row: EditionHistoryRow) => number | null) => (row: EditionHistoryRow) => {
    const value = read(row)
    return value === null ? NO_VALUE : format.share(value)
  }
  const size = (read: (row: EditionHistoryRow) => number | null) => (row: EditionHistoryRow) => {
    const value = read(row)
    return value === null ? NO_VALUE : format.shareSize(value)
  }
  return (
    <section>
      <h2>{t('compare.block.table')}</h2>
      <StackedTable
        caption={caption}
        rows={rows.toReversed()}
        rowKey={({ period }) => period}
        compact
        columns={[
          {
            id: 'period',
            header: t('compare.col.period'),
            rowHeader: true,
            cell: (row) => {
              const note = noteOf(row, rows, i18n)
              return (
                <>
                  {format.period(row.period)}
                  {note !== null && <small className={styles['under']}>{note}</small>}
                </>
              )
            },
          },
          {
            id: 'n',
            header: t('compare.col.n'),
            numeric: true,
            cell: ({ scoredCount, unitCount }) =>
              scoredCount === unitCount
                ? format.number(scoredCount)
                : t('compare.of', { n: scoredCount, all: unitCount }),
          },
          { id: 'mean', header: t('compare.col.mean'), numeric: true, cell: share(({ mean }) => mean) },
          { id: 'median', header: t('compare.col.median'), numeric: true, cell: share(({ median }) => median) },
          {
            id: 'quartiles',
            header: t('compare.col.quartiles'),
            numeric: true,
            cell: ({ q1, q3 }) =>
              q1 === null || q3 === null
                ? NO_VALUE
                : t('compare.range', { from: format.share(q1), to: format.share(q3) }),
          },
          {
            id: 'deviation',
            header: t('compare.col.deviation'),
            numeric: true,
            cell: size(({ deviation }) => deviation),
          },
          { id: 'best', header: t('compare.col.best'), numeric: true, cell: share(({ best }) => best) },
          { id: 'lowest', header: t('compare.col.lowest'), numeric: true, cell: share(({ lowest }) => lowest) },
          { id: 'gap', header: t('compare.col.gap'), numeric: true, cell: size(({ gap }) => gap) },
        ]}
      />
    </section>
  )
}

/** How many units are in every class in every period, the highest first; newest period first. */
function ClassesTable({ rows, caption }: TableProps) {
  const { t, format } = useI18n()
  const bands = [...new Map(rows.flatMap(({ bands }) => bands).map((band) => [band.bandId, band])).values()].toSorted(
    (a, b) => a.position - b.position,
  )
  if (bands.length === 0) return null
  return (
    <section>
      <h2>{t('compare.block.classes')}</h2>
      <StackedTable
        caption={caption}
        rows={rows.toReversed()}
        rowKey={({ period }) => period}
        compact
        columns={[
          {
            id: 'period',
            header: t('compare.col.period'),
            rowHeader: true,
            cell: ({ period }) => format.period(period),
          },
          ...bands.map((band) => ({
            id: band.bandId,
            header: format.name(band),
            numeric: true,
            cell: (row: EditionHistoryRow) => {
              const count = row.bands.find(({ bandId }) => bandId === band.bandId)?.count
              return count === undefined ? NO_VALUE : format.number(count)
            },
          })),
          {
            id: 'none',
            header: t('compare.class.none'),
            numeric: true,
            cell: ({ unclassedCount }) => format.number(unclassedCount),
          },
        ]}
      />
    </section>
  )
}

function noteOf(
  row: EditionHistoryRow,
  rows: readonly EditionHistoryRow[],
  { t, format }: Pick<I18n, 't' | 'format'>,
): string | null {
  const before = rows[rows.indexOf(row) - 1]
  if (before === undefined || before.versionId === row.versionId) return null
  if (doesNotCompare(row)) return t('compare.block.cut')
  return row.coreCoverage === null
    ? t('compare.chart.newVersion')
    : t('compare.block.version', { coverage: format.share(row.coreCoverage, 0) })
}

/** The mean of every sub-index of the first level in every period that scored it; newest period first. */
function FieldsTable({ rows, caption }: TableProps) {
  const { t, format } = useI18n()
  const newestFirst = rows.filter(({ fields }) => fields.some(({ mean }) => mean !== null)).toReversed()
  if (newestFirst.length === 0) return null
  const fields = [
    ...new Map(newestFirst.flatMap(({ fields }) => fields).map((field) => [field.subIndexId, field])).values(),
  ]
  return (
    <section>
      <h2>{t('compare.block.fields')}</h2>
      <StackedTable
        caption={caption}
        rows={fields}
        rowKey={({ subIndexId }) => subIndexId}
        compact
        columns={[
          { id: 'field', header: t('compare.col.field'), rowHeader: true, cell: (field) => format.name(field) },
          ...newestFirst.map((row) => ({
            id: row.period,
            header: format.period(row.period),
            numeric: true,
            cell: ({ subIndexId }: (typeof fields)[number]) => {
              const mean = row.fields.find((field) => field.subIndexId === subIndexId)?.mean ?? null
              return mean === null ? NO_VALUE : format.share(mean)
            },
          })),
        ]}
      />
    </section>
  )
}
