import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { isPartial } from '@/features/unit/words'
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
  /** The package has only some of the ranks that were given. */
  partial: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const sentences = [rankSentence(standing, edition, previous, partial, { t, format })]
  const change = direction(standing.shareChange, format)
  if (change !== null && standing.changeBasis !== null) {
    const core = standing.changeBasis === 'core' ? t('unit.lede.core') : ''
    const places = standing.placesGained ?? 0
    sentences.push(
      change.sign === 0
        ? t('unit.lede.change.same', { core })
        : change.sign > 0
          ? t(places < 0 ? 'unit.lede.change.upButRank' : 'unit.lede.change.up', { n: change.size, core })
          : t(places > 0 ? 'unit.lede.change.downButRank' : 'unit.lede.change.down', { n: change.size, core }),
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
  if (standing.pointsToNextBand !== null && standing.nextBandNameVi !== null && standing.nextBandNameEn !== null) {
    const band = format.name({ nameVi: standing.nextBandNameVi, nameEn: standing.nextBandNameEn })
    const points = format.points(roundUp(standing.pointsToNextBand, edition.decimals), edition.decimals)
    sentences.push(t('unit.lede.next', { points, band }))
  }
  return sentences.join(' ')
}

function rankSentence(
  standing: UnitStanding,
  edition: Edition,
  previous: Edition | null,
  partial: boolean,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const index = edition.indexShortName
  const period = format.period(edition.period)
  const block = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  if (standing.rank === null) {
    const why =
      standing.missingReason === null
        ? t(standing.points === null ? 'unit.lede.unranked.noScore' : 'unit.lede.unranked.scored')
        : t(`missing.${standing.missingReason}`)
    return t('unit.lede.unranked', { index, period, block, why })
  }
  const slots = { index, period, block, rank: standing.rank, n: standing.rankedCount }
  const places = standing.placesGained
  const isPart = isPartial(standing.rank, standing.rankedCount, partial)
  if (places === null || previous === null) return t(isPart ? 'unit.lede.rank.part' : 'unit.lede.rank', slots)
  const compared = { ...slots, previous: format.period(previous.period) }
  if (isPart) return `${t('unit.lede.rank.part', slots)} ${placesSentence(places, compared.previous, { t })}`
  if (places === 0) return t('unit.lede.rank.same', compared)
  return t(places > 0 ? 'unit.lede.rank.up' : 'unit.lede.rank.down', { ...compared, places: Math.abs(places) })
}

function placesSentence(placesGained: number, previous: string, { t }: Pick<I18n, 't'>): string {
  if (placesGained === 0) return t('unit.lede.places.same', { previous })
  const key = placesGained > 0 ? 'unit.lede.places.up' : 'unit.lede.places.down'
  return t(key, { places: Math.abs(placesGained), previous })
}

/** Points that are missing are rounded up, so that as many as are written do suffice; noise below 1e-9 is not. */
function roundUp(points: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.ceil(points * factor - 1e-9) / factor
}
