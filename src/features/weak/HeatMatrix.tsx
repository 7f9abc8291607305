import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, SyntheticEvent } from 'react'
import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { CellDetail } from '@/features/weak/CellDetail'
import { flagFinder, kindsOfGaps } from '@/features/weak/matrix-cells'
import type { Field } from '@/findings/fields'
import { orderRows, readOrder } from '@/features/weak/matrix-order'
import { MatrixHead } from '@/features/weak/MatrixHead'
import { MatrixLegend } from '@/features/weak/MatrixLegend'
import { FIRST_FIELD, MatrixRow } from '@/features/weak/MatrixRow'
import type { RowContext } from '@/features/weak/MatrixRow'
import type { Measure } from '@/findings/measure'
import { nextCell } from '@/features/weak/next-cell'
import { matrixFile } from '@/features/weak/weak-files'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/HeatMatrix.module.css'

/** More rows than this are drawn when they are asked for. */
const MOST_ROWS = 500
/** Up to so many the matrix is as high as its rows; above, it scrolls within the screen, under its head. */
const MOST_TALL_ROWS = 40
/** Above so many columns their names stand upright. */
const MOST_WIDE_COLUMNS = 12
const PAGE_ROWS = 10

interface Props {
  readonly rows: readonly FieldMatrixRow[]
  /** Also those that the search hides, and of every level. */
  readonly allRows: readonly FieldMatrixRow[]
  readonly fields: readonly Field[]
  readonly columns: readonly Field[]
  /** Whether criteria below the first level are among the columns; null: there are none. */
  readonly deep: boolean | null
  readonly onDeep: (deep: boolean) => void
  readonly flags: readonly Weakness[]
  readonly measure: Measure
  readonly view: View
  readonly source: ExportedSource
  /** Names a file with its edition. */
  readonly titleOf: (what: string) => string
  readonly fileName: string
}

/** The tab stop of the grid; a unit of null is the head. */
interface Active {
  readonly unitId: string | null
  readonly column: number
}

/**
 * Units × sub-indices as a grid of one tab stop (the ARIA pattern of a data grid): arrow keys go from cell to cell, and
 * what is behind the cell stands below.
 */
export function HeatMatrix({
  rows,
  allRows,
  fields,
  columns,
  deep,
  onDeep,
  flags,
  measure,
  view,
  source,
  titleOf,
  fileName,
}: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const heading = useId()
  const table = useRef<HTMLTableElement>(null)
  const [whole, setWhole] = useState(false)
  const [active, setActive] = useState<Active>({ unitId: null, column: 0 })
  const [chosen, setChosen] = useState(false)

  const { limits, lower, decimals } = measure
  const order = useMemo(() => readOrder(view.order, columns), [view.order, columns])
  const ordered = useMemo(() => orderRows(rows, order, columns, lower, format), [rows, order, columns, lower, format])
  const drawn = useMemo(() => (whole ? ordered : ordered.slice(0, MOST_ROWS)), [ordered, whole])
  const gaps = useMemo(() => kindsOfGaps(drawn, columns), [drawn, columns])
  const find = useMemo(() => flagFinder(flags), [flags])

  // One object as long as the figures are the same: a new order moves rows, and draws none of them anew.
  const { package: pack, version, index, period, block, set, lang } = view
  const context = useMemo<RowContext>(
    () => ({
      columns,
      limit: limits.absolute,
      lower,
      decimals,
      scorecard: { ...DEFAULT_VIEW, package: pack, version, index, period, block, set, lang, screen: 'unit' },
    }),
    [columns, limits.absolute, lower, decimals, pack, version, index, period, block, set, lang],
  )

  const choose = useCallback((event: SyntheticEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null
    const row = cell?.parentElement
    if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return
    const to: Active = { unitId: row.dataset['unit'] ?? null, column: cell.cellIndex }
    setActive((from) => (from.unitId === to.unitId && from.column === to.column ? from : to))
    setChosen(to.unitId !== null)
  }, [])

  function move(event: KeyboardEvent<HTMLTableElement>) {
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null
    const row = cell?.parentElement
    if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return
    if (event.key === 'Escape') return setChosen(false)
    const place = nextCell(
      event.key,
      event.ctrlKey,
      { row: row.rowIndex, column: cell.cellIndex },
      { rows: drawn.length + 1, columns: columns.length + 3, page: PAGE_ROWS },
    )
    if (place === null || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = table.current?.rows[place.row]?.cells[place.column]
    const inside = next?.querySelector('a, button') ?? next
    if (inside instanceof HTMLElement) inside.focus()
  }

  // A link may bring out a unit far down; the page itself stays where it is.
  useEffect(() => {
    const row = table.current?.querySelector('tr[data-current]')
    const region = table.current?.parentElement
    if (!(row instanceof HTMLElement) || !region) return
    const below = row.getBoundingClientRect().bottom - region.getBoundingClientRect().bottom
    if (below > 0) region.scrollTop = below + region.clientHeight / 2
  }, [])

  useEffect(() => {
    if ((order.by === 'field' || order.by === 'weak') && table.current !== null) showSortedColumn(table.current)
  }, [order])

  // The unit of the tab stop may have been searched away: the head takes its place.
  const activeRow = drawn.find(({ unitId }) => unitId === active.unitId) ?? null
  const stop: Active =
    activeRow === null ? { unitId: null, column: active.unitId === null ? active.column : 0 } : active
  const activeField = columns[active.column - FIRST_FIELD] ?? null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('weak.matrix')}</h2>
      <p className={styles['sub']}>
        {t('weak.matrix.sub')} <span className={styles['how']}>{t('weak.matrix.how')}</span>
        {order.by === 'similar' && ` ${t('weak.order.similar.hint')}`}
      </p>
      {deep !== null && (
        <label className={styles['levels']}>
          <input type="checkbox" checked={deep} onChange={(event) => onDeep(event.currentTarget.checked)} />{' '}
          {t('weak.matrix.levels')}
        </label>
      )}
      {/* Wider than a phone, or higher than a screen: whoever has no mouse scrolls it too. */}
      <div
        className={styles['region']}
        role="region"
        aria-label={t('weak.matrix.region')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-tall={drawn.length > MOST_TALL_ROWS || undefined}
        data-upright={columns.length > MOST_WIDE_COLUMNS || undefined}
        style={{ '--columns': columns.length } as CSSProperties}
      >
        {/* The keys and the clicks of its cells, which take the focus, bubble up here. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table
          ref={table}
          // A table in which the arrow keys go from cell to cell.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          className={styles['matrix']}
          aria-label={t('weak.matrix.label', { units: rows.length, fields: columns.length })}
          aria-rowcount={drawn.length < ordered.length ? ordered.length + 1 : undefined}
          onFocus={choose}
          onClick={choose}
          onKeyDown={move}
        >
          <MatrixHead
            columns={columns}
            order={order}
            lower={lower}
            activeColumn={stop.unitId === null ? stop.column : null}
          />
          <tbody>
            {drawn.map((row, at) => (
              <MatrixRow
                key={row.unitId}
                row={row}
                context={context}
                activeColumn={stop.unitId === row.unitId ? stop.column : null}
                broughtOut={row.unitId === view.unit}
                place={drawn.length < ordered.length ? at + 2 : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {drawn.length < ordered.length && (
        <p className={styles['more']}>
          {t('weak.matrix.first', { n: drawn.length, all: ordered.length })}{' '}
          <button type="button" onClick={() => setWhole(true)}>
            {t('weak.matrix.all', { n: ordered.length })}
          </button>
        </p>
      )}
      <CellDetail
        unit={chosen ? activeRow : null}
        field={activeField}
        flag={activeRow === null || activeField === null ? null : find(activeRow.unitId, activeField.subIndexId)}
        measure={measure}
        view={view}
        onClose={() => {
          // The button goes with the details; the focus on a cell would show them again.
          table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
          setChosen(false)
        }}
      />
      <MatrixLegend gaps={gaps} lower={lower} />
      <Download
        name={t('weak.matrix')}
        shown={() => matrixFile(titleOf(t('weak.matrix')), ordered, columns, measure, i18n)}
        all={
          rows.length < allRows.length || columns.length < fields.length
            ? () =>
                matrixFile(
                  titleOf(t('weak.matrix')),
                  orderRows(allRows, order, columns, lower, format),
                  fields,
                  measure,
                  i18n,
                )
            : undefined
        }
        source={source}
        fileName={fileName}
      />
    </section>
  )
}

/** The column of the order may lie beyond the edge of a phone, or under the names. */
function showSortedColumn(table: HTMLTableElement) {
  const sorted = table.querySelector('thead th[aria-sort]')
  const names = table.querySelector('thead th[data-column="unit"]')
  const region = table.parentElement
  if (!sorted || !names || !region) return
  const { left, right } = sorted.getBoundingClientRect()
  const start = names.getBoundingClientRect().right
  const end = region.getBoundingClientRect().right
  if (left < start) region.scrollLeft += left - start
  else if (right > end) region.scrollLeft += right - end
}
