import { useSuspenseQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Chart } from '@/charts/Chart'
import type { ChartFrame } from '@/charts/chart-spec'
import { historyChart } from '@/charts/history-chart'
import { profileChart } from '@/charts/profile-chart'
import type { BlockHistoryRow, EditionHistoryRow } from '@/db/questions/change'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { UnitFinder } from '@/features/compare/UnitFinder'
import type { FindableUnit } from '@/features/compare/find-units'
import { chartName } from '@/features/compare/chart-name'
import { chartFooter } from '@/findings/chart-footer'
import { historyInput } from '@/features/compare/history-input'
import { isPartialHistory } from '@/findings/partial-history'
import { profileInput, widestField } from '@/features/compare/profile-input'
import { absentOf, spanNotes } from '@/features/compare/unit-notes'
import { unitsHeadline } from '@/features/compare/units-headline'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { blockHistoryQuery, editionHistoryQuery } from '@/queries/change'
import { unitSubIndicesQuery } from '@/queries/units'
import { Notice } from '@/ui/Notice'
import { Segmented } from '@/ui/Segmented'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import { MAX_COMPARED_UNITS } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  readonly view: View
}

/** Up to six units over time and by sub-index. */
export function UnitsView({ pack, edition, view }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: rows }, { data: periods }] = useSuspenseQueries({
    queries: [blockHistoryQuery(pack.id, key), editionHistoryQuery(pack.id, key)],
  })
  const partial = useMemo(() => isPartialHistory(rows, periods, pack), [rows, periods, pack])
  const byId = useMemo(() => new Map(rows.map((row) => [row.unitId, row])), [rows])
  const units = useMemo(() => view.units.flatMap((id) => byId.get(id) ?? []), [view.units, byId])
  const unknown = view.units.filter((id) => !byId.has(id))
  return (
    <>
      <h1>
        {units.length === 0
          ? t('compare.units.pick', { most: MAX_COMPARED_UNITS })
          : unitsHeadline(units, edition.period, edition.indexShortName, edition.lowerIsBetter, i18n)}
      </h1>
      {unknown.length > 0 && (
        <Notice>
          <p>{t('compare.notice.units', { names: unknown.join(', ') })}</p>
        </Notice>
      )}
      <UnitsPicker rows={rows} units={units} period={edition.period} />
      {units.length > 0 && (
        <>
          <UnitsHistory {...{ pack, edition, view, rows, periods, partial, units }} />
          <UnitsProfile {...{ pack, edition, partial, units }} />
        </>
      )}
    </>
  )
}

const rankIn = (row: BlockHistoryRow, period: string): number | null =>
  row.standings.find((standing) => standing.period === period)?.rank ?? null

interface PickerProps {
  readonly rows: readonly BlockHistoryRow[]
  readonly units: readonly BlockHistoryRow[]
  readonly period: string
}

/** The chosen units, each to be taken out, and a search for more. A seventh is refused, and why. */
function UnitsPicker({ rows, units, period }: PickerProps) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<FindableUnit | null>(null)
  /** The button goes with its unit: the next one takes the focus, or the search. */
  function focusBeside(button: HTMLButtonElement) {
    const item = button.closest('li')
    const next = item?.nextElementSibling ?? item?.previousElementSibling
    const target = next?.querySelector('button') ?? box.current?.querySelector('input')
    target?.focus()
  }
  const notes = spanNotes(rows, { t, format })
  const chosen = new Set(units.map(({ unitId }) => unitId))
  const ids = units.map(({ unitId }) => unitId)
  const full = units.length >= MAX_COMPARED_UNITS
  const ranked = rows
    .flatMap((row) => {
      const rank = rankIn(row, period)
      return rank === null ? [] : [{ row, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row)
  const place = ranked.findIndex(({ unitId }) => unitId === view.unit)
  const around = place < 0 ? [] : ranked.slice(Math.max(0, place - 1), place + 2)
  const withUnits = (some: readonly BlockHistoryRow[]) => ({ ...view, units: some.map(({ unitId }) => unitId) })
  return (
    <div ref={box} className={styles['units']}>
      {units.length > 0 && (
        <ul className={styles['chips']} aria-label={t('compare.show.units')}>
          {units.map((unit) => (
            <li key={unit.unitId}>
              {format.name(unit)}
              {notes.has(unit.unitId) && <small>&nbsp;{notes.get(unit.unitId)}</small>}
              <button
                type="button"
                aria-label={t('compare.units.remove', { unit: format.name(unit) })}
                onClick={({ currentTarget }) => {
                  setRefused(null)
                  focusBeside(currentTarget)
                  navigate({ ...view, units: ids.filter((id) => id !== unit.unitId) })
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['count']}>
        {units.length > 0 ? (
          t('compare.units.chosen', { n: units.length, most: MAX_COMPARED_UNITS })
        ) : (
          <>
            {t('compare.units.pick.more')}
            <ViewLink to={withUnits(ranked.length > 0 ? ranked.slice(0, 3) : rows.slice(0, 3))} keepScroll>
              {t(ranked.length > 0 ? 'compare.units.pick.top' : 'compare.units.pick.first')}
            </ViewLink>
            {around.length > 1 && ranked[place] !== undefined && (
              <>
                {'; '}
                <ViewLink to={withUnits(around)} keepScroll>
                  {t('compare.units.pick.around', { unit: format.name(ranked[place]) })}
                </ViewLink>
              </>
            )}
          </>
        )}
      </p>
      <UnitFinder
        units={rows.filter(({ unitId }) => !chosen.has(unitId))}
        notes={notes}
        absent={absentOf(rows.filter(({ standings }) => !standings.some((standing) => standing.period === period)))}
        label={t('compare.units.add')}
        onChoose={(unit) => {
          setRefused(full ? unit : null)
          if (!full) navigate({ ...view, units: [...ids, unit.unitId] })
        }}
      />
      <div role="alert">
        {refused !== null && full && (
          <Notice>
            <p>{t('compare.units.full', { most: MAX_COMPARED_UNITS, unit: format.name(refused) })}</p>
          </Notice>
        )}
      </div>
    </div>
  )
}

interface HistoryProps extends Props {
  readonly rows: readonly BlockHistoryRow[]
  readonly periods: readonly EditionHistoryRow[]
  /** Only a part of the block is known. */
  readonly partial: boolean
  readonly units: readonly BlockHistoryRow[]
}

function UnitsHistory({ pack, edition, view, rows, periods, partial, units }: HistoryProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { view: requested } = useView()
  const navigate = useNavigate()
  const known = (measure: 'share' | 'rank') =>
    units.some(({ standings }) => standings.some((standing) => standing[measure] !== null))
  const hasShares = known('share')
  const hasRanks = known('rank')
  const measure = hasShares && !(hasRanks && view.sort?.column === 'rank') ? 'share' : 'rank'
  const draw = useCallback(
    (frame: ChartFrame) => historyChart(historyInput(measure, units, rows, periods, partial, format), i18n, frame),
    [measure, units, rows, periods, partial, format, i18n],
  )
  const what = t(measure === 'share' ? 'compare.units.history.share' : 'compare.units.history.rank', {
    index: edition.indexShortName,
  })
  if (!hasShares && !hasRanks) return <p className={styles['reason']}>{t('compare.units.history.none')}</p>
  return (
    <section>
      {hasShares && hasRanks && (
        <div className={styles['controls']}>
          <Segmented
            name="measure"
            label={t('compare.scale')}
            value={measure}
            options={[
              { value: 'share', label: t('compare.scale.share') },
              { value: 'rank', label: t('compare.scale.rank') },
            ]}
            onChange={(value) =>
              navigate({ ...requested, sort: value === 'rank' ? { column: 'rank', descending: false } : null })
            }
          />
        </div>
      )}
      <Chart
        draw={draw}
        sentence={what}
        label={t('compare.units.history.label', { what, names: units.map(format.name).join(', ') })}
        footer={chartFooter(pack, edition, i18n)}
        source={exportedSource(pack, edition, i18n)}
        fileName={exportName(pack, edition, `${t('export.name.units')} ${measure}`, i18n)}
      />
    </section>
  )
}

interface ProfileProps {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** Only a part of the block is known. */
  readonly partial: boolean
  readonly units: readonly BlockHistoryRow[]
}

function UnitsProfile({ pack, edition, partial, units }: ProfileProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  // Only units with a result in the edition have an answer.
  const here = useMemo(
    () => units.filter(({ standings }) => standings.some(({ period }) => period === edition.period)),
    [units, edition.period],
  )
  const absent = units.filter((unit) => !here.includes(unit))
  const answers = useSuspenseQueries({
    queries: here.map(({ unitId }) => unitSubIndicesQuery(pack.id, key, unitId)),
    combine: combineFields,
  })
  const input = useMemo(
    () =>
      profileInput(
        here.flatMap((unit, index) => {
          const fields = answers[index]
          return fields === undefined ? [] : [{ unitId: unit.unitId, name: chartName(unit, format), fields }]
        }),
        partial,
        format,
      ),
    [answers, here, partial, format],
  )
  const draw = useCallback((frame: ChartFrame) => profileChart(input, { t, format }, frame), [input, t, format])
  const slots = { index: edition.indexShortName, period: format.period(edition.period) }
  const widest = widestField(input)
  const names = here.map(format.name).join(', ')
  return (
    <section>
      {absent.length > 0 && (
        <p className={styles['reason']}>
          {t('compare.units.missing', { ...slots, names: absent.map(format.name).join(', ') })}
        </p>
      )}
      {here.length > 0 &&
        (input.fields.length === 0 ? (
          <p className={styles['reason']}>{t('compare.units.profile.none', slots)}</p>
        ) : (
          <Chart
            draw={draw}
            sentence={t('compare.units.profile', {
              ...slots,
              finding:
                widest === null || widest.gap < 0.00005
                  ? partial
                    ? t('compare.units.profile.part')
                    : t('compare.units.profile.plain', { n: here.length })
                  : t('compare.units.profile.widest', { field: widest.name, n: format.shareSize(widest.gap) }),
            })}
            label={t('compare.units.profile.label', { ...slots, names })}
            footer={chartFooter(pack, edition, i18n)}
            source={exportedSource(pack, edition, i18n)}
            fileName={exportName(pack, edition, `${t('export.name.units')} ${t('export.name.fields')}`, i18n)}
          />
        ))}
    </section>
  )
}

const combineFields = <R,>(results: readonly { readonly data: R }[]): readonly R[] => results.map(({ data }) => data)
