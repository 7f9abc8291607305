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
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import styles from '@/features/report/Report.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** Oldest first; the last is that of the report. */
  readonly periods: readonly EditionHistoryRow[]
  /** Only a part of the block is known in some period. */
  readonly partial: boolean
}

type FigureKey = `compare.col.${'ranked' | 'n' | 'mean' | 'median' | 'deviation' | 'gap'}`

/** How the block as a whole moved and how far it lies apart. */
export function ReportHistory({ pack, edition, periods, partial }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const shown = useMemo(() => blockPeriods(periods), [periods])
  const draw = useCallback((frame: ChartFrame) => blockHistoryChart(shown, i18n, frame), [shown, i18n])
  const slots = {
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    index: edition.indexShortName,
    n: periods.length,
  }
  const { title, lede } = partial
    ? { title: t('compare.block.partial'), lede: t('compare.block.partial.more') }
    : blockHeadline(periods, i18n)
  const drawn = !partial && periods.filter(({ median }) => median !== null).length > 1
  const figure =
    (write: (value: number) => string) =>
    (
      id: string,
      header: FigureKey,
      read: (row: EditionHistoryRow) => number | null,
    ): TableColumn<EditionHistoryRow> => ({
      id,
      header: t(header),
      numeric: true,
      cell: (row) => {
        const value = read(row)
        return value === null ? NO_VALUE : write(value)
      },
    })
  const [count, share, size] = [figure(format.number), figure(format.share), figure(format.shareSize)]
  return (
    <section>
      <h2>{t('report.history')}</h2>
      <p>
        {t('report.sentence', { text: title })} {lede}
      </p>
      {drawn && (
        <>
          <Chart
            draw={draw}
            sentence={t('compare.block.sentence', slots)}
            label={t('compare.block.label', slots)}
            footer={chartFooter(pack, edition, i18n)}
            source={exportedSource(pack, edition, i18n)}
            fileName={exportName(pack, edition, t('report.history'), i18n)}
          />
          <p className={styles['note']}>{t('report.history.how')}</p>
        </>
      )}
      {periods.length > 1 && (
        <div className={styles['whole']}>
          <StackedTable
            caption={t('compare.block.caption', slots)}
            compact
            rows={periods.toReversed()}
            rowKey={({ period }) => period}
            columns={[
              {
                id: 'period',
                header: t('compare.col.period'),
                rowHeader: true,
                cell: ({ period }) => format.period(period),
              },
              count('ranked', 'compare.col.ranked', ({ rankedCount }) => rankedCount),
              count('n', 'compare.col.n', ({ scoredCount }) => scoredCount),
              ...(drawn
                ? [
                    share('mean', 'compare.col.mean', ({ mean }) => mean),
                    share('median', 'compare.col.median', ({ median }) => median),
                    size('deviation', 'compare.col.deviation', ({ deviation }) => deviation),
                    size('gap', 'compare.col.gap', ({ gap }) => gap),
                  ]
                : []),
            ]}
          />
        </div>
      )}
    </section>
  )
}
