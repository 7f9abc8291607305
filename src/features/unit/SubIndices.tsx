import { useSuspenseQueries } from '@tanstack/react-query'
import type { Edition } from '@/db/questions/first-view'
import type { UnitProfile, UnitStanding, UnitSubIndex } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { finding, thresholds } from '@/features/unit/field-notes'
import { stripScale } from '@/features/unit/strip-scale'
import { SubIndexRow } from '@/features/unit/SubIndexRow'
import { useI18n } from '@/i18n/use-i18n'
import { rulesQuery } from '@/queries/package'
import { unitSubIndicesQuery } from '@/queries/units'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/unit/SubIndices.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly unit: UnitProfile
  readonly standing: UnitStanding
  readonly edition: Edition
  readonly onSource: (field: UnitSubIndex) => void
}

/** Every sub-index of one edition, against the block. */
export function SubIndices({ pack, unit, standing, edition, onSource }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: rows }, { data: rules }] = useSuspenseQueries({
    queries: [unitSubIndicesQuery(pack.id, key, unit.unitId), rulesQuery(pack.id)],
  })
  const limits = thresholds(rules)
  const found = finding(rows, limits, i18n)
  const scale = stripScale(rows)
  const names = { index: edition.indexShortName, period: format.period(edition.period) }
  const marks = (
    <>
      {(standing.rankOrigin === 'computed' || standing.totalOrigin === 'computed') && (
        <p className={styles['note']}>{t('unit.note.computed')}</p>
      )}
      {standing.refusedCount > 0 && <p className={styles['note']}>{t('unit.note.refused')}</p>}
    </>
  )
  if (found === null || scale === null) {
    const withPoints = rows.filter(({ score }) => score !== null)
    return (
      <section>
        <h2>{t('unit.fields', names)}</h2>
        {withPoints.length === 0 ? (
          <p className={styles['sub']}>{t('unit.fields.none')}</p>
        ) : (
          <>
            <p className={styles['sub']}>{t('unit.fields.pointsOnly')}</p>
            <ul>
              {withPoints.map((row) => (
                <li key={row.subIndexId}>
                  {t('unit.fields.points', {
                    name: format.name(row),
                    points: format.points(row.score ?? 0, edition.decimals),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
        {marks}
      </section>
    )
  }
  const changes = rows.some(({ shareChange }) => shareChange !== null)
  const ends = { from: format.share(scale.from, 0), to: format.share(scale.to, 0) }
  const columns = [
    ['points', t('unit.col.points')],
    ['share', t('unit.col.share')],
    ['strip', t('unit.col.block', ends)],
    ['rank', t('unit.col.rank')],
    ...(changes ? ([['change', t('unit.col.change')]] as const) : []),
    ['why', t('unit.col.why')],
    ['source', t('unit.col.source')],
  ] as const
  return (
    <section>
      <h2>{t('unit.fields.finding', { ...names, finding: found })}</h2>
      <p className={styles['sub']}>{t('unit.fields.sub', ends)}</p>
      <table role="table" className={styles['table']}>
        <caption className={styles['caption']}>
          {t('unit.fields.caption', {
            ...names,
            unit: format.name(unit),
            block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
          })}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" data-column="field">
              {t('unit.col.field')}
            </th>
            {columns.map(([id, name]) => (
              <th key={id} role="columnheader" scope="col" data-column={id}>
                {id === 'source' ? <VisuallyHidden>{name}</VisuallyHidden> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <SubIndexRow
              key={row.subIndexId}
              row={row}
              scale={scale}
              limits={limits}
              decimals={edition.decimals}
              changes={changes}
              onSource={onSource}
            />
          ))}
        </tbody>
      </table>
      {marks}
    </section>
  )
}
