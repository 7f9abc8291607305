import { useState } from 'react'
import { chartCsv } from '@/charts/chart-csv'
import type { ChartTable } from '@/charts/chart-spec'
import { asciiName, download } from '@/charts/export-chart'
import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/weak/CsvDownload.module.css'

interface Props {
  /** What is shown, made when it is asked for. */
  readonly table: () => ChartTable
  /** Without ending; made ASCII here. */
  readonly fileName: string
}

/** Hands what is shown to the viewer as a CSV file. */
export function CsvDownload({ table, fileName }: Props) {
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  async function save() {
    setFailed(false)
    try {
      download(await chartCsv(table()), `${asciiName(fileName)}.csv`)
    } catch (error) {
      console.error(error)
      setFailed(true)
    }
  }
  return (
    <p className={styles['download']}>
      <button type="button" onClick={() => void save()}>
        {t('chart.download', { kind: 'CSV' })}
      </button>
      <span role="status">{failed && t('chart.exportFailed', { kind: 'CSV' })}</span>
    </p>
  )
}
