import styles from '@/ui/SearchField.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onChange: (value: string) => void
}

/** A search that works while it is typed; its label stands in it as long as it is empty. */
export function SearchField({ label, value, maxLength, onChange }: Props) {
  return (
    <input
      className={styles['search']}
      type="search"
      name="q"
      value={value}
      maxLength={maxLength}
      placeholder={label}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
