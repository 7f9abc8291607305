import { classColor } from '@/ui/classes'
import type { ClassStep } from '@/ui/classes'
import styles from '@/ui/BandTag.module.css'

/** The class of a unit: its name, and its colour as a square. */
export function BandTag({ name, step }: { readonly name: string; readonly step: ClassStep }) {
  return (
    <span className={styles['tag']}>
      <span className={styles['swatch']} style={{ background: classColor(step) }} aria-hidden="true" />
      {name}
    </span>
  )
}
