import type { UnitStanding } from '@/db/questions/units'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/unit/Scorecard.module.css'

/** What the signs beside the figures mean; only those that are there. */
export function MarksLegend({ standings }: { readonly standings: readonly UnitStanding[] }) {
  const { t } = useI18n()
  const notes = [
    standings.some(({ rankOrigin, totalOrigin }) => rankOrigin === 'computed' || totalOrigin === 'computed')
      ? t('unit.note.computed')
      : null,
    standings.some(({ tied }) => tied) ? t('unit.note.tied') : null,
    standings.some(({ refusedCount, rankAffected }) => refusedCount > 0 || rankAffected)
      ? t('unit.note.refused')
      : null,
  ].filter((note) => note !== null)
  return notes.length === 0 ? null : <p className={styles['marks']}>{notes.join(' ')}</p>
}
