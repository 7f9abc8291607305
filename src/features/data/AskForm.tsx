import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import type { Answers, Askable, NeedsAnswer } from '@/import/opening'
import { editionsQuery } from '@/queries/first-view'
import styles from '@/features/data/OpenFile.module.css'

interface Props {
  readonly needs: NeedsAnswer['needs']
  readonly suggestions: NeedsAnswer['suggestions']
  readonly basePackageId: string
  /** What was answered before. */
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
  readonly onLeave: () => void
}

/** In a select: a name that the package does not have. No id has this form. */
const OTHER = '*'

/** Asks for exactly what the file leaves open. Likely answers come first; none is chosen beforehand. */
export function AskForm({ needs, suggestions, basePackageId, answers, onAnswer, onLeave }: Props) {
  const { t } = useI18n()
  const { data: editions } = useSuspenseQuery(editionsQuery(basePackageId))
  const [given, setGiven] = useState<Answers>({})
  const answer = (askable: Askable) => (value: string) => setGiven((before) => ({ ...before, [askable]: value }))
  return (
    <form
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer({ ...answers, ...given })
      }}
    >
      <p>{t('data.ask.lede')}</p>
      {needs.map((askable) =>
        askable === 'period' ? (
          <PeriodField
            key={askable}
            value={given.period ?? ''}
            suggestions={suggestions.period}
            onChange={answer(askable)}
          />
        ) : (
          <NameField
            key={askable}
            askable={askable}
            value={given[askable] ?? ''}
            suggestions={suggestions[askable]}
            editions={editions}
            onChange={answer(askable)}
          />
        ),
      )}
      <p className={styles['buttons']}>
        <button type="submit" className={styles['primary']}>
          {t('data.ask.go')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('data.ask.leave')}
        </button>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly value: string
  readonly suggestions: readonly string[]
  readonly onChange: (value: string) => void
}

function PeriodField({ value, suggestions, onChange }: FieldProps) {
  const { t, format } = useI18n()
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t('data.ask.period')}</label>
      <input
        id={id}
        name="period"
        required
        pattern="\d{4}(-(W\d{2}|Q[1-4]|\d{2}(-\d{2})?))?"
        title={t('data.ask.period.hint')}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
      {suggestions.length > 0 && (
        <span className={styles['suggestions']}>
          {suggestions.map((period) => (
            <button key={period} type="button" aria-pressed={period === value} onClick={() => onChange(period)}>
              {t('data.ask.use', { value: format.period(period) })}
            </button>
          ))}
        </span>
      )}
      <small id={`${id}-hint`}>{t('data.ask.period.hint')}</small>
    </div>
  )
}

interface NameFieldProps extends FieldProps {
  readonly askable: Exclude<Askable, 'period'>
  readonly editions: readonly Edition[]
}

function NameField({ askable, value, suggestions, editions, onChange }: NameFieldProps) {
  const { t, format } = useI18n()
  const id = useId()
  const [other, setOther] = useState(false)
  const names = namesOf(askable, editions, { format })
  const suggested = suggestions.map((key) => [key, names.get(key) ?? key] as const)
  const rest = [...names].filter(([key]) => !suggestions.includes(key))
  const options = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([key, name]) => (
      <option key={key} value={key}>
        {name}
      </option>
    ))
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t(`data.ask.${askable}`)}</label>
      <select
        id={id}
        name={askable}
        required
        value={other ? OTHER : value}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          setOther(chosen === OTHER)
          onChange(chosen === OTHER ? '' : chosen)
        }}
      >
        <option value="" disabled>
          {t('data.ask.choose')}
        </option>
        {suggested.length > 0 && <optgroup label={t('data.ask.suggested')}>{options(suggested)}</optgroup>}
        {rest.length > 0 && <optgroup label={t('data.ask.known')}>{options(rest)}</optgroup>}
        <option value={OTHER}>{t('data.ask.other')}</option>
      </select>
      {other && (
        <input
          name={`${askable}-name`}
          required
          aria-label={`${t(`data.ask.${askable}`)}: ${t('data.ask.otherName')}`}
          placeholder={t('data.ask.otherName')}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

/** Ids and names of the indices or blocks that the package of definitions has. */
function namesOf(
  askable: Exclude<Askable, 'period'>,
  editions: readonly Edition[],
  { format }: Pick<I18n, 'format'>,
): ReadonlyMap<string, string> {
  return new Map(
    editions.map((edition) =>
      askable === 'index'
        ? [
            edition.indexId,
            `${edition.indexShortName} — ${format.name({ nameVi: edition.indexNameVi, nameEn: edition.indexNameEn })}`,
          ]
        : [edition.blockId, format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })],
    ),
  )
}
