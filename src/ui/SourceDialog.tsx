import { useEffect, useId, useRef } from 'react'
import { languageOf } from '@/i18n/language-of'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/ui/SourceDialog.module.css'

export interface SourceFacts {
  /** Whose figures: the unit, with index and period. */
  readonly subject: string
  /** The document; null where the package names none. */
  readonly title: string | null
  readonly number: string | null
  readonly issuer: string | null
  /** Written in the language already. */
  readonly issuedOn: string | null
  readonly url: string | null
  /** Places in the data: `results.csv, dòng 12`. */
  readonly places: readonly string[]
  /** One line a figure: what it is and whether it was published or computed, and how. */
  readonly figures: readonly { readonly name: string; readonly text: string }[]
}

/** Where a figure comes from. Open while it is in the tree; `onClose` must take it out. */
export function SourceDialog({ facts, onClose }: { readonly facts: SourceFacts; readonly onClose: () => void }) {
  const { t } = useI18n()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])

  const lines: readonly (readonly [string, string | null])[] = [
    [t('common.document'), facts.title],
    [t('common.documentNumber'), facts.number],
    [t('common.issuer'), facts.issuer],
    [t('common.issuedOn'), facts.issuedOn],
  ]
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
          <h2 id={heading}>{facts.subject}</h2>
          <button type="button" className={styles['close']} onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
        <dl className={styles['figures']}>
          {facts.figures.map((figure) => (
            <div key={figure.name}>
              <dt>{figure.name}</dt>
              <dd>{figure.text}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('common.source')}</h3>
        {facts.title === null && <p className={styles['none']}>{t('common.noSource')}</p>}
        <dl className={styles['figures']}>
          {lines.map(([name, text]) =>
            text === null ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang={languageOf(text)}>{text}</dd>
              </div>
            ),
          )}
          <div>
            <dt>{t('common.where')}</dt>
            <dd>{facts.places.join('; ')}</dd>
          </div>
        </dl>
        {facts.url !== null && isWebAddress(facts.url) && (
          <p>
            <a href={facts.url} rel="noreferrer" target="_blank">
              {t('common.openSource')} ↗
            </a>
          </p>
        )}
      </div>
    </dialog>
  )
}

/** A file may carry any text as an address; only http and https become a link. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url)
