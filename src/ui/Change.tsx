import { NO_VALUE } from '@/i18n/format'
import styles from '@/ui/Change.module.css'

interface Props {
  /** Above zero is better, unless reversed; null: nothing to compare with, and nothing is seen (a dash is "no change"). */
  readonly value: number | null
  /** What is seen: the size beside a triangle, or a signed number. */
  readonly text: string
  /** What is heard, complete. */
  readonly words: string
  /** Triangle and size (places), or the signed number alone (points). */
  readonly kind: 'places' | 'signed'
  /** A fall is the better change. */
  readonly reversed?: boolean
}

/** A change: shape or sign, number and, for screen readers, words; colour only repeats them. */
export function Change({ value, text, words, kind, reversed = false }: Props) {
  const direction = value === null || value === 0 ? 'same' : value > 0 ? 'up' : 'down'
  const shape = direction === 'up' ? '▲\u00A0' : '▼\u00A0'
  const good = direction === 'same' ? 'same' : (direction === 'up') !== reversed ? 'better' : 'worse'
  const seen = value === null ? '' : kind === 'signed' ? text : value === 0 ? NO_VALUE : `${shape}${text}`
  return (
    <span className={styles[good]} role="img" aria-label={words}>
      {seen}
    </span>
  )
}
