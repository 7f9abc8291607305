import { useI18n } from '@/i18n/use-i18n'
import styles from '@/features/ranking/RankingTable.module.css'

interface Props {
  readonly n: number
  readonly span: number
  /** Only where not every row is in the page. */
  readonly place?: {
    readonly rowIndex: number
    readonly index: number
    readonly measure: (row: Element | null) => void
  }
}

/** Between the ranked units and those that follow without a rank. */
export function UnrankedDivider({ n, span, place }: Props) {
  const { t } = useI18n()
  return (
    <tr
      role="row"
      className={styles['divider']}
      ref={place?.measure}
      data-index={place?.index}
      aria-rowindex={place?.rowIndex}
    >
      <th role="rowheader" scope="rowgroup" colSpan={span}>
        {t('ranking.unranked', { n })}
      </th>
    </tr>
  )
}
