import type { FieldMatrixRow } from '@/db/questions/weak'
import { exportedTable } from '@/export/exported-table'
import type { ExportedTable } from '@/export/exported-table'
import type { Item } from '@/features/weak/list-groups'
import { marks, seenShare } from '@/features/weak/matrix-cells'
import type { Part } from '@/features/weak/shown-part'
import type { Field } from '@/findings/fields'
import { limitsText } from '@/findings/limit-words'
import type { Measure } from '@/findings/measure'
import { missingWords } from '@/findings/no-number'
import type { I18n } from '@/i18n/use-i18n'
import { nearSentence, weaknessParts } from '@/i18n/weakness-words'

type Words = Pick<I18n, 't' | 'format'>

/** The matrix: rows in their order, a column a sub-index; absent is empty. */
export function matrixFile(
  title: string,
  rows: readonly FieldMatrixRow[],
  columns: readonly Field[],
  { limits, lower, decimals }: Measure,
  words: Words,
): ExportedTable {
  const { t, format } = words
  return exportedTable<FieldMatrixRow>(
    title,
    rows,
    [
      { label: t('weak.col.unit'), kind: 'text', of: format.name },
      { label: t('weak.csv.rank'), kind: 'number', decimals: 0, of: ({ rank }) => rank },
      ...columns.map((field) => {
        const shareIn = (row: FieldMatrixRow) => row.cells[field.cell]?.share ?? null
        return {
          label: format.name(field),
          kind: 'share' as const,
          decimals: 1,
          of: shareIn,
          look: (row: FieldMatrixRow) => {
            const cell = row.cells[field.cell]
            if (cell?.share == null) return null
            const { step } = seenShare(cell.share, limits.absolute, lower, words)
            return { step, marks: marks(cell.severity, cell.edge) }
          },
        }
      }),
      {
        label: t('weak.csv.count', { limits: limitsText(limits, words) }),
        kind: 'number',
        decimals: 0,
        of: ({ weakCount }) => weakCount,
      },
      {
        label: t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable'),
        kind: 'number',
        decimals,
        of: ({ recoverable }) => recoverable,
      },
    ],
    t('export.weak.marks', { weak: t('weak.legend.weak'), edge: t('weak.legend.edge') }),
  )
}

/** The lists: a row a flag, the near misses among them with no sign. */
export function listFile(
  title: string,
  items: readonly Item[],
  { limits, lower, partial, decimals }: Measure,
  words: Words,
): ExportedTable {
  const { t, format } = words
  const whyOf = ({ flag, field }: Item): string => {
    const block = { deviation: field.deviation, bottom: field.bottom, lower, partial }
    if (flag.severity === 0) return `${t('weak.list.near')}: ${nearSentence(flag, block, limits, words)}`
    const parts = weaknessParts(flag, block, limits, decimals, words)
    const why = [flag.absolute ? parts.share : null, ...parts.tests, flag.edge ? t('weak.why.edge') : null]
    return why.filter((part) => part !== null).join('; ')
  }
  return exportedTable<Item>(title, items, [
    { label: t('weak.col.unit'), kind: 'text', of: ({ unit }) => format.name(unit) },
    { label: t('weak.csv.field'), kind: 'text', of: ({ field }) => format.name(field) },
    {
      label: t('weak.csv.owner'),
      kind: 'text',
      of: ({ field }) =>
        field.leadUnitId === null
          ? null
          : format.name({
              nameVi: field.leadNameVi ?? field.leadUnitId,
              nameEn: field.leadNameEn ?? field.leadUnitId,
            }),
    },
    { label: t('export.col.share'), kind: 'share', decimals: 1, of: ({ flag }) => flag.share },
    { label: t('weak.csv.gap'), kind: 'points', decimals: 1, of: ({ flag }) => flag.gap },
    { label: t('weak.csv.severity'), kind: 'number', decimals: 0, of: ({ flag }) => flag.severity },
    { label: t('weak.csv.why', { limits: limitsText(limits, words) }), kind: 'text', of: whyOf },
    { label: t('weak.csv.running'), kind: 'number', decimals: 0, of: ({ flag }) => flag.periodsRunning },
    {
      label: t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable'),
      kind: 'number',
      decimals,
      of: ({ flag }) => flag.recoverable,
    },
  ])
}

/** The block in every sub-index, in the order given. */
export function fieldsFile(title: string, fields: readonly Field[], decimals: number, words: Words): ExportedTable {
  const { t, format } = words
  return exportedTable<Field>(title, fields, [
    { label: t('weak.fields.field'), kind: 'text', of: format.name },
    { label: t('weak.fields.mean'), kind: 'share', decimals: 1, of: ({ mean }) => mean },
    { label: t('weak.fields.median'), kind: 'share', decimals: 1, of: ({ median }) => median },
    fields.some(({ meanChange }) => meanChange !== null) && {
      label: t('weak.fields.change'),
      kind: 'change',
      decimals: 1,
      of: ({ meanChange }) => meanChange,
    },
    { label: t('export.col.weakCount'), kind: 'number', decimals: 0, of: ({ weakCount }) => weakCount },
    { label: t('export.col.scored'), kind: 'number', decimals: 0, of: ({ unitCount }) => unitCount },
    { label: t('export.col.lost'), kind: 'number', decimals, of: ({ lostPoints }) => lostPoints },
    { label: t('export.col.lostPart'), kind: 'share', decimals: 0, of: ({ lostPart }) => lostPart },
    fields.some(({ missing }) => missing.length > 0) && {
      label: t('weak.fields.missing'),
      kind: 'text',
      of: (field) => missingWords(field, words) || null,
    },
  ])
}

/** What a file is called after its edition: the part, and that the limits are the viewer's own. */
export const partName = (part: Part, own: boolean, { t }: Pick<I18n, 't'>): string =>
  [t('weak.csv.file'), own ? t('weak.csv.file.own') : null, t(`weak.show.${part}`)]
    .filter((name) => name !== null)
    .join(' ')
