import type { Edition } from '@/db/questions/first-view'
import type { Source } from '@/db/questions/package'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** Every edition of a package, with the criteria and the survey behind it. */
export function editionsFile(title: string, editions: readonly Edition[], { t, format }: Words): ExportedTable {
  const text = (label: string, of: (edition: Edition) => string | null) => ({ label, kind: 'text' as const, of })
  const date = (label: string, of: (edition: Edition) => string | null) => ({ label, kind: 'date' as const, of })
  const count = (label: string, of: (edition: Edition) => number | null) =>
    editions.some((edition) => of(edition) !== null) && { label, kind: 'number' as const, decimals: 0, of }
  return exportedTable<Edition>(title, editions, [
    text(t('data.edition.index'), ({ indexNameVi, indexNameEn }) =>
      format.name({ nameVi: indexNameVi, nameEn: indexNameEn }),
    ),
    text(t('unit.col.period'), ({ period }) => format.period(period)),
    text(t('data.edition.block'), ({ blockNameVi, blockNameEn }) =>
      format.name({ nameVi: blockNameVi, nameEn: blockNameEn }),
    ),
    editions.some(({ resultSetNameVi }) => resultSetNameVi !== null) &&
      text(t('export.source.set'), ({ resultSetNameVi, resultSetNameEn }) =>
        format.lang === 'vi' ? resultSetNameVi : resultSetNameEn,
      ),
    text(t('data.edition.version'), ({ decision, versionId }) => decision ?? versionId),
    editions.some(({ issuedOn }) => issuedOn !== null) && date(t('common.issuedOn'), ({ issuedOn }) => issuedOn),
    count(t('data.edition.units'), ({ unitCount }) => unitCount),
    text(t('data.edition.status'), ({ status }) => t(`data.edition.status.${status}`)),
    editions.some(({ publishedOn }) => publishedOn !== null) &&
      date(t('export.source.published'), ({ publishedOn }) => publishedOn),
    count(t('export.col.invited'), ({ surveyInvited }) => surveyInvited),
    count(t('export.col.returned'), ({ surveyReturned }) => surveyReturned),
    count(t('export.col.valid'), ({ surveyValid }) => surveyValid),
  ])
}

/** The documents behind the figures of a package. */
export const sourcesFile = (title: string, sources: readonly Source[], { t }: Words): ExportedTable =>
  exportedTable<Source>(title, sources, [
    { label: t('data.source.title'), kind: 'text', of: ({ title }) => title },
    { label: t('data.source.number'), kind: 'text', of: ({ number }) => number },
    { label: t('data.source.issuer'), kind: 'text', of: ({ issuer }) => issuer },
    { label: t('data.source.date'), kind: 'date', of: ({ publishedOn }) => publishedOn },
    { label: t('data.source.editions'), kind: 'number', decimals: 0, of: ({ editionCount }) => editionCount },
    { label: t('data.source.results'), kind: 'number', decimals: 0, of: ({ resultCount }) => resultCount },
    { label: t('export.source.address'), kind: 'text', filesOnly: true, of: ({ url }) => url },
  ])
