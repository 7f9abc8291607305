import { useMemo } from 'react'
import type { Comparability, RankChange } from '@/db/questions/change'
import { effectWords, paradoxOf } from '@/findings/change-sentence'
import type { Pair } from '@/findings/change-sentence'
import { listed } from '@/findings/comparison-notes'
import { moveOf, writtenRanks } from '@/findings/pair-counts'
import { CHANGE_SORTS, changeSort, isReversed, sortBy, sortChanges } from '@/features/compare/sort-changes'
import type { ChangeSort } from '@/features/compare/sort-changes'
import { changeWords, placesWords } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import type { MessageKey } from '@/i18n/translate'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { changeFile, unrankedNote } from '@/features/compare/change-files'
import { useI18n } from '@/i18n/use-i18n'
import { Change } from '@/ui/Change'
import { Select } from '@/ui/Select'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { WideTable } from '@/ui/WideTable'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly rows: readonly RankChange[]
  readonly lowerIsBetter: boolean
  readonly comparability: Comparability
  readonly pair: Pair
  readonly block: string
  readonly index: string
  readonly focus: string
  readonly view: View
  readonly source: ExportedSource
  readonly fileName: string
}

const SORT_NAMES = {
  places: 'compare.col.places',
  change: 'compare.col.shareChange',
  rank: 'compare.sort.rank',
  unit: 'compare.col.unit',
} as const satisfies Readonly<Record<ChangeSort, MessageKey>>

/** Every unit of the block: places, its own effect and the others', change of the share; score and rank that part are marked. */
export function ChangeTable({
  rows,
  lowerIsBetter,
  comparability,
  pair,
  block,
  index,
  focus,
  view,
  source,
  fileName,
}: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { view: requested } = useView()
  const navigate = useNavigate()
  const { counts, ...periods } = pair
  const sort = changeSort(view.sort)
  const reversed = isReversed(view.sort)
  // Who is in one period only has no change; the notes below name it.
  const inBoth = useMemo(() => {
    const { unitsEntered, unitsLeft } = comparability
    const inOne = new Set([...unitsEntered, ...unitsLeft].map(({ unitId }) => unitId))
    return rows.filter(({ unitId }) => !inOne.has(unitId))
  }, [rows, comparability])
  const sorted = useMemo(() => sortChanges(inBoth, sort, reversed, format), [inBoth, sort, reversed, format])
  const withEffects = inBoth.some(({ ownEffect }) => ownEffect !== null)
  const withShares = inBoth.some(({ shareChange }) => shareChange !== null)
  const paradoxes = rows.filter((row) => paradoxOf(row, counts, lowerIsBetter, format) === 'up')

  const effect = (read: (row: RankChange) => number | null) => (row: RankChange) => {
    const value = read(row)
    return value === null ? null : (
      <Change value={value} text={format.signed(value)} words={effectWords(value, i18n)} kind="signed" />
    )
  }
  const columns: readonly (TableColumn<RankChange> | false)[] = [
    {
      id: 'unit',
      header: t('compare.col.unit'),
      rowHeader: true,
      cell: (row) => (
        <ViewLink to={{ ...view, unit: row.unitId }} aria-current={row.unitId === focus ? 'true' : undefined}>
          {format.name(row)}
        </ViewLink>
      ),
    },
    {
      id: 'rank',
      header: t('compare.col.ranks', { before: periods.before, now: periods.now }),
      numeric: true,
      cell: (row) => {
        const { from, to } = writtenRanks(row, counts, format)
        return row.rankBefore === null && row.rankNow === null
          ? NO_VALUE
          : t('compare.col.rankChange', { before: from, now: to })
      },
    },
    {
      id: 'places',
      header: t('compare.col.places'),
      numeric: true,
      cell: (row) => {
        const { placesGained } = row
        if (placesGained !== null && moveOf(row, counts) === 'unclear') {
          return (
            <span role="img" aria-label={t('compare.table.unclear', { n: format.signed(placesGained) })}>
              {format.signed(placesGained)}
            </span>
          )
        }
        return (
          <Change
            value={placesGained}
            text={placesGained === null ? '' : format.number(Math.abs(placesGained))}
            words={placesGained === null ? t('compare.table.noPlaces') : placesWords(placesGained, i18n)}
            kind="places"
          />
        )
      },
    },
    withEffects && {
      id: 'own',
      header: t('compare.col.own'),
      numeric: true,
      cell: effect(({ ownEffect }) => ownEffect),
    },
    withEffects && {
      id: 'others',
      header: t('compare.col.others'),
      numeric: true,
      cell: effect(({ othersEffect }) => othersEffect),
    },
    withShares && {
      id: 'change',
      header: t('compare.col.shareChange'),
      numeric: true,
      cell: ({ shareChange }) =>
        shareChange === null ? null : (
          <Change
            value={shareChange}
            text={format.shareChange(shareChange)}
            words={changeWords(shareChange, i18n)}
            kind="signed"
            reversed={lowerIsBetter}
          />
        ),
    },
    {
      id: 'note',
      header: t('compare.col.note'),
      cell: (row) => {
        const paradox = paradoxOf(row, counts, lowerIsBetter, format)
        if (paradox === null) {
          const note = unrankedNote(row, periods, i18n)
          return note === null ? null : <small>{note}</small>
        }
        return (
          <span className={styles['mark']}>
            <span aria-hidden="true">◆ </span>
            {t(paradox === 'up' ? 'compare.table.paradox' : 'compare.table.paradoxDown')}
          </span>
        )
      },
    },
  ]
  // The notes say that no unit is in both.
  if (inBoth.length === 0) return null
  const caption = t('compare.table.caption', { n: inBoth.length, block, index, ...periods })
  const names = listed(paradoxes.map(format.name), { t })
  return (
    <section>
      <h2>{t('compare.table', periods)}</h2>
      <p className={styles['sub']}>
        {withShares &&
          !lowerIsBetter &&
          (paradoxes.length === 0
            ? t('compare.table.paradoxes.none')
            : t('compare.table.paradoxes', { n: paradoxes.length, names }))}{' '}
        {withEffects
          ? t('compare.table.effects')
          : `${t('compare.change.noSplit')} ${t(
              comparability.versionBefore === comparability.versionNow
                ? 'compare.change.noSplit.shares'
                : 'compare.change.noSplit.version',
            )}`}
        {inBoth.some((row) => moveOf(row, counts) === 'unclear') && <> {t('compare.table.unclear.how')}</>}
        {inBoth.length < rows.length && <> {t('compare.table.leftOut', { n: rows.length - inBoth.length })}</>}
      </p>
      <div className={styles['sort']}>
        <Select
          name="sort"
          label={t('compare.table.sort')}
          value={changeSort(requested.sort)}
          options={CHANGE_SORTS.map((column) => ({ value: column, label: t(SORT_NAMES[column]) }))}
          onChange={(value) => {
            const column = CHANGE_SORTS.find((known) => known === value)
            if (column === undefined) return
            navigate({ ...requested, sort: sortBy(column, false) })
          }}
        />
        <button
          type="button"
          className={styles['reverse']}
          aria-pressed={isReversed(requested.sort)}
          onClick={() =>
            navigate({ ...requested, sort: sortBy(changeSort(requested.sort), !isReversed(requested.sort)) })
          }
        >
          <span aria-hidden="true">⇅ </span>
          {t('compare.table.reverse')}
        </button>
      </div>
      <WideTable label={caption}>
        <StackedTable
          caption={caption}
          columns={columns.filter((column) => column !== false)}
          rows={sorted}
          rowKey={({ unitId }) => unitId}
          compact
          current={({ unitId }) => unitId === focus}
        />
      </WideTable>
      <Download
        name={t('compare.table', periods)}
        shown={() => changeFile(caption, sorted, pair, lowerIsBetter, i18n)}
        source={source}
        fileName={fileName}
      />
    </section>
  )
}
