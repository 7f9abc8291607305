import { useEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { columnLetter, columnPlace } from '@/domain/column-letter'
import { ImportSheetRow, SIGNS } from '@/features/data/ImportSheetRow'
import type { OnRowKind } from '@/features/data/ImportSheetRow'
import { columnsOf, pageOf, sheetPage } from '@/features/data/sheet-rows'
import type { Mark, SheetPage, SheetRow } from '@/features/data/sheet-rows'
import { useI18n } from '@/i18n/use-i18n'
import type { ReadColumn } from '@/import/opening'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/data/ImportSheet.module.css'

interface Props {
  readonly fileName: string
  readonly rows: readonly SheetRow[]
  /** By letter, where they are known: what each is read as stands below its letter. */
  readonly columns: readonly ReadColumn[] | null
  /** The problem that is being looked at. */
  readonly current?: Mark | null
  /** Whether the page scrolls to it as well as the sheet: the viewer asked for it. */
  readonly follow?: boolean
  /** Without it the kinds of the rows are not shown. */
  readonly onKind?: OnRowKind
  /** What the viewer chose and has not applied yet. */
  readonly chosenKind?: (row: number) => string | null
}

const START = { rowPage: 0, columnPage: 0 }

/** A part of the file as a sheet with row numbers and column letters, in a region that scrolls by itself. */
export function ImportSheet({ fileName, rows, columns, current = null, follow = false, onKind, chosenKind }: Props) {
  const { t } = useI18n()
  const region = useRef<HTMLElement>(null)
  const at = current === null ? '' : `${current.letter ?? ''}${current.row}`
  // Turned to by the viewer, until another problem is looked at.
  const [turned, setTurned] = useState({ at: null as string | null, ...START })
  const place = turned.at === at ? turned : current === null ? START : pageOf(rows, current)
  const named = columns?.find(({ role }) => role === 'unit')
  const naming = named === undefined ? null : columnPlace(named.letter)
  const page = sheetPage(rows, naming, place)
  useEffect(() => {
    const sheet = region.current
    const found = at === '' ? null : sheet?.querySelector<HTMLElement>('[data-current]')
    if (!sheet || !found) return
    const kept = sheet.querySelector<HTMLElement>('th[data-naming]')
    const keptWidth = (sheet.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0) + (kept?.offsetWidth ?? 0)
    const isInSight = found.matches('tr, [data-naming]') || found.offsetLeft + found.offsetWidth <= sheet.clientWidth
    const isOnTop = found.offsetTop + found.offsetHeight <= sheet.clientHeight
    const free = sheet.clientWidth - keptWidth
    sheet.scrollTo({
      // Numbers stand at the end of their cell.
      left: isInSight
        ? 0
        : found.offsetLeft + found.offsetWidth - sheet.clientWidth + Math.max(0, free - found.offsetWidth) / 2,
      top: isOnTop ? 0 : found.offsetTop + found.offsetHeight / 2 - sheet.clientHeight / 2,
    })
    // Else the page stays where the viewer is.
    if (follow) sheet.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, follow])
  const readAs = new Map(columns?.map(({ letter, role }) => [letter, role]))
  const style: CSSProperties & Record<'--numbers', string> = {
    '--numbers': `${String(rows.at(-1)?.row ?? 0).length}ch`,
  }
  return (
    <>
      <section
        ref={region}
        className={styles['region']}
        style={style}
        aria-label={t('import.sheet.label', { file: fileName })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
        tabIndex={0}
      >
        <table className={styles['sheet']}>
          <caption>
            <VisuallyHidden>{t('import.sheet.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles['number']}>
                <VisuallyHidden>{t('import.sheet.row')}</VisuallyHidden>
              </th>
              {onKind !== undefined && <th scope="col">{t('import.sheet.kind')}</th>}
              {page.places.map((column) => {
                const letter = columnLetter(column)
                const role = readAs.get(letter)
                return (
                  <th key={letter} scope="col" data-naming={column === naming || undefined}>
                    {letter}
                    {role !== undefined && (
                      // Such a column is narrow.
                      <small>{role === 'row-number' ? t('import.sheet.counter') : t(`import.role.${role}`)}</small>
                    )}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, nth) => (
              <ImportSheetRow
                key={row.row}
                row={row}
                before={page.rows[nth - 1] ?? null}
                places={page.places}
                naming={naming}
                current={current}
                onKind={onKind}
                chosen={chosenKind?.(row.row) ?? null}
              />
            ))}
          </tbody>
        </table>
      </section>
      <Legend page={page} />
      <Pager
        page={page}
        columns={columnsOf(rows)}
        place={place}
        onTurn={(next) => {
          setTurned({ at, ...next })
          region.current?.scrollTo({ left: 0, top: 0 })
        }}
      />
    </>
  )
}

/** What the signs on the cells mean; only those that are there. */
function Legend({ page: { rows } }: { readonly page: SheetPage }) {
  const { t } = useI18n()
  const severities = new Set(rows.flatMap(({ marks }) => marks.map(({ problem }) => problem.severity)))
  const signs = [
    ...(['error', 'warning'] as const).filter((severity) => severities.has(severity)),
    ...(rows.some(({ corrected }) => corrected.length > 0) ? (['corrected'] as const) : []),
  ]
  if (signs.length === 0) return null
  return (
    <ul className={styles['legend']}>
      {signs.map((sign) => (
        <li key={sign} data-sign={sign}>
          <span aria-hidden="true">{SIGNS[sign]} </span>
          {t(`import.sheet.legend.${sign}`)}
        </li>
      ))}
    </ul>
  )
}

interface PagePlace {
  readonly rowPage: number
  readonly columnPage: number
}

interface PagerProps {
  readonly page: SheetPage
  readonly columns: number
  readonly place: PagePlace
  readonly onTurn: (place: PagePlace) => void
}

/** A sheet that is too large to be drawn at once is turned over like a book. */
function Pager({ page: { rows, places, left, rowPages, columnPages }, columns, place, onTurn }: PagerProps) {
  const { t } = useI18n()
  const { rowPage, columnPage } = place
  return (
    <>
      {rowPages > 1 && (
        <p className={styles['pager']}>
          <span role="status">
            {t('import.sheet.rows', { last: String(rows.at(-1)?.row ?? ''), at: rowPage + 1, n: rowPages })}
          </span>
          {/* After the last comes the first: no button loses the focus. */}
          <button type="button" onClick={() => onTurn({ columnPage, rowPage: (rowPage + rowPages - 1) % rowPages })}>
            {t('import.sheet.rows.previous')}
          </button>
          <button type="button" onClick={() => onTurn({ columnPage, rowPage: (rowPage + 1) % rowPages })}>
            {t('import.sheet.rows.next')}
          </button>
        </p>
      )}
      {columnPages > 1 && (
        <p className={styles['pager']}>
          <span role="status">
            {t('import.sheet.columns', {
              first: columnLetter(left),
              last: columnLetter(places.at(-1) ?? 0),
              n: columns,
            })}
          </span>
          <button
            type="button"
            onClick={() => onTurn({ rowPage, columnPage: (columnPage + columnPages - 1) % columnPages })}
          >
            {t('import.sheet.columns.previous')}
          </button>
          <button type="button" onClick={() => onTurn({ rowPage, columnPage: (columnPage + 1) % columnPages })}>
            {t('import.sheet.columns.next')}
          </button>
        </p>
      )}
    </>
  )
}
