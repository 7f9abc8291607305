import type { UnitSubIndex } from '@/db/questions/units'
import { exportedTable } from '@/export/exported-table'
import type { ColumnOf, ExportedTable } from '@/export/exported-table'
import { isWeak, weakReasons } from '@/features/unit/field-notes'
import type { FieldContext } from '@/features/unit/field-notes'
import type { HistoryRow } from '@/features/unit/history'
import type { PartsRow } from '@/features/unit/score-parts'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** Every sub-index of a unit in one edition against its block, in the order of the criteria. */
export function subIndicesFile(
  title: string,
  rows: readonly UnitSubIndex[],
  context: FieldContext,
  words: Words,
): ExportedTable {
  const { t, format } = words
  const whyOf = (row: UnitSubIndex): string | null => {
    if (row.share === null && row.missingReason !== null) return t(`missing.${row.missingReason}`)
    if (isWeak(row)) return `${t('unit.why.weak')}: ${weakReasons(row, context, words).join('; ')}`
    return row.strong ? t('unit.why.strong') : null
  }
  const share = (label: string, of: (row: UnitSubIndex) => number | null) =>
    ({ label, kind: 'share', decimals: 1, of }) as const
  return exportedTable<UnitSubIndex>(title, rows, [
    { label: t('unit.col.field'), kind: 'text', of: format.name },
    rows.some(({ level }) => level > 1) && {
      label: t('export.col.level'),
      kind: 'number',
      decimals: 0,
      of: ({ level }) => level,
    },
    { label: t('export.col.points'), kind: 'number', decimals: context.decimals, of: ({ score }) => score },
    { label: t('export.col.max'), kind: 'number', decimals: context.decimals, of: ({ maxScore }) => maxScore },
    share(t('export.col.share'), ({ share }) => share),
    share(t('export.col.median'), ({ blockMedian }) => blockMedian),
    share(t('export.col.lowest'), ({ blockLowest }) => blockLowest),
    share(t('export.col.best'), ({ blockBest }) => blockBest),
    // Among a part of the block a rank says nothing.
    !context.partial && { label: t('unit.col.rank'), kind: 'number', decimals: 0, of: ({ rank }) => rank },
    !context.partial && {
      label: t('export.col.scored'),
      kind: 'number',
      decimals: 0,
      of: ({ unitCount }) => unitCount,
    },
    rows.some(({ shareChange }) => shareChange !== null) && {
      label: t('export.col.change'),
      kind: 'change',
      decimals: 1,
      of: ({ shareChange }) => shareChange,
    },
    rows.some((row) => whyOf(row) !== null) && { label: t('unit.col.why'), kind: 'text', of: whyOf },
  ])
}

const PARTS = ['self', 'appraised', 'survey', 'bonus', 'penalty'] as const

/** What stands behind the scores, each part with its maximum where it has one of its own; a penalty is below zero. */
export function scorePartsFile(
  title: string,
  rows: readonly PartsRow[],
  decimals: number,
  { t, format }: Words,
): ExportedTable {
  const parts = PARTS.flatMap((part): readonly ColumnOf<PartsRow>[] => {
    if (rows.every((row) => row[part] === null)) return []
    const sign = part === 'penalty' ? -1 : 1
    const label = t(`unit.part.${part}`)
    const score: ColumnOf<PartsRow> = {
      label,
      kind: 'number',
      decimals,
      of: (row) => {
        const given = row[part]
        return given === null ? null : sign * given.score
      },
    }
    if (rows.every((row) => (row[part]?.maxScore ?? null) === null)) return [score]
    const max = (row: PartsRow) => row[part]?.maxScore ?? null
    return [score, { label: t('export.col.maxOf', { part: label }), kind: 'number', decimals, of: max }]
  })
  return exportedTable<PartsRow>(title, rows, [
    { label: t('unit.col.field'), kind: 'text', of: ({ field }) => format.name(field) },
    ...parts,
    rows.some(({ selfGap }) => selfGap !== null) && {
      label: t('unit.parts.selfGap'),
      kind: 'number',
      decimals,
      signed: true,
      of: ({ selfGap }) => selfGap,
    },
    rows.some(({ surveyGap }) => surveyGap !== null) && {
      label: t('unit.parts.surveyGap'),
      kind: 'change',
      decimals: 1,
      of: ({ surveyGap }) => surveyGap,
    },
  ])
}

/** The standings of a unit in every edition of one index, in the order given; a gap is a row with a note. */
export function standingsFile(
  title: string,
  rows: readonly HistoryRow[],
  notesOf: (row: HistoryRow) => readonly string[],
  { t, format }: Words,
): ExportedTable {
  const decimals = rows.reduce((most, { edition }) => Math.max(most, edition.decimals), 0)
  const noteOf = (row: HistoryRow): string | null => {
    const { standing } = row
    const notes = [
      ...notesOf(row),
      standing?.tied === true ? t('export.note.tied') : null,
      standing?.rankOrigin === 'computed' && standing.rank !== null ? t('export.note.rank') : null,
      standing?.totalOrigin === 'computed' && standing.points !== null ? t('export.note.points') : null,
      (standing?.refusedCount ?? 0) > 0 ? t('export.note.refused', { n: standing?.refusedCount ?? 0 }) : null,
      standing?.rankAffected === true ? t('export.note.affected') : null,
    ].filter((note) => note !== null)
    return notes.length === 0 ? null : notes.join('; ')
  }
  return exportedTable<HistoryRow>(title, rows, [
    { label: t('unit.col.period'), kind: 'text', of: ({ edition }) => format.period(edition.period) },
    { label: t('unit.col.rank'), kind: 'number', decimals: 0, of: ({ standing }) => standing?.rank ?? null },
    {
      label: t('export.col.ranked'),
      kind: 'number',
      decimals: 0,
      of: ({ standing }) => (standing?.rank == null ? null : standing.rankedCount),
    },
    { label: t('unit.col.total'), kind: 'number', decimals, of: ({ standing }) => standing?.points ?? null },
    { label: t('export.col.max'), kind: 'number', decimals: 0, of: ({ standing }) => standing?.maxScore ?? null },
    { label: t('export.col.share'), kind: 'share', decimals: 2, of: ({ standing }) => standing?.share ?? null },
    {
      label: t('export.col.median'),
      kind: 'share',
      decimals: 2,
      of: ({ standing }) => standing?.blockMedian ?? null,
    },
    rows.some(({ standing }) => standing?.shareChange != null) && {
      label: t('export.col.change'),
      kind: 'change',
      decimals: 2,
      of: ({ standing }) => standing?.shareChange ?? null,
    },
    rows.some(({ standing }) => standing?.bandNameVi != null) && {
      label: t('unit.col.band'),
      kind: 'text',
      of: ({ standing }) =>
        standing?.bandNameVi == null || standing.bandNameEn === null
          ? null
          : format.name({ nameVi: standing.bandNameVi, nameEn: standing.bandNameEn }),
    },
    rows.some((row) => noteOf(row) !== null) && { label: t('unit.col.note'), kind: 'text', of: noteOf },
  ])
}
