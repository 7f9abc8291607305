import type { ReactNode } from 'react'
import { columnLetter } from '@/domain/column-letter'
import { ROW_CHOICES, isolate } from '@/features/data/import-words'
import { numberText } from '@/features/data/number-text'
import { rowRange } from '@/features/data/rows-in-words'
import { cellOf, gapBefore, worstOf } from '@/features/data/sheet-rows'
import type { Mark, SheetRow } from '@/features/data/sheet-rows'
import { problemName } from '@/i18n/problem-words'
import { useI18n } from '@/i18n/use-i18n'
import type { PreviewRow } from '@/import/opening'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/data/ImportSheet.module.css'

export type RowChoice = (typeof ROW_CHOICES)[number] | 'header'
export type OnRowKind = (row: SheetRow, kind: RowChoice) => void

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

/** The shapes that mark cells; the legend of the sheet names them. */
export const SIGNS = { error: '■', warning: '▲', corrected: '✎' } as const

interface RowProps {
  readonly row: SheetRow
  /** The row above. */
  readonly before: SheetRow | null
  readonly places: readonly number[]
  /** Of the column that stays in sight. */
  readonly naming: number | null
  readonly current: Pick<Mark, 'row' | 'letter'> | null
  readonly onKind: OnRowKind | undefined
  /** What the viewer chose and has not applied yet. */
  readonly chosen: string | null
}

export function ImportSheetRow({ row, before, places, naming, current, onKind, chosen }: RowProps) {
  const { t } = useI18n()
  const ofRow = row.marks.filter(({ letter }) => letter === null)
  const severity = worstOf(ofRow)
  return (
    <>
      <Gap row={row} before={before} columns={places.length + (onKind === undefined ? 1 : 2)} />
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
          return (
            <td
              key={place}
              colSpan={span > 1 ? span : undefined}
              data-line={span > 1 || undefined}
              data-number={row.numbers.includes(place) || undefined}
              data-naming={(place === naming && span === 1) || undefined}
              data-severity={worstOf(own) ?? undefined}
              data-current={(current?.row === row.row && current.letter === letter) || undefined}
            >
              {own.length > 0 && <MarkSign marks={own} />}
              <CellText row={row} place={place} />
            </td>
          )
        })}
      </tr>
    </>
  )
}

/** The rows between two that are shown: blank, or not shown here. */
function Gap({ row, before, columns }: Pick<RowProps, 'row' | 'before'> & { readonly columns: number }) {
  const { t } = useI18n()
  const gap = gapBefore(row, before)
  if (gap === null) return null
  const blank = gap.last - gap.first + 1 - gap.cut
  const rows = rowRange(gap.first, gap.last)
  return (
    <tr className={styles['gap']}>
      <td colSpan={columns}>
        {/* In sight however far the sheet is scrolled. */}
        <span>
          {gap.cut === 0
            ? t('import.sheet.blank', { rows })
            : blank === 0
              ? t('import.sheet.cut', { rows })
              : t('import.sheet.cutBlank', { rows, blank })}
        </span>
      </td>
    </tr>
  )
}

/** The cell as Excel shows it; below a correction of the viewer what the file holds. */
function CellText({ row, place }: { readonly row: SheetRow; readonly place: number }): ReactNode {
  const { t, lang } = useI18n()
  const text = cellOf(row, place)
  if (text === null) return <span aria-hidden="true">…</span>
  const shown = <span className={styles['text']}>{row.numbers.includes(place) ? numberText(text, lang) : text}</span>
  const corrected = row.corrected.find((cell) => cell.place === place)
  if (corrected === undefined) return shown
  const { from, fromNumber } = corrected
  return (
    <span className={styles['corrected']}>
      <span aria-hidden="true">{SIGNS.corrected} </span>
      {shown}
      <small>
        {from === ''
          ? t('import.sheet.correctedBlank')
          : t('import.sheet.corrected', { value: fromNumber ? numberText(from, lang) : isolate(from) })}
      </small>
    </span>
  )
}

/** A line of text beside the table runs over the blank cells after it, as in Excel. */
function placesOf(
  { kind, cells, marks, corrected }: SheetRow,
  places: readonly number[],
): readonly (readonly [number, number])[] {
  const filled = cells?.flatMap((text, place) => (text === '' ? [] : [place])) ?? []
  const [only] = filled
  const isLine = kind === 'title' || kind === 'note' || kind === 'section'
  const at = only === undefined ? -1 : places.indexOf(only)
  if (!isLine || filled.length !== 1 || at === -1 || marks.length > 0 || corrected.length > 0) {
    return places.map((place) => [place, 1])
  }
  return places.slice(0, at + 1).map((place) => [place, place === only ? places.length - at : 1])
}

/** A sign of its own shape, and what it means for those who cannot see it. */
function MarkSign({ marks }: { readonly marks: readonly Mark[] }) {
  const { t } = useI18n()
  return (
    <span className={styles['sign']}>
      <span aria-hidden="true">{worstOf(marks) === 'error' ? SIGNS.error : SIGNS.warning} </span>
      <VisuallyHidden>{[...new Set(marks.map(({ problem }) => problemName(problem, t)))].join(', ')}: </VisuallyHidden>
    </span>
  )
}

interface KindSelectProps {
  readonly row: SheetRow
  readonly kind: PreviewRow['kind']
  readonly chosen: string | null
  readonly onKind: OnRowKind
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
