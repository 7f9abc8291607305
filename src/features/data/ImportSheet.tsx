import { useEffect, useRef } from 'react'
import { columnLetter } from '@/domain/column-letter'
import { ROW_CHOICES } from '@/features/data/import-words'
import { rowRange } from '@/features/data/rows-in-words'
import { cellOf, worstOf } from '@/features/data/sheet-rows'
import type { Mark, SheetRow } from '@/features/data/sheet-rows'
import { problemName } from '@/i18n/problem-words'
import { useI18n } from '@/i18n/use-i18n'
import type { PreviewRow, ReadColumn } from '@/import/opening'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/data/ImportSheet.module.css'

export type RowChoice = (typeof ROW_CHOICES)[number] | 'header'

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
  readonly onKind?: ((row: SheetRow, kind: RowChoice) => void) | undefined
  /** What the viewer chose and has not applied yet. */
  readonly chosenKind?: (row: number) => string | null
}

const WIDEST = 60

/** Beside the word, so that kinds of rows are told apart at a glance and without colour. */
const SHAPES: Readonly<Record<PreviewRow['kind'], string>> = {
  title: '¶',
  header: '▤',
  maxima: '⊤',
  data: '',
  section: '§',
  summary: 'Σ',
  note: '※',
  'repeated-header': '▤',
}

/** A part of the file as a sheet with row numbers and column letters, in a region that scrolls by itself. */
export function ImportSheet({ fileName, rows, columns, current = null, follow = false, onKind, chosenKind }: Props) {
  const { t } = useI18n()
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    const sheet = region.current
    const found = current === null ? null : sheet?.querySelector<HTMLElement>('[data-current]')
    if (!sheet || !found) return
    if (follow) found.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // The page stays where the viewer is.
    else
      sheet.scrollTo({
        left: found.offsetLeft + found.offsetWidth - sheet.clientWidth,
        top: found.offsetTop + found.offsetHeight - sheet.clientHeight,
      })
  }, [current, follow])
  const most = rows.reduce((width, { cells, marks }) => Math.max(width, cells?.length ?? 0, ...marks.map(placeOf)), 0)
  const places = Array.from({ length: Math.min(most, WIDEST) }, (_, place) => place)
  const readAs = new Map(columns?.map(({ letter, role }) => [letter, role]))
  return (
    <>
      <section
        ref={region}
        className={styles['region']}
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
              {places.map((place) => {
                const letter = columnLetter(place)
                const role = readAs.get(letter)
                return (
                  <th key={letter} scope="col">
                    {letter}
                    {role !== undefined && <small>{t(`import.role.${role}`)}</small>}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row
                key={row.row}
                row={row}
                before={rows[at - 1]?.row ?? null}
                places={places}
                current={current}
                onKind={onKind}
                chosen={chosenKind?.(row.row) ?? null}
              />
            ))}
          </tbody>
        </table>
      </section>
      {most > WIDEST && <p className={styles['more']}>{t('import.sheet.moreColumns', { n: most - WIDEST })}</p>}
    </>
  )
}

/** Number of columns up to the one of the mark. */
function placeOf({ letter }: Mark): number {
  if (letter === null || !/^[A-Z]{1,3}$/.test(letter)) return 0
  return [...letter].reduce((place, sign) => place * 26 + (sign.codePointAt(0) ?? 64) - 64, 0)
}

interface RowProps {
  readonly row: SheetRow
  /** Number of the row above. */
  readonly before: number | null
  readonly places: readonly number[]
  readonly current: Mark | null
  readonly onKind: Props['onKind']
  readonly chosen: string | null
}

function Row({ row, before, places, current, onKind, chosen }: RowProps) {
  const { t } = useI18n()
  const ofRow = row.marks.filter(({ letter }) => letter === null)
  const severity = worstOf(ofRow)
  return (
    <>
      {before !== null && row.row > before + 1 && (
        <tr className={styles['gap']}>
          <td colSpan={places.length + (onKind === undefined ? 1 : 2)}>
            {t('import.sheet.gap', { rows: rowRange(before + 1, row.row - 1) })}
          </td>
        </tr>
      )}
      <tr
        data-kind={row.kind ?? undefined}
        data-hidden={row.hidden || undefined}
        data-severity={severity ?? undefined}
        data-current={(current?.row === row.row && current.letter === null) || undefined}
      >
        <th scope="row" className={styles['number']}>
          {severity !== null && <MarkSign marks={ofRow} />}
          {row.row}
          {row.hidden && (
            <small>
              <span aria-hidden="true">⊘ </span>
              {t('import.sheet.hidden')}
            </small>
          )}
        </th>
        {onKind !== undefined && (
          <td className={styles['kind']}>
            {row.kind === null ? (
              t('import.sheet.unknown')
            ) : (
              <KindSelect row={row} kind={row.kind} chosen={chosen} onKind={onKind} />
            )}
          </td>
        )}
        {placesOf(row, places).map(([place, span]) => {
          const letter = columnLetter(place)
          const own = row.marks.filter((mark) => mark.letter === letter)
          const text = cellOf(row, place)
          return (
            <td
              key={place}
              colSpan={span > 1 ? span : undefined}
              data-line={span > 1 || undefined}
              data-severity={worstOf(own) ?? undefined}
              data-current={(current?.row === row.row && current.letter === letter) || undefined}
            >
              {own.length > 0 && <MarkSign marks={own} />}
              {text === null ? <span aria-hidden="true">…</span> : <span className={styles['text']}>{text}</span>}
            </td>
          )
        })}
      </tr>
    </>
  )
}

/** A line of text beside the table runs over the blank cells after it, as in Excel. */
function placesOf({ kind, cells, marks }: SheetRow, places: readonly number[]): readonly (readonly [number, number])[] {
  const filled = cells?.flatMap((text, place) => (text === '' ? [] : [place])) ?? []
  const [only] = filled
  const isLine = kind === 'title' || kind === 'note' || kind === 'section'
  if (!isLine || filled.length !== 1 || only === undefined || marks.length > 0) {
    return places.map((place) => [place, 1])
  }
  return places
    .filter((place) => place <= only)
    .map((place) => [place, place === only ? Math.max(1, places.length - only) : 1])
}

/** A sign of its own shape, and what it means for those who cannot see it. */
function MarkSign({ marks }: { readonly marks: readonly Mark[] }) {
  const { t } = useI18n()
  return (
    <span className={styles['sign']}>
      <span aria-hidden="true">{worstOf(marks) === 'error' ? '■' : '□'} </span>
      <VisuallyHidden>{[...new Set(marks.map(({ problem }) => problemName(problem, t)))].join(', ')}: </VisuallyHidden>
    </span>
  )
}

interface KindSelectProps {
  readonly row: SheetRow
  readonly kind: PreviewRow['kind']
  readonly chosen: string | null
  readonly onKind: NonNullable<Props['onKind']>
}

const isChoice = (kind: string): kind is RowChoice => kind === 'header' || ROW_CHOICES.some((choice) => choice === kind)

function KindSelect({ row, kind, chosen, onKind }: KindSelectProps) {
  const { t } = useI18n()
  const shown = chosen ?? kind
  return (
    <span className={styles['choice']}>
      <span aria-hidden="true">{SHAPES[kind]}</span>
      <select
        aria-label={t('import.sheet.kindOf', { row: String(row.row) })}
        value={shown}
        data-changed={chosen !== null || undefined}
        onChange={(event) => {
          const choice = event.currentTarget.value
          if (isChoice(choice)) onKind(row, choice)
        }}
      >
        {!isChoice(kind) && <option value={kind}>{t(`import.kind.${kind}`)}</option>}
        <option value="header">{t('import.kind.header')}</option>
        {ROW_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`import.kind.${choice}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
