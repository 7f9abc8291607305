import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { packageName } from '@/app/choices'
import type { FilePackage } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { engineProgressQuery } from '@/queries/engine-progress'
import { packagesQuery } from '@/queries/packages'
import { useFileOpening } from '@/queries/use-file-opening'
import { EngineProgress } from '@/ui/EngineProgress'
import { Skeleton } from '@/ui/Skeleton'
import { resolvePackage } from '@/view/resolve-view'
import { useView } from '@/view/use-view'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import styles from '@/app/Alone.module.css'

/** What is waited for, as far as it is known: of a large file that is worth a sentence, and a way out. */
export function WaitingFor() {
  const i18n = useI18n()
  const { t } = i18n
  const { data: progress } = useQuery(engineProgressQuery)
  const { data: list } = useSuspenseQuery(packagesQuery)
  const pack = resolvePackage(useView().view, list).value
  return (
    <>
      {pack?.origin === 'file' && (
        <h1 className={styles['alone']}>{t('own.waiting', { package: packageName(pack, i18n) })}</h1>
      )}
      <p role="status">{t(progress?.of === 'tables' ? 'own.waiting.loading' : 'shell.waiting')}</p>
      {progress && <EngineProgress {...progress} />}
      {pack?.origin === 'file' && <WayOut pack={pack} defaultId={list.defaultId} />}
      <Skeleton lines={20} />
    </>
  )
}

function WayOut({ pack, defaultId }: { readonly pack: FilePackage; readonly defaultId: string }) {
  const { t, format } = useI18n()
  const { view } = useView()
  const { state } = useFileOpening()
  const base = state.kind === 'idle' ? defaultId : state.basePackageId
  useEffect(() => {
    // What was clicked is gone with its screen. Whoever has only just come reads from the top of the page.
    const content = document.getElementById('content')
    const active = document.activeElement
    const isLost = active === document.body || content?.contains(active) === true
    if (isLost && navigator.userActivation.hasBeenActive) content?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <p>
        {t('own.waiting.why', {
          rows: format.number(pack.readings.reduce((sum, { rowCount }) => sum + rowCount, 0)),
          file: pack.fileName,
        })}
      </p>
      <p>
        <ViewLink to={onScreen({ ...view, package: base === defaultId ? null : base }, 'data', null)}>
          {t('own.waiting.stop')}
        </ViewLink>
      </p>
    </>
  )
}
