import type { SelectGroup, SelectOption } from '@/ui/Select'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  /** For those who do not see what stands beside it. */
  readonly label: string
  readonly value: string
  readonly options: readonly (SelectOption | SelectGroup)[]
  /** Chosen by the viewer, and not applied yet. */
  readonly changed?: boolean
  readonly onChange: (value: string) => void
}

const option = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
)

/** A correction of how the file was read: a native select without a label of its own in sight. */
export function ChoiceSelect({ label, value, options, changed = false, onChange }: Props) {
  return (
    <select
      className={styles['select']}
      aria-label={label}
      value={value}
      data-changed={changed || undefined}
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
  )
}
