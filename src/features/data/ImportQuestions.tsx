import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { dueQuestions, stepOf, subjectOf } from '@/features/data/import-answers'
import type { AnswerChanges } from '@/features/data/import-answers'
import { MAXIMUM_PATTERN, evidenceText, isolate, optionName } from '@/features/data/import-words'
import { UnitQuestions } from '@/features/data/UnitQuestions'
import { languageOf } from '@/i18n/language-of'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import type { AnswerId, Question, QuestionKind } from '@/import/opening'
import { unitsQuery } from '@/queries/units'
import styles from '@/features/data/ImportQuestions.module.css'

interface Props {
  readonly questions: readonly Question[]
  readonly basePackageId: string
  /** The viewer waits for them: the first gets the focus. */
  readonly awaited: boolean
  readonly onAnswer: (changes: AnswerChanges) => void
  readonly onLeave: () => void
  /** Of several files: this one is left out. */
  readonly onSkip: (() => void) | null
}

/** Asks for exactly what the file leaves open. Likely answers come first; none is chosen beforehand. */
export function ImportQuestions({ questions, basePackageId, awaited, onAnswer, onLeave, onSkip }: Props) {
  const { t } = useI18n()
  const form = useRef<HTMLFormElement>(null)
  const [given, setGiven] = useState<ReadonlyMap<AnswerId, string>>(new Map())
  useEffect(() => {
    if (awaited) form.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [awaited])
  const give = (answers: Iterable<readonly [AnswerId, string]>) =>
    setGiven((before) => new Map([...before, ...answers]))
  const due = dueQuestions(questions, given)
  const units = due.filter(({ kind }) => kind === 'unit')
  const others = due.filter(({ kind }) => kind !== 'unit')
  const ofTitle = others.filter(({ id }) => stepOf(id) === 'columns' && subjectOf(id) === '')
  const shared = ofTitle.length > 1 ? sharedAbout(ofTitle) : []
  return (
    <form
      ref={form}
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault()
        const asked = new Set(due.map(({ id }) => id))
        onAnswer(new Map([...given].filter(([id]) => asked.has(id))))
      }}
    >
      <p>{t('import.ask.lede')}</p>
      <About texts={shared} />
      {others.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          basePackageId={basePackageId}
          about={question.about.filter((text) => !shared.includes(text))}
          value={given.get(question.id) ?? null}
          onGive={(value) => give([[question.id, value]])}
        />
      ))}
      {units.length > 0 && (
        <UnitQuestions questions={units} basePackageId={basePackageId} given={given} onGive={give} />
      )}
      <p className={styles['buttons']}>
        <button type="submit" className={styles['primary']}>
          {t('import.ask.go')}
        </button>
        {onSkip !== null && (
          <button type="button" onClick={onSkip}>
            {t('import.skip')}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {t('import.leave')}
        </button>
      </p>
    </form>
  )
}

/** What raises all of these questions about the table as a whole, such as its title: it need be read only once. */
const sharedAbout = (questions: readonly Question[]): readonly string[] =>
  questions[0]?.about.filter((text) => questions.every(({ about }) => about.includes(text))) ?? []

function About({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useI18n()
  if (texts.length === 0) return null
  return (
    <p className={styles['about']}>
      {t('import.ask.about')}{' '}
      {texts.map((text, at) => (
        <span key={text}>
          {at > 0 && ' · '}
          <q>{text}</q>
        </span>
      ))}
    </p>
  )
}

interface FieldProps {
  readonly basePackageId: string
  readonly question: Question
  /** What of the file raises this one only. */
  readonly about: readonly string[]
  readonly value: string | null
  readonly onGive: (value: string) => void
}

/** More than these are chosen from a list that opens. */
const MOST_RADIOS = 12

const headingOf = ({ id, kind }: Question, { t }: I18n): string => {
  const subject = subjectOf(id)
  switch (kind) {
    case 'row':
    case 'column':
    case 'mark':
    case 'max':
    case 'cell':
      return t(`import.ask.${kind}`, { subject })
    case 'unit':
      return t('import.ask.unit', { subject: isolate(subject) })
    case 'sub-index':
      return t('import.ask.sub-index', { subject: isolate(subject) })
    case 'encoding':
    case 'delimiter':
    case 'sheet':
    case 'table':
    case 'header':
    case 'form':
    case 'index':
    case 'period':
    case 'block':
    case 'of-unit':
    case 'bands':
      return t(`import.ask.${kind}`)
  }
}

function QuestionField({ question, basePackageId, about, value, onGive }: FieldProps) {
  const i18n = useI18n()
  const { t } = i18n
  const { id, kind, options, free } = question
  const [other, setOther] = useState(false)
  const heading = headingOf(question, i18n)
  const give = (next: string) => {
    setOther(false)
    onGive(next)
  }
  const own = (
    <OwnAnswer
      question={question}
      basePackageId={basePackageId}
      label={options.length === 0 ? heading : t('import.ask.otherValue', { question: heading })}
      value={options.length === 0 || other ? ownText(kind, value ?? '') : ''}
      required={options.length === 0 || other}
      onGive={(next) => {
        setOther(true)
        onGive(next)
      }}
    />
  )
  return (
    <fieldset className={styles['question']}>
      <legend>{heading}</legend>
      <About texts={about} />
      {options.length > MOST_RADIOS ? (
        <select
          name={id}
          aria-label={heading}
          required={!other}
          value={other ? '' : (value ?? '')}
          onChange={(event) => give(event.currentTarget.value)}
        >
          <option value="" disabled>
            {t('import.ask.choose')}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {[optionName(kind, option, i18n), evidenceText(option, i18n)].filter((text) => text !== '').join(': ')}
            </option>
          ))}
        </select>
      ) : (
        options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={id}
              required
              value={option.value}
              checked={!other && value === option.value}
              onChange={() => give(option.value)}
            />
            <span>
              <b lang={languageOf(optionName(kind, option, i18n))}>{optionName(kind, option, i18n)}</b>
              {option.evidence !== undefined && (
                <small className={styles['evidence']}> {evidenceText(option, i18n)}</small>
              )}
              {option.sample.length > 0 && <Sample lines={option.sample} />}
            </span>
          </label>
        ))
      )}
      {free &&
        (options.length === 0 || options.length > MOST_RADIOS ? (
          <span className={styles['own']}>
            {options.length > 0 && <span>{t('import.ask.other')}</span>}
            {own}
          </span>
        ) : (
          <span className={styles['own']}>
            <label className={styles['option']}>
              <input
                type="radio"
                name={id}
                required
                checked={other}
                onChange={() => {
                  setOther(true)
                  onGive('')
                }}
              />
              <b>{t(kind === 'index' || kind === 'block' ? `import.ask.other.${kind}` : 'import.ask.other')}</b>
            </label>
            {own}
          </span>
        ))}
    </fieldset>
  )
}

/** Lines or cells as they would read. */
function Sample({ lines }: { readonly lines: readonly string[] }) {
  return (
    <span className={styles['sample']}>
      {lines.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines may be alike, and never move
        <span key={at}>{line}</span>
      ))}
    </span>
  )
}

interface OwnProps {
  readonly basePackageId: string
  readonly question: Question
  readonly label: string
  readonly value: string
  readonly required: boolean
  readonly onGive: (value: string) => void
}

const PERIOD = String.raw`\d{4}(-(W\d{2}|Q[1-4]|\d{2}(-\d{2})?))?`

/** What is typed of a column is the name of a sub-index. */
const NAMED_FIELD = 'sub-index:'
const ownText = (kind: QuestionKind, answer: string): string =>
  kind === 'column' && answer.startsWith(NAMED_FIELD) ? answer.slice(NAMED_FIELD.length) : answer

function ownAnswer(kind: QuestionKind, text: string): string {
  if (kind === 'column') return text.trim() === '' ? '' : `${NAMED_FIELD}${text}`
  if (kind === 'period') return text.trim()
  return kind === 'max' ? text.trim().replace(',', '.') : text
}

function OwnAnswer({ question: { id, kind }, basePackageId, label, value, required, onGive }: OwnProps) {
  const { t } = useI18n()
  const { data: units } = useQuery({ ...unitsQuery(basePackageId), enabled: kind === 'of-unit' })
  const hint = kind === 'period' ? t('import.ask.period.hint') : kind === 'max' ? t('import.ask.number.hint') : null
  const pattern = kind === 'period' ? PERIOD : kind === 'max' ? MAXIMUM_PATTERN : undefined
  return (
    <span className={styles['input']}>
      <input
        type="text"
        aria-label={label}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        title={hint ?? undefined}
        inputMode={kind === 'max' ? 'decimal' : undefined}
        pattern={pattern}
        required={required}
        list={units === undefined ? undefined : `${id}-units`}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          const text = event.currentTarget.value
          onGive(ownAnswer(kind, text))
        }}
      />
      {units !== undefined && (
        <datalist id={`${id}-units`}>
          {units.map(({ unitId, nameVi }) => (
            <option key={unitId}>{nameVi}</option>
          ))}
        </datalist>
      )}
      {hint !== null && <small id={`${id}-hint`}>{hint}</small>}
    </span>
  )
}
