import type { Edition } from '@/db/questions/first-view'
import type { Source } from '@/db/questions/package'
import type { UnitProfile, UnitStanding, UnitSubIndex } from '@/db/questions/units'
import { fileOfEdition, tablesOf } from '@/domain/file-of-edition'
import type { OpenPackage } from '@/domain/open-package'
import { publishedInPart } from '@/domain/partial'
import { isPartial, rankText } from '@/features/unit/words'
import { formatMaximum } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'
import type { SourceFacts } from '@/ui/SourceDialog'

/** A figure whose source is asked for: the whole result, or one field of it. */
export interface SourceSubject {
  readonly standing: UnitStanding
  readonly edition: Edition
  readonly field: UnitSubIndex | null
}

type Words = Pick<I18n, 't' | 'format'>

export function sourceFacts(
  { standing, edition, field }: SourceSubject,
  unit: UnitProfile,
  pack: OpenPackage,
  sources: readonly Source[],
  words: Words,
): SourceFacts {
  const { t, format } = words
  const document = sources.find(({ sourceId }) => sourceId === (standing.sourceId ?? edition.sourceId))
  const names = { unit: format.name(unit), index: edition.indexShortName, period: format.period(edition.period) }
  return {
    subject:
      field === null
        ? t('ranking.source.subject', names)
        : t('unit.source.fieldOf', { ...names, field: format.name(field) }),
    title: document?.title ?? null,
    number: document?.number ?? null,
    issuer: document?.issuer ?? null,
    issuedOn: document?.publishedOn == null ? null : format.date(document.publishedOn),
    url: document?.url ?? null,
    places: placesOf(field ?? standing, edition, field === null ? 'results.csv' : 'scores.csv', pack, words),
    figures:
      field === null
        ? resultFigures(standing, edition, publishedInPart(pack), words)
        : fieldFigures(field, edition, isPartial(standing, publishedInPart(pack)), words),
  }
}

/** Where the row lies in the data: in a table of the package, or in the viewer's file. */
function placesOf(
  row: { readonly tableRow: number | null; readonly sourceRow: number | null },
  edition: Edition,
  table: string,
  pack: OpenPackage,
  { t }: Words,
): readonly string[] {
  const file = fileOfEdition(pack, edition)
  if (file !== null) {
    return [row.sourceRow === null ? file : `${file}: ${t('common.fileRow', { row: String(row.sourceRow) })}`]
  }
  const folder = tablesOf(pack)
  return row.tableRow === null || folder === null
    ? []
    : [t('common.tableRow', { table: `${folder}/${table}`, row: String(row.tableRow) })]
}

type Figure = SourceFacts['figures'][number]

function resultFigures(
  standing: UnitStanding,
  edition: Edition,
  partial: boolean,
  { t, format }: Words,
): readonly Figure[] {
  const figures: Figure[] = []
  if (standing.rank !== null) {
    const computed = standing.rankOrigin === 'computed'
    figures.push({
      name: t('unit.col.rank'),
      text: t(computed ? 'unit.source.rank.computed' : 'unit.source.rank.published', {
        rank: rankText(standing, partial, { t, format }),
      }),
    })
  }
  if (standing.points !== null) {
    const computed = standing.totalOrigin === 'computed'
    figures.push({
      name: t('unit.col.total'),
      text: t(computed ? 'unit.source.total.computed' : 'unit.source.total.published', {
        points: withMaximum(standing.points, standing.maxScore, edition.decimals, { t, format }),
      }),
    })
  }
  if (standing.share !== null) figures.push({ name: t('unit.col.share'), text: format.share(standing.share) })
  if (standing.bandNameVi !== null && standing.bandNameEn !== null) {
    const computed = standing.bandOrigin === 'computed'
    figures.push({
      name: t('unit.col.band'),
      text: t(computed ? 'unit.source.band.computed' : 'unit.source.band.published', {
        band: format.name({ nameVi: standing.bandNameVi, nameEn: standing.bandNameEn }),
      }),
    })
  }
  if (standing.missingReason !== null) {
    figures.push({ name: t('common.howMade'), text: t(`missing.${standing.missingReason}`) })
  }
  return figures
}

function fieldFigures(
  field: UnitSubIndex,
  edition: Edition,
  /** Only some units of the block are known. */
  partial: boolean,
  { t, format }: Words,
): readonly Figure[] {
  const figures: Figure[] = []
  if (field.score !== null) {
    const points = withMaximum(field.score, field.maxScore, edition.decimals, { t, format })
    figures.push({ name: t('unit.col.total'), text: t('unit.source.field', { points }) })
    if (field.share !== null && field.maxScore !== null) {
      const share = format.share(field.share)
      const max = formatMaximum(field.maxScore, format)
      figures.push({
        name: t('unit.col.share'),
        text: t('unit.source.share', { share, points: format.points(field.score, edition.decimals), max }),
      })
    }
  }
  for (const { part, score } of field.parts) {
    figures.push({ name: t(`unit.part.${part}`), text: format.points(score, edition.decimals) })
  }
  if (field.rank !== null && !partial) {
    figures.push({
      name: t('unit.col.rank'),
      text: t('unit.source.field.rank', { rank: field.rank, n: field.unitCount }),
    })
  }
  if (field.missingReason !== null) {
    figures.push({ name: t('common.howMade'), text: t(`missing.${field.missingReason}`) })
  }
  return figures
}

function withMaximum(points: number, max: number | null, decimals: number, { t, format }: Words): string {
  const text = format.points(points, decimals)
  return max === null ? text : t('unit.field.points', { points: text, max: formatMaximum(max, format) })
}
