export interface CsvTable {
  readonly header: readonly string[]
  /** Numbers stay numbers; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Excel takes a file without it for one in the system's old code page. */
const BOM = '\uFEFF'
/** What a spreadsheet would compute, full-width signs among it: an apostrophe goes before it. Numbers keep their minus. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** UTF-8 with a BOM, commas, CRLF; numbers with a decimal point. */
export async function csvFile({ header, rows }: CsvTable): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const text = Papa.unparse(
    { fields: [...header], data: rows.map((cells) => cells.map((cell) => cell ?? '')) },
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )
  return new Blob([BOM, text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}
