import type { Finding } from '@/db/questions/audit'
import type { Edition } from '@/db/questions/first-view'
import { isEdition } from '@/features/data/edition-name'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import { findingSentence } from '@/i18n/audit-words'
import type { I18n } from '@/i18n/use-i18n'

/** The audit of a package as a table, in the words of one language; figures as they are, shares 0–1. */
export function auditTable(
  title: string,
  findings: readonly Finding[],
  editions: readonly Edition[],
  words: Pick<I18n, 't' | 'format'>,
): ExportedTable {
  const { t, format } = words
  const named = (nameVi: string | null, nameEn: string | null) =>
    nameVi === null || nameEn === null ? null : format.name({ nameVi, nameEn })
  const editionOf = (finding: Finding) => editions.find(isEdition(finding))
  const text = (label: string, of: (finding: Finding) => string | null) => ({ label, kind: 'text' as const, of })
  const figure = (label: string, of: (finding: Finding) => number | null) => ({
    label,
    kind: 'number' as const,
    decimals: 4,
    of,
  })
  return exportedTable<Finding>(title, findings, [
    text(t('audit.column.kind'), ({ kind }) => t(`audit.kind.${kind}`)),
    text(t('audit.column.severity'), ({ severity }) => t(`problem.severity.${severity}`)),
    text(t('audit.column.index'), (finding) => editionOf(finding)?.indexShortName ?? finding.indexId),
    text(t('audit.column.period'), ({ period }) => period),
    text(t('audit.column.block'), (finding) => {
      const edition = editionOf(finding)
      return edition === undefined ? finding.blockId : named(edition.blockNameVi, edition.blockNameEn)
    }),
    text(t('audit.column.set'), (finding) => {
      const edition = editionOf(finding)
      return edition === undefined ? finding.resultSet : named(edition.resultSetNameVi, edition.resultSetNameEn)
    }),
    text(t('audit.column.unit'), ({ unitNameVi, unitNameEn }) => named(unitNameVi, unitNameEn)),
    text(t('audit.column.field'), ({ subIndexNameVi, subIndexNameEn }) => named(subIndexNameVi, subIndexNameEn)),
    text(t('audit.column.finding'), (finding) => findingSentence(finding, words)),
    figure(t('audit.column.value'), ({ value }) => value),
    figure(t('audit.column.expected'), ({ expected }) => expected),
    { label: t('audit.column.row'), kind: 'number', decimals: 0, of: ({ sourceRow }) => sourceRow },
  ])
}
