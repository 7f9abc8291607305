import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { deleteEverythingMutation, keptQuery } from '@/queries/own-packages'
import type { Deleted } from '@/queries/own-packages'
import { Notice } from '@/ui/Notice'
import { useNavigate } from '@/view/use-view'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/data/PackageList.module.css'

interface Props {
  readonly list: PackageList
  readonly current: OpenPackage
  readonly view: View
}

/** Whoever asked by keyboard reads on from here; the harmless answer is the near one. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

/** What the machine keeps of the viewer's files, and the one button that deletes all of it. */
export function OnThisMachine({ list, current, view }: Props) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const { data: kept } = useQuery(keptQuery)
  const deletion = useMutation(deleteEverythingMutation)
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const files = list.packages.filter((entry) => entry.origin === 'file')
  const memories = kept?.memories ?? []
  const unreadable = kept?.unreadable ?? []
  const kepts = files.filter((entry) => entry.kept).length
  const anything = kepts + memories.length + unreadable.length > 0

  const onDelete = () => {
    setAsking(false)
    heading.current?.focus()
    // The package that is looked at goes too: what is left is looked at first.
    if (current.origin === 'file') navigate({ ...DEFAULT_VIEW, lang: view.lang, screen: 'data' })
    deletion.mutate()
  }
  return (
    <section aria-labelledby="machine" className={styles['machine']}>
      <h2 id="machine" tabIndex={-1} ref={heading}>
        {t('own.machine')}
      </h2>
      <p>{t(kept?.storage === 'forbidden' ? 'own.storage.forbidden' : 'own.lede')}</p>
      {anything && (
        <p>
          {t('own.machine.counts', {
            packages: kepts,
            memories: memories.length,
          })}
          {memories.length > 0 && ` ${t('own.machine.memories', { names: memories.join(', ') })}`}
        </p>
      )}
      {unreadable.length > 0 && (
        <Notice>{t('own.unreadable', { n: unreadable.length, names: unreadable.join(', ') })}</Notice>
      )}
      {anything && !asking && (
        <p>
          <button type="button" disabled={deletion.isPending} onClick={() => setAsking(true)}>
            {t('own.delete')}
          </button>
        </p>
      )}
      {asking && (
        <div role="group" aria-label={t('own.delete')} className={styles['asking']}>
          <p>{t('own.delete.ask', { packages: files.length, memories: memories.length })}</p>
          <p className={styles['keep']}>
            <button type="button" className={styles['danger']} onClick={onDelete}>
              {t('own.delete.go')}
            </button>
            <button
              type="button"
              ref={takeFocus}
              onClick={() => {
                setAsking(false)
                heading.current?.focus()
              }}
            >
              {t('own.delete.not')}
            </button>
          </p>
        </div>
      )}
      <p role="status" className={styles['said']}>
        {deletion.isError && t('own.storage.forbidden')}
        {kept?.deleted != null && <DeletedText deleted={kept.deleted} />}
      </p>
    </section>
  )
}

function DeletedText({ deleted: { packages, memories, unreadable } }: { readonly deleted: Deleted }) {
  const { t } = useI18n()
  if (packages.length + memories + unreadable === 0) return t('own.deleted.nothing')
  return t('own.deleted', { packages: packages.length, names: packages.join(', ') || '–', memories })
}
