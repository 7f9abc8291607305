import { noticeTexts } from '@/app/notices'
import type { Edition } from '@/db/questions/first-view'
import type { PackageList } from '@/domain/open-package'
import { useI18n } from '@/i18n/use-i18n'
import { Notice } from '@/ui/Notice'
import type { ResolveNotice } from '@/view/resolve-view'
import type { InvalidParam } from '@/view/view-state'

interface Props {
  readonly notices: readonly (InvalidParam | ResolveNotice)[]
  readonly list: PackageList
  readonly editions: readonly Edition[]
}

/** What the link asked for and could not have. Most links ask for nothing of the kind: fetched when one does. */
export function LinkNotices({ notices, list, editions }: Props) {
  const texts = noticeTexts(notices, list, editions, useI18n())
  return (
    <Notice>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  )
}
