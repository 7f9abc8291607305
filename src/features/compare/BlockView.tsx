import { useSuspenseQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Chart } from '@/charts/Chart'
import { blockHistoryChart } from '@/charts/block-history-chart'
import type { ChartFrame } from '@/charts/chart-spec'
import type { EditionHistoryRow } from '@/db/questions/change'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { blockHeadline } from '@/findings/block-headline'
import { blockPeriods } from '@/findings/block-periods'
import { chartFooter } from '@/findings/chart-footer'
import { isPartialHistory } from '@/findings/partial-history'
import { NO_VALUE } from '@/i18n/format'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { blockFile, classesFile, classesOf, fieldMeans, fieldMeansFile, noteOf } from '@/features/compare/block-files'
import { useI18n } from '@/i18n/use-i18n'
import { blockHistoryQuery, editionHistoryQuery } from '@/queries/change'
import { StackedTable } from '@/ui/StackedTable'
import { WideTable } from '@/ui/WideTable'
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
  const [{ data: rows }, { data: units }] = useSuspenseQueries({
    queries: [editionHistoryQuery(pack.id, key), blockHistoryQuery(pack.id, key)],
  })
  const draw = useCallback((frame: ChartFrame) => blockHistoryChart(blockPeriods(rows), i18n, frame), [rows, i18n])
  // The middle of a part is not that of the block.
  const partial = useMemo(() => isPartialHistory(units, rows, pack), [units, rows, pack])
  const { title, lede } = partial
    ? { title: t('compare.block.partial'), lede: t('compare.block.partial.more') }
    : blockHeadline(rows, i18n)
  const slots = {
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    index: edition.indexShortName,
    n: rows.length,
  }
  const source = exportedSource(pack, edition, i18n)
  const nameOf = (what: string) => exportName(pack, edition, what, i18n)
  const scored = rows.some(({ scoredCount }) => scoredCount > 0)
  return (
    <>
      <h1>{title}</h1>
      {lede !== '' && <p className={styles['lede']}>{lede}</p>}
      {scored && !partial && (
        <Chart
          draw={draw}
          sentence={t('compare.block.sentence', slots)}
          label={t('compare.block.label', slots)}
          footer={chartFooter(pack, edition, i18n)}
          source={source}
          fileName={nameOf(t('export.name.block'))}
        />
      )}
      <BlockTable
        rows={rows}
        countsOnly={partial || !scored}
        caption={t('compare.block.caption', slots)}
        source={source}
        fileName={nameOf(t('compare.block.table'))}
      />
      {!partial && (
        <>
          <ClassesTable
            rows={rows}
            caption={t('compare.block.classes.caption', slots)}
            source={source}
            fileName={nameOf(t('export.name.classes'))}
          />
          <FieldsTable
            rows={rows}
            caption={t('compare.block.fields.caption', slots)}
            source={source}
            fileName={nameOf(t('export.name.means'))}
          />
        </>
      )}
    </>
  )
}

interface TableProps {
  /** Oldest first. */
  readonly rows: readonly EditionHistoryRow[]
  readonly caption: string
  readonly source: ExportedSource
  readonly fileName: string
}

type ColumnKey = `compare.col.${
  | 'units'
  | 'ranked'
  | 'n'
  | 'mean'
  | 'median'
  | 'q1'
  | 'q3'
  | 'lowest'
  | 'best'
  | 'deviation'
  | 'gap'}`

interface BlockTableProps extends TableProps {
  /** Counts alone: there are no statistics. */
  readonly countsOnly: boolean
}

function BlockTable({ rows, countsOnly, caption, source, fileName }: BlockTableProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const figure =
    (write: (value: number) => string) =>
    (id: string, header: ColumnKey, read: (row: EditionHistoryRow) => number | null) => ({
      id,
      header: t(header),
      numeric: true,
      cell: (row: EditionHistoryRow) => {
        const value = read(row)
        return value === null ? NO_VALUE : write(value)
      },
    })
  const count = figure(format.number)
  const share = figure(format.share)
  const size = figure(format.shareSize)
  return (
    <section>
      <h2>{t('compare.block.table')}</h2>
      <WideTable label={caption}>
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
            count('units', 'compare.col.units', ({ unitCount }) => unitCount),
            count('ranked', 'compare.col.ranked', ({ rankedCount }) => rankedCount),
            count('scored', 'compare.col.n', ({ scoredCount }) => scoredCount),
            ...(countsOnly
              ? []
              : [
                  share('mean', 'compare.col.mean', ({ mean }) => mean),
                  share('median', 'compare.col.median', ({ median }) => median),
                  share('q1', 'compare.col.q1', ({ q1 }) => q1),
                  share('q3', 'compare.col.q3', ({ q3 }) => q3),
                  share('lowest', 'compare.col.lowest', ({ lowest }) => lowest),
                  share('best', 'compare.col.best', ({ best }) => best),
                  size('deviation', 'compare.col.deviation', ({ deviation }) => deviation),
                  size('gap', 'compare.col.gap', ({ gap }) => gap),
                ]),
          ]}
        />
      </WideTable>
      <Download
        name={caption}
        shown={() => blockFile(caption, rows, countsOnly, i18n)}
        source={source}
        fileName={fileName}
      />
    </section>
  )
}

/** How many units are in every class in every period, the highest first; newest period first. */
function ClassesTable({ rows, caption, source, fileName }: TableProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const bands = classesOf(rows)
  if (bands.length === 0) return null
  return (
    <section>
      <h2>{t('compare.block.classes')}</h2>
      <WideTable label={caption}>
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
      </WideTable>
      <Download name={caption} shown={() => classesFile(caption, rows, i18n)} source={source} fileName={fileName} />
    </section>
  )
}

/** The mean of every sub-index of the first level in every period that scored it; newest period first. */
function FieldsTable({ rows, caption, source, fileName }: TableProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { periods: newestFirst, fields } = fieldMeans(rows)
  if (newestFirst.length === 0) return null
  return (
    <section>
      <h2>{t('compare.block.fields')}</h2>
      <WideTable label={caption}>
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
      </WideTable>
      <Download name={caption} shown={() => fieldMeansFile(caption, rows, i18n)} source={source} fileName={fileName} />
    </section>
  )
}
