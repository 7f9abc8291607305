import { useId } from 'react'
import { headerAnswer } from '@/features/data/import-answers'
import { ChoiceSelect } from '@/features/data/ChoiceSelect'
import { useImportDraft } from '@/features/data/import-draft'
import { FORM_NAMES, formName } from '@/features/data/import-words'
import { ImportSheet } from '@/features/data/ImportSheet'
import { rowsInWords } from '@/features/data/rows-in-words'
import { sheetRows } from '@/features/data/sheet-rows'
import { useI18n } from '@/i18n/use-i18n'
import type { ReadColumn, ReadTable } from '@/import/opening'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly table: ReadTable
  readonly columns: readonly ReadColumn[] | null
}

const FIRST_ASIDE = 50

/** The answer that the first row is data already: an empty field. */
const NO_HEADER = 'none'

/** Cells → a table: where it is, its header, and the rows that are no data. */
export function StepTable({ table, columns }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const { fileName, changes, change } = useImportDraft()
  const id = useId()
  const { form, range, headerRows, aside, others, preview } = table
  const header = changes.get('header') ?? rowsInWords(headerRows)
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>
            <label htmlFor={`${id}-range`}>{t('import.table.range')}</label>
          </dt>
          <dd>
            <input
              id={`${id}-range`}
              type="text"
              autoComplete="off"
              pattern="[A-Za-z]{1,3}[0-9]+:[A-Za-z]{1,3}[0-9]+"
              title={t('import.table.range.hint')}
              value={changes.get('table') ?? range}
              onChange={(event) => {
                const text = event.currentTarget.value.trim().toUpperCase()
                change('table', text === range ? null : text)
              }}
            />
            {others.length > 0 && (
              <small>
                {t('import.table.others')}{' '}
                {others.map((other) => (
                  <button key={other} type="button" className={styles['link']} onClick={() => change('table', other)}>
                    {other}
                  </button>
                ))}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <label htmlFor={`${id}-header`}>{t('import.table.header')}</label>
          </dt>
          <dd>
            <input
              id={`${id}-header`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              pattern="[0-9]+([\-–][0-9]+)?"
              title={t('import.table.header.hint')}
              placeholder={t('import.table.header.none')}
              value={header === NO_HEADER ? '' : header}
              onChange={(event) => {
                const text = event.currentTarget.value.trim().replace('–', '-')
                const isSame = text === rowsInWords(headerRows).replace('–', '-')
                change('header', isSame ? null : text === '' ? NO_HEADER : text)
              }}
            />
          </dd>
        </div>
        <div>
          <dt>{t('import.table.form')}</dt>
          <dd>
            <ChoiceSelect
              label={t('import.table.form')}
              value={changes.get('form') ?? form}
              options={FORM_NAMES.map((value) => ({ value, label: formName(value, i18n) }))}
              onChange={(value) => change('form', value === form ? null : value)}
            />
          </dd>
        </div>
      </dl>
      <ImportSheet
        fileName={fileName}
        rows={sheetRows(preview, [], 0)}
        columns={columns}
        chosenKind={(row) => changes.get(`row:${row}`) ?? null}
        onKind={(row, kind) => {
          const isHeader = headerRows.includes(row.row)
          if (kind === 'header') {
            change('header', isHeader ? null : headerAnswer(headerRows, row.row, true))
            change(`row:${row.row}`, null)
            return
          }
          if (isHeader) change('header', headerAnswer(headerRows, row.row, false) ?? NO_HEADER)
          change(`row:${row.row}`, kind === row.kind ? null : kind)
        }}
      />
      {aside.length > 0 && (
        <details className={styles['more']}>
          <summary>{t('import.table.aside', { n: aside.length })}</summary>
          <ul className={styles['aside']}>
            {aside.slice(0, FIRST_ASIDE).map(({ row, kind, text }) => (
              <li key={row}>
                <span>
                  {t('import.sheet.row')} {row}, {t(`import.kind.${kind}`)}
                </span>
                <q>{text}</q>
              </li>
            ))}
            {aside.length > FIRST_ASIDE && <li>…</li>}
          </ul>
        </details>
      )}
    </>
  )
}
