import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { editionsFile } from '@/features/data/package-files'
import { useI18n } from '@/i18n/use-i18n'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { switchEdition } from '@/view/resolve-view'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'

interface Props {
  readonly pack: OpenPackage
  readonly editions: readonly Edition[]
  readonly view: View
}

/** Every ranking of a package, with the criteria and the survey behind it. */
export function EditionsTable({ pack, editions, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  // A file that a viewer opened has one set of criteria, and no name for it.
  const versions =
    editions.some(({ decision }) => decision !== null) || new Set(editions.map(({ versionId }) => versionId)).size > 1
  const columns: readonly (TableColumn<Edition> | false)[] = [
    {
      id: 'index',
      header: t('data.edition.index'),
      rowHeader: true,
      cell: (edition) => (
        <ViewLink
          to={switchEdition(onScreen(view, 'ranking', null), editions, {
            index: edition.indexId,
            period: edition.period,
            block: edition.blockId,
            set: edition.resultSet,
          })}
        >
          {edition.indexShortName} {format.period(edition.period)}
        </ViewLink>
      ),
    },
    {
      id: 'block',
      header: t('data.edition.block'),
      cell: (edition) => {
        const block = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
        const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
        return set === null ? block : `${block} · ${set}`
      },
    },
    versions && {
      id: 'version',
      header: t('data.edition.version'),
      cell: ({ decision, issuedOn, versionId }) =>
        decision === null ? (
          <small>{versionId}</small>
        ) : issuedOn === null ? (
          decision
        ) : (
          t('data.edition.decision', { decision, date: format.date(issuedOn) })
        ),
    },
    {
      id: 'units',
      header: t('data.edition.units'),
      numeric: true,
      cell: ({ unitCount }) => format.number(unitCount),
    },
    { id: 'status', header: t('data.edition.status'), cell: ({ status }) => t(`data.edition.status.${status}`) },
    editions.some(({ surveyInvited, surveyValid }) => surveyInvited !== null || surveyValid !== null) && {
      id: 'survey',
      header: t('data.edition.survey'),
      cell: ({ surveyInvited, surveyReturned, surveyValid }) => {
        const parts = [
          surveyInvited === null ? null : t('data.edition.survey.invited', { n: surveyInvited }),
          surveyReturned === null ? null : t('data.edition.survey.returned', { n: surveyReturned }),
          surveyValid === null ? null : t('data.edition.survey.valid', { n: surveyValid }),
        ].filter((part) => part !== null)
        return parts.length === 0 ? null : <small>{parts.join(', ')}</small>
      },
    },
  ]
  return editions.length === 0 ? (
    <p>{t('data.editions.none')}</p>
  ) : (
    <>
      <StackedTable
        caption={t('data.editions.caption')}
        columns={columns.filter((column) => column !== false)}
        rows={editions}
        compact
        rowKey={({ indexId, period, blockId, resultSet }) => `${indexId} ${period} ${blockId} ${resultSet}`}
      />
      <Download
        name={t('data.editions.caption')}
        shown={() => editionsFile(t('data.editions.caption'), editions, i18n)}
        source={exportedSource(pack, null, i18n)}
        fileName={exportName(pack, null, t('export.name.editions'), i18n)}
      />
    </>
  )
}
