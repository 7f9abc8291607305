import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { headline, notes } from '@/features/weak/headline'
import { HeatMatrix } from '@/features/weak/HeatMatrix'
import { fieldsOf } from '@/features/weak/matrix-cells'
import { findRows } from '@/features/weak/matrix-order'
import { shownLimits } from '@/features/weak/shown-limits'
import { shownPart } from '@/features/weak/shown-part'
import { Thresholds } from '@/features/weak/Thresholds'
import { WeakestFields } from '@/features/weak/WeakestFields'
import { WeaknessList } from '@/features/weak/WeaknessList'
import { WeakTools } from '@/features/weak/WeakTools'
import { useI18n } from '@/i18n/use-i18n'
import { rulesQuery } from '@/queries/package'
import { fieldMatrixQuery, fieldSummaryQuery, thresholdEffectsQuery, weaknessesQuery } from '@/queries/weak'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/WeakScreen.module.css'

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
  const { data: rules } = useSuspenseQuery(rulesQuery(pack.id))
  const limits = shownLimits(view, rules)
  const [{ data: rows }, { data: summaries }, { data: flags }, { data: effects }] = useSuspenseQueries({
    queries: [
      fieldMatrixQuery(pack.id, key, limits.parameter),
      fieldSummaryQuery(pack.id, key, limits.parameter),
      weaknessesQuery(pack.id, key, limits.parameter),
      thresholdEffectsQuery(pack.id, key, limits.parameter),
    ],
  })
  const fields = useMemo(() => fieldsOf(summaries), [summaries])
  const found = useMemo(() => findRows(rows, view.q), [rows, view.q])
  const { title, lede, shown } = headline(rows, fields, flags, edition.decimals, i18n)
  const partial = pack.origin === 'shipped' && pack.status === 'published-in-part'
  const part = shownPart(view.show)
  return (
    <>
      <h1>{title}</h1>
      <p className={styles['lede']}>{lede}</p>
      {shown && (
        <>
          {notes(rows, fields, limits.minUnits, partial, i18n).map((note) => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          <Thresholds limits={limits} effects={effects} finding={lede} />
          <WeakTools part={part} fields={fields} found={found.length} all={rows.length} shownQuery={view.q} />
          {part === 'matrix' ? (
            <HeatMatrix
              rows={found}
              fields={fields}
              flags={flags}
              limits={limits.values}
              decimals={edition.decimals}
              view={view}
            />
          ) : (
            <WeaknessList
              grouping={part}
              rows={found}
              fields={fields}
              flags={flags}
              limits={limits.values}
              decimals={edition.decimals}
              view={view}
            />
          )}
          <WeakestFields fields={fields} decimals={edition.decimals} />
        </>
      )}
    </>
  )
}
