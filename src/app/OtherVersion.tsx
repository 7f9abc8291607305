import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fullPage } from '@/app/EmbedViewProvider'
import { archiveOf, hasArchive } from '@/app/archive'
import type { OpenPackage } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import type { View } from '@/view/view-state'
import styles from '@/app/EmbedBoard.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly view: View
}

/**
 * A frame that keeps a version which the host has replaced: the copy of the site that was put aside, where there is
 * one, and else a sentence. Never the present figures in its place.
 */
export function OtherVersion({ pack, view }: Props) {
  const { t } = useI18n()
  const wanted = view.version ?? ''
  const archive = archiveOf(pack.id, wanted)
  const { data: kept } = useQuery({
    queryKey: ['archive', archive],
    queryFn: ({ signal }) => hasArchive(archive, pack.id, wanted, signal),
  })
  useEffect(() => {
    if (kept === true) location.replace(`${archive}embed.html${location.search}`)
  }, [kept, archive])
  if (kept !== false) {
    return (
      <main className={styles['view']} aria-busy="true">
        <p role="status">{t('common.loading')}</p>
      </main>
    )
  }
  return (
    <main className={styles['view']}>
      <h1>{t('embed.otherVersion', { wanted })}</h1>
      <p>{t('embed.otherVersion.more', { wanted, there: pack.version })}</p>
      <p>
        <a href={fullPage({ ...view, version: null })} target="_blank" rel="noopener">
          {t('embed.otherVersion.open', { there: pack.version })} ↗
        </a>
      </p>
    </main>
  )
}
