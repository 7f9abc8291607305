import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { Edition } from '@/db/questions/first-view'
import { fileOfEdition } from '@/domain/file-of-edition'
import type { FilePackage, OpenPackage } from '@/domain/open-package'
import { TABLE_NAMES } from '@/domain/tables'
import { ChangeLog } from '@/features/data/ChangeLog'
import { DownloadPackage } from '@/features/data/DownloadPackage'
import { EditionsTable } from '@/features/data/EditionsTable'
import { Method } from '@/features/data/Method'
import { OnThisMachine } from '@/features/data/OnThisMachine'
import { OpenFile } from '@/features/data/OpenFile'
import { PackageList } from '@/features/data/PackageList'
import { ProblemList, problemTotal } from '@/features/data/ProblemList'
import { SourcesTable } from '@/features/data/SourcesTable'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { sourcesQuery } from '@/queries/package'
import { packagesQuery } from '@/queries/packages'
import { useFileOpening } from '@/queries/use-file-opening'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/Skeleton'
import { useTitle } from '@/ui/use-title'
import type { View } from '@/view/view-state'
import styles from '@/features/data/DataScreen.module.css'

/** Further down the page, and with texts of its own. */
const AuditSection = lazyPart(async () => (await import('@/features/data/AuditSection')).AuditSection)

interface Props {
  readonly pack: OpenPackage
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  readonly view: View
}

/** What the figures are, where they come from, how they were made, and how to bring one's own. */
export function DataScreen({ pack, editions, view }: Props) {
  const { t, format } = useI18n()
  const { data: list } = useSuspenseQuery(packagesQuery)
  const { data: sources } = useSuspenseQuery(sourcesQuery(pack.id))
  const name = format.name({ nameVi: pack.name_vi, nameEn: pack.name_en })
  const counts = { sources: sources.length, editions: editions.length }
  useTitle(t('data.documentTitle', { package: name }))
  // The import above lists those of its one file, with what can be done about them.
  const { state } = useFileOpening()
  const areAbove = state.kind !== 'idle' && state.packageId === pack.id && state.files.length === 1
  const problems = pack.origin === 'file' && !areAbove ? problemTotal(pack.problemCounts) : 0
  return (
    <>
      <h1>{t('data.title', { package: name })}</h1>
      <p className={styles['lede']}>
        {pack.origin === 'file'
          ? fileLede(pack, editions, { t, format })
          : pack.status === 'illustrative'
            ? t('data.lede.illustrative', { editions: counts.editions })
            : t(`data.lede.${pack.status}`, counts)}
      </p>
      <OpenFile list={list} current={pack} view={view} />
      {pack.origin === 'file' && problems > 0 && (
        <ProblemList
          id="problems"
          title={t('data.problems.of', { file: pack.fileName, n: problems })}
          level={2}
          problems={pack.problems}
          counts={pack.problemCounts}
          fileName={`${pack.fileName}-problems`}
        />
      )}
      <Suspense fallback={<Skeleton lines={8} />}>
        <AuditSection pack={pack} name={name} />
      </Suspense>
      <h2 id="packages">{t('data.packages')}</h2>
      <PackageList list={list} current={pack} view={view} />
      <OnThisMachine list={list} current={pack} view={view} />
      {pack.origin === 'file' && (
        <DownloadPackage key={pack.id} pack={pack} problemsAt={areAbove ? 'open-file' : 'problems'} />
      )}
      <SourcesTable pack={pack} />
      <h2 id="method">{t('data.method')}</h2>
      <p className={styles['sub']}>{t('data.method.lede')}</p>
      <Method packageId={pack.id} />
      <h2 id="changes">{t('data.changes')}</h2>
      <div className={styles['log']}>
        <ChangeLog pack={pack} />
      </div>
      <h2 id="editions">{t('data.editions', { n: editions.length })}</h2>
      <EditionsTable pack={pack} editions={editions} view={view} />
      {pack.origin === 'shipped' && <UseOfData pack={pack} first={editions[0]} />}
    </>
  )
}

function fileLede(pack: FilePackage, editions: readonly Edition[], { t, format }: Pick<I18n, 't' | 'format'>): string {
  const slots = { file: pack.fileName, editions: editions.length }
  if (pack.over === null) return t(pack.kept ? 'own.lede.kept' : 'data.lede.file', slots)
  const below = format.name({ nameVi: pack.over.name_vi, nameEn: pack.over.name_en })
  const own = editions.filter((edition) => fileOfEdition(pack, edition) !== null).length
  return t('own.lede.over', { ...slots, package: below, own })
}

interface UseOfDataProps {
  readonly pack: Extract<OpenPackage, { readonly origin: 'shipped' }>
  readonly first: Edition | undefined
}

/** The tables and the static answers, for whoever wants to compute with them. Paths are relative to the site. */
function UseOfData({ pack, first }: UseOfDataProps) {
  const { t } = useI18n()
  const folder = `data/${pack.folder}`
  const answer = `answers/${pack.id}/ranking/${first?.indexId ?? ''}/${first?.period ?? ''}/${first?.blockId ?? ''}.json`
  const [before = '', after = ''] = t('data.api.text', { answer: '\n' }).split('\n')
  return (
    <>
      <h2 id="api">{t('data.api')}</h2>
      {first !== undefined && (
        <p className={styles['sub']}>
          {before}
          <a href={answer}>{answer}</a>
          {after}
        </p>
      )}
      <p className={styles['sub']}>{t('data.api.tables')}</p>
      <ul className={styles['files']}>
        <li>
          <a href={`${folder}/datapackage.json`}>datapackage.json</a>
        </li>
        {TABLE_NAMES.map((table) => (
          <li key={table}>
            <a href={`${folder}/${table}.csv`}>{`${table}.csv`}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
