import type { I18n } from '@/i18n/use-i18n'
import type { Option, QuestionKind, ReadColumn, ReadTable } from '@/import/opening'

/** Letters written from the right, and signs that turn the direction of writing. */
const TURNS = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** A text of the file within a sentence: what it does to the direction of writing ends with it. */
export const isolate = (text: string): string => (TURNS.test(text) ? `\u2068${text}\u2069` : text)

/** How a maximum is written in an input: a number above zero. */
export const MAXIMUM_PATTERN = String.raw`(?=.*[1-9])\d+([.,]\d+)?`

/** How a figure is written in an input. */
export const FIGURE_PATTERN = String.raw`\s*[\-−]?\d[\d.,\s]*%?\s*`

/** How the encodings are known to those who meet them. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1258', 'Windows-1258'],
  ['windows-1252', 'Windows-1252 (Latin-1)'],
  ['tcvn3', 'TCVN3 (ABC)'],
  ['vni', 'VNI'],
  ['viscii', 'VISCII'],
])
/** Encodings that can be tried in place of what was decided. */
export const ENCODING_CHOICES = [...ENCODINGS.keys(), 'utf-8+tcvn3', 'utf-8+vni', 'utf-8+windows-1258', 'utf-8+utf-8']

/** `utf-8+tcvn3` is TCVN3 that a program has saved as UTF-8. */
export function encodingName(encoding: string, { t }: I18n): string {
  const [outer = '', inner = null] = encoding.split('+', 2)
  const name = (id: string) => ENCODINGS.get(id) ?? id
  if (inner === null) return name(outer)
  return t('import.encoding.stored', { inner: name(inner), outer: name(outer) })
}

const DELIMITERS = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.pipe',
  '^': 'import.delimiter.caret',
  '': 'import.delimiter.none',
} as const
export const DELIMITER_SIGNS = Object.keys(DELIMITERS)

export function delimiterName(delimiter: string, { t }: I18n): string {
  const known = Object.entries(DELIMITERS).find(([sign]) => sign === delimiter)?.[1]
  return known === undefined ? t('import.delimiter.other', { delimiter }) : t(known)
}

export const formName = (form: ReadTable['form'], { t }: I18n): string => t(`import.form.name.${form}`)

const isForm = (value: string): value is ReadTable['form'] => Object.hasOwn(FORMS, value)
const FORMS: Readonly<Record<ReadTable['form'], true>> = {
  wide: true,
  long: true,
  'periods-across': true,
  transposed: true,
  'one-unit': true,
  pairs: true,
}
export const FORM_NAMES = Object.keys(FORMS) as readonly ReadTable['form'][]

const ROLE_ORDER: Readonly<Record<ReadColumn['role'], true>> = {
  unit: true,
  'sub-index': true,
  score: true,
  total: true,
  rank: true,
  class: true,
  'max-score': true,
  index: true,
  period: true,
  block: true,
  source: true,
  'sub-rank': true,
  share: true,
  'row-number': true,
  note: true,
  ignored: true,
}
export const ROLES = Object.keys(ROLE_ORDER) as readonly ReadColumn['role'][]
const isRole = (value: string): value is ReadColumn['role'] => Object.hasOwn(ROLE_ORDER, value)

const isRowKind = (value: string): value is 'data' | 'summary' | 'note' =>
  value === 'data' || value === 'summary' || value === 'note'

/** Kinds of rows that the viewer may choose, besides the header. */
export const ROW_CHOICES = ['data', 'summary', 'note'] as const

export const markName = (mark: string, { t }: I18n): string =>
  t(mark === ',' ? 'import.ask.mark.comma' : 'import.ask.mark.point')

/** What an option or an answer says, in words. */
export function optionName(
  kind: QuestionKind,
  { value, label: labelVi, labelEn }: Pick<Option, 'value' | 'label' | 'labelEn'>,
  i18n: I18n,
): string {
  const { t, format } = i18n
  const label = format.lang === 'en' ? (labelEn ?? labelVi) : labelVi
  switch (kind) {
    case 'encoding':
      return encodingName(value, i18n)
    case 'delimiter':
      return delimiterName(value, i18n)
    case 'form':
      return isForm(value) ? formName(value, i18n) : value
    case 'period':
      return format.period(value)
    case 'header':
      if (value === 'none') return t('import.ask.header.none')
      return t('import.ask.headerRows', { rows: value.replace('-', '–') })
    case 'row':
      return isRowKind(value) ? t(`import.kind.${value}`) : value
    case 'mark':
      return markName(value, i18n)
    case 'max':
      return value === 'none' ? t('import.ask.max.none') : format.number(Number(value), decimalsOf(value))
    case 'unit':
      return value === 'new' ? t('import.units.new') : (label ?? value)
    case 'sub-index':
      return value === 'new' ? t('import.ask.sub-index.new') : (label ?? value)
    case 'column':
      if (value === 'nth:0') return t('import.ask.column.none')
      return label ?? (isRole(value) ? t(`import.role.${value}`) : value.replace(/^sub-index:/, ''))
    case 'cell':
      return value === '' ? t('import.ask.cell.empty') : value
    case 'sheet':
    case 'table':
    case 'index':
    case 'block':
    case 'of-unit':
    case 'bands':
      return label ?? value
  }
}

/** What in the file speaks for an option: `có trong tựa đề; 15/16 tên thuộc khối này`; empty where nothing does. */
export const evidenceText = ({ evidence = [] }: Option, { t }: I18n): string =>
  evidence
    .map((each) => {
      switch (each.kind) {
        case 'title':
        case 'file-name':
        case 'header':
          return t(`import.ask.evidence.${each.kind}`)
        case 'units':
        case 'sub-indices':
          return t(`import.ask.evidence.${each.kind}`, { n: each.count, of: each.of })
      }
    })
    .join('; ')

const decimalsOf = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0

/** How a cell of a column with this decimal mark reads as a number; `null`: it is none, or is no different. */
export function readOut(text: string, mark: ReadColumn['mark'], { format }: I18n): string | null {
  if (mark === null) return null
  const bare = text.trim()
  const other = mark === ',' ? '.' : ','
  if (!/^[-−]?\d[\d.,\s]*$/.test(bare) || !bare.includes(mark)) return null
  const plain = bare.replace('−', '-').replaceAll(other, '').replaceAll(/\s/g, '').replace(mark, '.')
  const value = Number(plain)
  return Number.isFinite(value) ? format.number(value, decimalsOf(plain)) : null
}
