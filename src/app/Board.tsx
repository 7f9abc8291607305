import { QueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { blockValue, choicesOf, packageName, readBlockValue } from '@/app/choices'
import { ErrorBoundary } from '@/app/ErrorBoundary'
import { FileDrop } from '@/app/FileDrop'
import { ScreenRouter } from '@/app/ScreenRouter'
import { StatusLine } from '@/app/StatusLine'
import { Waiting } from '@/app/Waiting'
import { useFocusKept } from '@/app/use-focus-kept'
import { useLasting } from '@/app/use-lasting'
import type { Edition } from '@/db/questions/first-view'
import { isFileId } from '@/domain/open-package'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { statusWords } from '@/i18n/status-words'
import { loadScreenTexts, useI18n } from '@/i18n/use-i18n'
import { editionsQuery } from '@/queries/first-view'
import { packagesQuery } from '@/queries/packages'
import { lazyPart } from '@/ui/lazy-part'
import { Select } from '@/ui/Select'
import { usePrintNote } from '@/ui/use-print-note'
import { resolveEdition, resolvePackage, switchEdition } from '@/view/resolve-view'
import type { ResolveNotice } from '@/view/resolve-view'
import { useNavigate, useView } from '@/view/use-view'
import { serializeView } from '@/view/view-state'
import type { InvalidParam, ParsedView, View, Screen } from '@/view/view-state'
import styles from '@/app/Shell.module.css'

/** Milliseconds; an answer that comes sooner changes nothing but itself. */
const DIM_AFTER = 150

const LinkNotices = lazyPart(async () => {
  const [{ LinkNotices: notices }] = await Promise.all([import('@/app/LinkNotices'), loadScreenTexts()])
  return notices
})

const LedFigure = lazyPart(async () => (await import('@/app/LedFigure')).LedFigure)

const SharePanel = lazyPart(async () => {
  const [{ SharePanel: panel }] = await Promise.all([import('@/features/share/SharePanel'), loadScreenTexts()])
  return panel
})

const LostFile = lazyPart(async () => {
  const [{ LostFile: lost }] = await Promise.all([import('@/app/LostFile'), loadScreenTexts()])
  return lost
})

interface Props {
  /** The view to draw; the link may be ahead of it. */
  readonly drawn: ParsedView
}

/** Everything below the header: status, choices, notices, and the screen. */
export function Board({ drawn }: Props) {
  const { t } = useI18n()
  const requested = useView()
  const { data: list } = useSuspenseQuery(packagesQuery)
  const { value: pack, notices } = resolvePackage(drawn.view, list)
  const late = drawn !== requested
  useFocusKept(drawn.view)
  if (pack === null) return null
  if (drawn.view.package !== null && isFileId(drawn.view.package) && drawn.view.package !== pack.id) {
    return (
      <>
        <FileDrop basePackageId={list.defaultId} />
        <main id="content" tabIndex={-1} className={styles['page']}>
          <Suspense fallback={<Waiting />}>
            <LostFile view={drawn.view} list={list} />
          </Suspense>
        </main>
      </>
    )
  }
  return (
    <>
      <StatusLine pack={pack} list={list} view={requested.view} />
      <FileDrop basePackageId={pack.origin === 'shipped' ? pack.id : list.defaultId} />
      <main id="content" tabIndex={-1} className={styles['page']} aria-busy={late}>
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <ErrorBoundary
              title={t('shell.failed')}
              text={t('shell.failed.more')}
              resetKey={pack.id}
              onReset={reset}
              before={
                <div className={styles['choices']}>
                  <PackageSelect list={list} view={requested.view} />
                </div>
              }
            >
              <Suspense fallback={<Waiting />}>
                <PackageBoard list={list} pack={pack} drawn={drawn} notices={notices} late={late} />
              </Suspense>
            </ErrorBoundary>
          )}
        </QueryErrorResetBoundary>
      </main>
    </>
  )
}

const isAboutEdition = (screen: Screen) => screen !== 'unit' && screen !== 'data'

interface PackageBoardProps extends Props {
  readonly list: PackageList
  readonly pack: OpenPackage
  readonly notices: readonly ResolveNotice[]
  readonly late: boolean
}

function PackageBoard({ list, pack, drawn, notices, late }: PackageBoardProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const requested = useView()
  const dimmed = useLasting(late, DIM_AFTER)
  const { data: editions } = useSuspenseQuery(editionsQuery(pack.id))
  const { value: edition, notices: missing } = resolveEdition(drawn.view, editions)
  const { screen } = drawn.view
  const [sharing, setSharing] = useState(false)
  const all: readonly (InvalidParam | ResolveNotice)[] = [...drawn.notices, ...notices, ...missing]
  const title =
    edition === null
      ? t('shell.title.plain', { screen: t(`shell.screen.${screen}`) })
      : t('shell.title', {
          screen: t(`shell.screen.${screen}`),
          index: edition.indexShortName,
          period: format.period(edition.period),
          block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
        })
  useEffect(() => {
    // The other screens are about a unit or a package, and name themselves.
    if (isAboutEdition(screen)) document.title = title
  }, [screen, title])
  // A request for the same package is answered by the choices at once, before its answers are there.
  const samePackage = resolvePackage(requested.view, list).value?.id === pack.id
  const chosen = samePackage ? (resolveEdition(requested.view, editions).value ?? edition) : edition
  const context =
    edition === null || !isAboutEdition(screen)
      ? packageName(pack, i18n)
      : t('shell.context', {
          index: edition.indexShortName,
          period: format.period(edition.period),
          block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
          package: packageName(pack, i18n),
        })
  usePrintNote(`${statusWords(pack, i18n)} ${context}`)
  return (
    <>
      {isAboutEdition(screen) && screen !== 'report' && <p className={styles['context']}>{context}</p>}
      <div className={styles['choices']} role="group" aria-label={t('shell.choices')}>
        {chosen !== null && isAboutEdition(requested.view.screen) && (
          <EditionSelects editions={editions} shown={chosen} view={requested.view} />
        )}
        <PackageSelect list={list} view={requested.view} />
        {screen !== 'data' && (
          <button type="button" className={styles['share']} aria-haspopup="dialog" onClick={() => setSharing(true)}>
            {t('shell.share')}
          </button>
        )}
      </div>
      {sharing && (
        <ErrorBoundary title={t('shell.failed')} text={t('shell.failed.more')}>
          <Suspense fallback={null}>
            <SharePanel
              pack={pack}
              edition={isAboutEdition(screen) ? edition : null}
              view={drawn.view}
              onClose={() => setSharing(false)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      <div role="status" aria-live="polite" className={styles['notices']}>
        {all.length > 0 && (
          <Suspense fallback={null}>
            <LinkNotices notices={all} list={list} editions={editions} />
          </Suspense>
        )}
      </div>
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <ErrorBoundary
            title={t('shell.failed')}
            text={t('shell.failed.more')}
            resetKey={serializeView(drawn.view)}
            onReset={reset}
          >
            <Suspense fallback={<Waiting />}>
              <div className={dimmed ? styles['late'] : undefined}>
                <ScreenRouter pack={pack} edition={edition} editions={editions} view={drawn.view} />
              </div>
              {drawn.view.figure !== null && <LedFigure view={drawn.view} />}
            </Suspense>
          </ErrorBoundary>
        )}
      </QueryErrorResetBoundary>
    </>
  )
}

interface EditionSelectsProps {
  readonly editions: readonly Edition[]
  readonly shown: Edition
  readonly view: View
}

function EditionSelects({ editions, shown, view }: EditionSelectsProps) {
  const i18n = useI18n()
  const { t } = i18n
  const navigate = useNavigate()
  const { indices, periods, blocks } = choicesOf(editions, shown, i18n)
  return (
    <>
      <Select
        name="index"
        label={t('shell.index')}
        value={shown.indexId}
        options={indices}
        onChange={(index) => navigate(switchEdition(view, editions, { index }))}
      />
      <Select
        name="period"
        label={t('shell.period')}
        value={shown.period}
        options={periods}
        onChange={(period) => navigate(switchEdition(view, editions, { period }))}
      />
      <Select
        name="block"
        label={t('shell.block')}
        value={blockValue(shown)}
        options={blocks}
        onChange={(value) => navigate(switchEdition(view, editions, readBlockValue(value)))}
      />
    </>
  )
}

function PackageSelect({ list, view }: { readonly list: PackageList; readonly view: View }) {
  const i18n = useI18n()
  const navigate = useNavigate()
  return (
    <Select
      name="package"
      label={i18n.t('shell.package')}
      value={resolvePackage(view, list).value?.id ?? ''}
      options={list.packages.map((entry) => ({ value: entry.id, label: packageName(entry, i18n) }))}
      onChange={(id) => navigate({ ...view, package: id === list.defaultId ? null : id, version: null })}
    />
  )
}
