import { useSuspenseQueries } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { isPartial } from '@/domain/partial'
import { PACKAGE_LIMITS, packageLimits, ruleValue } from '@/domain/weak-limits'
import { ReportHead } from '@/features/report/ReportHead'
import { ReportHistory } from '@/features/report/ReportHistory'
import { ReportMethod } from '@/features/report/ReportMethod'
import { ReportMovers } from '@/features/report/ReportMovers'
import { ReportRanking, WholeRanking } from '@/features/report/ReportRanking'
import { ReportSources } from '@/features/report/ReportSources'
import { ReportWeak } from '@/features/report/ReportWeak'
import { reportSummary } from '@/features/report/report-summary'
import { useRequestedPrint } from '@/features/report/use-requested-print'
import { fieldsOf } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import { isPartialHistory } from '@/findings/partial-history'
import { streaks } from '@/findings/streaks'
import { useI18n } from '@/i18n/use-i18n'
import { blockHistoryQuery, editionHistoryQuery } from '@/queries/change'
import { rankingQuery, summaryQuery } from '@/queries/first-view'
import { rulesQuery, sourcesQuery } from '@/queries/package'
import { fieldMatrixQuery, fieldSummaryQuery, weaknessesQuery } from '@/queries/weak'
import styles from '@/features/report/Report.module.css'

/** Of points: a file of a viewer may have more than anybody reads. */
const MOST_DECIMALS = 2

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** All editions of the package. */
  readonly editions: readonly Edition[]
}

/** A block on paper, for a meeting: what to know, who stands where, what moved and why, what is weak, what is missing. */
export function ReportScreen({ pack, edition, editions }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [
    { data: summaries },
    { data: units },
    { data: rules },
    { data: sources },
    { data: matrix },
    { data: summariesOfFields },
    { data: flags },
    { data: periods },
    { data: history },
  ] = useSuspenseQueries({
    queries: [
      summaryQuery(pack.id, key),
      rankingQuery(pack.id, key),
      rulesQuery(pack.id),
      sourcesQuery(pack.id),
      fieldMatrixQuery(pack.id, key, PACKAGE_LIMITS),
      fieldSummaryQuery(pack.id, key, PACKAGE_LIMITS),
      weaknessesQuery(pack.id, key, PACKAGE_LIMITS),
      editionHistoryQuery(pack.id, key),
      blockHistoryQuery(pack.id, key),
    ],
  })
  const article = useRef<HTMLElement>(null)
  useRequestedPrint(article)
  const [made] = useState(() => new Date())
  const fields = useMemo(() => fieldsOf(summariesOfFields), [summariesOfFields])
  const [summary] = summaries
  // A block without a summary has no units either.
  if (summary === undefined || summary.unitCount === 0) return <h1>{t('ranking.head.empty')}</h1>

  const ownFile = pack.origin === 'file' && pack.over === null
  const partial = isPartial(
    units.map(({ rank }) => rank),
    pack,
  )
  const measure: Measure = {
    limits: packageLimits(rules),
    lower: edition.lowerIsBetter,
    partial,
    decimals: Math.min(edition.decimals, MOST_DECIMALS),
  }
  // The block as it was known then: what came after the period is not in its report.
  const until = periods.findIndex(({ period }) => period === edition.period)
  const known = until === -1 ? periods : periods.slice(0, until + 1)
  const partialHistory = isPartialHistory(history, known, pack)
  const minUnits = ruleValue(rules, 'weak-relative-min-units')
  const { finding, sentences } = reportSummary(
    {
      summary,
      units,
      matrix,
      fields,
      flags,
      streaks: streaks(
        history,
        known.map(({ period }) => period),
        partialHistory,
        minUnits,
      ),
    },
    edition,
    measure,
    ownFile,
    i18n,
  )
  const before = summary.previousPeriod
  return (
    <article ref={article} className={styles['report']}>
      <ReportHead pack={pack} edition={edition} finding={finding} made={made} />
      <section>
        <h2>{t('report.summary')}</h2>
        <ul className={styles['sentences']}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <ReportRanking units={units} edition={edition} before={before} />
      <ReportHistory pack={pack} edition={edition} periods={known} partial={partialHistory} />
      <ReportMovers pack={pack} edition={edition} before={before} many={units.length} />
      <ReportWeak matrix={matrix} fields={fields} flags={flags} measure={measure} />
      <ReportMethod
        pack={pack}
        edition={edition}
        before={before}
        summary={summary}
        units={units}
        fields={fields}
        rules={rules}
        ownFile={ownFile}
      />
      <ReportSources
        edition={edition}
        units={units}
        sources={sources}
        before={
          editions.find(
            ({ indexId, blockId, resultSet, period }) =>
              indexId === edition.indexId &&
              blockId === edition.blockId &&
              resultSet === edition.resultSet &&
              period === before,
          ) ?? null
        }
      />
      <WholeRanking units={units} edition={edition} />
    </article>
  )
}
