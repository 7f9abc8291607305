import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { lastingWeaknesses } from '@/features/report/lasting-weaknesses'
import type { Field } from '@/findings/fields'
import { limitsText } from '@/findings/limit-words'
import type { Measure } from '@/findings/measure'
import { changeWords, direction } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { groupText, shareBesideLimit } from '@/i18n/weakness-words'
import { Change } from '@/ui/Change'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import styles from '@/features/report/Report.module.css'

const MOST = 15

interface Props {
  readonly matrix: readonly FieldMatrixRow[]
  readonly fields: readonly Field[]
  readonly flags: readonly Weakness[]
  readonly measure: Measure
}

/** Where the block is weak: its fields, and the weaknesses that last. */
export function ReportWeak({ matrix, fields, flags, measure }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { limits, lower, partial, decimals } = measure
  const scored = fields
    .filter(({ level, unitCount }) => level === 1 && unitCount > 0)
    .toSorted((a, b) => (a.weakestPlace ?? Number.MAX_VALUE) - (b.weakestPlace ?? Number.MAX_VALUE))
  if (scored.length === 0) {
    return (
      <section>
        <h2>{t('report.weak')}</h2>
        <p>{t('report.weak.none')}</p>
      </section>
    )
  }
  const lasting = lastingWeaknesses(flags, matrix, fields)
  const since = scored.find(({ meanChange }) => meanChange !== null)?.previousPeriod ?? null
  const recoverable = t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable')
  const share = (value: number | null) => (value === null ? NO_VALUE : format.share(value, 1))
  const columns: readonly (TableColumn<Field> | false)[] = [
    { id: 'field', header: t('weak.fields.field'), rowHeader: true, cell: format.name },
    { id: 'mean', header: t('weak.fields.mean'), numeric: true, cell: ({ mean }) => share(mean) },
    { id: 'median', header: t('weak.fields.median'), numeric: true, cell: ({ median }) => share(median) },
    since !== null && {
      id: 'change',
      header: t('weak.fields.change'),
      numeric: true,
      cell: ({ meanChange }) => (
        <Change
          value={direction(meanChange, format, 1)?.sign ?? null}
          text={meanChange === null ? '' : format.shareChange(meanChange, 1)}
          words={changeWords(meanChange, i18n, 1)}
          kind="signed"
          reversed={lower}
        />
      ),
    },
    {
      id: 'weak',
      header: t('weak.fields.weak'),
      numeric: true,
      cell: ({ weakCount, unitCount }) => t('weak.fields.weak.of', { n: weakCount, all: unitCount }),
    },
    {
      id: 'recoverable',
      header: recoverable,
      numeric: true,
      cell: ({ recoverable }) => format.points(recoverable, decimals),
    },
  ]
  return (
    <>
      <section>
        <h2>{t('weak.fields')}</h2>
        <p className={styles['note']}>
          {t('report.weak.limits', { limits: limitsText(limits, i18n) })}
          {since !== null && ` ${t('weak.fields.changeSince', { period: format.period(since) })}`}
        </p>
        <div className={styles['whole']}>
          <StackedTable
            caption={t('weak.fields.caption')}
            columns={columns.filter((column) => column !== false)}
            rows={scored}
            rowKey={({ subIndexId }) => subIndexId}
            compact
          />
        </div>
      </section>
      <section>
        <h2>{t('report.weak.lasting')}</h2>
        {lasting.length === 0 ? (
          <p>{t('weak.list.none')}</p>
        ) : (
          <>
            <p className={styles['note']}>
              {lasting.length > MOST
                ? t('report.weak.lasting.first', { n: MOST, all: lasting.length })
                : t('report.weak.lasting.all', { n: lasting.length })}
            </p>
            <StackedTable
              caption={t('report.weak.lasting')}
              rows={lasting.slice(0, MOST)}
              rowKey={({ flag }) => `${flag.unitId} ${flag.subIndexId}`}
              columns={[
                { id: 'unit', header: t('weak.col.unit'), rowHeader: true, cell: ({ unit }) => format.name(unit) },
                { id: 'field', header: t('weak.fields.field'), cell: ({ field }) => format.name(field) },
                {
                  id: 'share',
                  header: t('report.percent'),
                  numeric: true,
                  cell: ({ flag }) => shareBesideLimit(flag.share, lower, limits, 1, format),
                },
                {
                  id: 'gap',
                  header: t('report.weak.gap', { group: groupText(partial, i18n) }),
                  numeric: true,
                  cell: ({ flag }) => format.shareChange(lower ? flag.gap : -flag.gap, 1),
                },
                {
                  id: 'running',
                  header: t('report.weak.running'),
                  numeric: true,
                  cell: ({ flag }) => format.number(flag.periodsRunning),
                },
                {
                  id: 'severity',
                  header: t('report.weak.severity'),
                  cell: ({ flag }) => signsOf(flag, i18n),
                },
                {
                  id: 'recoverable',
                  header: recoverable,
                  numeric: true,
                  cell: ({ flag }) => format.points(flag.recoverable, decimals),
                },
              ]}
            />
          </>
        )}
      </section>
    </>
  )
}

/** The tests that fired, in a word each. */
function signsOf({ absolute, byDeviation, byQuantile, fell, fellTwice }: Weakness, { t }: Pick<I18n, 't'>): string {
  return [
    absolute && t('report.sign.low'),
    (byDeviation || byQuantile) && t('report.sign.behind'),
    (fell || fellTwice) && t('report.sign.falling'),
  ]
    .filter((sign) => sign !== false)
    .join(', ')
}
