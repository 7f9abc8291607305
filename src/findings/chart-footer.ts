import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import type { I18n } from '@/i18n/use-i18n'

/** What stands under every chart, on paper and in its pictures: status, index, block, source, version of the figures. */
export function chartFooter(pack: OpenPackage, edition: Edition, { t, format }: Pick<I18n, 't' | 'format'>): string {
  const own = pack.origin === 'file' ? t('compare.status.file') : null
  const published =
    own === null || (pack.origin === 'file' && pack.over !== null) ? t(`compare.status.${pack.status}`) : null
  const status = [published, own].filter((part) => part !== null).join(', ')
  const name = format.name({ nameVi: pack.name_vi, nameEn: pack.name_en })
  const slots = {
    package: `${status}: ${name}`,
    index: edition.indexShortName,
    block: format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    version: pack.version,
  }
  const source = [edition.sourceNumber, edition.sourceTitle].filter((part) => part !== null).join(', ')
  return source === '' ? t('compare.footer.noSource', slots) : t('compare.footer', { ...slots, source })
}
