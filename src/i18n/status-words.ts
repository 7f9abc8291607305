import type { OpenPackage } from '@/domain/open-package'
import type { I18n } from '@/i18n/use-i18n'

/** What kind of figures a package holds: of its own status, of the viewer's files, or of both. */
export function statusWords(pack: OpenPackage, { t }: Pick<I18n, 't'>): string {
  if (pack.origin === 'shipped') return t(`shell.status.${pack.status}`)
  const file = t('shell.status.file', { file: pack.fileName })
  return pack.over === null ? file : `${t(`shell.status.${pack.status}`)} ${file}`
}
