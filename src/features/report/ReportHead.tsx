import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { statusWords } from '@/i18n/status-words'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/report/Report.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** One sentence. */
  readonly finding: string
  readonly made: Date
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
/** The day on the viewer's own calendar. */
const isoDay = (date: Date) => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`

/** Whose report it is, of what kind the figures are, and where they come from. */
export function ReportHead({ pack, edition, finding, made }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
  const decision = [edition.sourceNumber, edition.sourceTitle].filter((part) => part !== null).join(', ')
  const facts: readonly (readonly [name: string, text: string] | false)[] = [
    [t('report.head.status'), statusWords(pack, i18n)],
    [
      t('report.head.package'),
      t('report.head.version', {
        package: format.name({ nameVi: pack.name_vi, nameEn: pack.name_en }),
        version: pack.version,
      }),
    ],
    set !== null && [t('report.head.set'), set],
    edition.decision !== null && [
      t('report.head.criteria'),
      edition.issuedOn === null
        ? edition.decision
        : t('ranking.note.source.dated', { source: edition.decision, date: format.date(edition.issuedOn) }),
    ],
    [t('common.source'), decision === '' ? t('report.head.noSource') : decision],
    edition.publishedOn !== null && [t('report.head.published'), format.date(edition.publishedOn)],
    [t('report.head.made'), format.date(isoDay(made))],
  ]
  return (
    <header className={styles['head']}>
      <h1>
        {t('report.title', {
          index: edition.indexShortName,
          period: format.period(edition.period),
          block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
        })}
      </h1>
      <p className={styles['finding']}>{finding}</p>
      <dl className={styles['facts']}>
        {facts.map(
          (fact) =>
            fact !== false && (
              <div key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>
            ),
        )}
      </dl>
      <p className={styles['tools']}>
        <button type="button" onClick={() => print()}>
          {t('report.print')}
        </button>{' '}
        {t('report.print.more')}
      </p>
    </header>
  )
}
