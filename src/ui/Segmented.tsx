import styles from '@/ui/Segmented.module.css'

interface Props<V extends string> {
  readonly name: string
  readonly label: string
  readonly value: V
  /** `lang`: of a label that is not in the language of the page. */
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[]
  readonly onChange: (value: V) => void
}

/** A choice among a few that are all in sight: native radio buttons in one frame. */
export function Segmented<V extends string>({ name, label, value, options, onChange }: Props<V>) {
  return (
    <fieldset className={styles['set']}>
      <legend className={styles['legend']}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            className={styles['input']}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles['face']} lang={option.lang}>
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
