import { strToU8, zipSync } from 'fflate'
import type { ColumnKind, ExportedCell, ExportedTable } from '@/export/exported-table'
import { headerOf, isDifference, plainNumber } from '@/export/exported-table'
import { escapeXml, withoutNonXml } from '@/export/xml-text'
import { columnLetter } from '@/domain/column-letter'
import type { I18n } from '@/i18n/use-i18n'

/*
 * Written here: `write-excel-file` loses the texts `__proto__` and `toString`, and packs in a worker of a blob, which the
 * page's policy may refuse, and then never answers.
 */

export interface NamedLine {
  readonly name: string
  readonly text: string
}

/** The most that Excel takes in a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767
const WIDEST = 60
const NARROWEST = 9

/**
 * A workbook of two sheets: the table with typed figures under a bold header that stays in view, and where it is from.
 * No cell is a formula or a link.
 */
export function xlsxFile(table: ExportedTable, source: readonly NamedLine[], words: Pick<I18n, 't' | 'lang'>): Blob {
  const { t } = words
  const formats = new Formats()
  const figures: Sheet = {
    name: t('export.sheet.table'),
    header: table.columns.map((column) => headerOf(column, words)),
    kinds: table.columns,
    rows: table.rows,
  }
  const origin: Sheet = {
    name: t('common.source'),
    header: [t('export.sheet.what'), t('export.sheet.text')],
    kinds: [{ kind: 'text' }, { kind: 'text' }],
    rows: [{ name: t('export.sheet.title'), text: table.title }, ...source].map(({ name, text }) => [name, text]),
  }
  const sheets = [figures, origin]
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN_TYPE}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${MAIN_TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  }
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, formats, words)
  }
  parts['xl/styles.xml'] = formats.xml()
  const zipped = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(`${DECLARATION}${xml}`)])),
  )
  return new Blob([new Uint8Array(zipped)], { type: `${MAIN_TYPE}.sheet` })
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly kinds: readonly ColumnKind[]
  readonly rows: readonly (readonly ExportedCell[])[]
}

function sheetXml({ header, kinds, rows }: Sheet, formats: Formats, { lang }: Pick<I18n, 'lang'>): string {
  const styles = kinds.map((kind) => formats.styleOf(kind, lang))
  const widths = header.map((name, place) => {
    const longest = rows.reduce(
      (most, cells) => {
        const cell = cells[place]
        return Math.max(most, typeof cell === 'string' ? cell.length : NARROWEST)
      },
      Math.ceil(name.length / 2),
    )
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
  })
  const row = (index: number, cells: readonly string[]) => `<row r="${index}">${cells.join('')}</row>`
  const body = rows.map((cells, index) =>
    row(
      index + 2,
      cells.map((cell, place) =>
        cellXml(
          cell,
          `${columnLetter(place)}${index + 2}`,
          kinds[place] ?? { kind: 'text' },
          styles[place] ?? TEXT_STYLE,
        ),
      ),
    ),
  )
  const head = header.map((name, place) => textXml(name, `${columnLetter(place)}1`, HEADER_STYLE))
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>${row(1, head)}${body.join('')}</sheetData></worksheet>`
}

function cellXml(cell: ExportedCell, place: string, kind: ColumnKind, style: number): string {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    const serial = kind.kind === 'date' ? serialOf(cell) : null
    return serial === null ? textXml(cell, place, TEXT_STYLE) : numberXml(serial, place, style)
  }
  // A share is shown in per cent by its format; percentage points have none.
  const value = plainNumber(isDifference(kind) ? cell * 100 : cell)
  return value === null ? '' : numberXml(value, place, style)
}

const numberXml = (value: number, place: string, style: number) => `<c r="${place}" s="${style}"><v>${value}</v></c>`

const textXml = (text: string, place: string, style: number) =>
  text === ''
    ? ''
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`

/** What Excel would read as the code of a character (`_x0041_`) is given its own; a cut leaves no half of a pair. */
const cellText = (text: string): string =>
  withoutNonXml(
    withoutNonXml(text)
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
      .slice(0, LONGEST_TEXT),
  )

/** Days since 30 December 1899, as Excel counts them; null for what is no date, or one before March 1900, which Excel miscounts. */
function serialOf(isoDate: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return null
  const days = Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isFinite(days) && days > 60 ? days : null
}

const HEADER_STYLE = 1
const TEXT_STYLE = 2
const FIRST_FORMAT = 3
/** Lower ids are Excel's own. */
const FIRST_FORMAT_ID = 164

/** Number formats of a workbook, each once. */
class Formats {
  private readonly codes: string[] = []

  styleOf(kind: ColumnKind, lang: I18n['lang']): number {
    const code = formatCode(kind, lang)
    if (code === null) return TEXT_STYLE
    const known = this.codes.indexOf(code)
    return FIRST_FORMAT + (known < 0 ? this.codes.push(code) - 1 : known)
  }

  xml(): string {
    const formats = this.codes
      .map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT_ID + index}" formatCode="${escapeXml(code)}"/>`)
      .join('')
    const cells = this.codes
      .map(
        (_, index) =>
          `<xf numFmtId="${FIRST_FORMAT_ID + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
      )
      .join('')
    return [
      `<styleSheet xmlns="${MAIN}">`,
      this.codes.length === 0 ? '' : `<numFmts count="${this.codes.length}">${formats}</numFmts>`,
      '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>',
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9F0F7"/></patternFill></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${FIRST_FORMAT + this.codes.length}">`,
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
      cells,
      '</cellXfs></styleSheet>',
    ].join('')
  }
}

/** null: text. */
function formatCode(column: ColumnKind, lang: I18n['lang']): string | null {
  switch (column.kind) {
    case 'text':
      return null
    case 'date':
      return lang === 'vi' ? 'dd/mm/yyyy' : 'd mmm yyyy'
    case 'number':
      return column.signed === true ? signed(digits(column.decimals)) : `#,##${digits(column.decimals)}`
    case 'share':
      return `${digits(column.decimals)}%`
    case 'points':
      return digits(column.decimals)
    case 'change':
      return signed(digits(column.decimals))
  }
}

const digits = (decimals: number) => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`)
const signed = (code: string) => `+${code};-${code};${code}`
