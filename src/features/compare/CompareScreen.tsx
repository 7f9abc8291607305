import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { BlockView } from '@/features/compare/BlockView'
import { BumpView } from '@/features/compare/BumpView'
import { ChangeView } from '@/features/compare/ChangeView'
import { CompareTools } from '@/features/compare/CompareTools'
import { NothingBefore } from '@/features/compare/NothingBefore'
import { SlopeView } from '@/features/compare/SlopeView'
import { UnitsView } from '@/features/compare/UnitsView'
import { PAIR_SHOWS, compareShow } from '@/features/compare/compare-shows'
import { earlierEditions } from '@/features/compare/earlier-editions'
import type { EarlierEditions } from '@/features/compare/earlier-editions'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { Notice } from '@/ui/Notice'
import type { View } from '@/view/view-state'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  /** The view to draw; the link may be ahead of it. */
  readonly view: View
}

/** Two periods, all periods, one unit's change, units side by side, the block over time: as the link asks. */
export function CompareScreen({ pack, edition, editions, view }: Props) {
  const i18n = useI18n()
  const show = compareShow(view.show)
  const around = earlierEditions(edition, editions, view.before)
  const notices = noticesOf(view, edition, around, i18n)
  const { before } = around
  const common = { pack, edition, view }
  return (
    <>
      <CompareTools edition={edition} editions={editions} />
      {notices.length > 0 && (
        <Notice>
          {notices.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
      {before === null && (PAIR_SHOWS.has(show) || (show === 'bump' && around.later.length === 0)) ? (
        <NothingBefore edition={edition} later={around.later} view={view} />
      ) : (
        <>
          {show === 'slope' && before !== null && <SlopeView {...common} before={before} earlier={around.earlier} />}
          {show === 'change' && before !== null && <ChangeView {...common} before={before} />}
          {show === 'bump' && <BumpView {...common} />}
          {show === 'units' && <UnitsView {...common} />}
          {show === 'block' && <BlockView {...common} />}
        </>
      )}
    </>
  )
}

/** What the link asked for and could not have. */
function noticesOf(
  view: View,
  edition: Edition,
  { before, notice }: EarlierEditions,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly string[] {
  const notices: string[] = []
  const show = compareShow(view.show)
  if (view.show !== null && view.show !== show) notices.push(t('compare.notice.show', { value: view.show }))
  if (notice !== null && view.before !== null && before !== null && PAIR_SHOWS.has(show)) {
    const slots = { value: format.period(view.before), used: format.period(before.period) }
    notices.push(
      notice === 'unknown'
        ? t('compare.notice.before.unknown', slots)
        : t('compare.notice.before.later', { ...slots, period: format.period(edition.period) }),
    )
  }
  return notices
}
