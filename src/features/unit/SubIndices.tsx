import { useSuspenseQueries } from '@tanstack/react-query'
import type { Edition } from '@/db/questions/first-view'
import type { UnitProfile, UnitSubIndex } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { packageLimits } from '@/domain/weak-limits'
import { finding } from '@/features/unit/field-notes'
import type { FieldContext } from '@/features/unit/field-notes'
import { ScoreParts } from '@/features/unit/ScoreParts'
import { stripScale } from '@/features/unit/strip-scale'
import { SubIndexRow } from '@/features/unit/SubIndexRow'
import { subIndicesFile } from '@/features/unit/unit-files'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { groupText } from '@/i18n/weakness-words'
import { rulesQuery } from '@/queries/package'
import { unitSubIndicesQuery } from '@/queries/units'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/unit/SubIndices.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly unit: UnitProfile
  readonly edition: Edition
  /** Only some units of the block are known. */
  readonly partial: boolean
  readonly onSource: (field: UnitSubIndex) => void
}

/** Every sub-index of one edition, against the block. */
export function SubIndices({ pack, unit, edition, partial, onSource }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: rows }, { data: rules }] = useSuspenseQueries({
    queries: [unitSubIndicesQuery(pack.id, key, unit.unitId), rulesQuery(pack.id)],
  })
  const context: FieldContext = {
    limits: packageLimits(rules),
    lower: edition.lowerIsBetter,
    partial,
    decimals: edition.decimals,
  }
  const found = finding(rows, i18n)
  const scale = stripScale(rows)
  const names = { index: edition.indexShortName, period: format.period(edition.period) }
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
                <li key={row.subIndexId} data-figure={row.subIndexId}>
                  {t('unit.fields.points', {
                    name: format.name(row),
                    points: format.points(row.score ?? 0, edition.decimals),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    )
  }
  const changes = rows.some(({ shareChange }) => shareChange !== null)
  const ends = {
    group: groupText(partial, i18n),
    from: format.share(scale.from, 0),
    to: format.share(scale.to, 0),
  }
  const columns = [
    ['points', t('unit.col.points')],
    ['share', t('unit.col.share')],
    ['strip', t('unit.col.block', ends)],
    ['rank', t('unit.col.rank')],
    ...(changes ? ([['change', t('unit.col.change')]] as const) : []),
    ['why', t('unit.col.why')],
    ['source', t('unit.col.source')],
  ] as const
  const caption = t('unit.fields.caption', {
    ...names,
    unit: format.name(unit),
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
  })
  return (
    <>
      <section>
        <h2>{t('unit.fields.finding', { ...names, finding: found })}</h2>
        <p className={styles['sub']}>{t('unit.fields.sub', ends)}</p>
        {partial && <p className={styles['note']}>{t('unit.fields.partial')}</p>}
        <table role="table" className={styles['table']}>
          <caption className={styles['caption']}>{caption}</caption>
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
                context={context}
                changes={changes}
                onSource={onSource}
              />
            ))}
          </tbody>
        </table>
        <Download
          name={caption}
          shown={() => subIndicesFile(caption, rows, context, i18n)}
          source={exportedSource(pack, edition, i18n)}
          fileName={exportName(pack, edition, `${format.name(unit)} ${t('export.name.fields')}`, i18n)}
        />
      </section>
      <ScoreParts pack={pack} unit={unit} edition={edition} fields={rows} />
    </>
  )
}
