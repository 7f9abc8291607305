import { classColor } from '@/ui/classes'
import type { ClassStep } from '@/ui/classes'
import styles from '@/ui/ShareBar.module.css'

interface Props {
  /** 0–1; the bar starts at zero and 1 is the whole width. */
  readonly share: number | null
  readonly step: ClassStep
  /** Where the block's median lies, 0–1. */
  readonly median: number | null
  /** The value in words, for screen readers. */
  readonly label: string
}

const percent = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`

export function ShareBar({ share, step, median, label }: Props) {
  return (
    <span className={styles['track']} role="img" aria-label={label}>
      {share !== null && (
        <span className={styles['bar']} style={{ inlineSize: percent(share), background: classColor(step) }} />
      )}
      {median !== null && share !== null && (
        <span className={styles['median']} style={{ insetInlineStart: percent(median) }} />
      )}
    </span>
  )
}
