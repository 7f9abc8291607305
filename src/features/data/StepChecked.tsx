import { useMemo, useState } from 'react'
import { columnPlace } from '@/domain/column-letter'
import { kindOf, subjectOf } from '@/features/data/import-answers'
import { useImportDraft } from '@/features/data/import-draft'
import { FIGURE_PATTERN, isolate } from '@/features/data/import-words'
import { ImportSheet } from '@/features/data/ImportSheet'
import { ProblemList, problemTotal } from '@/features/data/ProblemList'
import { numberText, problemInLanguage } from '@/features/data/number-text'
import { marksOf, sheetRows } from '@/features/data/sheet-rows'
import type { Mark } from '@/features/data/sheet-rows'
import type { AuditState } from '@/features/data/use-audited-result'
import type { Language } from '@/i18n/catalogue'
import { useI18n } from '@/i18n/use-i18n'
import { problemName } from '@/i18n/problem-words'
import type { AnswerId, PreviewRow, ReadColumn } from '@/import/opening'
import type { OpenFileResult } from '@/queries/open-file'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly result: OpenFileResult
  readonly audit: AuditState
}

/** Marked rows that are shown besides those of the preview. */
const MOST_ROWS = 100

/** What is wrong with the figures: on the table itself, and as a list. */
export function StepChecked({ result, audit }: Props) {
  const { t, lang } = useI18n()
  const { fileName, answers, apply } = useImportDraft()
  const { problems, problemCounts, reading } = result
  const total = problemTotal(problemCounts)
  const marks = useMemo(() => marksOf(problems), [problems])
  const preview = reading.table?.preview ?? null
  const corrected = preview?.some((row) => row.corrected.length > 0) ?? false
  const [place, setPlace] = useState(0)
  const [moved, setMoved] = useState(false)
  const current = marks[Math.min(place, marks.length - 1)] ?? null
  const cells = (Object.entries(answers) as [AnswerId, string][]).filter(([id]) => kindOf(id) === 'cell')
  const go = (by: number) => {
    setMoved(true)
    setPlace((Math.min(place, marks.length - 1) + by + marks.length) % marks.length)
  }
  return (
    <>
      <p role="status">
        {audit === 'working' && t('import.checked.auditing')}
        {audit === 'failed' && t('import.checked.notAudited')}
        {audit === 'done' && total === 0 && t('import.checked.noProblems')}
      </p>
      {preview !== null && (current !== null || corrected) && (
        <>
          <h4>{t('import.checked.sheet')}</h4>
          {current !== null && (
            <div className={styles['buttons']}>
              <button type="button" onClick={() => go(-1)} disabled={marks.length < 2}>
                {t('import.checked.previous')}
              </button>
              <button type="button" onClick={() => go(1)} disabled={marks.length < 2}>
                {t('import.checked.next')}
              </button>
              <span role="status">
                {t(current.letter === null ? 'import.checked.atRow' : 'import.checked.at', {
                  at: Math.min(place, marks.length - 1) + 1,
                  n: marks.length,
                  row: String(current.row),
                  column: current.letter ?? '',
                  problem: problemName(current.problem, t),
                })}
              </span>
            </div>
          )}
          <ImportSheet
            fileName={fileName}
            rows={sheetRows(preview, marks, MOST_ROWS)}
            columns={reading.columns}
            current={current}
            follow={moved}
          />
          {current !== null && current.letter !== null && current.problem.severity === 'error' && (
            <CellFix
              key={`${current.letter}${current.row}`}
              cell={`${current.letter}${current.row}`}
              now={inFile(preview, current, lang)}
              isFigure={
                reading.columns?.some(({ letter, role }) => letter === current.letter && isFigure(role)) ?? false
              }
            />
          )}
        </>
      )}
      {cells.length > 0 && (
        <>
          <h4>{t('import.fixes', { n: cells.length })}</h4>
          <ul className={styles['aside']}>
            {cells.map(([id, value]) => {
              const cell = subjectOf(id)
              return (
                <li key={id}>
                  <span>
                    {value === ''
                      ? t('import.fix.cellEmpty', { cell })
                      : t('import.fix.cell', { cell, value: isolate(value) })}
                  </span>
                  <button type="button" className={styles['link']} onClick={() => apply(new Map([[id, null]]))}>
                    {t('import.change')}
                    <VisuallyHidden>: {cell}</VisuallyHidden>
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {total > 0 && (
        <ProblemList
          title={t('import.problems', { n: total })}
          level={4}
          problems={problems}
          counts={problemCounts}
          fileName={`${fileName}-problems`}
          columns={reading.columns}
          onFix={({ id, value }) => apply(new Map([[id as AnswerId, value]]))}
        />
      )}
    </>
  )
}

const FIGURES: ReadonlySet<ReadColumn['role']> = new Set(['sub-index', 'score', 'total', 'max-score', 'rank'])
const isFigure = (role: ReadColumn['role']): boolean => FIGURES.has(role)

/** What the file holds in the marked cell, as the sheet shows it, whatever was corrected since. */
function inFile(preview: readonly PreviewRow[], { row, letter, problem }: Mark, lang: Language): string | null {
  const place = letter === null ? -1 : columnPlace(letter)
  const corrected = preview.find((each) => each.row === row)?.corrected.find((cell) => cell.place === place)
  if (corrected === undefined) return problemInLanguage(problem, lang).value
  return corrected.fromNumber ? numberText(corrected.from, lang) : corrected.from
}

interface CellFixProps {
  readonly cell: string
  /** What the file holds there. */
  readonly now: string | null
  readonly isFigure: boolean
}

/** What the viewer knows the cell should have had; left empty, it has no value. */
function CellFix({ cell, now, isFigure }: CellFixProps) {
  const { t } = useI18n()
  const { apply } = useImportDraft()
  const [text, setText] = useState('')
  return (
    <form
      className={styles['buttons']}
      onSubmit={(event) => {
        event.preventDefault()
        apply(new Map([[`cell:${cell}` as const, text.trim()]]))
      }}
    >
      <label>
        {now !== null && now !== '' && <>{t('import.fix.now', { cell, value: isolate(now) })} </>}
        {t('import.ask.cell', { subject: cell })}{' '}
        <input
          type="text"
          autoComplete="off"
          inputMode={isFigure ? 'decimal' : undefined}
          pattern={isFigure ? FIGURE_PATTERN : undefined}
          title={isFigure ? t('import.fix.number') : undefined}
          value={text}
          // In the language of the page; what the browser says is in its own.
          onInvalid={(event) => event.currentTarget.setCustomValidity(t('import.fix.number'))}
          onChange={(event) => {
            event.currentTarget.setCustomValidity('')
            setText(event.currentTarget.value)
          }}
        />
      </label>
      <button type="submit">{text.trim() === '' ? t('import.fix.empty') : t('import.fix.apply')}</button>
    </form>
  )
}
