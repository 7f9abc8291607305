import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { subjectOf } from '@/features/data/import-answers'
import { isolate } from '@/features/data/import-words'
import { fold } from '@/i18n/fold'
import { languageOf } from '@/i18n/language-of'
import { useI18n } from '@/i18n/use-i18n'
import type { AnswerId, Question } from '@/import/opening'
import { unitsQuery } from '@/queries/units'
import styles from '@/features/data/ImportQuestions.module.css'

interface Props {
  readonly questions: readonly Question[]
  readonly basePackageId: string
  readonly given: ReadonlyMap<AnswerId, string>
  readonly onGive: (answers: Iterable<readonly [AnswerId, string]>) => void
}

/** The suggestion that is the name itself but for its diacritics, where there is exactly one. */
function sameButMarks({ id, options }: Question): string | null {
  const name = fold(subjectOf(id))
  const alike = options.filter(({ value, label }) => value !== 'new' && label !== null && fold(label) === name)
  return alike.length === 1 ? (alike[0]?.value ?? null) : null
}

/** Names that come near to units of the definitions: each is the viewer's to decide, in one click. */
export function UnitQuestions({ questions, basePackageId, given, onGive }: Props) {
  const { t } = useI18n()
  const list = useId()
  const { data: units } = useQuery(unitsQuery(basePackageId))
  const [taken, setTaken] = useState(0)
  const open = questions.filter(({ id }) => !given.has(id))
  const byMarks = open.flatMap((question) => {
    const unitId = sameButMarks(question)
    return unitId === null ? [] : [[question.id, unitId] as const]
  })
  return (
    <div className={styles['units']}>
      <h4>{t('import.ask.units', { n: questions.length })}</h4>
      {questions.length > 1 && (
        <p className={styles['buttons']}>
          {byMarks.length > 0 && (
            <button
              type="button"
              onClick={() => {
                setTaken(byMarks.length)
                onGive(byMarks)
              }}
            >
              {t('import.ask.units.marks', { n: byMarks.length })}
            </button>
          )}
          {open.length > 0 && (
            <button type="button" onClick={() => onGive(open.map(({ id }) => [id, 'new'] as const))}>
              {t('import.ask.units.new', { n: open.length })}
            </button>
          )}
          <span role="status">{taken > 0 && t('import.ask.units.marksTaken', { n: taken })}</span>
        </p>
      )}
      {questions.map((question) => (
        <UnitField
          key={question.id}
          question={question}
          list={units === undefined ? null : list}
          idOf={(name) => units?.find(({ nameVi, nameEn }) => nameVi === name || nameEn === name)?.unitId ?? null}
          value={given.get(question.id) ?? null}
          onGive={(value) => onGive([[question.id, value]])}
        />
      ))}
      <datalist id={list}>
        {units?.map(({ unitId, nameVi }) => (
          <option key={unitId}>{nameVi}</option>
        ))}
      </datalist>
    </div>
  )
}

interface FieldProps {
  readonly question: Question
  /** Id of the list of all units; `null` where they are not known (yet). */
  readonly list: string | null
  readonly idOf: (name: string) => string | null
  readonly value: string | null
  readonly onGive: (value: string) => void
}

function UnitField({ question: { id, options, about }, list, idOf, value, onGive }: FieldProps) {
  const { t } = useI18n()
  const [other, setOther] = useState<string | null>(null)
  const choose = (next: string) => {
    setOther(null)
    onGive(next)
  }
  const further = about.filter((text) => text !== subjectOf(id))
  const known = [...options.filter((option) => option.value !== 'new'), { value: 'new', label: null }]
  return (
    <fieldset className={styles['unit']}>
      <legend>{t('import.ask.unit', { subject: isolate(subjectOf(id)) })}</legend>
      {further.length > 0 && <small className={styles['about']}>{further.map(isolate).join(' · ')}</small>}
      <span className={styles['choices']}>
        {known.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={id}
              required
              value={option.value}
              checked={other === null && value === option.value}
              onChange={() => choose(option.value)}
            />
            {option.value === 'new' ? (
              <span>{t('import.units.new')}</span>
            ) : (
              <span lang={languageOf(option.label ?? '')}>{option.label ?? option.value}</span>
            )}
          </label>
        ))}
        {list !== null && (
          <>
            <label className={styles['option']}>
              <input
                type="radio"
                name={id}
                required
                checked={other !== null}
                onChange={() => {
                  setOther('')
                  onGive('')
                }}
              />
              <span>{t('import.ask.other')}</span>
            </label>
            {other !== null && (
              <input
                type="text"
                list={list}
                required
                aria-label={t('import.ask.otherValue', {
                  question: t('import.ask.unit', { subject: isolate(subjectOf(id)) }),
                })}
                placeholder={t('import.ask.unit.hint')}
                autoComplete="off"
                value={other}
                onChange={(event) => {
                  const input = event.currentTarget
                  const unitId = idOf(input.value)
                  input.setCustomValidity(unitId === null ? t('import.ask.unit.unknown') : '')
                  setOther(input.value)
                  onGive(unitId ?? '')
                }}
              />
            )}
          </>
        )}
      </span>
    </fieldset>
  )
}
