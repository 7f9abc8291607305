import { useEffect, useId, useRef, useState } from 'react'
import type { OpenPackage } from '@/domain/open-package'
import { EmbedBuilder } from '@/features/share/EmbedBuilder'
import type { SharedEdition } from '@/features/share/EmbedBuilder'
import { CopyField } from '@/features/share/CopyField'
import { useI18n } from '@/i18n/use-i18n'
import { requestPrint } from '@/view/print-request'
import { useNavigate } from '@/view/use-view'
import { isEmbedded, onScreen, serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/share/SharePanel.module.css'

interface Props {
  readonly pack: OpenPackage
  /** null: the view is about several, or the package has none. */
  readonly edition: SharedEdition | null
  readonly view: View
  /** Takes the panel out of the tree, in which it is open. */
  readonly onClose: () => void
}

/** The view for others: its link, its frame for another page, on paper. */
export function SharePanel({ pack, edition, view, onClose }: Props) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    // A click on the backdrop has the dialog itself as its target.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={styles['inside']}>
        <div className={styles['head']}>
          <h2 id={heading}>{t('share.title')}</h2>
          <button type="button" className={styles['button']} onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
        <p role="status" className={styles['said']}>
          {said}
        </p>
        {pack.origin === 'file' ? (
          <p>{t('share.file', { file: pack.fileName })}</p>
        ) : (
          <CopyField
            label={t('share.link')}
            text={new URL(`./${serializeView(view)}`, document.baseURI).href}
            rows={2}
            onSay={setSaid}
          />
        )}
        <p className={styles['actions']}>
          <button
            type="button"
            className={styles['button']}
            onClick={() => {
              // What is open on top would be printed instead of the page.
              dialog.current?.close()
              window.print()
            }}
          >
            {t('share.print')}
          </button>{' '}
          {edition !== null && view.screen !== 'report' && (
            <button
              type="button"
              className={styles['button']}
              onClick={() => {
                dialog.current?.close()
                requestPrint()
                navigate(onScreen(view, 'report'))
              }}
            >
              {t('share.report')}
            </button>
          )}
        </p>
        {pack.origin === 'shipped' && isEmbedded(view.screen) && (
          <EmbedBuilder pack={pack} edition={edition} view={view} screen={view.screen} onSay={setSaid} />
        )}
      </div>
    </dialog>
  )
}
