import styles from '@/ui/Select.module.css'

export interface SelectOption {
  readonly value: string
  readonly label: string
}
export interface SelectGroup {
  readonly label: string
  readonly options: readonly SelectOption[]
}

interface Props {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (SelectOption | SelectGroup)[]
  readonly onChange: (value: string) => void
}

const option = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
)

/** A native select that reads as an underlined word in a sentence. */
export function Select({ name, label, value, options, onChange }: Props) {
  return (
    <label className={styles['label']}>
      <span className={styles['name']}>{label}</span>
      <span className={styles['box']}>
        <select
          className={styles['select']}
          name={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map(option)}
              </optgroup>
            ) : (
              option(entry)
            ),
          )}
        </select>
      </span>
    </label>
  )
}
