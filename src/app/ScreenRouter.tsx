import { memo } from 'react'
import { CompareScreen, UnitScreen, WeakScreen } from '@/app/lazy-screens'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { RankingFacts } from '@/features/ranking/RankingFacts'
import { RankingScreen } from '@/features/ranking/RankingScreen'
import { loadScreenTexts, useI18n } from '@/i18n/use-i18n'
import { lazyPart } from '@/ui/lazy-part'
import type { View } from '@/view/view-state'

/** Only the landing screen travels with the page. */
const DataScreen = lazyPart(async () => {
  const [{ DataScreen: screen }] = await Promise.all([import('@/features/data/DataScreen'), loadScreenTexts()])
  return screen
})

const ReportScreen = lazyPart(async () => {
  const [{ ReportScreen: screen }] = await Promise.all([import('@/features/report/ReportScreen'), loadScreenTexts()])
  return screen
})

interface Props {
  readonly pack: OpenPackage
  /** null: the package has no results. */
  readonly edition: Edition | null
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  readonly view: View
}

/** Screens come from the link; who they are drawn by is decided here. */
export const ScreenRouter = memo(function ScreenRouter({ edition, ...props }: Props) {
  const { t } = useI18n()
  const { screen } = props.view
  if (screen === 'unit') return <UnitScreen {...props} />
  if (screen === 'data') return <DataScreen {...props} />
  if (edition === null) {
    return (
      <>
        <h1>{t('shell.empty')}</h1>
        <p>{t('shell.empty.more')}</p>
      </>
    )
  }
  switch (screen) {
    case 'ranking':
      return <RankingScreen edition={edition} Facts={RankingFacts} {...props} />
    case 'compare':
      return <CompareScreen edition={edition} {...props} />
    case 'weak':
      return <WeakScreen edition={edition} {...props} />
    case 'report':
      return <ReportScreen edition={edition} {...props} />
  }
})
