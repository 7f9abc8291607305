import Papa from 'papaparse'
import type { Problem, ProblemKind } from '@/domain/problem'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import type { PackageTables, TableName, TableSchema } from '@/domain/tables'
import { DEFINITION_TABLES } from '@/import/opening'
import { tableFile } from '@/import/package/write-package'

type Field = TableSchema['fields'][number]
type Cell = string | number | boolean | null
type Rows = readonly Readonly<Record<string, Cell>>[]

/** Where in the package a problem is; `row` counts the header as 1 and a cell with line breaks as one row. */
interface Place {
  readonly file: string
  readonly row?: number
  readonly column?: string
}

function refuse(kind: ProblemKind, place: Place, value: string | null = null, expected: string | null = null): Problem {
  return {
    kind,
    severity: 'error',
    file: place.file,
    row: place.row ?? null,
    column: place.column ?? null,
    value,
    expected,
  }
}

/** Whether an ISO date is on the calendar (2025-02-30 is not). */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text
}

const patterns = new Map<string, RegExp>()

function matches(pattern: string, text: string): boolean {
  let known = patterns.get(pattern)
  if (!known) {
    known = new RegExp(pattern, 'u')
    patterns.set(pattern, known)
  }
  return known.test(text)
}

type Typed = { readonly cell: Cell } | { readonly kind: ProblemKind; readonly expected: string | null }

function typeNumber(field: Field, text: string): Typed {
  const form = field.type === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/
  const value = Number(text)
  const exact = field.type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (!form.test(text) || !exact) return { kind: 'bad-number', expected: field.type === 'integer' ? '123' : '12.34' }
  const minimum = field.constraints?.minimum
  if (minimum !== undefined && value < minimum) {
    return { kind: value < 0 ? 'negative' : 'out-of-range', expected: `≥ ${minimum}` }
  }
  // Turns the -0 of "-0" into 0.
  return { cell: value + 0 }
}

function typeDate(_field: Field, text: string): Typed {
  return isDate(text) ? { cell: text } : { kind: 'bad-date', expected: '2025-12-31' }
}

function typeBoolean(_field: Field, text: string): Typed {
  if (text === 'true' || text === 'false') return { cell: text === 'true' }
  return { kind: 'bad-value', expected: 'true, false' }
}

function typeText(field: Field, text: string): Typed {
  const { enum: allowed, pattern } = field.constraints ?? {}
  if (allowed && !allowed.includes(text)) return { kind: 'bad-value', expected: allowed.join(', ') }
  if (pattern !== undefined && !matches(pattern, text)) return { kind: 'bad-value', expected: pattern }
  return { cell: text }
}

const CELL_TYPES = {
  number: typeNumber,
  integer: typeNumber,
  date: typeDate,
  boolean: typeBoolean,
  string: typeText,
} satisfies Record<Field['type'], (field: Field, text: string) => Typed>

function typeCell(field: Field, text: string): Typed {
  if (text === '') return field.constraints?.required ? { kind: 'missing-value', expected: null } : { cell: null }
  if (text.normalize('NFC') !== text) return { kind: 'not-nfc', expected: text.normalize('NFC') }
  return CELL_TYPES[field.type](field, text)
}

function decode(bytes: Uint8Array): string | null {
  try {
    // `ignoreBOM: false` drops a leading BOM, which Excel writes.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/** The records of a CSV text; line breaks at the end of the file are not rows. */
function parseRecords(text: string): { readonly records: readonly string[][]; readonly broken: boolean } {
  const firstBreak = text.indexOf('\n')
  const newline = firstBreak > 0 && text[firstBreak - 1] === '\r' ? '\r\n' : '\n'
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline })
  let end = data.length
  while (end > 0 && data[end - 1]?.length === 1 && data[end - 1]?.[0] === '') end -= 1
  return { records: data.slice(0, end), broken: errors.some((error) => error.type === 'Quotes') }
}

function readHeader(header: readonly string[], fields: readonly Field[], file: string): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const name of header) {
    if (seen.has(name)) problems.push(refuse('duplicate-column', { file, row: 1, column: name }, name))
    else if (!fields.some((field) => field.name === name)) {
      const known = fields.map((field) => field.name).join(', ')
      problems.push(refuse('unknown-column', { file, row: 1, column: name }, name, known))
    }
    seen.add(name)
  }
  for (const { name } of fields) {
    if (!seen.has(name)) problems.push(refuse('missing-column', { file, row: 1, column: name }, null, name))
  }
  return problems
}

function readTable(
  table: TableName,
  bytes: Uint8Array,
): { readonly rows: Rows; readonly problems: readonly Problem[] } {
  const file = tableFile(table)
  const text = decode(bytes)
  if (text === null) return { rows: [], problems: [refuse('not-utf8', { file })] }
  const { records, broken } = parseRecords(text)
  if (broken) return { rows: [], problems: [refuse('bad-csv', { file })] }
  const header = records[0]
  if (!header) return { rows: [], problems: [refuse('empty-file', { file })] }
  const { fields }: TableSchema = TABLES[table]
  const headerProblems = readHeader(header, fields, file)
  if (headerProblems.length > 0) return { rows: [], problems: headerProblems }

  const byName = new Map(fields.map((field) => [field.name, field]))
  const columns = header.flatMap((name) => byName.get(name) ?? [])
  const problems: Problem[] = []
  const rows: Record<string, Cell>[] = []
  for (const [index, record] of records.entries()) {
    if (index === 0) continue
    const row = index + 1
    if (record.length !== columns.length) {
      problems.push(refuse('wrong-cell-count', { file, row }, String(record.length), String(columns.length)))
      continue
    }
    const cells: Record<string, Cell> = {}
    for (const [position, field] of columns.entries()) {
      const value = record[position] ?? ''
      const typed = typeCell(field, value)
      if ('cell' in typed) cells[field.name] = typed.cell
      else problems.push(refuse(typed.kind, { file, row, column: field.name }, value || null, typed.expected))
    }
    rows.push(cells)
  }
  return { rows, problems }
}

interface ReadTables<T extends TableName> {
  /** null as soon as one problem was found, so that nothing refused can be mistaken for data. */
  readonly tables: Pick<PackageTables, T> | null
  readonly problems: readonly Problem[]
}

function readTables<T extends TableName>(files: ReadonlyMap<string, Uint8Array>, names: readonly T[]): ReadTables<T> {
  const problems: Problem[] = []
  const tables: Partial<Record<TableName, Rows>> = {}
  for (const table of names) {
    const bytes = files.get(tableFile(table))
    if (!bytes) {
      problems.push(refuse('missing-table', { file: tableFile(table) }))
      continue
    }
    const read = readTable(table, bytes)
    tables[table] = read.rows
    for (const problem of read.problems) problems.push(problem)
  }
  return { tables: problems.length > 0 ? null : (tables as unknown as Pick<PackageTables, T>), problems }
}

/** Types the tables of a package from its files (`results.csv` → bytes); every cell is held against its Table Schema. */
export const readPackage = (files: ReadonlyMap<string, Uint8Array>): ReadTables<TableName> =>
  readTables(files, TABLE_NAMES)

/** The same of the tables that another file is read with. */
export const readDefinitions = (
  files: ReadonlyMap<string, Uint8Array>,
): ReadTables<(typeof DEFINITION_TABLES)[number]> => readTables(files, DEFINITION_TABLES)
