import type { Edition } from '@/db/questions/first-view'
import type { Format } from '@/i18n/format'

type EditionKey = Pick<Edition, 'indexId' | 'period' | 'blockId' | 'resultSet'>

export const isEdition = (row: EditionKey) => (other: EditionKey) =>
  other.indexId === row.indexId &&
  other.period === row.period &&
  other.blockId === row.blockId &&
  other.resultSet === row.resultSet

/** `PAR 2024 · Sở, ban, ngành`, with the result set where it has a name of its own. */
export function editionName(
  row: EditionKey,
  editions: readonly Edition[],
  { format }: { readonly format: Format },
): string {
  const edition = editions.find(isEdition(row))
  if (edition === undefined) return [row.indexId, row.period, row.blockId].join(' ')
  const block = format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
  return [`${edition.indexShortName} ${format.period(edition.period)}`, block, set]
    .filter((part) => part !== null)
    .join(' · ')
}
