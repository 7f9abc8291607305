import type { RankChange } from '@/db/questions/change'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import { paradoxOf } from '@/findings/change-sentence'
import type { Pair } from '@/findings/change-sentence'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

interface Periods {
  readonly before: string
  readonly now: string
}

/** Units of two periods with their ranks in both. */
export const placesFile = (
  title: string,
  rows: readonly RankChange[],
  { before, now }: Periods,
  { t, format }: Words,
): ExportedTable =>
  exportedTable<RankChange>(title, rows, [
    { label: t('compare.col.unit'), kind: 'text', of: format.name },
    {
      label: t('compare.col.rankIn', { period: before }),
      kind: 'number',
      decimals: 0,
      of: ({ rankBefore }) => rankBefore,
    },
    { label: t('compare.col.rankIn', { period: now }), kind: 'number', decimals: 0, of: ({ rankNow }) => rankNow },
  ])

/** Change of rank and share, in the order given; what the table marks is in the note. */
export function changeFile(
  title: string,
  rows: readonly RankChange[],
  pair: Pair,
  lowerIsBetter: boolean,
  words: Words,
): ExportedTable {
  const { t, format } = words
  const { before, now, counts } = pair
  const noteOf = (row: RankChange): string | null => {
    const paradox = paradoxOf(row, counts, lowerIsBetter, format)
    if (paradox === null) return unrankedNote(row, pair, words)
    return t(paradox === 'up' ? 'compare.table.paradox' : 'compare.table.paradoxDown')
  }
  const some = (test: (row: RankChange) => unknown) => rows.some((row) => test(row) !== null)
  return exportedTable<RankChange>(title, rows, [
    { label: t('compare.col.unit'), kind: 'text', of: format.name },
    {
      label: t('compare.col.rankIn', { period: before }),
      kind: 'number',
      decimals: 0,
      of: ({ rankBefore }) => rankBefore,
    },
    { label: t('compare.col.rankIn', { period: now }), kind: 'number', decimals: 0, of: ({ rankNow }) => rankNow },
    {
      label: t('export.col.places'),
      kind: 'number',
      decimals: 0,
      signed: true,
      of: ({ placesGained }) => placesGained,
    },
    some(({ ownEffect }) => ownEffect) && {
      label: t('compare.col.own'),
      kind: 'number',
      decimals: 0,
      signed: true,
      of: ({ ownEffect }) => ownEffect,
    },
    some(({ othersEffect }) => othersEffect) && {
      label: t('compare.col.others'),
      kind: 'number',
      decimals: 0,
      signed: true,
      of: ({ othersEffect }) => othersEffect,
    },
    some(({ shareChange }) => shareChange) && {
      label: t('export.col.change'),
      kind: 'change',
      decimals: 2,
      of: ({ shareChange }) => shareChange,
    },
    some(noteOf) && { label: t('compare.col.note'), kind: 'text', of: noteOf },
  ])
}

/** Why a unit has no places: it was not ranked; null: it was. */
export function unrankedNote(
  { rankBefore, rankNow }: RankChange,
  { before, now }: Periods,
  { t }: Pick<I18n, 't'>,
): string | null {
  if (rankBefore !== null && rankNow !== null) return null
  return rankBefore === null && rankNow === null
    ? t('compare.table.unranked.both', { before, now })
    : t('compare.table.unranked', { period: rankBefore === null ? before : now })
}
