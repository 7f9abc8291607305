import { useSuspenseQueries } from '@tanstack/react-query'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { movers } from '@/features/report/movers'
import { pairCounts } from '@/findings/pair-counts'
import { useI18n } from '@/i18n/use-i18n'
import { changeSplitQuery, comparabilityQuery, rankChangeQuery } from '@/queries/change'
import styles from '@/features/report/Report.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** null: there is no period before. */
  readonly before: string | null
  /** Units of the block. */
  readonly many: number
}

/** Of a large block more are named. */
const LARGE = 60

/** Who moved most, and why. */
export function ReportMovers({ before, ...props }: Props) {
  const { t, format } = useI18n()
  return (
    <section>
      <h2>{before === null ? t('report.movers') : t('report.movers.since', { period: format.period(before) })}</h2>
      {before === null ? <p>{t('report.movers.noPrevious')}</p> : <MoversSince before={before} {...props} />}
    </section>
  )
}

function MoversSince({ pack, edition, before, many }: Props & { readonly before: string }) {
  const i18n = useI18n()
  const { t, format } = i18n
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  const [{ data: comparabilities }, { data: rows }, { data: splits }] = useSuspenseQueries({
    queries: [
      comparabilityQuery(pack.id, key, before),
      rankChangeQuery(pack.id, key, before),
      changeSplitQuery(pack.id, key, before),
    ],
  })
  const [comparability] = comparabilities
  if (comparability === undefined || rows.every(({ placesGained }) => placesGained === null)) {
    return <p>{t('report.movers.nobodyInBoth')}</p>
  }
  const pair = { before: format.period(before), now: format.period(edition.period), counts: pairCounts(rows, pack) }
  const found = movers(rows, splits, comparability, pair, edition.lowerIsBetter, many > LARGE ? 8 : 5, i18n)
  return (
    <>
      {(['up', 'down'] as const).map((way) => (
        <div key={way}>
          <h3>{t(`report.movers.${way}`)}</h3>
          {found[way].length === 0 ? (
            <p>{t(`report.movers.${way}.none`)}</p>
          ) : (
            <ol className={styles['sentences']}>
              {found[way].map(({ unitId, text }) => (
                <li key={unitId}>{text}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
      {rows.some(({ ownEffect }) => ownEffect !== null) && (
        <p className={styles['note']}>{t('report.movers.effects')}</p>
      )}
    </>
  )
}
