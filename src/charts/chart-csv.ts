import type { ChartCell, ChartTable } from '@/charts/chart-spec'

/** Excel takes a file without it for one in the system's old code page. */
const BOM = '\uFEFF'
/** What a spreadsheet would compute, full-width signs among it. Numbers are no text and keep their minus. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The table of a chart as UTF-8 with commas; numbers with a decimal point, absent values empty. */
export async function chartCsv({ columns, rows }: ChartTable): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const value = (cell: ChartCell) => (typeof cell.value === 'string' ? cell.value : (cell.value ?? ''))
  const text = Papa.unparse(
    { fields: columns.map(({ label }) => label), data: rows.map((cells) => cells.map(value)) },
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )
  return new Blob([BOM, text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}
