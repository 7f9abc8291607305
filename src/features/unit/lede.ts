import type { Edition, UnitStanding } from '@/db/questions'
import { isPartial } from '@/features/unit/words'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/**
 * Where the unit stands, in sentences made from its figures. Places and points are compared with the period before
 * only where the two compare; what is unknown is left out.
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
    sentences.push(t('unit.lede.notComparable', { previous: format.period(previous.period) }))
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
  if (isPartial(standing.rank, standing.rankedCount, partial)) return t('unit.lede.rank.part', slots)
  if (places === null || previous === null || standing.changeBasis === null) return t('unit.lede.rank', slots)
  const compared = { ...slots, previous: format.period(previous.period) }
  if (places === 0) return t('unit.lede.rank.same', compared)
  return t(places > 0 ? 'unit.lede.rank.up' : 'unit.lede.rank.down', { ...compared, places: Math.abs(places) })
}

/** Points that are missing are rounded up, so that as many as are written do suffice; noise below 1e-9 is not. */
function roundUp(points: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.ceil(points * factor - 1e-9) / factor
}
