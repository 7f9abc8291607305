import type { Finding } from '@/db/questions/audit'
import type { Edition } from '@/db/questions/first-view'
import { isEdition } from '@/features/data/edition-name'
import { findingSentence } from '@/i18n/audit-words'
import type { I18n } from '@/i18n/use-i18n'
import type { CsvTable } from '@/ui/csv-file'

/** The audit of a package as a table, in the words of one language; figures as they are, shares 0–1. */
export function auditTable(
  findings: readonly Finding[],
  editions: readonly Edition[],
  words: Pick<I18n, 't' | 'format'>,
): CsvTable {
  const { t, format } = words
  const named = (nameVi: string | null, nameEn: string | null) =>
    nameVi === null || nameEn === null ? null : format.name({ nameVi, nameEn })
  return {
    header: [
      t('audit.column.kind'),
      t('audit.column.severity'),
      t('audit.column.index'),
      t('audit.column.period'),
      t('audit.column.block'),
      t('audit.column.set'),
      t('audit.column.unit'),
      t('audit.column.field'),
      t('audit.column.finding'),
      t('audit.column.value'),
      t('audit.column.expected'),
      t('audit.column.row'),
    ],
    rows: findings.map((finding) => {
      const edition = editions.find(isEdition(finding))
      return [
        t(`audit.kind.${finding.kind}`),
        t(`problem.severity.${finding.severity}`),
        edition?.indexShortName ?? finding.indexId,
        finding.period,
        edition === undefined ? finding.blockId : named(edition.blockNameVi, edition.blockNameEn),
        edition === undefined ? finding.resultSet : named(edition.resultSetNameVi, edition.resultSetNameEn),
        named(finding.unitNameVi, finding.unitNameEn),
        named(finding.subIndexNameVi, finding.subIndexNameEn),
        findingSentence(finding, words),
        finding.value,
        finding.expected,
        finding.sourceRow,
      ]
    }),
  }
}
