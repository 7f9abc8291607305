import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { Source } from '@/db/questions/package'
import { fileOfEdition, tablesOf } from '@/domain/file-of-edition'
import type { OpenPackage } from '@/domain/open-package'
import { formatMaximum } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/** The document behind a row: its own, else that of the edition. Issued on an ISO date. */
export interface SourceDocument {
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly publishedOn: string | null
  readonly url: string | null
}

/** `needs-list`: the row has a source of its own that only the list of sources knows. */
export function documentOf(
  row: RankedUnit,
  edition: Edition,
  sources: readonly Source[] | undefined,
): SourceDocument | 'needs-list' | null {
  const id = row.sourceId ?? edition.sourceId
  if (id === null) return null
  if (id === edition.sourceId && edition.sourceTitle !== null) {
    return {
      title: edition.sourceTitle,
      number: edition.sourceNumber,
      issuer: edition.sourceIssuer,
      publishedOn: edition.sourcePublishedOn,
      url: edition.sourceUrl,
    }
  }
  if (sources === undefined) return 'needs-list'
  return sources.find((source) => source.sourceId === id) ?? null
}

/** Where the row lies in the data: in a table of the package, or in the viewer's file. */
export function placesOf(
  row: RankedUnit,
  edition: Edition,
  pack: OpenPackage,
  { t }: Pick<I18n, 't'>,
): readonly string[] {
  const file = fileOfEdition(pack, edition)
  if (file !== null) {
    return [row.sourceRow === null ? file : `${file}: ${t('common.fileRow', { row: String(row.sourceRow) })}`]
  }
  const folder = tablesOf(pack)
  return folder === null ? [] : [t('common.tableRow', { table: `${folder}/results.csv`, row: String(row.tableRow) })]
}

/** One line a figure of the row: what it is, published or computed, and how. */
export function figuresOf(
  row: RankedUnit,
  edition: Edition,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly { readonly name: string; readonly text: string }[] {
  const figures: { name: string; text: string }[] = []
  if (row.rank !== null) {
    const rank = String(row.rank)
    const text =
      row.rankOrigin === 'computed'
        ? t('ranking.source.rank.computed', { rank })
        : t('ranking.source.rank.published', { rank })
    figures.push({ name: t('ranking.col.rank'), text })
  }
  if (row.points !== null)
    figures.push({ name: t('ranking.col.points'), text: totalText(row, row.points, edition, { t, format }) })
  if (row.share !== null) figures.push({ name: t('ranking.sort.share'), text: format.share(row.share) })
  const band = edition.bands.find(({ bandId }) => bandId === row.bandId)
  if (band !== undefined) {
    figures.push({
      name: t('ranking.col.band'),
      text: t(row.bandOrigin === 'computed' ? 'ranking.source.band.computed' : 'ranking.source.band.published', {
        band: format.name(band),
      }),
    })
  }
  if (row.missingReason !== null) figures.push({ name: t('common.howMade'), text: t(`missing.${row.missingReason}`) })
  return figures
}

function totalText(
  row: RankedUnit,
  total: number,
  edition: Edition,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const points = format.points(total, edition.decimals)
  const computed = row.totalOrigin === 'computed'
  if (row.maxScore === null) {
    return t(computed ? 'ranking.source.total.computed.noMax' : 'ranking.source.total.published.noMax', { points })
  }
  const max = formatMaximum(row.maxScore, format)
  return t(computed ? 'ranking.source.total.computed' : 'ranking.source.total.published', { points, max })
}
