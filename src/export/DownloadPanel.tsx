import { useEffect, useId, useRef, useState } from 'react'
import { csvForm, rememberSeparator, rememberedSeparator, SEPARATORS } from '@/export/csv-form'
import type { Separator } from '@/export/csv-form'
import { EXPORT_KINDS, exportFile } from '@/export/export-file'
import type { ExportKind } from '@/export/export-file'
import type { ExportedSource } from '@/export/exported-source'
import type { ExportedTable } from '@/export/exported-table'
import type { DrawnTable } from '@/export/table-picture'
import { useI18n } from '@/i18n/use-i18n'
import { downloadFile } from '@/ui/download-file'
import { Select } from '@/ui/Select'
import { useView } from '@/view/use-view'
import styles from '@/export/DownloadPanel.module.css'

export interface DownloadPanelProps {
  readonly name: string
  /** As it is shown, made when the panel is opened. */
  readonly shown: () => ExportedTable
  /** Where search or depth hide something: with all of it. */
  readonly all?: (() => ExportedTable) | undefined
  /** Of a chart, in place of a picture of the table. */
  readonly drawing?: () => Promise<DrawnTable>
  readonly source: ExportedSource
  /** Without ending; made ASCII here. */
  readonly fileName: string
  /** Takes the panel out of the tree, in which it is open. */
  readonly onClose: () => void
}

const sizeOf = ({ rows, columns }: ExportedTable) => ({ n: rows.length, columns: columns.length })

/** Kinds of files for a table or a chart. What is chosen is made and handed over; the panel stays for another. */
export function DownloadPanel({ name, shown, all, drawing, source, fileName, onClose }: DownloadPanelProps) {
  const i18n = useI18n()
  const { t, lang } = i18n
  const { view } = useView()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [scope, setScope] = useState<'shown' | 'all'>('shown')
  const [tables] = useState(() => ({ shown: shown(), all: all?.() }))
  const [separator, setSeparator] = useState<Separator>(() => rememberedSeparator(lang))
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])

  async function save(kind: ExportKind) {
    const table = scope === 'all' ? (tables.all ?? tables.shown) : tables.shown
    setSaid(null)
    try {
      const csv = csvForm(separator, lang)
      const file = await exportFile(kind, { table, drawing: drawing ?? null, source, csv, view }, i18n)
      downloadFile(file, fileName, kind)
      setSaid({ text: t('export.done', { kind: t(`export.kind.${kind}`) }), failed: false })
    } catch (error) {
      console.error(error)
      setSaid({ text: t('export.failed', { kind: t(`export.kind.${kind}`) }), failed: true })
    }
  }

  return (
    // A click on the backdrop has the dialog itself as its target.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={styles['inside']}>
        <div className={styles['head']}>
          <h2 id={`${id}-title`}>{t('export.open', { what: name })}</h2>
          <button type="button" className={styles['close']} onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
        {tables.all !== undefined && (
          <fieldset className={styles['scope']}>
            <legend>{t('export.scope')}</legend>
            {(['shown', 'all'] as const).map((value) => (
              <label key={value}>
                <input type="radio" name={`${id}-scope`} checked={scope === value} onChange={() => setScope(value)} />{' '}
                {t(`export.scope.${value}`, sizeOf(tables[value] ?? tables.shown))}
              </label>
            ))}
          </fieldset>
        )}
        <ul className={styles['kinds']}>
          {EXPORT_KINDS.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className={styles['kind']}
                aria-describedby={`${id}-${kind}`}
                onClick={() => void save(kind)}
              >
                {t(`export.kind.${kind}`)}
              </button>
              <span id={`${id}-${kind}`} className={styles['what']}>
                {t(`export.what.${kind}`)}
              </span>
              {kind === 'csv' && (
                <span className={styles['separator']}>
                  <Select
                    name={`${id}-separator`}
                    label={t('export.separator')}
                    value={separator}
                    options={SEPARATORS.map((value) => ({ value, label: t(`export.separator.${value}`) }))}
                    onChange={(value) => {
                      const chosen = SEPARATORS.find((known) => known === value)
                      if (chosen === undefined) return
                      setSeparator(chosen)
                      rememberSeparator(chosen)
                    }}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
        <p role="status" className={styles['said']} data-failed={said?.failed === true || undefined}>
          {said?.text}
        </p>
        <p className={styles['source']}>{source.footer}</p>
      </div>
    </dialog>
  )
}
