import { useSuspenseQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Chart } from '@/charts/Chart'
import type { ChartFrame } from '@/charts/chart-spec'
import { ALL_LABELLED } from '@/charts/place-lines'
import { slopeChart } from '@/charts/slope-chart'
import type { RankChange } from '@/db/questions/change'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { ComparisonNotesList } from '@/features/compare/ComparisonNotesList'
import { FocusPicker } from '@/features/compare/FocusPicker'
import { chartFooter } from '@/findings/chart-footer'
import { compareHeadline, fallSentence } from '@/features/compare/compare-headline'
import { comparisonMode } from '@/findings/comparison-mode'
import { comparisonNotes } from '@/findings/comparison-notes'
import { pairCounts } from '@/findings/pair-counts'
import { slopeInput } from '@/features/compare/slope-input'
import { absentOf, pairNotes } from '@/features/compare/unit-notes'
import { NO_VALUE } from '@/i18n/format'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { Download } from '@/export/Download'
import { placesFile } from '@/features/compare/change-files'
import { useI18n } from '@/i18n/use-i18n'
import { comparabilityQuery, rankChangeQuery } from '@/queries/change'
import { rulesQuery } from '@/queries/package'
import { Notice } from '@/ui/Notice'
import { Segmented } from '@/ui/Segmented'
import { StackedTable } from '@/ui/StackedTable'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  readonly before: Edition
  /** All editions before, newest first. */
  readonly earlier: readonly Edition[]
  readonly view: View
}

/** Two periods of a block side by side. */
export function SlopeView({ pack, edition, before, earlier, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { view: requested } = useView()
  const navigate = useNavigate()
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: comparabilities }, { data: rows }, { data: rules }] = useSuspenseQueries({
    queries: [
      comparabilityQuery(pack.id, key, before.period),
      rankChangeQuery(pack.id, key, before.period),
      rulesQuery(pack.id),
    ],
  })
  const [comparability] = comparabilities
  const pair = useMemo(
    () => ({
      before: format.period(before.period),
      now: format.period(edition.period),
      counts: pairCounts(rows, pack),
    }),
    [format, before.period, edition.period, rows, pack],
  )
  const mode = comparability === undefined ? 'no-units' : comparisonMode(comparability)
  const scale = mode === 'shares' && view.sort?.column === 'share' ? 'share' : 'rank'
  const focus = rows.find(({ unitId }) => unitId === view.unit) ?? null
  const focusId = focus?.unitId ?? null
  const draw = useCallback(
    (frame: ChartFrame) =>
      slopeChart(
        slopeInput(
          { comparability, rows, scale, focus: focusId, lowerIsBetter: edition.lowerIsBetter, ...pair },
          format,
        ),
        { t, format },
        frame,
      ),
    [comparability, rows, scale, focusId, edition.lowerIsBetter, pair, t, format],
  )
  if (comparability === undefined) {
    return (
      <>
        <h1>{t('compare.nothing')}</h1>
        <p className={styles['lede']}>{t('compare.nothing.more')}</p>
      </>
    )
  }
  const coreLimit = rules.find(({ ruleId }) => ruleId === 'comparable-core-share')?.value ?? null
  const notes = comparisonNotes(comparability, { ...pair, coreLimit }, i18n)
  const lede = [fallSentence(comparability, rows, pair, i18n) ?? '', notes.basis].join(' ').trim()
  const block = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  const drawn = rows.filter((row) =>
    scale === 'rank'
      ? row.rankBefore !== null || row.rankNow !== null
      : row.comparedBefore !== null || row.comparedNow !== null,
  )
  const periods = { before: pair.before, now: pair.now }
  const slots = {
    ...periods,
    block,
    index: edition.indexShortName,
    n: drawn.length,
    scale: t(scale === 'rank' ? 'compare.slope.byRank' : 'compare.slope.byShare'),
  }
  return (
    <>
      <h1>{compareHeadline(comparability, rows, pair, i18n)}</h1>
      {lede !== '' && <p className={styles['lede']}>{lede}</p>}
      {mode === 'other-criteria' ? (
        <NotDrawn
          pack={pack}
          edition={edition}
          before={before}
          earlier={earlier}
          rows={rows}
          periods={periods}
          view={view}
        />
      ) : (
        <>
          {view.unit !== null && focus === null && (
            <Notice>
              <p>{t('compare.notice.unit', { value: view.unit })}</p>
            </Notice>
          )}
          <div className={styles['controls']}>
            <FocusPicker
              units={rows}
              notes={pairNotes(comparability, periods, i18n)}
              absent={absentOf(comparability.unitsLeft)}
              focus={focus}
              optional
            />
            {mode === 'shares' && (
              <Segmented
                name="scale"
                label={t('compare.scale')}
                value={scale}
                options={[
                  { value: 'rank', label: t('compare.scale.rank') },
                  { value: 'share', label: t('compare.scale.share') },
                ]}
                onChange={(value) =>
                  navigate({
                    ...requested,
                    sort: value === 'share' ? { column: 'share', descending: true } : null,
                  })
                }
              />
            )}
          </div>
          {drawn.length > 0 && (
            <>
              <Chart
                draw={draw}
                sentence={t('compare.slope.sentence', slots)}
                label={t('compare.slope.label', slots)}
                footer={chartFooter(pack, edition, i18n)}
                source={exportedSource(pack, edition, i18n)}
                fileName={exportName(
                  pack,
                  edition,
                  t(scale === 'rank' ? 'export.name.places' : 'export.name.change', { before: before.period }),
                  i18n,
                )}
                onPick={(unit) => navigate({ ...requested, unit })}
              />
              <p className={styles['how']}>
                {t(drawn.length > ALL_LABELLED ? 'compare.slope.how.many' : 'compare.slope.how')}
              </p>
            </>
          )}
        </>
      )}
      <ComparisonNotesList notes={notes} />
    </>
  )
}

interface NotDrawnProps extends Props {
  readonly rows: readonly RankChange[]
  readonly periods: { readonly before: string; readonly now: string }
  readonly view: View
}

/** In place of lines between two periods that do not compare: the places in each, and periods that do compare. */
function NotDrawn({ pack, edition, before, earlier, rows, periods, view }: NotDrawnProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const others = earlier.filter(({ versionId }) => versionId === edition.versionId)
  return (
    <>
      <Notice title={t('compare.slope.notDrawn')}>
        {others.length === 0 ? (
          <p>{t('compare.slope.noneOther', { period: periods.now })}</p>
        ) : (
          <p>
            {t('compare.slope.tryOther', { period: periods.now })}
            {others.map(({ period }, index) => (
              <span key={period}>
                {index > 0 && ', '}
                <ViewLink to={{ ...view, before: period }}>{format.period(period)}</ViewLink>
              </span>
            ))}
          </p>
        )}
      </Notice>
      <h2>{t('compare.slope.places')}</h2>
      <StackedTable
        caption={t('compare.slope.places')}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        compact
        columns={[
          { id: 'unit', header: t('compare.col.unit'), rowHeader: true, cell: (row) => format.name(row) },
          {
            id: 'before',
            header: t('compare.col.rankIn', { period: periods.before }),
            numeric: true,
            cell: ({ rankBefore }) => (rankBefore === null ? NO_VALUE : format.number(rankBefore)),
          },
          {
            id: 'now',
            header: t('compare.col.rankIn', { period: periods.now }),
            numeric: true,
            cell: ({ rankNow }) => (rankNow === null ? NO_VALUE : format.number(rankNow)),
          },
        ]}
      />
      <Download
        name={t('compare.slope.places')}
        shown={() => placesFile(t('compare.slope.places'), rows, periods, i18n)}
        source={exportedSource(pack, edition, i18n)}
        fileName={exportName(pack, edition, t('export.name.places', { before: before.period }), i18n)}
      />
    </>
  )
}
