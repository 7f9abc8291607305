import { QueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, memo, useDeferredValue, useEffect } from 'react'
import { packageName } from '@/app/choices'
import { EmbedFoot, EmbedOrigin } from '@/app/EmbedFoot'
import { fullPage } from '@/app/EmbedViewProvider'
import { ErrorBoundary } from '@/app/ErrorBoundary'
import { CompareScreen, UnitScreen, WeakScreen } from '@/app/lazy-screens'
import type { Edition } from '@/db/questions/first-view'
import { isFileId } from '@/domain/open-package'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { RankingScreen } from '@/features/ranking/RankingScreen'
import { embedVi } from '@/i18n/messages/embed-vi'
import { statusWords } from '@/i18n/status-words'
import { I18nContext, addTexts, loadScreenTexts, useI18n, useLanguage } from '@/i18n/use-i18n'
import { editionsQuery } from '@/queries/first-view'
import { packagesQuery } from '@/queries/packages'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/Skeleton'
import { resolveEdition, resolvePackage } from '@/view/resolve-view'
import type { ResolveNotice } from '@/view/resolve-view'
import { useView } from '@/view/use-view'
import { serializeView } from '@/view/view-state'
import type { InvalidParam, ParsedView, View } from '@/view/view-state'
import styles from '@/app/EmbedBoard.module.css'
import '@/ui/tokens.css'
import '@/ui/base.css'
import '@/app/embed.css'

addTexts(embedVi)

const LinkNotices = lazyPart(async () => {
  const [{ LinkNotices: notices }] = await Promise.all([import('@/app/LinkNotices'), loadScreenTexts()])
  return notices
})

const OtherVersion = lazyPart(async () => (await import('@/app/OtherVersion')).OtherVersion)

/** One view for a page of another site: no shell, no choices; what leads out of it opens beside it. */
export function EmbedBoard() {
  const drawn = useDeferredValue(useView())
  return (
    <Suspense fallback={<Skeleton lines={20} />}>
      <Localised drawn={drawn} />
    </Suspense>
  )
}

const Localised = memo(function Localised({ drawn }: { readonly drawn: ParsedView }) {
  const i18n = useLanguage(drawn.view.lang)
  useEffect(() => {
    document.documentElement.lang = i18n.lang
  }, [i18n])
  return (
    <I18nContext value={i18n}>
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <ErrorBoundary title={i18n.t('shell.failed')} text={i18n.t('embed.failed')} onReset={reset}>
            <Suspense fallback={<Waiting />}>
              <PackageOfView drawn={drawn} />
            </Suspense>
          </ErrorBoundary>
        )}
      </QueryErrorResetBoundary>
    </I18nContext>
  )
})

function Waiting() {
  const { t } = useI18n()
  return (
    <main className={styles['view']} aria-busy="true">
      <p role="status">{t('common.loading')}</p>
      <Skeleton lines={20} />
    </main>
  )
}

/** Never one package's figures under the name of another, nor one version's: what is not here is said. */
function PackageOfView({ drawn }: { readonly drawn: ParsedView }) {
  const { t } = useI18n()
  const { data: list } = useSuspenseQuery(packagesQuery)
  const { view } = drawn
  const pack = resolvePackage(view, list).value
  if (view.package !== null && isFileId(view.package)) {
    return (
      <main className={styles['view']}>
        <h1>{t('embed.file')}</h1>
        <p>{t('embed.file.more')}</p>
      </main>
    )
  }
  if (pack === null) return null
  if (view.package !== null && pack.id !== view.package) {
    return (
      <main className={styles['view']}>
        <h1>{t('embed.noPackage', { package: view.package })}</h1>
        <OpenFullPage view={{ ...view, package: null }} />
      </main>
    )
  }
  if (view.version !== null && view.version !== pack.version) return <OtherVersion pack={pack} view={view} />
  return <PackageView drawn={drawn} pack={pack} list={list} />
}

function OpenFullPage({ view }: { readonly view: View }) {
  const { t } = useI18n()
  return (
    <p>
      <a href={fullPage(view)} target="_blank" rel="noopener">
        {t('embed.open')} ↗
      </a>
    </p>
  )
}

interface PackageViewProps {
  readonly drawn: ParsedView
  readonly pack: OpenPackage
  readonly list: PackageList
}

function PackageView({ drawn, pack, list }: PackageViewProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { data: editions } = useSuspenseQuery(editionsQuery(pack.id))
  const { view } = drawn
  const { value: edition, notices: missing } = resolveEdition(view, editions)
  const notices: readonly (InvalidParam | ResolveNotice)[] = [...drawn.notices, ...missing]
  const about = view.screen === 'unit' ? null : edition
  const context =
    about === null
      ? null
      : t('shell.context', {
          index: about.indexShortName,
          period: format.period(about.period),
          block: format.name({ nameVi: about.blockNameVi, nameEn: about.blockNameEn }),
          package: packageName(pack, { format }),
        })
  useEffect(() => {
    if (context !== null) document.title = context
  }, [context])
  return (
    <>
      <main className={styles['view']}>
        <p className={styles['context']}>
          <b data-status={pack.status}>{statusWords(pack, i18n)}</b> {context}
        </p>
        {notices.length > 0 && (
          <Suspense fallback={null}>
            <LinkNotices notices={notices} list={list} editions={editions} />
          </Suspense>
        )}
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <ErrorBoundary
              title={t('shell.failed')}
              text={t('embed.failed')}
              resetKey={serializeView(view)}
              onReset={reset}
            >
              <Suspense fallback={<Skeleton lines={20} />}>
                <Screen pack={pack} edition={edition} editions={editions} view={view} />
              </Suspense>
            </ErrorBoundary>
          )}
        </QueryErrorResetBoundary>
        <EmbedOrigin pack={pack} edition={about} />
      </main>
      <EmbedFoot pack={pack} />
    </>
  )
}

interface ScreenProps {
  readonly pack: OpenPackage
  readonly edition: Edition | null
  readonly editions: readonly Edition[]
  readonly view: View
}

function Screen({ pack, edition, editions, view }: ScreenProps) {
  const { t } = useI18n()
  if (view.screen === 'unit') return <UnitScreen pack={pack} editions={editions} view={view} />
  if (edition === null) return <h1>{t('shell.empty')}</h1>
  switch (view.screen) {
    case 'ranking':
      return <RankingScreen pack={pack} edition={edition} view={view} Facts={null} />
    case 'compare':
      return <CompareScreen pack={pack} edition={edition} editions={editions} view={view} />
    case 'weak':
      return <WeakScreen pack={pack} edition={edition} editions={editions} view={view} />
    default:
      return (
        <>
          <h1>{t('embed.notHere')}</h1>
          <OpenFullPage view={view} />
        </>
      )
  }
}
