import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useId, useMemo, useRef, useState } from 'react'
import { fileOfEdition } from '@/domain/file-of-edition'
import type { FilePackage } from '@/domain/open-package'
import type { Problem, ProblemKind } from '@/domain/problem'
import { isGapKind } from '@/features/data/audit-gaps'
import { dayText, isoDay } from '@/features/data/day-text'
import { decisionsIn } from '@/features/data/decision-in'
import type { NamedDecision } from '@/features/data/decision-in'
import { groupProblems } from '@/features/data/group-problems'
import { ProblemList } from '@/features/data/ProblemList'
import { useI18n } from '@/i18n/use-i18n'
import { auditQuery } from '@/queries/audit'
import { publishMutation } from '@/queries/own-packages'
import type { PublishRequest } from '@/queries/own-packages'
import { downloadFile } from '@/ui/download-file'
import { Segmented } from '@/ui/Segmented'
import styles from '@/features/data/DownloadPackage.module.css'

interface Props {
  readonly pack: FilePackage
  /** Id of the part of the page that lists what the files got wrong. */
  readonly problemsAt: string
}

/** So many decisions of a file are offered; a law that its notes cite is rarely among the first. */
const OFFERED = 3

/** Makes of a package what a host publishes, for whoever has no terminal. */
export function DownloadPackage({ pack, problemsAt }: Props) {
  const { t, format } = useI18n()
  const publish = useMutation(publishMutation)
  const lede = useId()
  const { over } = pack
  const [as, setAs] = useState<PublishRequest['as']>(over === null ? 'new' : 'in-place')
  const [status, setStatus] = useState<PublishRequest['status']>('provisional')
  const [decision, setDecision] = useState('')
  const [day, setDay] = useState('')
  const [dayIsWrong, setDayIsWrong] = useState(false)
  const dayField = useRef<HTMLInputElement>(null)
  const [hint, wrong] = [useId(), useId()]
  const offers = useMemo(() => decisionsIn(pack.problems).slice(0, OFFERED), [pack])
  const remarks = useMemo(
    () =>
      groupProblems(pack.problems, pack.problemCounts)
        .filter(({ severity }) => severity !== 'info')
        .reduce((sum, { count }) => sum + count, 0),
    [pack],
  )
  const named = as === 'in-place' && over !== null ? over : pack

  const onUse = ({ number, day: itsDay }: NamedDecision) => {
    setDecision(number)
    setDay(itsDay === null ? '' : dayText(itsDay))
    setDayIsWrong(false)
  }
  const onSubmit = (form: FormData) => {
    const publishedOn = day.trim() === '' ? '' : isoDay(day)
    setDayIsWrong(publishedOn === null)
    if (publishedOn === null) {
      dayField.current?.focus()
      return
    }
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.normalize('NFC').trim() : ''
    }
    publish.mutate(
      {
        packageId: pack.id,
        as,
        name: text('name') || named.name_vi,
        nameEn: text('nameEn') || named.name_en,
        status,
        decision: decision.normalize('NFC').trim(),
        publishedOn,
      },
      {
        onSuccess: (published) => {
          if (published.outcome === 'made') downloadFile(published.zip, published.fileName, 'zip')
        },
      },
    )
  }
  const { data: published } = publish
  return (
    <section aria-labelledby="publish" className={styles['publish']}>
      <h2 id="publish">{t('own.publish')}</h2>
      <p className={styles['lede']} id={lede}>
        {t('own.publish.lede')}
      </p>
      <form
        aria-describedby={lede}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(new FormData(event.currentTarget))
        }}
      >
        {over !== null && pack.status === 'illustrative' && (
          <p className={styles['warning']}>
            {t('own.publish.illustrative', {
              package: format.name({ nameVi: over.name_vi, nameEn: over.name_en }),
            })}
          </p>
        )}
        {over !== null && (
          <div className={styles['choice']}>
            <span aria-hidden="true">{t('own.publish.as')}</span>
            <Segmented
              name="as"
              label={t('own.publish.as')}
              value={as}
              options={[
                {
                  value: 'in-place',
                  label: t('own.publish.inPlace', {
                    package: format.name({ nameVi: over.name_vi, nameEn: over.name_en }),
                  }),
                },
                { value: 'new', label: t('own.publish.new') },
              ]}
              onChange={setAs}
            />
          </div>
        )}
        <div className={styles['choice']}>
          <span aria-hidden="true">{t('own.publish.status')}</span>
          <Segmented
            name="status"
            label={t('own.publish.status')}
            value={status}
            options={[
              { value: 'provisional', label: t('own.publish.status.provisional') },
              { value: 'official', label: t('own.publish.status.official') },
            ]}
            onChange={setStatus}
          />
        </div>
        {/* Another package below has other names. */}
        <div className={styles['fields']} key={as}>
          <label>
            <span>{t('own.publish.name')}</span>
            <input name="name" required maxLength={120} defaultValue={named.name_vi} />
          </label>
          <label>
            <span>{t('own.publish.nameEn')}</span>
            <input name="nameEn" required maxLength={120} defaultValue={named.name_en} />
          </label>
          <label>
            <span>{t('own.publish.decision')}</span>
            <input
              name="decision"
              maxLength={120}
              value={decision}
              onChange={(event) => setDecision(event.currentTarget.value)}
            />
          </label>
          <label>
            <span>
              {t('own.publish.date')} <small id={hint}>{t('own.publish.date.form')}</small>
            </span>
            <input
              name="publishedOn"
              ref={dayField}
              inputMode="numeric"
              autoComplete="off"
              maxLength={10}
              value={day}
              aria-invalid={dayIsWrong}
              aria-describedby={dayIsWrong ? `${hint} ${wrong}` : hint}
              onChange={(event) => {
                setDay(event.currentTarget.value)
                setDayIsWrong(false)
              }}
            />
            {dayIsWrong && (
              <b id={wrong} className={styles['wrong']}>
                {t('own.publish.date.wrong')}
              </b>
            )}
          </label>
        </div>
        {offers.length > 0 && (
          <p className={styles['offers']}>
            <span>{t('own.publish.inFile')}</span>
            {offers.map((offer) => (
              <button key={offer.number} type="button" onClick={() => onUse(offer)}>
                {offer.day === null
                  ? t('own.publish.use', { decision: offer.number })
                  : t('own.publish.useDated', { decision: offer.number, date: dayText(offer.day) })}
              </button>
            ))}
          </p>
        )}
        <Suspense fallback={null}>
          <Remarks pack={pack} problems={remarks} problemsAt={problemsAt} />
        </Suspense>
        <p>
          <button type="submit" className={styles['go']} disabled={publish.isPending}>
            {t('own.publish.go')}
          </button>
        </p>
      </form>
      <p role="status" className={styles['said']}>
        {publish.isPending && t('own.publish.working')}
        {published?.outcome === 'made' &&
          t('own.publish.made', { file: `${published.fileName}.zip`, folder: published.folder })}
        {published?.outcome === 'outdated' &&
          t('own.publish.outdated', { below: published.below, published: published.published })}
        {published?.outcome === 'refused' && t('own.publish.refused', { n: published.problems.length })}
        {publish.isError && t('own.publish.failed', { detail: publish.error.message })}
      </p>
      {published?.outcome === 'refused' && (
        <ProblemList
          title={t('own.publish.problems')}
          level={4}
          problems={published.problems}
          counts={countsOf(published.problems)}
          fileName={`${pack.fileName}-publish`}
        />
      )}
    </section>
  )
}

interface RemarksProps extends Props {
  /** How many errors and warnings there are among the problems of the files. */
  readonly problems: number
}

/** What whoever publishes should have looked at, with the way to it. */
function Remarks({ pack, problems, problemsAt }: RemarksProps) {
  const { t } = useI18n()
  const { data: findings } = useSuspenseQuery(auditQuery(pack.id))
  const contradictions = findings.filter(
    (finding) => finding.severity === 'warning' && !isGapKind(finding.kind) && fileOfEdition(pack, finding) !== null,
  ).length
  if (problems + contradictions === 0) return null
  return (
    <p className={styles['warning']}>
      {t('own.publish.remarks', { n: problems + contradictions })}{' '}
      {problems > 0 && <a href={`#${problemsAt}`}>{t('own.publish.remarks.problems', { n: problems })}</a>}
      {problems > 0 && contradictions > 0 && ' · '}
      {contradictions > 0 && <a href="#audit">{t('own.publish.remarks.audit', { n: contradictions })}</a>}
    </p>
  )
}

function countsOf(problems: readonly Problem[]): Readonly<Partial<Record<ProblemKind, number>>> {
  const counts: Partial<Record<ProblemKind, number>> = {}
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
