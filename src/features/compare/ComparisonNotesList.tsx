import type { ComparisonNotes } from '@/findings/comparison-notes'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/compare/compare.module.css'

/** Units and sub-indices that came, went or changed between two periods. */
export function ComparisonNotesList({ notes }: { readonly notes: ComparisonNotes }) {
  const { t } = useI18n()
  if (notes.lines.length === 0) return null
  return (
    <section>
      <h2>{t('compare.notes')}</h2>
      <ul className={styles['notes']}>
        {notes.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
