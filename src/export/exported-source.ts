import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { MAIN_SET } from '@/domain/vocabulary'
import type { NamedLine } from '@/export/xlsx-file'
import { statusWords } from '@/i18n/status-words'
import type { I18n } from '@/i18n/use-i18n'
import type { View } from '@/view/view-state'

/** Where the figures of a file come from, in words; without what only the moment of the download knows. */
export interface ExportedSource {
  /** A line each: package, version, status, index, period, block, documents. */
  readonly lines: readonly NamedLine[]
  /** The same in short, for under a picture. */
  readonly footer: string
  /** What the view must name, so that the link in the file leads to these figures later too; null: a file of the viewer has no link. */
  readonly pinned: Partial<View> | null
}

/** `edition` null: the table is about the package, or about several editions of it. */
export function exportedSource(pack: OpenPackage, edition: Edition | null, i18n: I18n): ExportedSource {
  const { t, format } = i18n
  const status = statusWords(pack, i18n)
  const name = format.name({ nameVi: pack.name_vi, nameEn: pack.name_en })
  const lines: readonly (readonly [string, string | null] | false)[] = [
    [t('shell.package'), name],
    [t('export.source.version'), pack.version],
    [t('export.source.status'), status],
    ...(edition === null ? [] : editionLines(edition, pack, i18n)),
  ]
  const document = edition === null ? null : documentOf(edition)
  const footer = [
    status,
    edition === null
      ? null
      : t('export.footer.edition', {
          index: edition.indexShortName,
          period: format.period(edition.period),
          block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
        }),
    document === null ? null : t('export.footer.source', { source: document }),
    pack.origin === 'file' && pack.over === null
      ? null
      : t('export.footer.package', { package: name, version: pack.version }),
  ]
  return {
    lines: lines.flatMap((line) => (line === false || line[1] === null ? [] : [{ name: line[0], text: line[1] }])),
    footer: footer.filter((part) => part !== null).join(' '),
    pinned:
      pack.origin === 'file'
        ? null
        : {
            package: pack.id,
            ...(edition !== null && {
              index: edition.indexId,
              period: edition.period,
              block: edition.blockId,
              set: edition.resultSet,
            }),
          },
  }
}

const documentOf = ({ sourceNumber, sourceTitle }: Edition): string | null => {
  const document = [sourceNumber, sourceTitle].filter((part) => part !== null).join(', ')
  return document === '' ? null : document
}

function editionLines(
  edition: Edition,
  pack: OpenPackage,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly (readonly [string, string | null])[] {
  const date = (isoDate: string | null) => (isoDate === null ? null : format.date(isoDate))
  const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
  return [
    [t('shell.index'), format.name({ nameVi: edition.indexNameVi, nameEn: edition.indexNameEn })],
    [t('shell.period'), format.period(edition.period)],
    [t('shell.block'), format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })],
    [t('export.source.set'), edition.resultSet === MAIN_SET ? null : (set ?? edition.resultSet)],
    // A viewer's file says nothing of its status.
    [
      t('export.source.results'),
      pack.origin === 'file' && pack.over === null ? null : t(`export.edition.${edition.status}`),
    ],
    [t('export.source.published'), date(edition.publishedOn)],
    [t('export.source.criteria'), edition.decision],
    [t('common.document'), documentOf(edition)],
    [t('common.issuer'), edition.sourceIssuer],
    [t('common.issuedOn'), date(edition.sourcePublishedOn)],
    [t('export.source.address'), edition.sourceUrl],
  ]
}
