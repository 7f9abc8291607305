import { useState } from 'react'
import { useI18n } from '@/i18n/use-i18n'
import { csvFile } from '@/ui/csv-file'
import type { CsvTable } from '@/ui/csv-file'
import { downloadFile } from '@/ui/download-file'
import styles from '@/ui/CsvDownload.module.css'

interface Props {
  readonly label: string
  /** What is shown, made when it is asked for. */
  readonly table: () => CsvTable
  /** Without ending; made ASCII here. */
  readonly fileName: string
}

/** Hands what is shown to the viewer as a CSV file. */
export function CsvDownload({ label, table, fileName }: Props) {
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  async function save() {
    setFailed(false)
    try {
      downloadFile(await csvFile(table()), fileName, 'csv')
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  return (
    <p className={styles['download']}>
      <button type="button" onClick={() => void save()}>
        {label}
      </button>
      <span role="status">{failed && t('chart.exportFailed', { kind: 'CSV' })}</span>
    </p>
  )
}
