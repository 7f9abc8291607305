import { useSuspenseQueries } from '@tanstack/react-query'
import { usePrinting } from '@/charts/use-printing'
import type { Edition } from '@/db/questions/first-view'
import type { Example, Peer, UnitProfile } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { isWeak } from '@/features/unit/field-notes'
import { useI18n } from '@/i18n/use-i18n'
import { examplesQuery, peersQuery, unitSubIndicesQuery } from '@/queries/units'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { ViewLink } from '@/view/ViewLink'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/Learn.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly unit: UnitProfile
  readonly edition: Edition
  /** Only some units of the block are known. */
  readonly partial: boolean
  /** The same edition for another unit. */
  readonly showingUnit: (unitId: string) => View
  readonly comparing: (unitIds: readonly string[]) => View
}

/** From whom a unit can learn: who is strong where it is weak, and who is most like it. */
export function Learn({ pack, unit, edition, partial, showingUnit, comparing }: Props) {
  const { t, format } = useI18n()
  // One page a unit: on paper names are short, two examples a field and three peers are enough, and their shares.
  const printing = usePrinting()
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: fields }, { data: examples }, { data: peers }] = useSuspenseQueries({
    queries: [
      unitSubIndicesQuery(pack.id, key, unit.unitId),
      examplesQuery(pack.id, key, unit.unitId),
      peersQuery(pack.id, key, unit.unitId),
    ],
  })
  if (fields.every(({ share }) => share === null)) return null
  const nameOf = printing ? format.shortName : format.name
  const someWeak = fields.some((row) => row.level === 1 && isWeak(row))
  const columns: readonly (TableColumn<Peer> | false)[] = [
    {
      id: 'unit',
      header: t('unit.peers.unit'),
      rowHeader: true,
      cell: (peer) => <ViewLink to={showingUnit(peer.unitId)}>{nameOf(peer)}</ViewLink>,
    },
    {
      id: 'rank',
      header: t('unit.col.rank'),
      numeric: true,
      cell: ({ rank }) => (rank === null ? t('unit.card.unranked') : format.number(rank)),
    },
    {
      id: 'share',
      header: t('unit.col.share'),
      numeric: true,
      cell: ({ share }) => (share === null ? null : format.share(share, 1)),
    },
    {
      id: 'distance',
      header: t('unit.peers.distance'),
      numeric: true,
      cell: ({ distance }) => format.shareSize(distance, 1),
    },
    !printing && {
      id: 'common',
      header: t('unit.peers.common'),
      numeric: true,
      cell: ({ commonCount }) => format.number(commonCount),
    },
  ]
  return (
    <div className={styles['sides']}>
      {someWeak && (
        <section>
          <h2>{t('unit.examples')}</h2>
          {examples.length === 0 ? (
            <p className={styles['none']}>{t('unit.examples.none')}</p>
          ) : (
            <>
              <p className={styles['sub']}>{t(partial ? 'unit.examples.sub.known' : 'unit.examples.sub')}</p>
              <dl className={styles['examples']}>
                {byField(examples).map(([first, rows]) => (
                  <div key={first.subIndexId}>
                    <dt>
                      {t('unit.examples.field', {
                        field: format.name({ nameVi: first.fieldNameVi, nameEn: first.fieldNameEn }),
                        share: format.share(first.ownShare, 1),
                      })}
                    </dt>
                    {rows.slice(0, printing ? 2 : rows.length).map((row) => (
                      <dd key={row.unitId}>
                        <ViewLink to={showingUnit(row.unitId)}>{nameOf(row)}</ViewLink>{' '}
                        <small>
                          {printing
                            ? format.share(row.share, 1)
                            : [
                                partial
                                  ? format.share(row.share, 1)
                                  : t('unit.examples.one', {
                                      share: format.share(row.share, 1),
                                      rank: row.rank,
                                      n: row.unitCount,
                                    }),
                                row.isPeer ? t('unit.examples.peer') : null,
                              ]
                                .filter((part) => part !== null)
                                .join(', ')}
                        </small>
                      </dd>
                    ))}
                  </div>
                ))}
              </dl>
            </>
          )}
        </section>
      )}
      <section>
        <h2>{t('unit.peers')}</h2>
        {peers.length === 0 ? (
          <p className={styles['none']}>{t('unit.peers.none')}</p>
        ) : (
          <>
            <p className={styles['sub']}>{t('unit.peers.sub')}</p>
            <StackedTable
              caption={t('unit.peers.caption', {
                unit: format.name(unit),
                index: edition.indexShortName,
                period: format.period(edition.period),
              })}
              columns={columns.filter((column) => column !== false)}
              rows={printing ? peers.slice(0, 3) : peers}
              compact
              rowKey={({ unitId }) => unitId}
            />
            <p className={styles['more']}>
              <ViewLink to={comparing([unit.unitId, ...peers.map(({ unitId }) => unitId)])}>
                {t('unit.peers.compare')}
              </ViewLink>
            </p>
          </>
        )}
      </section>
    </div>
  )
}

/** Examples come in the order of the criteria. */
function byField(examples: readonly Example[]): readonly (readonly [first: Example, rows: readonly Example[]])[] {
  const groups = new Map<string, Example[]>()
  for (const row of examples) {
    const rows = groups.get(row.subIndexId)
    if (rows) rows.push(row)
    else groups.set(row.subIndexId, [row])
  }
  return [...groups.values()].flatMap((rows) => (rows[0] === undefined ? [] : [[rows[0], rows] as const]))
}
