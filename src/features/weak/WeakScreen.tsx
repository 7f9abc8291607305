import { useSuspenseQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'
import { weakHeadline, weakNotes } from '@/findings/weak-headline'
import { HeatMatrix } from '@/features/weak/HeatMatrix'
import { fieldsOf } from '@/findings/fields'
import { findRows, readOrder } from '@/features/weak/matrix-order'
import type { Measure } from '@/findings/measure'
import { limitsParameter, shownLimits } from '@/features/weak/shown-limits'
import { shownPart } from '@/features/weak/shown-part'
import { Thresholds } from '@/features/weak/Thresholds'
import { partName } from '@/features/weak/weak-files'
import { WeakestFields } from '@/features/weak/WeakestFields'
import { WeaknessList } from '@/features/weak/WeaknessList'
import { WeakTools } from '@/features/weak/WeakTools'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { rulesQuery } from '@/queries/package'
import { fieldMatrixQuery, fieldSummaryQuery, thresholdEffectsQuery, weaknessesQuery } from '@/queries/weak'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/WeakScreen.module.css'

/** Of points: a file of a viewer may have more than anybody reads. */
const MOST_DECIMALS = 2

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  /** The view to draw; the link may be ahead of it. */
  readonly view: View
}

/** Which units are weak in which sub-indices, by which tests, and what there is to win. */
export function WeakScreen({ pack, edition, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const parameter = limitsParameter(view)
  const [{ data: rules }, { data: rows }, { data: summaries }, { data: flags }, { data: effects }] = useSuspenseQueries(
    {
      queries: [
        rulesQuery(pack.id),
        fieldMatrixQuery(pack.id, key, parameter),
        fieldSummaryQuery(pack.id, key, parameter),
        weaknessesQuery(pack.id, key, parameter),
        thresholdEffectsQuery(pack.id, key, parameter),
      ],
    },
  )
  const limits = shownLimits(view, rules)
  const fields = useMemo(() => fieldsOf(summaries), [summaries])
  const found = useMemo(() => findRows(rows, view.q), [rows, view.q])
  const hasDeeper = fields.some(({ level }) => level > 1)
  const [deep, setDeep] = useState(() => {
    const order = readOrder(view.order, fields)
    return order.by === 'field' && order.field.level > 1
  })
  const columns = useMemo(() => (deep ? fields : fields.filter(({ level }) => level === 1)), [fields, deep])
  const partial = useMemo(
    () =>
      isPartial(
        rows.map(({ rank }) => rank),
        pack,
      ),
    [rows, pack],
  )
  const measure: Measure = {
    limits: limits.values,
    lower: edition.lowerIsBetter,
    partial,
    decimals: Math.min(edition.decimals, MOST_DECIMALS),
  }
  const { title, lede, shown } = weakHeadline(
    rows,
    fields,
    flags,
    measure,
    pack.origin === 'file' && pack.over === null,
    i18n,
  )
  const part = shownPart(view.show)
  const source = exportedSource(pack, edition, i18n)
  const titleOf = (what: string) =>
    t('export.title', {
      what,
      index: edition.indexShortName,
      period: format.period(edition.period),
      block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    })
  const download = { source, titleOf, fileName: exportName(pack, edition, partName(part, limits.own, i18n), i18n) }
  return (
    <>
      <h1>{title}</h1>
      <p className={styles['lede']}>{lede}</p>
      {shown && (
        <>
          {weakNotes(rows, fields, limits.minUnits, measure, i18n).map((note) => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          <Thresholds limits={limits} effects={effects} finding={lede} />
          <WeakTools part={part} columns={columns} found={found.length} all={rows.length} shownQuery={view.q} />
          {part === 'matrix' ? (
            <HeatMatrix
              rows={found}
              allRows={rows}
              columns={columns}
              fields={fields}
              deep={hasDeeper ? deep : null}
              onDeep={setDeep}
              flags={flags}
              measure={measure}
              view={view}
              {...download}
            />
          ) : (
            <WeaknessList
              grouping={part}
              rows={found}
              allRows={rows}
              fields={fields}
              flags={flags}
              measure={measure}
              view={view}
              {...download}
            />
          )}
          <WeakestFields
            fields={fields}
            lower={measure.lower}
            decimals={measure.decimals}
            source={source}
            titleOf={titleOf}
            fileName={exportName(pack, edition, t('weak.fields'), i18n)}
          />
        </>
      )}
    </>
  )
}
