import type { ReactNode } from 'react'
import styles from '@/ui/WideTable.module.css'

/** A table that scrolls by itself, also by keyboard, where it is wider than the page. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
    <div className={styles['wide']} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
