import { csvFile } from '@/export/csv-file'
import type { CsvForm } from '@/export/csv-form'
import type { ExportedSource } from '@/export/exported-source'
import type { ExportedTable } from '@/export/exported-table'
import { measure, pictureFile } from '@/export/picture-file'
import { tablePicture } from '@/export/table-picture'
import type { DrawnTable } from '@/export/table-picture'
import type { I18n } from '@/i18n/use-i18n'
import { serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'

export const EXPORT_KINDS = ['xlsx', 'csv', 'png', 'svg'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

interface Exported {
  readonly table: ExportedTable
  /** In place of a picture of the table. */
  readonly drawing: (() => Promise<DrawnTable>) | null
  readonly source: ExportedSource
  readonly csv: CsvForm
  /** What is looked at; its link goes into the file. */
  readonly view: View
}

/** The file of a table or a chart. Rejects where the browser cannot make it. */
export async function exportFile(
  kind: ExportKind,
  { table, drawing, source, csv, view }: Exported,
  i18n: I18n,
): Promise<Blob> {
  const { t, format } = i18n
  switch (kind) {
    case 'csv':
      return csvFile(table, csv, i18n)
    case 'xlsx': {
      const { xlsxFile } = await import('@/export/xlsx-file')
      const link =
        source.pinned === null
          ? []
          : [
              {
                name: t('export.source.link'),
                text: new URL(`./${serializeView({ ...view, ...source.pinned })}`, document.baseURI).href,
              },
            ]
      return xlsxFile(
        table,
        [
          ...(table.note === null ? [] : [{ name: t('export.col.note'), text: table.note }]),
          ...source.lines,
          { name: t('export.source.made'), text: format.date(today()) },
          ...link,
        ],
        i18n,
      )
    }
    case 'png':
    case 'svg':
      return pictureFile(
        kind,
        drawing === null ? tablePicture(table, i18n, measure) : await drawing(),
        table.title,
        [
          ...(table.note === null ? [] : [table.note]),
          `${source.footer} ${t('export.footer.made', { date: format.date(today()) })}`,
        ].join('\n'),
      )
  }
}

/** By the clock of the machine. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
