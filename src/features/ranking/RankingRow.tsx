import { memo } from 'react'
import type { ReactNode } from 'react'
import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { Column, TrendScale } from '@/features/ranking/columns'
import { placesText, trendWords, whyUnranked } from '@/features/ranking/words'
import { changeWords, formatMaximum, placesWords } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import { BandTag } from '@/ui/BandTag'
import { Change } from '@/ui/Change'
import { classStep } from '@/ui/classes'
import { ShareBar } from '@/ui/ShareBar'
import { Sparkline } from '@/ui/Sparkline'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/ranking/RankingTable.module.css'

/** What all rows share; one object as long as none of it changes. */
export interface RowContext {
  readonly columns: readonly Column[]
  readonly bands: ReadonlyMap<string, Edition['bands'][number]>
  readonly scale: TrendScale | null
  readonly median: number | null
  readonly decimals: number
  /** A low share is good. */
  readonly lowerIsBetter: boolean
  readonly previousKnown: boolean
  readonly view: View
  readonly onSource: (row: RankedUnit) => void
}

interface Props {
  readonly row: RankedUnit
  readonly context: RowContext
  /** Only where not every row is in the page: its number in the whole table, and who measures it. */
  readonly place?: {
    readonly rowIndex: number
    readonly index: number
    readonly measure: (row: Element | null) => void
  }
}

/** A sign for the eye and a word for the ear. */
const mark = (sign: string, word: string) => (
  <span className={styles['mark']} role="img" aria-label={word}>
    {sign}
  </span>
)

/** Nothing to see in the cell: on a card it takes no room. */
const isEmpty = (row: RankedUnit, column: Column) =>
  (column === 'places' && row.placesGained === null) ||
  (column === 'change' && row.shareChange === null) ||
  (column === 'band' && row.bandId === null) ||
  (column === 'weak' && (row.weakCount ?? 0) === 0)

export const RankingRow = memo(function RankingRow({ row, context, place }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { bands, scale, median, decimals, previousKnown, view, onSource } = context
  const band = row.bandId === null ? undefined : bands.get(row.bandId)
  const step = classStep(band?.position ?? null, bands.size)
  const isNew = previousKnown && row.previousRank === null && row.formerUnits.length > 0
  const name = format.name(row)
  const refused =
    row.refusedCount > 0
      ? mark('†', t('ranking.refused', { n: row.refusedCount }))
      : row.rankAffected && mark('†', t('ranking.rankAffected'))

  const cells: Readonly<Record<Exclude<Column, 'unit'>, () => ReactNode>> = {
    rank: () =>
      row.rank === null ? (
        <>
          {NO_VALUE}
          {refused}
        </>
      ) : (
        <>
          {row.rank}
          {row.tied && mark('=', t('common.tied'))}
          {row.rankOrigin === 'computed' && mark('°', t('common.computed'))}
          {refused}
        </>
      ),
    places: () => (
      <Change
        value={row.placesGained}
        text={placesText(row.placesGained, i18n)}
        words={placesWords(row.placesGained, i18n)}
        kind="places"
      />
    ),
    share: () => (
      <ShareBar
        share={row.share}
        step={step}
        median={median}
        label={
          row.share === null ? t('ranking.share.none') : t('ranking.share.label', { share: format.share(row.share) })
        }
      />
    ),
    points: () =>
      row.points === null ? (
        NO_VALUE
      ) : (
        <>
          <b>{format.points(row.points, decimals)}</b>
          {row.totalOrigin === 'computed' && mark('°', t('common.computed'))}
          {row.maxScore !== null && row.maxScore !== 100 && (
            <small className={styles['max']}>
              {'\u00A0/\u00A0'}
              {formatMaximum(row.maxScore, format)}
            </small>
          )}
        </>
      ),
    change: () => (
      <Change
        value={row.shareChange}
        text={row.shareChange === null ? '' : format.shareChange(row.shareChange)}
        words={changeWords(row.shareChange, i18n)}
        kind="signed"
        reversed={context.lowerIsBetter}
      />
    ),
    band: () => (band === undefined ? NO_VALUE : <BandTag name={format.name(band)} step={step} />),
    trend: () =>
      scale === null ? null : (
        <Sparkline values={row.trend.map(({ share }) => share)} span={scale.span} label={trendWords(row.trend, i18n)} />
      ),
    weak: () =>
      row.weakCount === null || row.weakCount === 0 ? null : (
        <span className={styles['weak']} role="img" aria-label={t('common.weakCount', { n: row.weakCount })}>
          ◆ <span className={styles['onWide']}>{format.number(row.weakCount)}</span>
          <span className={styles['onCard']}>{t('common.weakCount', { n: row.weakCount })}</span>
        </span>
      ),
    source: () => (
      <button
        type="button"
        className={styles['source']}
        aria-label={t('common.sourceOf', { name })}
        aria-haspopup="dialog"
        onClick={() => onSource(row)}
      >
        {t('ranking.source.open')}
      </button>
    ),
  }

  return (
    <tr
      role="row"
      ref={place?.measure}
      className={styles['row']}
      data-testid="ranking-row"
      data-unit={row.unitId}
      data-index={place?.index}
      aria-rowindex={place?.rowIndex}
    >
      {context.columns.map((column) =>
        column === 'unit' ? (
          <th key={column} role="rowheader" scope="row" data-column={column}>
            <ViewLink className={styles['unit']} to={onScreen(view, 'unit', row.unitId)}>
              {name}
            </ViewLink>
            {row.rank === null && <small>{whyUnranked(row, i18n)}</small>}
            {isNew && (
              <small>
                {t('ranking.former', { names: row.formerUnits.map((unit) => format.name(unit)).join(', ') })}
              </small>
            )}
          </th>
        ) : (
          <td key={column} role="cell" data-column={column} data-empty={isEmpty(row, column) || undefined}>
            {cells[column]()}
          </td>
        ),
      )}
    </tr>
  )
})
