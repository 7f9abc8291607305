import { useI18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'

/** A link into a file that this tab has not opened: no other figures may stand in for it. */
export function LostFile({ view }: { readonly view: View }) {
  const { t } = useI18n()
  const elsewhere = { ...view, package: null }
  return (
    <>
      <h1>{t('shell.lostFile')}</h1>
      <p>{t('shell.lostFile.more')}</p>
      <p>
        <ViewLink to={onScreen(elsewhere, 'data')}>{t('shell.lostFile.open')}</ViewLink>
      </p>
    </>
  )
}
