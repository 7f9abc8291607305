import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'
import { bandIndex, trendScale, visibleColumns } from '@/features/ranking/columns'
import { comparison } from '@/findings/facts'
import { rankingHeadline } from '@/findings/ranking-headline'
import type { RankingFacts } from '@/features/ranking/RankingFacts'
import { RankingNotes } from '@/features/ranking/RankingNotes'
import { RankingTable } from '@/features/ranking/RankingTable'
import { RankingTools } from '@/features/ranking/RankingTools'
import { filterRows, sortRows } from '@/features/ranking/sort-rows'
import { hasTiles } from '@/features/ranking/tiles'
import { loadScreenTexts, useI18n } from '@/i18n/use-i18n'
import { rankingQuery, summaryQuery } from '@/queries/first-view'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/Skeleton'
import type { View } from '@/view/view-state'
import styles from '@/features/ranking/RankingScreen.module.css'

const UnitSource = lazyPart(async () => (await import('@/features/ranking/UnitSource')).UnitSource)
const RankingDownload = lazyPart(async () => {
  const [{ RankingDownload: panel }] = await Promise.all([
    import('@/features/ranking/RankingDownload'),
    loadScreenTexts(),
  ])
  return panel
})
const RankingMap = lazyPart(async () => (await import('@/features/ranking/RankingMap')).RankingMap)

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** The view to draw; the link may be ahead of it while an answer loads. */
  readonly view: View
  /** The strip of facts above the table; null in a frame on another site, which is light and says them in sentences. */
  readonly Facts: typeof RankingFacts | null
}

export function RankingScreen({ pack, edition, view, Facts }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: rows }, { data: summaries }] = useSuspenseQueries({
    queries: [rankingQuery(pack.id, key), summaryQuery(pack.id, key)],
  })
  const [summary] = summaries
  const [source, setSource] = useState<RankedUnit | null>(null)
  const [downloading, setDownloading] = useState(false)

  const bands = useMemo(() => bandIndex(edition), [edition])
  const columns = useMemo(() => visibleColumns(rows), [rows])
  const partial = useMemo(
    () =>
      isPartial(
        rows.map(({ rank }) => rank),
        pack,
      ),
    [rows, pack],
  )
  const scale = useMemo(() => trendScale(rows), [rows])
  const found = useMemo(
    () =>
      sortRows(filterRows(rows, view.q), view.sort, {
        compareNames: format.compareNames,
        name: format.name,
        bandPosition: (id) => (id === null ? null : (bands.get(id)?.position ?? null)),
      }),
    [rows, view.q, view.sort, format, bands],
  )

  // A block without a summary has no units either.
  if (summary === undefined) return <h1>{t('ranking.head.empty')}</h1>
  const { title, lede } = rankingHeadline(summary, rows, edition.decimals, partial, i18n)
  // The middle of a part is not that of the block.
  const median = partial ? null : summary.median
  const comparable = comparison(summary, i18n)
  const mapOffered = hasTiles(rows)
  const caption = t('ranking.table', {
    index: edition.indexShortName,
    period: format.period(edition.period),
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
  })
  return (
    <div className={styles['screen']}>
      <h1>{title}</h1>
      {lede !== '' && <p className={summary.scoredCount > 0 && !partial ? styles['lede'] : styles['reason']}>{lede}</p>}
      {summary.unitCount > 0 && (
        <>
          <div className={styles['facts']}>
            {Facts !== null && <Facts summary={summary} lowerIsBetter={edition.lowerIsBetter} partial={partial} />}
            {comparable !== null && <p className={styles['basis']}>{comparable}</p>}
          </div>
          <RankingTools
            columns={columns}
            mapOffered={mapOffered}
            found={found.length}
            all={rows.length}
            shownQuery={view.q}
            median={median}
            onDownload={() => setDownloading(true)}
          />
          {view.as === 'map' && mapOffered ? (
            <Suspense fallback={<Skeleton lines={12} />}>
              <RankingMap rows={found} allRows={rows} bands={bands} view={view} />
            </Suspense>
          ) : (
            <RankingTable
              rows={found}
              caption={caption}
              columns={columns}
              bands={bands}
              scale={scale}
              median={median}
              decimals={edition.decimals}
              lowerIsBetter={edition.lowerIsBetter}
              previousKnown={summary.previousPeriod !== null}
              view={view}
              onSource={setSource}
            />
          )}
          <div className={styles['notes']}>
            <RankingNotes
              edition={edition}
              summary={summary}
              rows={rows}
              ownFile={pack.origin === 'file' && pack.over === null}
            />
          </div>
        </>
      )}
      <Suspense fallback={null}>
        {downloading && (
          <RankingDownload
            pack={pack}
            edition={edition}
            title={caption}
            shown={found}
            all={rows}
            onClose={() => setDownloading(false)}
          />
        )}
        {source !== null && <UnitSource row={source} edition={edition} pack={pack} onClose={() => setSource(null)} />}
      </Suspense>
    </div>
  )
}
