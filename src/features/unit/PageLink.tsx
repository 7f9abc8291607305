import { useId, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { qrPath } from '@/features/unit/qr-path'
import { useI18n } from '@/i18n/use-i18n'
import { serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/PageLink.module.css'

interface Props {
  readonly pack: OpenPackage
  /** What the link leads to. */
  readonly view: View
  readonly edition: Edition | null
}

/** Where this page is found again: its address, and as a QR code on paper; with the document and package behind it. */
export function PageLink({ pack, view, edition }: Props) {
  const { t, format } = useI18n()
  const id = useId()
  const [open, setOpen] = useState(false)
  const address = new URL(`./${serializeView(view)}`, document.baseURI).href
  const documents = [edition?.sourceTitle ?? null, edition?.sourceNumber ?? null].filter((part) => part !== null)
  const behind = (
    <p className={styles['behind']}>
      {documents.length > 0 && <>{t('unit.print.source', { source: documents.join(', ') })} </>}
      {pack.origin === 'shipped' &&
        t('unit.print.package', {
          package: format.lang === 'vi' ? pack.name_vi : pack.name_en,
          version: pack.version,
        })}
    </p>
  )
  return (
    <section className={styles['link']} aria-label={t('unit.link')}>
      {pack.origin === 'file' ? (
        <>
          <p>{t('unit.link.file')}</p>
          {behind}
        </>
      ) : (
        <>
          <button
            type="button"
            className={styles['button']}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t('unit.link.qr')}
          </button>
          <div id={id} className={styles['code']} data-open={open}>
            <QrCode text={address} label={t('unit.link.qr.label')} />
            <div>
              <p>
                {t('unit.link')}: <span className={styles['address']}>{address}</span>{' '}
              </p>
              {behind}
            </div>
          </div>
        </>
      )}
    </section>
  )
}

/** Dark on light in every theme: a scanner needs it so. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = qrPath(text)
  return (
    <svg
      className={styles['qr']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
