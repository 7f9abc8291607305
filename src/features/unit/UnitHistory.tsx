import { Suspense } from 'react'
import type { ReactNode } from 'react'
import { usePrinting } from '@/charts/use-printing'
import type { Edition } from '@/db/questions/first-view'
import type { UnitProfile, UnitStanding } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { sameEdition } from '@/features/unit/choose-standing'
import { HistoryChart } from '@/features/unit/HistoryChart'
import { history } from '@/features/unit/history'
import type { HistoryRow } from '@/features/unit/history'
import type { SourceSubject } from '@/features/unit/provenance'
import { standingsFile } from '@/features/unit/unit-files'
import { rankText } from '@/features/unit/words'
import { changeWords, direction, formatMaximum } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { BandTag } from '@/ui/BandTag'
import { Change } from '@/ui/Change'
import { classStep } from '@/ui/classes'
import { Skeleton } from '@/ui/Skeleton'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { ViewLink } from '@/view/ViewLink'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/UnitHistory.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly indexId: string
  readonly standings: readonly UnitStanding[]
  readonly editions: readonly Edition[]
  readonly profile: UnitProfile
  readonly shown: UnitStanding | null
  /** The package has only some of the ranks that were given. */
  readonly partial: boolean
  readonly showing: (standing: UnitStanding) => View
  readonly onSource: (subject: SourceSubject) => void
}

/** All editions of one index for the unit, with its breaks. */
export function UnitHistory({ pack, indexId, standings, editions, profile, shown, partial, showing, onSource }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  // On paper the notes stand below the table, which then fits half of the page.
  const printing = usePrinting()
  const rows = history(indexId, standings, editions)
  const [first] = rows
  if (first === undefined) return null
  const index = first.edition.indexShortName
  const severalBlocks = new Set(rows.map(({ edition }) => edition.blockId)).size > 1
  const isShown = ({ standing }: HistoryRow) => shown !== null && standing !== null && sameEdition(shown, standing)
  const ofStanding = (read: (standing: UnitStanding, edition: Edition) => ReactNode) => (row: HistoryRow) =>
    row.standing === null ? null : read(row.standing, row.edition)

  const hasNotes = rows.some((row) => notesOf(row, severalBlocks, i18n).length > 0)
  const some = (test: (standing: UnitStanding) => boolean) =>
    rows.some(({ standing }) => standing !== null && test(standing))
  const columns: readonly (TableColumn<HistoryRow> | false)[] = [
    {
      id: 'period',
      header: t('unit.col.period'),
      rowHeader: true,
      cell: (row) => (
        <span className={styles['period']}>
          {row.standing === null || isShown(row) ? (
            format.period(row.edition.period)
          ) : (
            <ViewLink to={showing(row.standing)}>{format.period(row.edition.period)}</ViewLink>
          )}
          {isShown(row) && <small> {t('unit.history.now')}</small>}
        </span>
      ),
    },
    {
      id: 'rank',
      header: t('unit.col.rank'),
      numeric: true,
      cell: ofStanding((standing) =>
        standing.rank === null && standing.points === null
          ? NO_VALUE
          : `${rankText(standing, partial, i18n)}${marksOf(standing)}`,
      ),
    },
    {
      id: 'points',
      header: t('unit.col.total'),
      numeric: true,
      cell: ofStanding(({ points, maxScore, totalOrigin }, { decimals }) =>
        points === null
          ? NO_VALUE
          : `${
              maxScore === null || maxScore === 100
                ? format.points(points, decimals)
                : t('unit.field.points', {
                    points: format.points(points, decimals),
                    max: formatMaximum(maxScore, format),
                  })
            }${computedMark(totalOrigin)}`,
      ),
    },
    {
      id: 'share',
      header: t('unit.col.share'),
      numeric: true,
      cell: ofStanding(({ share }) => (share === null ? NO_VALUE : format.share(share))),
    },
    some(({ shareChange }) => shareChange !== null) && {
      id: 'change',
      header: t('unit.col.change'),
      numeric: true,
      cell: ofStanding(({ shareChange }, { lowerIsBetter }) =>
        shareChange === null ? null : (
          <Change
            value={direction(shareChange, format)?.sign ?? null}
            text={format.shareChange(shareChange)}
            words={changeWords(shareChange, i18n)}
            kind="signed"
            reversed={lowerIsBetter}
          />
        ),
      ),
    },
    some(({ bandNameVi }) => bandNameVi !== null) && {
      id: 'band',
      header: t('unit.col.band'),
      cell: ofStanding(({ bandNameVi, bandNameEn, bandPosition }, { bands }) =>
        bandNameVi === null || bandNameEn === null ? (
          NO_VALUE
        ) : (
          <BandTag
            name={format.name({ nameVi: bandNameVi, nameEn: bandNameEn })}
            step={classStep(bandPosition, bands.length)}
          />
        ),
      ),
    },
    !printing &&
      hasNotes && {
        id: 'note',
        header: t('unit.col.note'),
        cell: (row) => {
          const notes = notesOf(row, severalBlocks, i18n)
          return notes.length === 0 ? null : <span className={styles['notes']}>{notes.join('. ')}</span>
        },
      },
    !printing && {
      id: 'source',
      header: t('unit.col.source'),
      headerHidden: true,
      numeric: true,
      cell: ofStanding((standing, edition) => (
        <button
          type="button"
          className={styles['source']}
          aria-haspopup="dialog"
          aria-label={t('unit.source.of', {
            name: t('unit.edition', { index, period: format.period(edition.period) }),
          })}
          onClick={() => onSource({ standing, edition, field: null })}
        >
          {t('unit.source.open')}
        </button>
      )),
    },
  ]
  const caption = t('unit.history.caption', { index, unit: format.name(profile) })
  return (
    <section className={styles['section']}>
      <h2>{t('unit.history', { index })}</h2>
      {profile.validTo !== null && (
        <p className={styles['break']}>{t('unit.history.ended', { date: format.date(profile.validTo) })}</p>
      )}
      <div className={styles['chart']}>
        <Suspense fallback={<Skeleton lines={12} />}>
          <HistoryChart
            pack={pack}
            profile={profile}
            indexId={indexId}
            index={index}
            shown={shown}
            editions={editions}
            partial={partial}
          />
        </Suspense>
      </div>
      <div className={styles['table']}>
        <StackedTable
          caption={caption}
          columns={columns.filter((column) => column !== false)}
          rows={rows}
          compact
          rowKey={({ edition }) => `${edition.period} ${edition.blockId} ${edition.resultSet}`}
          current={isShown}
        />
        <Download
          name={caption}
          shown={() => standingsFile(caption, rows, (row) => notesOf(row, severalBlocks, i18n), i18n)}
          source={exportedSource(pack, null, i18n)}
          fileName={exportName(
            pack,
            null,
            [indexId, format.name(profile), t('unit.history', { index })].join(' '),
            i18n,
          )}
        />
        {printing && hasNotes && (
          <p className={styles['notes']}>
            {rows
              .map((row) => [format.period(row.edition.period), notesOf(row, severalBlocks, i18n).join('. ')] as const)
              .filter(([, notes]) => notes !== '')
              .map(([period, notes]) => `${period}: ${notes}.`)
              .join(' ')}
          </p>
        )}
      </div>
      {profile.validFrom !== null && profile.predecessors.length > 0 && (
        <p className={styles['break']}>{t('unit.history.began', { date: format.date(profile.validFrom) })}</p>
      )}
    </section>
  )
}

/** Explained in the legend. */
const marksOf = ({ tied, rankOrigin, refusedCount, rankAffected }: UnitStanding): string =>
  `${tied ? '=' : ''}${computedMark(rankOrigin)}${refusedCount > 0 || rankAffected ? '†' : ''}`

const computedMark = (origin: UnitStanding['rankOrigin']): string => (origin === 'computed' ? '°' : '')

function notesOf(
  row: HistoryRow,
  severalBlocks: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly string[] {
  const { edition, standing } = row
  const notes: string[] = []
  const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
  if (set !== null) notes.push(set)
  if (severalBlocks) {
    notes.push(
      t('unit.history.block', { block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }) }),
    )
  }
  if (standing === null) notes.push(t('unit.history.none'))
  else if (standing.missingReason !== null) notes.push(t(`missing.${standing.missingReason}`))
  if (row.newVersion) {
    notes.push(
      edition.decision === null
        ? t('unit.history.version.unnamed')
        : t('unit.history.version', { decision: edition.decision }),
    )
  }
  if (row.comparison === 'core' && standing?.shareChange != null) notes.push(t('unit.history.core'))
  if (row.comparison === 'broken' && standing?.share != null) notes.push(t('unit.history.broken'))
  if (row.comparison === 'unknown' && standing?.share != null) notes.push(t('unit.history.unknown'))
  return notes
}
