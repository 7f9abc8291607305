import { memo, useMemo } from 'react'
import type { CSSProperties } from 'react'
import type { Edition, RankedUnit } from '@/db/questions/first-view'
import { shareSteps, tileMap } from '@/features/ranking/tiles'
import type { TileUnit } from '@/features/ranking/tiles'
import { tileWords } from '@/features/ranking/words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import { classColor, classStep, onClassColor, valueStep } from '@/ui/classes'
import type { ClassStep } from '@/ui/classes'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/ranking/RankingMap.module.css'

interface Props {
  readonly rows: readonly RankedUnit[]
  /** All units of the edition: the scale of colours does not follow the search. */
  readonly allRows: readonly RankedUnit[]
  readonly bands: ReadonlyMap<string, Edition['bands'][number]>
  readonly view: View
}

/** Units as tiles placed roughly as on the map; colour by class, or by share where there are no classes. */
export const RankingMap = memo(function RankingMap({ rows, allRows, bands, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const map = useMemo(() => tileMap(rows), [rows])
  const steps = useMemo(() => shareSteps(allRows), [allRows])
  const hasBands = allRows.some((row) => row.bandId !== null && bands.has(row.bandId))
  const stepOf = (row: RankedUnit): ClassStep =>
    hasBands
      ? row.bandId === null
        ? 'none'
        : classStep(bands.get(row.bandId)?.position ?? null, bands.size)
      : valueStep(row.share, steps)

  const unit = ({ row, also }: TileUnit, className: string | undefined) => {
    const step = stepOf(row)
    const style: CSSProperties = { background: classColor(step), color: onClassColor(step) }
    const band = row.bandId === null ? undefined : bands.get(row.bandId)
    const words = tileWords(row, band, also, i18n)
    return (
      <ViewLink
        className={className}
        style={style}
        to={onScreen(view, 'unit', row.unitId)}
        title={words}
        data-testid="ranking-tile"
      >
        <span className={styles['face']} aria-hidden="true">
          <b>{row.rank ?? NO_VALUE}</b> <span>{format.shortName(row)}</span>
          {row.share !== null && <small> {format.share(row.share, 1)}</small>}
        </span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </ViewLink>
    )
  }
  const sentence = map.grouped
    ? t('ranking.map.sentence.groups')
    : t(hasBands ? 'ranking.map.sentence' : 'ranking.map.sentence.share')
  const style: CSSProperties & Record<'--tiles', number> = { '--tiles': map.columnCount }
  return (
    <section className={styles['map']}>
      <p className={styles['sentence']}>{sentence}</p>
      <ul className={styles['legend']} aria-label={t('ranking.map.legend')}>
        {hasBands
          ? [...bands.values()].map((band) => (
              <LegendItem key={band.bandId} step={classStep(band.position, bands.size)} text={format.name(band)} />
            ))
          : steps
              .toReversed()
              .map((from) => (
                <LegendItem
                  key={from}
                  step={valueStep(from, steps)}
                  text={t('ranking.map.share', { from: format.share(from, 1) })}
                />
              ))}
      </ul>
      <ul className={map.grouped ? styles['groups'] : styles['tiles']} style={style}>
        {map.tiles.map((tile) => (
          <li key={`${tile.row}/${tile.column}`} style={{ gridColumn: tile.column, gridRow: tile.row }}>
            {tile.former === null ? (
              tile.units.map((entry) => <div key={entry.row.unitId}>{unit(entry, styles['tile'])}</div>)
            ) : (
              <>
                <h2 className={styles['former']}>{format.name(tile.former)}</h2>
                <ul className={styles['members']}>
                  {tile.units.map((entry) => (
                    <li key={entry.row.unitId}>{unit(entry, styles['member'])}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
      {map.elsewhere.length > 0 && (
        <>
          <h2>{t('ranking.map.elsewhere', { n: map.elsewhere.length })}</h2>
          <ul className={styles['elsewhere']}>
            {map.elsewhere.map((row) => (
              <li key={row.unitId}>{unit({ row, also: [] }, styles['member'])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
})

function LegendItem({ step, text }: { readonly step: ClassStep; readonly text: string }) {
  return (
    <li>
      <span className={styles['swatch']} style={{ background: classColor(step) }} aria-hidden="true" />
      {text}
    </li>
  )
}
