import styles from '@/app/NoEnglish.module.css'

/** Above a page that was to be English. Its words are English, and those are what did not come. */
export function NoEnglish({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <p className={styles['line']} role="alert" lang="en">
      The English texts could not be loaded: no connection, or the page has just been updated.{' '}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
