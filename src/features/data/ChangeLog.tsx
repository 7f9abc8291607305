import { useQuery } from '@tanstack/react-query'
import type { OpenPackage } from '@/domain/open-package'
import { readChangeLog } from '@/features/data/change-log'
import { languageOf } from '@/i18n/language-of'
import { useI18n } from '@/i18n/use-i18n'
import { changeLogQuery } from '@/queries/change-log'
import { Skeleton } from '@/ui/Skeleton'

/** What changed in the figures, newest first. A log that cannot be fetched fails no more than itself. */
export function ChangeLog({ pack }: { readonly pack: OpenPackage }) {
  const { t } = useI18n()
  const { data, isError } = useQuery(changeLogQuery(pack.id))
  if (isError) return <p>{t('data.changes.failed')}</p>
  if (data === undefined) return <Skeleton lines={4} />
  const blocks = readChangeLog(data)
  if (blocks.length === 0) return <p>{t('data.changes.none')}</p>
  return blocks.map((block, at) => {
    const key = `${at} ${block.kind}`
    switch (block.kind) {
      case 'heading':
        return <h3 key={key}>{block.text}</h3>
      case 'paragraph':
        return (
          <p key={key} lang={languageOf(block.text) ?? 'en'}>
            {block.text}
          </p>
        )
      case 'list':
        return (
          <ul key={key}>
            {block.items.map((item) => (
              <li key={item} lang={languageOf(item) ?? 'en'}>
                {item}
              </li>
            ))}
          </ul>
        )
    }
  })
}
