import { useSuspenseQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Chart } from '@/charts/Chart'
import { ALL_LABELLED } from '@/charts/place-lines'
import { bumpChart } from '@/charts/bump-chart'
import type { ChartFrame } from '@/charts/chart-spec'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { FocusPicker } from '@/features/compare/FocusPicker'
import { bumpInput } from '@/features/compare/bump-input'
import { chartFooter } from '@/findings/chart-footer'
import { isPartialHistory } from '@/findings/partial-history'
import { streakHeadline, streakLines } from '@/findings/streak-words'
import { streaks } from '@/findings/streaks'
import { absentOf, spanNotes } from '@/features/compare/unit-notes'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { blockHistoryQuery, editionHistoryQuery } from '@/queries/change'
import { rulesQuery } from '@/queries/package'
import { Notice } from '@/ui/Notice'
import { useNavigate, useView } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  readonly view: View
}

/** The ranks of a block through all its periods, and who leads or trails several running. */
export function BumpView({ pack, edition, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { view: requested } = useView()
  const navigate = useNavigate()
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: rows }, { data: history }, { data: rules }] = useSuspenseQueries({
    queries: [blockHistoryQuery(pack.id, key), editionHistoryQuery(pack.id, key), rulesQuery(pack.id)],
  })
  const partial = useMemo(() => isPartialHistory(rows, history, pack), [rows, history, pack])
  const ranked = useMemo(() => rows.filter(({ standings }) => standings.some(({ rank }) => rank !== null)), [rows])
  const focus = ranked.find(({ unitId }) => unitId === view.unit) ?? null
  const focusId = focus?.unitId ?? null
  const draw = useCallback(
    (frame: ChartFrame) => bumpChart(bumpInput(ranked, history, focusId, partial, format), { t, format }, frame),
    [ranked, history, focusId, partial, t, format],
  )
  const [first] = history
  const last = history.at(-1)
  if (ranked.length === 0 || first === undefined || last === undefined) {
    return (
      <>
        <h1>{t('compare.bump.noRanks')}</h1>
        <p className={styles['lede']}>{t('compare.bump.noRanks.more')}</p>
      </>
    )
  }
  const found = streaks(
    ranked,
    history.map(({ period }) => period),
    partial,
    // Every package is checked for it, a file's too.
    rules.find(({ ruleId }) => ruleId === 'weak-relative-min-units')?.value ?? Infinity,
  )
  const slots = {
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    index: edition.indexShortName,
    from: format.period(first.period),
    to: format.period(last.period),
    n: ranked.length,
  }
  const lines = streakLines(found, i18n)
  return (
    <>
      <h1>{streakHeadline(found, i18n)}</h1>
      {view.unit !== null && focus === null && (
        <Notice>
          <p>{t('compare.notice.unit', { value: view.unit })}</p>
        </Notice>
      )}
      <div className={styles['controls']}>
        <FocusPicker
          units={ranked}
          notes={spanNotes(ranked, i18n)}
          absent={absentOf(
            ranked.filter(({ standings }) => !standings.some(({ period }) => period === edition.period)),
          )}
          focus={focus}
          optional
        />
      </div>
      <Chart
        draw={draw}
        sentence={t('compare.bump.sentence', slots)}
        label={t('compare.bump.label', slots)}
        footer={chartFooter(pack, edition, i18n)}
        source={exportedSource(pack, edition, i18n)}
        fileName={exportName(pack, edition, t('export.name.ranks'), i18n)}
        onPick={(unit) => navigate({ ...requested, unit })}
      />
      <p className={styles['how']}>{t(ranked.length > ALL_LABELLED ? 'compare.bump.how.many' : 'compare.bump.how')}</p>
      {lines.length > 0 && (
        <section>
          <h2>{t('compare.bump.streaks')}</h2>
          <ul className={styles['notes']}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
