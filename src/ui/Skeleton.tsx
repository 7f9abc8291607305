import styles from '@/ui/Skeleton.module.css'

/** Grey lines in the size of what comes; says nothing to screen readers (the region around it is busy). */
export function Skeleton({ lines, lineHeight = 36 }: { readonly lines: number; readonly lineHeight?: number }) {
  return (
    <div
      className={styles['skeleton']}
      style={{ height: lines * lineHeight, backgroundSize: `100% ${lineHeight}px` }}
      aria-hidden="true"
    />
  )
}
