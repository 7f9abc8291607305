import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { Source } from '@/db/questions/package'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/report/Report.module.css'

interface Props {
  readonly edition: Edition
  readonly units: readonly RankedUnit[]
  readonly sources: readonly Source[]
  /** The edition that the changes are against; null: there is none. */
  readonly before: Edition | null
}

/** The documents that the figures of the report come from, with their addresses: paper has no links. */
export function ReportSources({ edition, units, sources, before }: Props) {
  const { t, format } = useI18n()
  const used = new Set([edition.sourceId, before?.sourceId, ...units.map(({ sourceId }) => sourceId)])
  const listed = sources.filter(({ sourceId }) => used.has(sourceId))
  return (
    <section>
      <h2>{t('report.sources')}</h2>
      {listed.length === 0 ? (
        <p>{t('report.head.noSource')}</p>
      ) : (
        <ol className={styles['lines']}>
          {listed.map(({ sourceId, number, title, issuer, publishedOn, url }) => {
            const name = [number, title, issuer].filter((part) => part !== null && part !== '').join(', ')
            return (
              <li key={sourceId}>
                {publishedOn === null
                  ? name
                  : t('ranking.note.source.dated', { source: name, date: format.date(publishedOn) })}
                {url !== null && /^https?:\/\//i.test(url) && (
                  <>
                    {'. '}
                    <a href={url} rel="noopener">
                      {url}
                    </a>
                  </>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
