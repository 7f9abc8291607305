import type { Edition, RankedUnit, Summary } from '@/db/questions/first-view'
import { rankingNotes } from '@/findings/ranking-notes'
import { languageOf } from '@/i18n/language-of'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/ranking/RankingNotes.module.css'

interface Props {
  readonly edition: Edition
  readonly summary: Summary
  readonly rows: readonly RankedUnit[]
  readonly ownFile: boolean
}

/** What must be known to read the table right, and where its figures come from. */
export function RankingNotes({ edition, summary, rows, ownFile }: Props) {
  const i18n = useI18n()
  const { lines, source } = rankingNotes(edition, summary, rows, i18n, ownFile)
  if (lines.length === 0 && source === null) return null
  return (
    <section className={styles['notes']} aria-label={i18n.t('ranking.notes')}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {source !== null && (
        <p>
          {i18n.t('ranking.note.source')}{' '}
          {source.url !== null && /^https?:\/\//i.test(source.url) ? (
            <a href={source.url} rel="noreferrer" target="_blank" lang={languageOf(source.text)}>
              {source.text}
            </a>
          ) : (
            <span lang={languageOf(source.text)}>{source.text}</span>
          )}
        </p>
      )}
    </section>
  )
}
