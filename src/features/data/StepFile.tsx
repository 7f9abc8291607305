import { DELIMITER_SIGNS, ENCODING_CHOICES, delimiterName, encodingName } from '@/features/data/import-words'
import { ChoiceSelect } from '@/features/data/ChoiceSelect'
import { useImportDraft } from '@/features/data/import-draft'
import { accentedLine } from '@/features/data/accented-line'
import { useI18n } from '@/i18n/use-i18n'
import type { ReadFile, ReadTable } from '@/import/opening'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly file: ReadFile
  readonly table: ReadTable | null
}

/** Bytes → cells: what the file is, with a line of its own text to judge the encoding by. */
export function StepFile({ file, table }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const { changes, change } = useImportDraft()
  const { format, encoding, delimiter, quote, sheet, sheets, rowCount, blankRowCount = 0, columnCount } = file
  const line = format === 'csv' ? accentedLine(table?.preview ?? []) : null
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('import.file.format')}</dt>
        <dd>
          {t(`import.file.format.${format}`)},{' '}
          {t(blankRowCount === 0 ? 'import.file.size.text' : 'import.file.size.blank', {
            rows: rowCount + blankRowCount,
            blank: blankRowCount,
            columns: columnCount,
          })}
        </dd>
      </div>
      {encoding !== null && (
        <div>
          <dt>{t('import.file.encoding')}</dt>
          <dd>
            <ChoiceSelect
              label={t('import.file.encoding')}
              value={changes.get('encoding') ?? encoding}
              options={withShown(ENCODING_CHOICES, encoding).map((value) => ({
                value,
                label: encodingName(value, i18n),
              }))}
              onChange={(value) => change('encoding', value === encoding ? null : value)}
            />
            {line !== null && (
              <>
                <small>{t('import.file.encoding.sample')}</small>
                <q className={styles['sample']}>{line}</q>
              </>
            )}
          </dd>
        </div>
      )}
      {delimiter !== null && (
        <div>
          <dt>{t('import.file.delimiter')}</dt>
          <dd>
            <ChoiceSelect
              label={t('import.file.delimiter')}
              value={changes.get('delimiter') ?? delimiter}
              options={withShown(DELIMITER_SIGNS, delimiter).map((value) => ({
                value,
                label: delimiterName(value, i18n),
              }))}
              onChange={(value) => change('delimiter', value === delimiter ? null : value)}
            />
          </dd>
        </div>
      )}
      {quote !== null && quote !== '' && (
        <div>
          <dt>{t('import.file.quote')}</dt>
          <dd>{quote}</dd>
        </div>
      )}
      {sheet !== null && (
        <div>
          <dt>{t('import.file.sheet')}</dt>
          <dd>
            {sheets.length > 1 ? (
              <ChoiceSelect
                label={t('import.file.sheet')}
                value={changes.get('sheet') ?? sheet}
                options={sheets.map(({ name, hidden, rowCount: rows }) => ({
                  value: name,
                  label: t(hidden ? 'import.file.sheet.hidden' : 'import.file.sheet.rows', { name, rows }),
                }))}
                onChange={(value) => change('sheet', value === sheet ? null : value)}
              />
            ) : (
              sheet
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

const withShown = (known: readonly string[], shown: string): readonly string[] =>
  known.includes(shown) ? known : [shown, ...known]
