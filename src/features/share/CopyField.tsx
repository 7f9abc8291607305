import { useId, useRef } from 'react'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/share/SharePanel.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly rows: number
  /** Says aloud what came of it. */
  readonly onSay: (words: string) => void
}

/** A text to take along: one button copies it; where the browser refuses, it is selected and a sentence says how. */
export function CopyField({ label, text, rows, onSay }: Props) {
  const { t } = useI18n()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      onSay(t('share.copied', { what: label }))
    } catch {
      onSay(t('share.copyByHand'))
    }
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['copy']}>
        <textarea ref={field} id={id} rows={rows} value={text} readOnly spellCheck={false} />
        <button type="button" aria-label={t('share.copyWhat', { what: label })} onClick={() => void copy()}>
          {t('share.copy')}
        </button>
      </div>
    </div>
  )
}
