import { NO_VALUE } from '@/i18n/format'
import styles from '@/ui/Change.module.css'

interface Props {
  /** Above zero is better; null: nothing to compare with, and nothing is seen (a dash is "no change"). */
  readonly value: number | null
  /** What is seen: the size beside a triangle, or a signed number. */
  readonly text: string
  /** What is heard, complete. */
  readonly words: string
  /** Triangle and size (places), or the signed number alone (points). */
  readonly kind: 'places' | 'signed'
}

/** A change: shape or sign, number and, for screen readers, words; colour only repeats them. */
export function Change({ value, text, words, kind }: Props) {
  const direction = value === null || value === 0 ? 'same' : value > 0 ? 'up' : 'down'
  const shape = direction === 'up' ? '▲\u00A0' : '▼\u00A0'
  const seen = value === null ? '' : kind === 'signed' ? text : value === 0 ? NO_VALUE : `${shape}${text}`
  return (
    <span className={styles[direction]} role="img" aria-label={words}>
      {seen}
    </span>
  )
}
