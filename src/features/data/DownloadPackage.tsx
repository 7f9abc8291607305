import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FilePackage } from '@/domain/open-package'
import type { Problem, ProblemKind } from '@/domain/problem'
import { ProblemList } from '@/features/data/ProblemList'
import { useI18n } from '@/i18n/use-i18n'
import { publishMutation } from '@/queries/own-packages'
import type { PublishRequest } from '@/queries/own-packages'
import { downloadFile } from '@/ui/download-file'
import { Segmented } from '@/ui/Segmented'
import styles from '@/features/data/DownloadPackage.module.css'

/** Makes of a package what a host publishes, for whoever has no terminal. */
export function DownloadPackage({ pack }: { readonly pack: FilePackage }) {
  const { t, format } = useI18n()
  const publish = useMutation(publishMutation)
  const lede = useId()
  const { over } = pack
  const [as, setAs] = useState<PublishRequest['as']>(over === null ? 'new' : 'in-place')
  const [status, setStatus] = useState<PublishRequest['status']>('provisional')
  const named = as === 'in-place' && over !== null ? over : pack

  const onSubmit = (form: FormData) => {
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
        decision: text('decision'),
        publishedOn: text('publishedOn'),
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
            <input name="decision" maxLength={120} />
          </label>
          <label>
            <span>{t('own.publish.date')}</span>
            <input name="publishedOn" type="date" />
          </label>
        </div>
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

function countsOf(problems: readonly Problem[]): Readonly<Partial<Record<ProblemKind, number>>> {
  const counts: Partial<Record<ProblemKind, number>> = {}
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
