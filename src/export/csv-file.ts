import type { ExportedCell, ExportedColumn, ExportedTable } from '@/export/exported-table'
import { headerOf, isDifference, plainNumber } from '@/export/exported-table'
import type { CsvForm } from '@/export/csv-form'
import type { I18n } from '@/i18n/use-i18n'

/** Excel takes a file without it for one in the system's old code page. */
const BOM = '\uFEFF'
/** What a spreadsheet would compute, full-width signs among it: an apostrophe goes before it. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** UTF-8 with a BOM, CRLF; shares and changes in per cent. Figures are no formulas and keep their minus. */
export async function csvFile(
  { columns, rows }: Pick<ExportedTable, 'columns' | 'rows'>,
  { separator, decimalMark }: CsvForm,
  words: Pick<I18n, 't'>,
): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const cellText = (cell: ExportedCell, column: ExportedColumn | undefined): string => {
    if (typeof cell !== 'number') return textCell(cell ?? '')
    const isShare = column !== undefined && (column.kind === 'share' || isDifference(column))
    const value = isShare ? plainNumber(cell * 100, 6) : plainNumber(cell)
    return value === null ? '' : String(value).replace('.', decimalMark)
  }
  const text = Papa.unparse(
    [
      columns.map((column) => textCell(headerOf(column, words, true))),
      ...rows.map((cells) => cells.map((cell, place) => cellText(cell, columns[place]))),
    ],
    { delimiter: separator, newline: '\r\n' },
  )
  return new Blob([BOM, text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

const textCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
