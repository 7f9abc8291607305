import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ThresholdEffect } from '@/db/questions/weak'
import { LIMIT_NAMES, RULE_OF_LIMIT } from '@/domain/weak-limits'
import type { LimitName, WeakLimits } from '@/domain/weak-limits'
import { effectText, limitsText, limitText } from '@/findings/limit-words'
import { fieldRange, fieldStep, fieldValue, readField, withLimit, withoutLimits } from '@/features/weak/shown-limits'
import type { ShownLimits } from '@/features/weak/shown-limits'
import { useI18n } from '@/i18n/use-i18n'
import { plainNumber } from '@/i18n/weakness-words'
import { engineProgressQuery } from '@/queries/engine-progress'
import { EngineProgress } from '@/ui/EngineProgress'
import { useNavigate, useView } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/Thresholds.module.css'

interface Props {
  readonly limits: ShownLimits
  readonly effects: readonly ThresholdEffect[]
  /** The outcome in a sentence, to be heard after a threshold has moved. */
  readonly finding: string
}

/** The thresholds in a line, and the form that moves them. The fields follow the link, all else the view drawn. */
export function Thresholds({ limits, effects, finding }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const { view } = useView()
  const navigate = useNavigate()
  const { data: progress } = useQuery(engineProgressQuery)
  const [open, setOpen] = useState(limits.own)
  /** How often: what was typed into the fields goes with the thresholds of before. */
  const [resets, setResets] = useState(0)
  const wanted = (name: LimitName) => view[name] ?? limits.packageValues[name]
  const computing = LIMIT_NAMES.some((name) => wanted(name) !== limits.values[name])
  const move = (to: View) => navigate(to, { history: 'replace' })
  return (
    <details
      className={styles['limits']}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-own={limits.own || undefined}
    >
      <summary>
        {t(limits.own ? 'weak.limits.own' : 'weak.limits', { limits: limitsText(limits.values, i18n) })}{' '}
        <span className={styles['change']}>{t('weak.limits.change')}</span>
      </summary>
      <form className={styles['form']} aria-label={t('weak.limits.form')} onSubmit={(event) => event.preventDefault()}>
        <p className={styles['lede']}>{t('weak.limits.lede')}</p>
        <div className={styles['fields']}>
          {LIMIT_NAMES.map((name) => (
            <LimitField
              key={`${name} ${resets}`}
              name={name}
              value={wanted(name)}
              packageValues={limits.packageValues}
              minUnits={limits.minUnits}
              effect={effects.find(({ ruleId }) => ruleId === RULE_OF_LIMIT[name])}
              onMove={(value) => move(withLimit(view, name, value, limits.packageValues))}
            />
          ))}
        </div>
        <p className={styles['outcome']}>
          <button
            type="button"
            onClick={() => {
              setResets(resets + 1)
              move(withoutLimits(view))
            }}
          >
            {t('weak.limits.reset')}
          </button>
          <span role="status">{computing ? t('weak.computing') : limits.own ? finding : t('weak.limits.package')}</span>
        </p>
        {computing && progress && <EngineProgress {...progress} />}
      </form>
    </details>
  )
}

interface FieldProps {
  readonly name: LimitName
  readonly value: number
  readonly packageValues: WeakLimits
  readonly minUnits: number
  readonly effect: ThresholdEffect | undefined
  readonly onMove: (value: number) => void
}

function LimitField({ name, value, packageValues, minUnits, effect, onMove }: FieldProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const id = useId()
  /** What stands in the field while it is typed: `6.` is no threshold yet. */
  const [draft, setDraft] = useState<string | null>(null)
  /** A threshold counts when it is entered (Enter, the field left, a step of its arrows): 150 is not 15 on the way. */
  const enter = (typed: string) => {
    const read = readField(name, typed)
    if (read !== null && read !== value) onMove(read)
    // What cannot be applied stays, with the reason; an empty field goes back.
    if (read !== null || typed === '') setDraft(null)
  }
  const invalid = draft !== null && readField(name, draft) === null
  const { min, max } = fieldRange(name)
  const range = { min: plainNumber(min, format), max: plainNumber(max, format) }
  const rule =
    name === 'deviations' || name === 'quantile'
      ? t(`weak.limit.${name}.rule`, { min: minUnits })
      : t(`weak.limit.${name}.rule`)
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t(`weak.limit.${name}`)}</label>
      <span className={styles['value']}>
        <input
          // React has no event of its own for what the browser calls a change.
          ref={(input) => {
            if (input === null) return
            const entered = () => enter(input.value)
            input.addEventListener('change', entered)
            return () => input.removeEventListener('change', entered)
          }}
          id={id}
          name={name}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={fieldStep(name, value)}
          value={draft ?? fieldValue(name, value)}
          aria-invalid={invalid}
          aria-describedby={`${id}-unit ${id}-rule ${id}-range`}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <span id={`${id}-unit`}>{t(`weak.limit.${name}.unit`)}</span>
      </span>
      <small id={`${id}-rule`}>{rule}</small>
      <small id={`${id}-range`} data-invalid={invalid || undefined}>
        {t(invalid ? 'weak.limit.invalid' : 'weak.limit.range', range)}
        {value !== packageValues[name] &&
          ` ${t('weak.limit.was', { value: limitText(name, packageValues[name], i18n) })}`}
      </small>
      {effect !== undefined && <small className={styles['effect']}>{effectText(name, effect, i18n)}</small>}
    </div>
  )
}
