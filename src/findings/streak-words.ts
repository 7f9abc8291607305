import { listed } from '@/findings/comparison-notes'
import type { Streak, Streaks } from '@/findings/streaks'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** Who leads, and for how long, in one sentence without a full stop. */
export function streakHeadline({ period, leaders, trailers }: Streaks, { t, format }: Words): string {
  if (period === null) return t('compare.bump.noRanks')
  const at = format.period(period)
  const [lead] = leaders
  const [trail, ...others] = trailers
  // Where only a part of the block is known, nobody known may be the first.
  if (lead === undefined) return t('compare.bump.noLeader', { period: at })
  const leading =
    leaders.length > 1
      ? t('compare.bump.lead.several', { n: leaders.length, period: at })
      : lead.periods > 1
        ? t('compare.bump.lead', { unit: format.name(lead.unit), n: lead.periods, period: at })
        : t('compare.bump.lead.one', { unit: format.name(lead.unit), period: at })
  if (trail === undefined || others.length > 0 || trail.periods < 2) return leading
  return t('compare.head.join', {
    a: leading,
    b: t('compare.bump.trail', { unit: format.name(trail.unit), n: trail.periods }),
  })
}

/** Who has been in the first and in the last quarter of the block for several periods. */
export function streakLines({ period, top, bottom, trailers }: Streaks, { t, format }: Words): readonly string[] {
  // Without a last unit there are no quarters either: a part of the block, or a single unit.
  if (period === null || trailers.length === 0) return []
  const at = format.period(period)
  const names = (list: readonly Streak[]) =>
    listed(
      list.map(({ unit, periods }) => t('compare.bump.streak', { unit: format.name(unit), n: periods })),
      { t },
    )
  return [
    top.length === 0
      ? t('compare.bump.top.none', { period: at })
      : t('compare.bump.top', { period: at, names: names(top) }),
    bottom.length === 0
      ? t('compare.bump.bottom.none', { period: at })
      : t('compare.bump.bottom', { period: at, names: names(bottom) }),
  ]
}
