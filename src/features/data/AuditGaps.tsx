import type { Edition } from '@/db/questions/first-view'
import type { EditionGaps } from '@/features/data/audit-gaps'
import { editionName } from '@/features/data/edition-name'
import { FindingFold } from '@/features/data/FindingFold'
import { reasonWords } from '@/i18n/audit-words'
import { useI18n } from '@/i18n/use-i18n'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { switchEdition } from '@/view/resolve-view'
import { useView } from '@/view/use-view'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'

interface Props {
  readonly gaps: readonly EditionGaps[]
  readonly editions: readonly Edition[]
}

/** What has no value, and why: a row an edition, a column a reason. */
export function AuditGaps({ gaps, editions }: Props) {
  const words = useI18n()
  const { t } = words
  const { view } = useView()
  const reasons = [...new Set(gaps.flatMap((edition) => edition.gaps.map(({ reason }) => reason)))]

  const columns: readonly TableColumn<EditionGaps>[] = [
    {
      id: 'edition',
      header: t('audit.column.edition'),
      rowHeader: true,
      cell: ({ edition }) => (
        <ViewLink
          to={switchEdition(onScreen(view, 'ranking', null), editions, {
            index: edition.indexId,
            period: edition.period,
            block: edition.blockId,
            set: edition.resultSet,
          })}
        >
          {editionName(edition, editions, words)}
        </ViewLink>
      ),
    },
    ...reasons.map((reason): TableColumn<EditionGaps> => ({
      id: reason ?? '?',
      header: reasonWords(reason, t),
      cell: ({ gaps: ofEdition }) => {
        const gap = ofEdition.find((one) => one.reason === reason)
        if (gap === undefined) return null
        return [
          gap.totals > 0 ? t('audit.gaps.totals', { n: gap.totals }) : null,
          gap.scores > 0 ? t('audit.gaps.scores', { n: gap.scores }) : null,
        ]
          .filter((part) => part !== null)
          .join(', ')
      },
    })),
  ]

  return (
    <FindingFold mark="–" summary={<b>{t('audit.gaps', { n: gaps.length })}</b>} text={t('audit.gaps.text')}>
      {() => (
        <StackedTable
          caption={t('audit.gaps.caption')}
          columns={columns}
          rows={gaps}
          rowKey={({ edition }) => `${edition.indexId} ${edition.period} ${edition.blockId} ${edition.resultSet}`}
        />
      )}
    </FindingFold>
  )
}
