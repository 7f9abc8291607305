import type { EditionKey } from '@/domain/edition'
import type { FileReading } from '@/domain/open-package'
import type { ProblemKind } from '@/domain/problem'
import type { Row } from '@/domain/tables'
import { en } from '@/i18n/en'
import { createI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { viScreens } from '@/i18n/vi-screens'
import type { ColumnRole } from '@/import/meaning/column-meaning'

/** Names of what the editions of a package are about. */
export interface EditionNames {
  readonly indices: readonly Pick<Row<'indices'>, 'index_id' | 'short_name'>[]
  readonly blocks: readonly Pick<Row<'blocks'>, 'block_id' | 'name_vi' | 'name_en'>[]
}

const LANGUAGES = [createI18n('vi', viScreens), createI18n('en', en)] as const

/** A text of a file goes into Markdown as code: whatever it holds stays a text. */
const plain = (text: string) => `\`${text.replaceAll(/\s+/gu, ' ').replaceAll('`', "'")}\``

function editionList(editions: readonly EditionKey[], names: EditionNames, { t, format }: I18n): string {
  return editions
    .map(({ index, period, block }) => {
      const known = names.blocks.find(({ block_id }) => block_id === block)
      return t('own.log.edition', {
        index: plain(names.indices.find(({ index_id }) => index_id === index)?.short_name ?? index),
        period: format.period(period),
        block: known === undefined ? block : plain(format.name({ nameVi: known.name_vi, nameEn: known.name_en })),
      })
    })
    .join('; ')
}

/** Cells that the viewer corrected, and names that were matched by hand: the figures are not those of the file there. */
function decisionLines({ answers }: FileReading, { t }: I18n): readonly string[] {
  const of = (kind: 'cell' | 'unit' | 'row') =>
    Object.entries(answers)
      .filter(([id]) => id.startsWith(`${kind}:`))
      .map(([id, value]) => t('own.log.decision', { subject: plain(id.slice(kind.length + 1)), value: plain(value) }))
      .join('; ')
  return [
    ['own.log.cells', of('cell')] as const,
    ['own.log.units', of('unit')] as const,
    ['own.log.rows', of('row')] as const,
  ].flatMap(([key, decisions]) => (decisions === '' ? [] : [t(key, { decisions })]))
}

function linesOf(reading: FileReading, names: EditionNames, i18n: I18n): string {
  const { t, format } = i18n
  const { encoding, delimiter, sheet, range } = reading
  const how =
    reading.format === 'xlsx'
      ? t('own.log.xlsx', { sheet: plain(sheet ?? ''), range })
      : t('own.log.csv', {
          encoding: encoding ?? '',
          delimiter: delimiter === '\t' ? 'tab' : plain(delimiter ?? ''),
          range,
        })
  const problems = Object.entries(reading.problemCounts) as [ProblemKind, number][]
  return [
    t('own.log.file', {
      file: plain(reading.fileName),
      how,
      date: format.date(reading.openedAt.slice(0, 10)),
      rows: reading.rowCount,
      units: reading.unitCount,
    }),
    ...(reading.editions.length > 0
      ? [t('own.log.editions', { editions: editionList(reading.editions, names, i18n) })]
      : []),
    ...(reading.replaced.length > 0
      ? [t('own.log.replaced', { editions: editionList(reading.replaced, names, i18n) })]
      : []),
    t('own.log.columns', {
      columns: reading.columns
        .map(({ letter, header, role }) =>
          t('own.log.column', { letter, header: plain(header), role: t(`import.role.${role as ColumnRole}`) }),
        )
        .join('; '),
    }),
    ...decisionLines(reading, i18n),
    ...(problems.length > 0
      ? [
          t('own.log.problems', {
            problems: problems.map(([kind, n]) => t('own.log.problem', { name: t(`problem.${kind}`), n })).join(', '),
          }),
        ]
      : []),
  ].join(' ')
}

/**
 * The change log of a package that files were laid into, as Markdown: under this heading (a version, or a date)
 * what came from which file and how it was read, in both languages; then the log of the package below.
 */
export function ownLog(
  heading: string,
  readings: readonly FileReading[],
  names: EditionNames,
  logBelow: string,
): string {
  const titles = LANGUAGES.map(({ t }) => t('own.log.title')).join(' / ')
  const lines = readings.flatMap((reading) => LANGUAGES.map((i18n) => `- ${linesOf(reading, names, i18n)}`))
  const before = logBelow.replace(/^\uFEFF?\s*# .*\n+/, '').trim()
  return `${[`# ${titles}`, `## ${heading}`, lines.join('\n'), ...(before === '' ? [] : [before])].join('\n\n')}\n`
}

/** What a publisher does with the files of the zip, in both languages. */
export function instructionsFor(packageName: string, folder: string, isoDate: string): string {
  return LANGUAGES.map(({ t, format }) =>
    t('own.readme', { package: packageName, folder, date: format.date(isoDate) }),
  ).join('\n')
}
