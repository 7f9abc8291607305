import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { rankMove } from '@/domain/rank-move'
import { bandStep, blockName, countsOf, isPartial, ordinal, placesAmongAsMany } from '@/features/unit/words'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/**
 * Where the unit stands, in sentences made from its figures. Places are compared wherever both periods have a rank,
 * points only where the criteria compare; what is unknown is left out.
 */
export function lede(
  standing: UnitStanding,
  edition: Edition,
  previous: Edition | null,
  /** What the unit had in the previous edition. */
  before: UnitStanding | null,
  /** The package has only some of the ranks that were given. */
  partial: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const sentences = [rankSentence(standing, edition, previous, before, partial, { t, format })]
  const change = direction(standing.shareChange, format)
  if (change !== null && standing.changeBasis !== null) {
    const core = standing.changeBasis === 'core' ? t('unit.lede.core') : ''
    const better = edition.lowerIsBetter ? -change.sign : change.sign
    sentences.push(
      change.sign === 0
        ? t('unit.lede.change.same', { core })
        : t(changeKey(change.sign > 0 ? 'up' : 'down', better, wayOf(standing, before, partial)), {
            n: change.size,
            core,
          }),
    )
  }
  if (standing.changeBasis === null && previous !== null && standing.share !== null) {
    const tooDifferent = standing.coreCoverage !== null
    sentences.push(
      t(tooDifferent ? 'unit.lede.notComparable' : 'unit.lede.notComparable.unknown', {
        previous: format.period(previous.period),
      }),
    )
  }
  const next = bandStep(standing, edition, { t, format })
  if (next !== null) sentences.push(next)
  return sentences.join(' ')
}

/** 1: the unit climbed; −1: it fell; 0: neither, or nobody can tell. */
function wayOf(standing: UnitStanding, before: UnitStanding | null, partial: boolean): -1 | 0 | 1 {
  if (standing.rank === null || before?.rank == null) return 0
  const move = rankMove(before.rank, standing.rank, countsOf(standing, before, partial))
  return move === 'up' ? 1 : move === 'down' ? -1 : 0
}

/** A rank that moves against what the share makes one expect is worth a word. */
function changeKey(share: 'up' | 'down', better: number, way: -1 | 0 | 1) {
  if (better * way >= 0) return `unit.lede.change.${share}` as const
  return way > 0 ? (`unit.lede.change.${share}RankRose` as const) : (`unit.lede.change.${share}RankFell` as const)
}

function rankSentence(
  standing: UnitStanding,
  edition: Edition,
  previous: Edition | null,
  before: UnitStanding | null,
  partial: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const index = edition.indexShortName
  const period = format.period(edition.period)
  const block = blockName(edition, format)
  if (standing.rank === null) {
    const why =
      standing.missingReason === null
        ? t(standing.points === null ? 'unit.lede.unranked.noScore' : 'unit.lede.unranked.scored')
        : t(`missing.${standing.missingReason}`)
    return t('unit.lede.unranked', { index, period, block, why })
  }
  const rank = ordinal(standing.rank, format)
  const former = previous === null || before?.rank == null ? null : { ...before, rank: before.rank }
  const counts = former === null ? null : countsOf(standing, former, partial)
  const places = former === null ? null : placesAmongAsMany(standing, counts)
  const inPrevious = previous === null ? '' : format.period(previous.period)
  if (isPartial(standing, partial)) {
    const sentence = t('unit.lede.rank.part', { index, period, block, rank, n: standing.rankedCount })
    return places === null ? sentence : `${sentence} ${placesSentence(places, inPrevious, { t })}`
  }
  const units = t(standing.rankedCount === edition.unitCount ? 'unit.lede.units' : 'unit.lede.units.ranked', { block })
  const slots = { index, period, rank, of: format.number(standing.rankedCount), units }
  if (former === null) return t('unit.lede.rank', slots)
  const compared = { ...slots, previous: inPrevious }
  if (places === null) {
    return t('unit.lede.rank.others', {
      ...compared,
      rankBefore: ordinal(former.rank, format),
      ofBefore: format.number(former.rankedCount),
    })
  }
  if (places === 0) return t('unit.lede.rank.same', compared)
  return t(places > 0 ? 'unit.lede.rank.up' : 'unit.lede.rank.down', { ...compared, n: Math.abs(places) })
}

function placesSentence(placesGained: number, previous: string, { t }: Pick<I18n, 't'>): string {
  if (placesGained === 0) return t('unit.lede.places.same', { previous })
  const key = placesGained > 0 ? 'unit.lede.places.up' : 'unit.lede.places.down'
  return t(key, { n: Math.abs(placesGained), previous })
}
