import { Suspense, useState } from 'react'
import type { DownloadPanelProps } from '@/export/DownloadPanel'
import { useI18n } from '@/i18n/use-i18n'
import { lazyPart } from '@/ui/lazy-part'
import styles from '@/export/Download.module.css'

const DownloadPanel = lazyPart(async () => (await import('@/export/DownloadPanel')).DownloadPanel)

/** The button of a table or a chart that opens its downloads. `name`: what is downloaded; the button is named by it. */
export function Download({ name, ...props }: Omit<DownloadPanelProps, 'onClose'>) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles['open']}
        aria-haspopup="dialog"
        aria-label={t('export.open', { what: name })}
        onClick={() => setOpen(true)}
      >
        {t('common.download')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <DownloadPanel name={name} {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
