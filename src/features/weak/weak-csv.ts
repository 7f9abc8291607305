import type { Edition } from '@/db/questions/first-view'
import type { FieldMatrixRow } from '@/db/questions/weak'
import type { OpenPackage } from '@/domain/open-package'
import { MAIN_SET } from '@/domain/vocabulary'
import { limitsText } from '@/features/weak/limit-words'
import type { Item } from '@/features/weak/list-groups'
import type { Field } from '@/features/weak/matrix-cells'
import type { Measure } from '@/features/weak/measure'
import type { Part } from '@/features/weak/shown-part'
import type { I18n } from '@/i18n/use-i18n'
import { nearSentence, weaknessParts } from '@/i18n/weakness-words'
import type { CsvTable } from '@/ui/csv-file'

type Words = Pick<I18n, 't' | 'format'>

/** Without the noise of the last digits. */
const amount = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))
const percent = (share: number | null) => amount(share === null ? null : share * 100)

/** The matrix as it is shown: rows in their order, a column a sub-index in per cent; absent is empty. */
export function matrixTable(
  rows: readonly FieldMatrixRow[],
  columns: readonly Field[],
  { limits, lower }: Pick<Measure, 'limits' | 'lower'>,
  { t, format }: Words,
): CsvTable {
  return {
    header: [
      t('weak.col.unit'),
      t('weak.csv.rank'),
      ...columns.map((field) => t('weak.csv.share.of', { field: format.name(field) })),
      t('weak.csv.count', { limits: limitsText(limits, { t, format }) }),
      t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable'),
    ],
    rows: rows.map((row) => [
      format.name(row),
      amount(row.rank),
      ...columns.map(({ cell }) => percent(row.cells[cell]?.share ?? null)),
      amount(row.weakCount),
      amount(row.recoverable),
    ]),
  }
}

/** The lists as they are shown: a row a flag, the near misses among them with no sign. */
export function listTable(
  items: readonly Item[],
  { limits, lower, partial, decimals }: Measure,
  { t, format }: Words,
): CsvTable {
  const words = { t, format }
  return {
    header: [
      t('weak.col.unit'),
      t('weak.csv.field'),
      t('weak.csv.owner'),
      t('weak.csv.share'),
      t('weak.csv.gap'),
      t('weak.csv.severity'),
      t('weak.csv.why', { limits: limitsText(limits, words) }),
      t('weak.csv.running'),
      t(lower ? 'weak.col.recoverable.lower' : 'weak.col.recoverable'),
    ],
    rows: items.map(({ flag, unit, field }) => {
      const block = { deviation: field.deviation, bottom: field.bottom, lower, partial }
      const parts = weaknessParts(flag, block, limits, decimals, words)
      const why = [flag.absolute ? parts.share : null, ...parts.tests, flag.edge ? t('weak.why.edge') : null]
      const owner =
        field.leadUnitId === null
          ? ''
          : format.name({ nameVi: field.leadNameVi ?? field.leadUnitId, nameEn: field.leadNameEn ?? field.leadUnitId })
      return [
        format.name(unit),
        format.name(field),
        owner,
        percent(flag.share),
        percent(flag.gap),
        amount(flag.severity),
        flag.severity > 0
          ? why.filter((part) => part !== null).join('; ')
          : `${t('weak.list.near')}: ${nearSentence(flag, block, limits, words)}`,
        amount(flag.periodsRunning),
        amount(flag.recoverable),
      ]
    }),
  }
}

/** Of the file, in words: made ASCII, and cut where it is long, so that what must stay in sight comes first. */
export function csvName(pack: OpenPackage, edition: Edition, part: Part, own: boolean, { t, format }: Words): string {
  const names = [
    t('weak.csv.file'),
    pack.origin === 'shipped' || pack.over !== null ? t(`shell.status.${pack.status}`) : null,
    t(`weak.show.${part}`),
    own ? t('weak.csv.file.own') : null,
    edition.indexShortName,
    edition.period,
    format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn }),
    edition.resultSet === MAIN_SET ? null : edition.resultSet,
    pack.origin === 'file' ? t('shell.status.file', { file: pack.fileName }) : null,
  ]
  return names.filter((name) => name !== null).join(' ')
}
