import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import type { RankedCounts } from '@/domain/rank-move'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/**
 * `15 / 18`; without the number of units where the package holds only some of the ranks that were given: a rank of 26
 * among 13 known ones is no contradiction.
 */
export function rankText(standing: Ranked, partial: boolean, { t, format }: Words): string {
  const { rank, rankedCount } = standing
  if (rank === null) return t('unit.card.unranked')
  return isPartial(standing, partial) ? format.number(rank) : t('unit.field.rankOf', { rank, n: rankedCount })
}

type Ranked = Pick<UnitStanding, 'rank' | 'rankedCount' | 'highestRank'>

/** Only a part of the block is known: the package says so, or a rank counts more units than there are. */
export const isPartial = (
  { rankedCount, highestRank }: Pick<Ranked, 'rankedCount' | 'highestRank'>,
  partial: boolean,
): boolean => partial || (highestRank ?? 0) > rankedCount

/** Of how many each of two ranks is; null where one of the two blocks is known in part. */
export const countsOf = (standing: Ranked, before: Ranked, partial: boolean): RankedCounts | null =>
  isPartial(standing, partial) || isPartial(before, partial)
    ? null
    : { before: before.rankedCount, now: standing.rankedCount }

/** Places gained, where as many units are ranked in both periods: 16th of 16 after 19th of 22 is no climb. */
export const placesAmongAsMany = (standing: UnitStanding, counts: RankedCounts | null): number | null =>
  counts === null || counts.before === counts.now ? standing.placesGained : null

const ORDINALS_EN = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS_EN: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' }

/** A rank as a sentence has it: `12` (after «hạng») or `12th`. */
export const ordinal = (rank: number, { lang, number }: I18n['format']): string =>
  lang === 'vi' ? number(rank) : `${number(rank)}${ENDINGS_EN[ORDINALS_EN.select(rank)] ?? 'th'}`

/** `Khối Sở, ban, ngành`’s name within a sentence: English begins it with a small letter. */
export function blockName(edition: Edition, format: I18n['format']): string {
  const name = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  return format.lang === 'vi' ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** Points that are missing are rounded up, so that as many as are written do suffice; noise below 1e-9 is not. */
function missingPoints(points: number, decimals: number, format: I18n['format']): string {
  const factor = 10 ** decimals
  return format.points(Math.ceil(points * factor - 1e-9) / factor, decimals)
}

/** What it takes to the next class; null where that is not known, or the class is the highest. */
export function bandStep(standing: UnitStanding, edition: Edition, { t, format }: Words): string | null {
  const { pointsToNextBand: points, nextBandNameVi: nameVi, nextBandNameEn: nameEn } = standing
  if (points === null || nameVi === null || nameEn === null) return null
  return t(edition.lowerIsBetter ? 'unit.next.band.lower' : 'unit.next.band', {
    points: missingPoints(points, edition.decimals, format),
    band: format.name({ nameVi, nameEn }),
  })
}

/** What it takes to the next rank, and whose it is; null where that is not known, or the rank is the first. */
export function rankStep(standing: UnitStanding, edition: Edition, { t, format }: Words): string | null {
  const { pointsToNextRank: points, nextRank: rank, nextRankNameVi: nameVi, nextRankNameEn: nameEn } = standing
  if (points === null || rank === null || nameVi === null || nameEn === null) return null
  return t(edition.lowerIsBetter ? 'unit.next.rank.lower' : 'unit.next.rank', {
    points: missingPoints(points, edition.decimals, format),
    rank: ordinal(rank, format),
    unit: format.name({ nameVi, nameEn }),
  })
}

/** `Khảo sát (phiếu của cả khối): 11.000 phiếu, thu về 9.409, hợp lệ 9.106`; null where the edition counts none. */
export function surveyText(
  { surveyInvited, surveyReturned, surveyValid }: Edition,
  { t, format }: Words,
): string | null {
  const counts = [
    surveyInvited === null ? null : t('unit.survey.invited', { count: format.number(surveyInvited) }),
    surveyReturned === null ? null : t('unit.survey.returned', { count: format.number(surveyReturned) }),
    surveyValid === null ? null : t('unit.survey.valid', { count: format.number(surveyValid) }),
  ].filter((count) => count !== null)
  return counts.length === 0 ? null : t('unit.survey', { counts: counts.join(', ') })
}

/** When a unit existed: `đến 28/02/2025`; null where the package knows no date. */
export function datesText(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  { t, format }: Words,
): string | null {
  if (validFrom !== null && validTo !== null) {
    return t('unit.dates.both', { from: format.date(validFrom), to: format.date(validTo) })
  }
  if (validTo !== null) return t('unit.dates.to', { to: format.date(validTo) })
  return validFrom === null ? null : t('unit.dates.from', { from: format.date(validFrom) })
}
