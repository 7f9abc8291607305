import { useSuspenseQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'
import { headline, notes } from '@/features/weak/headline'
import { HeatMatrix } from '@/features/weak/HeatMatrix'
import { fieldsOf } from '@/features/weak/matrix-cells'
import { findRows, readOrder } from '@/features/weak/matrix-order'
import type { Measure } from '@/features/weak/measure'
import { limitsParameter, shownLimits } from '@/features/weak/shown-limits'
import { shownPart } from '@/features/weak/shown-part'
import { Thresholds } from '@/features/weak/Thresholds'
import { csvName } from '@/features/weak/weak-csv'
import { WeakestFields } from '@/features/weak/WeakestFields'
import { WeaknessList } from '@/features/weak/WeaknessList'
import { WeakTools } from '@/features/weak/WeakTools'
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
  const { title, lede, shown } = headline(
    rows,
    fields,
    flags,
    measure,
    pack.origin === 'file' && pack.over === null,
    i18n,
  )
  const part = shownPart(view.show)
  const fileName = csvName(pack, edition, part, limits.own, i18n)
  return (
    <>
      <h1>{title}</h1>
      <p className={styles['lede']}>{lede}</p>
      {shown && (
        <>
          {notes(rows, fields, limits.minUnits, measure, i18n).map((note) => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          <Thresholds limits={limits} effects={effects} finding={lede} />
          <WeakTools part={part} columns={columns} found={found.length} all={rows.length} shownQuery={view.q} />
          {part === 'matrix' ? (
            <HeatMatrix
              rows={found}
              columns={columns}
              deep={hasDeeper ? deep : null}
              onDeep={setDeep}
              flags={flags}
              measure={measure}
              view={view}
              fileName={fileName}
            />
          ) : (
            <WeaknessList
              grouping={part}
              rows={found}
              fields={fields}
              flags={flags}
              measure={measure}
              view={view}
              fileName={fileName}
            />
          )}
          <WeakestFields fields={fields} lower={measure.lower} decimals={measure.decimals} />
        </>
      )}
    </>
  )
}
