import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import type { FilePackage } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { keepPackageMutation, releasePackageMutation } from '@/queries/own-packages'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { useNavigate } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/data/PackageList.module.css'

interface Props {
  readonly entry: FilePackage
  readonly view: View
}

/** Whether a package made of files is stored on this machine: the viewer's choice, a package at a time. */
export function KeepOnMachine({ entry, view }: Props) {
  const { t, format } = useI18n()
  const navigate = useNavigate()
  const keep = useMutation(keepPackageMutation)
  const release = useMutation(releasePackageMutation)
  const hint = useId()
  const name = format.name({ nameVi: entry.name_vi, nameEn: entry.name_en })
  const busy = keep.isPending || release.isPending

  const onKeep = () => {
    release.reset()
    keep.mutate(entry.id, {
      onSuccess: ({ packageId }) => {
        if (packageId !== entry.id && view.package === entry.id) navigate({ ...view, package: packageId })
      },
    })
  }
  const onRelease = () => {
    keep.reset()
    release.mutate(entry.id)
  }
  return (
    <>
      <p className={styles['keep']}>
        {entry.kept && <b>{t('own.kept')}</b>}
        <button
          type="button"
          disabled={busy}
          aria-describedby={entry.kept ? undefined : hint}
          onClick={entry.kept ? onRelease : onKeep}
        >
          {t(entry.kept ? 'own.release' : 'own.keep')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </button>
      </p>
      {!entry.kept && (
        <p className={styles['hint']} id={hint}>
          {t('own.keep.hint')}
        </p>
      )}
      <p role="status" className={styles['said']}>
        {keep.data?.outcome === 'stored' && entry.kept && t('own.stored', { package: name })}
        {keep.data !== undefined && keep.data.outcome !== 'stored' && t(`own.${keep.data.outcome}`, { package: name })}
        {release.isSuccess && !entry.kept && t('own.released', { package: name })}
        {(keep.isError || release.isError) && t('own.forbidden', { package: name })}
      </p>
    </>
  )
}
