import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { MAIN_SET } from '@/domain/vocabulary'
import type { I18n } from '@/i18n/use-i18n'

/**
 * Name of a file in words, without ending: `PAR 2024 Quận, huyện xếp hạng`; made ASCII, and cut where it is long, when
 * it is saved. What must stay in sight comes first: that figures are invented, or the viewer's own.
 */
export function exportName(
  pack: OpenPackage,
  edition: Pick<Edition, 'indexId' | 'period' | 'blockNameVi' | 'blockNameEn' | 'resultSet'> | null,
  what: string,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const parts = [
    pack.origin === 'file' ? t('export.name.file', { file: pack.fileName.replace(/\.\w+$/, '') }) : null,
    (pack.origin === 'shipped' || pack.over !== null) && pack.status === 'illustrative'
      ? t('export.name.illustrative')
      : null,
    ...(edition === null
      ? [pack.id]
      : [
          edition.indexId,
          edition.period,
          format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
          edition.resultSet === MAIN_SET ? null : edition.resultSet,
        ]),
    what,
  ]
  return parts.filter((part) => part !== null).join(' ')
}
