import type { OpenFileResult } from '@/queries/open-file'
import { useI18n } from '@/i18n/use-i18n'
import { StackedTable } from '@/ui/StackedTable'
import { ViewLink } from '@/view/ViewLink'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/data/OpenFile.module.css'

type Opened = Extract<OpenFileResult, { readonly outcome: 'opened' }>

interface Props {
  readonly result: Opened
  /** Whether the package is still in the list: a reloaded list of the host drops nothing, but a link must not lie. */
  readonly known: boolean
  readonly view: View
}

const DELIMITERS = {
  ',': 'data.open.delimiter.comma',
  ';': 'data.open.delimiter.semicolon',
  '\t': 'data.open.delimiter.tab',
} as const

/** What was read, and how: so that a wrong reading is seen before its ranking is believed. */
export function OpenedSummary({ result, known, view }: Props) {
  const { t } = useI18n()
  const delimiter = Object.entries(DELIMITERS).find(([sign]) => sign === result.delimiter)?.[1]
  return (
    <>
      <p>
        {t('data.open.opened.text', {
          rows: result.rowCount,
          units: result.unitCount,
          layout: t(`data.open.layout.${result.layout}`),
          delimiter:
            delimiter === undefined ? t('data.open.delimiter.other', { delimiter: result.delimiter }) : t(delimiter),
          mark: t(result.decimalMark === ',' ? 'data.open.mark.comma' : 'data.open.mark.point'),
        })}
      </p>
      {known && (
        <p className={styles['buttons']}>
          <ViewLink className={styles['primary']} to={{ ...DEFAULT_VIEW, lang: view.lang, package: result.packageId }}>
            {t('data.open.ranking')}
          </ViewLink>
        </p>
      )}
      <details className={styles['columns']}>
        <summary>{t('data.open.columns', { n: result.columns.length })}</summary>
        <StackedTable
          caption={t('data.open.columns.caption')}
          columns={[
            { id: 'letter', header: t('data.open.column.letter'), cell: ({ letter }) => letter },
            { id: 'header', header: t('data.open.column.header'), rowHeader: true, cell: ({ header }) => header },
            { id: 'role', header: t('data.open.column.role'), cell: ({ role }) => t(`data.role.${role}`) },
          ]}
          rows={result.columns}
          rowKey={({ letter }) => letter}
        />
      </details>
    </>
  )
}
