import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ChoiceSelect } from '@/features/data/ChoiceSelect'
import { useImportDraft } from '@/features/data/import-draft'
import { MAXIMUM_PATTERN, ROLES, isolate, markName, optionName, readOut } from '@/features/data/import-words'
import { numberText } from '@/features/data/number-text'
import { StepUnits } from '@/features/data/StepUnits'
import { useI18n } from '@/i18n/use-i18n'
import type { AnswerId, ReadColumn, Reading } from '@/import/opening'
import { editionsQuery } from '@/queries/first-view'
import { StackedTable } from '@/ui/StackedTable'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { WideTable } from '@/ui/WideTable'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly columns: readonly ReadColumn[]
  readonly isWorkbook: boolean
  readonly units: Reading['units']
  readonly subIndices: NonNullable<Reading['subIndices']>
}

/** Columns that are listed at once: a file may have ten thousand, each with lists to choose from. */
const PAGE = 40

/** What the columns, the names of units and the whole table are about. */
export function StepColumns({ columns, isWorkbook, units, subIndices }: Props) {
  const { t } = useI18n()
  const [page, setPage] = useState(0)
  const pages = Math.ceil(columns.length / PAGE)
  const shown = columns.slice(page * PAGE, (page + 1) * PAGE)
  // In long form a column names the fields: none of them is its own.
  const namesFields = columns.some(({ role }) => role === 'score')
  return (
    <>
      <About columns={columns} />
      <h4>{t('import.columns.title', { n: columns.length })}</h4>
      <WideTable label={t('import.columns.caption')}>
        <StackedTable
          caption={t('import.columns.caption')}
          columns={[
            { id: 'letter', header: t('import.columns.letter'), cell: ({ letter }) => letter },
            {
              id: 'header',
              header: t('import.columns.header'),
              rowHeader: true,
              cell: ({ header }) => (header === '' ? t('import.columns.header.none') : <bdi>{header}</bdi>),
            },
            {
              id: 'examples',
              header: t('import.columns.examples'),
              cell: (column) => <Examples column={column} isWorkbook={isWorkbook} />,
            },
            {
              id: 'role',
              header: t('import.columns.role'),
              cell: (column) => (
                // One cell of the card that a row is on a phone.
                <div>
                  <RoleChoice column={column} namesFields={namesFields} subIndices={subIndices} />
                  <small>
                    <VisuallyHidden>{t('import.columns.why')}: </VisuallyHidden>
                    {t(`import.why.${column.why}`)}
                  </small>
                </div>
              ),
            },
            {
              id: 'max',
              header: t('import.columns.max'),
              cell: (column) => <MaxChoice column={column} namesFields={namesFields} />,
            },
            // The numbers of Excel have no decimal mark.
            ...(columns.some(({ mark }) => mark !== null)
              ? [
                  {
                    id: 'mark',
                    header: t('import.columns.mark'),
                    cell: (column: ReadColumn) => <MarkChoice column={column} />,
                  },
                ]
              : []),
          ]}
          rows={shown}
          rowKey={({ letter }) => letter}
        />
      </WideTable>
      {pages > 1 && (
        <p className={styles['buttons']}>
          <span role="status">
            {t('import.sheet.columns', {
              first: shown[0]?.letter ?? '',
              last: shown.at(-1)?.letter ?? '',
              n: columns.length,
            })}
          </span>
          <button type="button" onClick={() => setPage((page + pages - 1) % pages)}>
            {t('import.sheet.columns.previous')}
          </button>
          <button type="button" onClick={() => setPage((page + 1) % pages)}>
            {t('import.sheet.columns.next')}
          </button>
        </p>
      )}
      {units !== null && units.length > 0 && <StepUnits units={units} />}
    </>
  )
}

const ABOUT = ['index', 'period', 'block', 'of-unit'] as const satisfies readonly AnswerId[]

/** Index, period and block: said by a column, or by the viewer, who can take it back. */
function About({ columns }: Pick<Props, 'columns'>) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { answers, basePackageId, apply } = useImportDraft()
  const { data: editions } = useQuery(editionsQuery(basePackageId))
  const nameOf = (id: (typeof ABOUT)[number], value: string): string => {
    const found = editions?.find(({ indexId, blockId }) => (id === 'index' ? indexId : blockId) === value)
    if (id === 'index' && found) return format.name({ nameVi: found.indexNameVi, nameEn: found.indexNameEn })
    if (id === 'block' && found) return format.name({ nameVi: found.blockNameVi, nameEn: found.blockNameEn })
    return optionName(id, { value, label: null }, i18n)
  }
  const facts = ABOUT.flatMap((id) => {
    const answer = answers[id]
    if (answer !== undefined) return [{ id, answered: true, text: nameOf(id, answer) }]
    const saying = columns.find(({ role }) => role === id)
    if (saying !== undefined)
      return [{ id, answered: false, text: t('import.about.column', { letter: saying.letter }) }]
    const periods = id === 'period' ? new Set(columns.flatMap(({ period }) => (period === null ? [] : [period]))) : []
    const inHeaders = [...periods].map(format.period).join(', ')
    return inHeaders === '' ? [] : [{ id, answered: false, text: t('import.about.headers', { periods: inHeaders }) }]
  })
  if (facts.length === 0) return null
  return (
    <>
      <h4>{t('import.about.title')}</h4>
      <dl className={styles['facts']}>
        {facts.map(({ id, answered, text }) => (
          <div key={id}>
            <dt>{t(`import.about.${id}`)}</dt>
            <dd>
              <bdi>{text}</bdi>
              {answered && (
                <>
                  {' '}
                  <small>({t('import.yourAnswer')})</small>{' '}
                  <button type="button" className={styles['link']} onClick={() => apply(new Map([[id, null]]))}>
                    {t('import.change')}
                    <VisuallyHidden>: {t(`import.about.${id}`)}</VisuallyHidden>
                  </button>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface ColumnProps {
  readonly column: ReadColumn
}

interface FieldProps extends ColumnProps {
  /** A column of sub-indices names them, instead of bearing the scores of one. */
  readonly namesFields: boolean
}

/** Cells of the column, the first as the number that it reads as. */
function Examples({ column, isWorkbook }: ColumnProps & Pick<Props, 'isWorkbook'>) {
  const i18n = useI18n()
  const { t, format, lang } = i18n
  const { mark, period } = column
  // A column of Excel without a decimal mark of its own has numbers, no texts of numbers.
  const examples = isWorkbook && mark === null ? column.examples.map((text) => numberText(text, lang)) : column.examples
  const readable = examples.find((text) => readOut(text, mark, i18n) !== null)
  const number = readable === undefined ? null : readOut(readable, mark, i18n)
  return (
    <span className={styles['examples']}>
      <bdi>{examples.join(' · ')}</bdi>
      {readable !== undefined && number !== null && (
        <small>{t('import.columns.reads', { text: isolate(readable), number })}</small>
      )}
      {period !== null && <small>{t('import.columns.period', { period: format.period(period) })}</small>}
    </span>
  )
}

/** In a select: a name that the package does not have. No id has this form. */
const OTHER = '*'
const FIELD = 'sub-index:'

function RoleChoice({ column, namesFields, subIndices }: FieldProps & Pick<Props, 'subIndices'>) {
  const { t, format } = useI18n()
  const { changes, change } = useImportDraft()
  const { letter, role } = column
  const id: AnswerId = `column:${letter}`
  const chosen = changes.get(id) ?? null
  const shown = chosen === null ? role : chosen.startsWith(FIELD) ? 'sub-index' : chosen
  const field = chosen?.startsWith(FIELD) === true ? chosen.slice(FIELD.length) : (column.subIndexId ?? column.name)
  const known = subIndices.map((entry) => ({ value: entry.id, label: format.name(entry) }))
  const isKnown = known.some(({ value }) => value === field)
  const [writes, setWrites] = useState(false)
  const changeField = (value: string) =>
    change(id, value === (column.subIndexId ?? column.name) && role === 'sub-index' ? null : `${FIELD}${value}`)
  return (
    <span className={styles['choices']}>
      <ChoiceSelect
        label={t('import.columns.roleOf', { letter })}
        value={shown}
        changed={chosen !== null}
        options={ROLES.map((value) => ({ value, label: t(`import.role.${value}`) }))}
        onChange={(value) => {
          setWrites(false)
          change(id, value === role ? null : value)
        }}
      />
      {shown === 'sub-index' && !namesFields && (
        <ChoiceSelect
          label={t('import.columns.fieldOf', { letter })}
          value={writes ? OTHER : field}
          changed={chosen?.startsWith(FIELD) === true}
          options={[
            ...(isKnown
              ? []
              : [
                  {
                    value: field,
                    label:
                      field === column.subIndexId
                        ? isolate(column.name)
                        : t('import.columns.field.new', { name: isolate(field) }),
                  },
                ]),
            ...(known.length > 0 ? [{ label: t('import.columns.field.known'), options: known }] : []),
            { value: OTHER, label: t('import.ask.other') },
          ]}
          onChange={(value) => {
            setWrites(value === OTHER)
            if (value !== OTHER) changeField(value)
          }}
        />
      )}
      {writes && (
        <input
          type="text"
          aria-label={t('import.columns.fieldOf', { letter })}
          autoComplete="off"
          value={isKnown ? '' : field}
          onChange={(event) => changeField(event.currentTarget.value)}
        />
      )}
    </span>
  )
}

const SCORED: ReadonlySet<ReadColumn['role']> = new Set(['sub-index', 'score', 'total'])

/** The maximum, where the column has one number for all; a column that gives it itself needs none. */
function MaxChoice({ column: { letter, role, max }, namesFields }: FieldProps) {
  const { t, lang } = useI18n()
  const { changes, change } = useImportDraft()
  if (!SCORED.has(role) || (role === 'sub-index' && namesFields)) return null
  const id: AnswerId = `max:${letter}`
  const chosen = changes.get(id)
  const text = chosen ?? (max === null ? 'none' : String(max))
  return (
    <input
      type="text"
      inputMode="decimal"
      pattern={MAXIMUM_PATTERN}
      title={t('import.ask.number.hint')}
      className={styles['number']}
      aria-label={t('import.columns.maxOf', { letter })}
      placeholder={t('import.columns.max.none')}
      autoComplete="off"
      data-changed={chosen === undefined ? undefined : true}
      value={text === 'none' ? '' : lang === 'vi' ? text.replace('.', ',') : text}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim().replace(',', '.')
        const value = typed === '' ? 'none' : typed
        change(id, value === (max === null ? 'none' : String(max)) ? null : value)
      }}
    />
  )
}

function MarkChoice({ column: { letter, mark } }: ColumnProps) {
  const i18n = useI18n()
  const { t } = i18n
  const { changes, change } = useImportDraft()
  if (mark === null) return null
  const id: AnswerId = `mark:${letter}`
  return (
    <ChoiceSelect
      label={t('import.columns.markOf', { letter })}
      value={changes.get(id) ?? mark}
      changed={changes.has(id)}
      options={['.', ','].map((value) => ({ value, label: markName(value, i18n) }))}
      onChange={(value) => change(id, value === mark ? null : value)}
    />
  )
}
