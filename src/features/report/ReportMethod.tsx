import { useSuspenseQueries } from '@tanstack/react-query'
import type { Edition, RankedUnit, Summary } from '@/db/questions/first-view'
import type { Rule } from '@/db/questions/package'
import type { OpenPackage } from '@/domain/open-package'
import { ruleValue } from '@/domain/weak-limits'
import { gapLines } from '@/features/report/gap-lines'
import { comparisonNotes } from '@/findings/comparison-notes'
import type { Field } from '@/findings/fields'
import { pairCounts } from '@/findings/pair-counts'
import { rankingNotes } from '@/findings/ranking-notes'
import { useI18n } from '@/i18n/use-i18n'
import { comparabilityQuery, rankChangeQuery } from '@/queries/change'
import styles from '@/features/report/Report.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** null: there is no period before. */
  readonly before: string | null
  readonly summary: Summary
  readonly units: readonly RankedUnit[]
  readonly fields: readonly Field[]
  readonly rules: readonly Rule[]
  readonly ownFile: boolean
}

/** What is missing, how the figures came about, and how far the two periods compare. */
export function ReportMethod({ pack, edition, before, summary, units, fields, rules, ownFile }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const gaps = gapLines(units, fields, i18n)
  return (
    <section>
      <h2>{t('report.method')}</h2>
      <h3>{t('report.gaps')}</h3>
      <Lines lines={gaps.length === 0 ? [t('report.gaps.none')] : gaps} />
      <h3>{t('report.method.figures')}</h3>
      <Lines lines={rankingNotes(edition, summary, units, i18n, ownFile).lines} />
      {before !== null && <Comparison pack={pack} edition={edition} before={before} rules={rules} />}
    </section>
  )
}

function Comparison({
  pack,
  edition,
  before,
  rules,
}: Pick<Props, 'pack' | 'edition' | 'rules'> & { readonly before: string }) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: comparabilities }, { data: rows }] = useSuspenseQueries({
    queries: [comparabilityQuery(pack.id, key, before), rankChangeQuery(pack.id, key, before)],
  })
  const [comparability] = comparabilities
  if (comparability === undefined) return null
  const { basis, lines } = comparisonNotes(
    comparability,
    {
      before: format.period(before),
      now: format.period(edition.period),
      counts: pairCounts(rows, pack),
      coreLimit: ruleValue(rules, 'comparable-core-share'),
    },
    i18n,
  )
  return (
    <>
      <h3>{t('report.method.compared', { period: format.period(before) })}</h3>
      <Lines lines={basis === '' ? lines : [basis, ...lines]} />
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
