import type { Edition, RankedUnit } from '@/db/questions/first-view'
import { changeWords, placesWords } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import { BandTag } from '@/ui/BandTag'
import { Change } from '@/ui/Change'
import { ShareBar } from '@/ui/ShareBar'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { classStep } from '@/ui/classes'
import styles from '@/features/report/Report.module.css'

/** More units than these have their first and last in the report, and all in a table at its end. */
const WHOLE = 60
const ENDS = 15

interface Props {
  readonly units: readonly RankedUnit[]
  readonly edition: Edition
  /** The period that the changes are against; null: there is none. */
  readonly before: string | null
}

/** Who stands where: all of a small block, the first and the last of a large one. */
export function ReportRanking({ units, edition, before }: Props) {
  const { t, format } = useI18n()
  const columns = useColumns(units, edition)
  const ranked = units.filter(({ rank }) => rank !== null)
  const whole = units.length <= WHOLE || ranked.length <= 2 * ENDS
  const parts = whole
    ? [{ title: null, rows: units }]
    : [
        { title: t('report.ranking.first', { n: ENDS }), rows: ranked.slice(0, ENDS) },
        { title: t('report.ranking.last', { n: ENDS }), rows: ranked.slice(-ENDS) },
      ]
  const has = (...ids: readonly string[]) => columns.some(({ id }) => ids.includes(id))
  const notes = [
    ...(whole ? [] : [t('report.ranking.ends', { n: units.length })]),
    ...(before === null || !has('places', 'change')
      ? []
      : [
          t(has('change') ? 'report.ranking.since' : 'report.ranking.since.places', {
            period: format.period(before),
          }),
        ]),
  ]
  return (
    <section>
      <h2>{t('report.ranking')}</h2>
      {notes.length > 0 && <p className={styles['note']}>{notes.join(' ')}</p>}
      {parts.map(({ title, rows }) => (
        <div key={title} className={styles['part']}>
          {title !== null && <h3>{title}</h3>}
          <StackedTable
            caption={title ?? t('report.ranking')}
            columns={columns}
            rows={rows}
            rowKey={({ unitId }) => unitId}
            compact
          />
        </div>
      ))}
    </section>
  )
}

/** All units of a large block in few figures, two columns beside each other. */
export function WholeRanking({ units, edition }: Pick<Props, 'units' | 'edition'>) {
  const { t } = useI18n()
  const columns = useColumns(units, edition).filter(({ id }) => ['rank', 'places', 'unit', 'points'].includes(id))
  if (units.length <= WHOLE || units.filter(({ rank }) => rank !== null).length <= 2 * ENDS) return null
  return (
    <section className={styles['all']}>
      <h2>{t('report.ranking.all', { n: units.length })}</h2>
      <div className={styles['columns']}>
        <StackedTable
          caption={t('report.ranking.all', { n: units.length })}
          columns={columns}
          rows={units}
          rowKey={({ unitId }) => unitId}
          compact
        />
      </div>
    </section>
  )
}

/** Those that have a value for some unit. */
function useColumns(
  units: readonly RankedUnit[],
  { bands, decimals, lowerIsBetter }: Edition,
): readonly TableColumn<RankedUnit>[] {
  const i18n = useI18n()
  const { t, format } = i18n
  const some = (test: (row: RankedUnit) => boolean) => units.some(test)
  const bandOf = new Map(bands.map((band) => [band.bandId, band]))
  const columns: readonly (TableColumn<RankedUnit> | false)[] = [
    { id: 'rank', header: t('ranking.col.rank'), numeric: true, cell: ({ rank }) => rank ?? NO_VALUE },
    { id: 'unit', header: t('ranking.col.unit'), rowHeader: true, cell: (row) => format.name(row) },
    some(({ placesGained }) => placesGained !== null) && {
      id: 'places',
      header: t('ranking.col.places'),
      numeric: true,
      cell: ({ placesGained }) => (
        <Change
          value={placesGained}
          text={placesGained === null ? '' : format.number(Math.abs(placesGained))}
          words={placesWords(placesGained, i18n)}
          kind="places"
        />
      ),
    },
    some(({ share }) => share !== null) && {
      id: 'share',
      header: t('ranking.sort.share'),
      cell: ({ share, bandId }) => {
        const text = share === null ? NO_VALUE : format.share(share)
        const step = classStep((bandId === null ? null : bandOf.get(bandId)?.position) ?? null, bandOf.size)
        return (
          <span className={styles['share']}>
            <ShareBar share={share} step={step} median={null} label={text} />
          </span>
        )
      },
    },
    // Of a maximum of 100 the points say the same.
    some(({ share, points, maxScore }) => share !== null && (points === null || maxScore !== 100)) && {
      id: 'percent',
      header: t('report.percent'),
      numeric: true,
      cell: ({ share }) => (share === null ? NO_VALUE : format.share(share)),
    },
    some(({ points }) => points !== null) && {
      id: 'points',
      header: t('ranking.col.points'),
      numeric: true,
      cell: ({ points }) => (points === null ? NO_VALUE : format.points(points, decimals)),
    },
    some(({ shareChange }) => shareChange !== null) && {
      id: 'change',
      header: t('ranking.col.change'),
      numeric: true,
      cell: ({ shareChange }) => (
        <Change
          value={shareChange}
          text={shareChange === null ? '' : format.shareChange(shareChange)}
          words={changeWords(shareChange, i18n)}
          kind="signed"
          reversed={lowerIsBetter}
        />
      ),
    },
    some(({ bandId }) => bandId !== null) && {
      id: 'band',
      header: t('ranking.col.band'),
      cell: ({ bandId }) => {
        const band = bandId === null ? undefined : bandOf.get(bandId)
        return band === undefined ? (
          NO_VALUE
        ) : (
          <span className={styles['band']}>
            <BandTag name={format.name(band)} step={classStep(band.position, bandOf.size)} />
          </span>
        )
      },
    },
    some(({ weakCount }) => weakCount !== null) && {
      id: 'weak',
      header: t('ranking.col.weak'),
      numeric: true,
      cell: ({ weakCount }) => (weakCount === null ? NO_VALUE : format.number(weakCount)),
    },
  ]
  return columns.filter((column) => column !== false)
}
