import type { ReactNode } from 'react'
import styles from '@/ui/Notice.module.css'

interface Props {
  readonly title?: string
  readonly children: ReactNode
}

/** Something to know about what is shown. Whether it is announced is for its place to say (a live region). */
export function Notice({ title, children }: Props) {
  return (
    <div className={styles['notice']}>
      {title !== undefined && <b>{title}</b>}
      <div>{children}</div>
    </div>
  )
}
