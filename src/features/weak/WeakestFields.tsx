import { useMemo } from 'react'
import { missingWords } from '@/findings/no-number'
import type { Field } from '@/findings/fields'
import { changeWords, direction } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { fieldsFile } from '@/features/weak/weak-files'
import { useI18n } from '@/i18n/use-i18n'
import { Change } from '@/ui/Change'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import styles from '@/features/weak/WeakScreen.module.css'

interface Props {
  readonly fields: readonly Field[]
  /** A low share is good. */
  readonly lower: boolean
  /** Of points. */
  readonly decimals: number
  readonly source: ExportedSource
  /** Names a file with its edition. */
  readonly titleOf: (what: string) => string
  readonly fileName: string
}

/** The block as a whole, in every sub-index of the first level: the weakest first, those without a mean last. */
export function WeakestFields({ fields, lower, decimals, source, titleOf, fileName }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const rows = useMemo(
    () =>
      fields
        .filter(({ level }) => level === 1)
        .toSorted((a, b) => (a.weakestPlace ?? Number.MAX_VALUE) - (b.weakestPlace ?? Number.MAX_VALUE)),
    [fields],
  )
  const since = rows.find(({ meanChange }) => meanChange !== null)?.previousPeriod ?? null
  const shareText = (share: number | null) => (share === null ? NO_VALUE : format.share(share, 1))
  const columns: readonly (TableColumn<Field> | false)[] = [
    { id: 'field', header: t('weak.fields.field'), rowHeader: true, cell: format.name },
    { id: 'mean', header: t('weak.fields.mean'), numeric: true, cell: ({ mean }) => shareText(mean) },
    { id: 'median', header: t('weak.fields.median'), numeric: true, cell: ({ median }) => shareText(median) },
    since !== null && {
      id: 'change',
      header: t('weak.fields.change'),
      numeric: true,
      cell: ({ meanChange }) => (
        <Change
          value={direction(meanChange, format, 1)?.sign ?? null}
          text={meanChange === null ? '' : format.shareChange(meanChange, 1)}
          words={changeWords(meanChange, i18n, 1)}
          kind="signed"
          reversed={lower}
        />
      ),
    },
    {
      id: 'weak',
      header: t('weak.fields.weak'),
      numeric: true,
      cell: ({ weakCount, unitCount }) => t('weak.fields.weak.of', { n: weakCount, all: unitCount }),
    },
    {
      id: 'lost',
      header: t('weak.fields.lost'),
      numeric: true,
      cell: ({ lostPoints, lostPart }) =>
        lostPoints === null
          ? NO_VALUE
          : lostPart === null
            ? format.points(lostPoints, decimals)
            : t('weak.fields.lost.part', {
                points: format.points(lostPoints, decimals),
                part: format.share(lostPart, 0),
              }),
    },
    rows.some(({ missing }) => missing.length > 0) && {
      id: 'missing',
      header: t('weak.fields.missing'),
      cell: (field) => missingWords(field, i18n),
    },
  ]
  return (
    <section>
      <h2>{t('weak.fields')}</h2>
      <p className={styles['note']}>
        {t('weak.fields.sub')}
        {since !== null && ` ${t('weak.fields.changeSince', { period: format.period(since) })}`}
      </p>
      <StackedTable
        caption={t('weak.fields.caption')}
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        rowKey={({ subIndexId }) => subIndexId}
      />
      <Download
        name={t('weak.fields')}
        shown={() => fieldsFile(titleOf(t('weak.fields')), rows, decimals, i18n)}
        source={source}
        fileName={fileName}
      />
    </section>
  )
}
