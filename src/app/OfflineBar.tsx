import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState, useSyncExternalStore } from 'react'
import type { Condition } from '@/app/start-offline'
import { I18nContext, useI18n, useLanguage } from '@/i18n/use-i18n'
import { openFileMutation } from '@/queries/open-file'
import { keepPackageMutation } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'
import styles from '@/app/OfflineBar.module.css'

interface Props extends Condition {
  readonly onReload: () => void
}

/** At the foot of the window, beside the application: it stands there too where that has failed. */
export function OfflineBar(props: Props) {
  const lang = useSyncExternalStore(onLanguage, () => (document.documentElement.lang === 'en' ? 'en' : 'vi'))
  return (
    <Suspense fallback={null}>
      <I18nContext value={useLanguage(lang)}>
        <Bar {...props} />
      </I18nContext>
    </Suspense>
  )
}

function onLanguage(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['lang'] })
  return () => observer.disconnect()
}

function Bar({ savedOn, isOutdated, onReload }: Props) {
  const { t, format } = useI18n()
  const [isLater, setLater] = useState(false)
  const isOffered = isOutdated && !isLater
  if (savedOn === null && !isOffered) return null
  return (
    <div className={styles['bar']}>
      {savedOn !== null && (
        <p>{savedOn === '' ? t('offline.saved.undated') : t('offline.saved', { date: format.date(savedOn) })}</p>
      )}
      {isOffered && <Offer onReload={onReload} onLater={() => setLater(true)} />}
    </div>
  )
}

interface OfferProps {
  readonly onReload: () => void
  readonly onLater: () => void
}

/** One offer; what only this tab has is never lost without asking. */
function Offer({ onReload, onLater }: OfferProps) {
  const { t } = useI18n()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { data: list } = useQuery(packagesQuery)
  const keep = useMutation(keepPackageMutation)
  const loose = list?.packages.filter((entry) => entry.origin === 'file' && !entry.kept) ?? []

  function onFirst() {
    if (loose.length > 0 || isWorking(queryClient)) setAsking(true)
    else onReload()
  }
  async function onKeep() {
    for (const { id } of loose) {
      // oxlint-disable-next-line no-await-in-loop -- each is given an id that no other has
      const { outcome, packageId } = await keep.mutateAsync(id)
      if (outcome !== 'stored') return
      moveLink(id, packageId)
    }
    onReload()
  }

  if (!isAsking) {
    return (
      <p>
        {t('offline.update')}{' '}
        <span className={styles['actions']}>
          <button type="button" onClick={onFirst}>
            {t('offline.reload')}
          </button>
          <button type="button" onClick={onLater}>
            {t('offline.later')}
          </button>
        </span>
      </p>
    )
  }
  return (
    <p>
      {loose.length > 0 ? t('offline.files', { n: loose.length }) : t('offline.work')}{' '}
      {(keep.isError || (keep.data !== undefined && keep.data.outcome !== 'stored')) && t('offline.notKept')}{' '}
      <span className={styles['actions']}>
        {loose.length > 0 && (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          <button type="button" autoFocus disabled={keep.isPending} onClick={() => void onKeep().catch(() => {})}>
            {t('offline.keep')}
          </button>
        )}
        <button type="button" onClick={onReload}>
          {t('offline.discard')}
        </button>
        <button type="button" onClick={onLater}>
          {t('offline.later')}
        </button>
      </span>
    </p>
  )
}

/** Whether a file is being read, or the one that was read last waits for an answer. */
function isWorking(queryClient: ReturnType<typeof useQueryClient>): boolean {
  const { mutationKey } = openFileMutation
  const last = queryClient.getMutationCache().findAll({ mutationKey }).at(-1)
  const outcome = (last?.state.data as { readonly outcome?: string } | undefined)?.outcome
  return last?.state.status === 'pending' || outcome === 'needs-answer' || outcome === 'overlaps'
}

/** Another tab may have kept a package under the same id; the link leads to the package all the same. */
function moveLink(from: string, to: string) {
  const link = new URL(location.href)
  if (from === to || link.searchParams.get('package') !== from) return
  link.searchParams.set('package', to)
  history.replaceState(history.state, '', link)
}
