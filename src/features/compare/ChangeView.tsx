import { useSuspenseQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Chart } from '@/charts/Chart'
import { changeWaterfall } from '@/charts/change-waterfall'
import type { ChartFrame } from '@/charts/chart-spec'
import type { ChangeSplit, Comparability, RankChange } from '@/db/questions/change'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { ChangeTable } from '@/features/compare/ChangeTable'
import { ComparisonNotesList } from '@/features/compare/ComparisonNotesList'
import { FocusPicker } from '@/features/compare/FocusPicker'
import { biggestPart, changeInput } from '@/findings/change-input'
import { changeSentence } from '@/findings/change-sentence'
import { chartFooter } from '@/findings/chart-footer'
import { comparisonMode } from '@/findings/comparison-mode'
import { comparisonNotes } from '@/findings/comparison-notes'
import { pairCounts } from '@/findings/pair-counts'
import { biggestMove } from '@/features/compare/sort-changes'
import { absentOf, pairNotes } from '@/features/compare/unit-notes'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import type { ExportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { changeSplitQuery, comparabilityQuery, rankChangeQuery } from '@/queries/change'
import { rulesQuery } from '@/queries/package'
import { Notice } from '@/ui/Notice'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  readonly before: Edition
  readonly view: View
}

/** Why one unit changed, by sub-index and by its own and the others' effect; then the whole block. */
export function ChangeView({ pack, edition, before, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: comparabilities }, { data: rows }, { data: splits }, { data: rules }] = useSuspenseQueries({
    queries: [
      comparabilityQuery(pack.id, key, before.period),
      rankChangeQuery(pack.id, key, before.period),
      changeSplitQuery(pack.id, key, before.period),
      rulesQuery(pack.id),
    ],
  })
  const [comparability] = comparabilities
  const counts = useMemo(() => pairCounts(rows, pack), [rows, pack])
  const focus = useMemo(
    () => rows.find(({ unitId }) => unitId === view.unit) ?? biggestMove(rows, counts, format),
    [rows, view.unit, counts, format],
  )
  const periods = useMemo(
    () => ({ before: format.period(before.period), now: format.period(edition.period) }),
    [format, before.period, edition.period],
  )
  if (comparability === undefined || focus === null) {
    return (
      <>
        <h1>{t('compare.nothing')}</h1>
        <p className={styles['lede']}>{t('compare.nothing.more')}</p>
      </>
    )
  }
  const coreLimit = rules.find(({ ruleId }) => ruleId === 'comparable-core-share')?.value ?? null
  const pair = { ...periods, counts }
  const notes = comparisonNotes(comparability, { ...pair, coreLimit }, i18n)
  const source = exportedSource(pack, edition, i18n)
  const block = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  return (
    <>
      <h1>{changeSentence(focus, comparability, pair, i18n)}</h1>
      {notes.basis !== '' && <p className={styles['lede']}>{notes.basis}</p>}
      {view.unit !== null && focus.unitId !== view.unit && (
        <Notice>
          <p>{t('compare.notice.unit', { value: view.unit })}</p>
        </Notice>
      )}
      <div className={styles['controls']}>
        <FocusPicker
          units={rows}
          notes={pairNotes(comparability, periods, i18n)}
          absent={absentOf(comparability.unitsLeft)}
          focus={focus}
          optional={false}
        />
      </div>
      <Parts
        comparability={comparability}
        focus={focus}
        split={splits.find(({ unitId }) => unitId === focus.unitId) ?? null}
        lowerIsBetter={edition.lowerIsBetter}
        periods={periods}
        index={edition.indexShortName}
        footer={chartFooter(pack, edition, i18n)}
        source={source}
        fileName={exportName(
          pack,
          edition,
          `${t('export.name.change', { before: before.period })} ${focus.unitId}`,
          i18n,
        )}
      />
      <ChangeTable
        rows={rows}
        lowerIsBetter={edition.lowerIsBetter}
        comparability={comparability}
        pair={pair}
        block={block}
        index={edition.indexShortName}
        focus={focus.unitId}
        view={view}
        source={source}
        fileName={exportName(pack, edition, t('export.name.change', { before: before.period }), i18n)}
      />
      <ComparisonNotesList notes={notes} />
    </>
  )
}

interface PartsProps {
  readonly comparability: Comparability
  readonly focus: RankChange
  readonly split: ChangeSplit | null
  readonly lowerIsBetter: boolean
  readonly periods: { readonly before: string; readonly now: string }
  readonly index: string
  readonly footer: string
  readonly source: ExportedSource
  readonly fileName: string
}

/** The change of the unit's total by sub-index, or why there are no parts. */
function Parts({ comparability, focus, split, lowerIsBetter, periods, index, footer, source, fileName }: PartsProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const input = useMemo(
    () => (split === null ? null : changeInput(split, { ...comparability, ...periods, lowerIsBetter }, { t, format })),
    [split, comparability, periods, lowerIsBetter, t, format],
  )
  const draw = useCallback(
    (frame: ChartFrame) =>
      changeWaterfall(
        input ?? { unit: '', parts: [], change: 0, shareBefore: null, shareNow: null, lowerIsBetter },
        { t, format },
        frame,
      ),
    [input, lowerIsBetter, t, format],
  )
  const unit = format.name(focus)
  const reason =
    comparisonMode(comparability) === 'other-criteria'
      ? t('compare.change.reason.notComparable')
      : split === null
        ? t('compare.change.reason.one-period', { unit })
        : split.reason !== null
          ? t(`compare.change.reason.${split.reason}`, { unit })
          : input === null
            ? t('compare.change.reason.no-share', { unit })
            : input.parts.every(({ effect }) => Math.abs(effect) < 1e-9)
              ? t('compare.change.unchanged', { unit })
              : null
  if (reason !== null || input === null) return <p className={styles['reason']}>{reason}</p>
  const sentence = [
    t('compare.change.parts.sentence', {
      unit,
      from: periods.before,
      to: periods.now,
      change: format.shareChange(input.change),
    }),
    biggestPart(input, i18n),
  ]
  return (
    <>
      <Chart
        draw={draw}
        sentence={sentence.filter((part) => part !== null).join('. ')}
        label={t('compare.change.parts.label', { unit, index, ...periods })}
        footer={footer}
        source={source}
        fileName={fileName}
      />
      <p className={styles['how']}>
        {t('compare.change.parts.how')}
        {comparability.changeBasis === 'core' && focus.shareChange !== null && (
          <> {t('compare.change.parts.totalNote', { core: format.shareChange(focus.shareChange) })}</>
        )}
      </p>
    </>
  )
}
