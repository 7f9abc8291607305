import { TABLE_NAMES, TABLES } from '@/domain/tables'
import type { PackageTables, Row, TableName, TableSchema } from '@/domain/tables'

type Cell = string | number | boolean | null

/** What a descriptor says of the package as a whole; the rest follows from the tables. */
export interface PackageMeta {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: string
  readonly licenses?: readonly { readonly name: string; readonly title: string; readonly path: string }[]
  readonly contributors?: readonly { readonly title: string; readonly roles: readonly string[] }[]
  readonly sources?: readonly { readonly title: string; readonly path?: string }[]
}

export const DESCRIPTOR_FILE = 'datapackage.json'

export function tableFile(table: TableName): string {
  return `${table}.csv`
}

/** Plain decimal form; the shortest that reads back as the same number. */
function numberText(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value)
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!exponent) return text
  const [, sign = '', whole = '', fraction = '', power = '0'] = exponent
  const digits = whole + fraction
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

function cellText(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return quoted(value)
}

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A row whose cells are texts already, with its line feed. */
export const writeCells = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`

/** CSV text of one table: comma, LF, quotes only where needed, all fields in schema order. */
export function writeTable<T extends TableName>(table: T, rows: readonly Row<T>[]): string {
  const names = TABLES[table].fields.map((field) => field.name)
  const lines = [names.join(',')]
  for (const row of rows as readonly Readonly<Record<string, Cell>>[]) {
    lines.push(names.map((name) => cellText(row[name] ?? null)).join(','))
  }
  return `${lines.join('\n')}\n`
}

function resource(name: TableName) {
  const { fields, primaryKey, foreignKeys = [] }: TableSchema = TABLES[name]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name,
    type: 'table',
    path: tableFile(name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields,
      missingValues: [''],
      primaryKey,
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  }
}

/** The descriptor (`datapackage.json`) of a package that holds every table. */
export function writeDescriptor(meta: PackageMeta): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...meta,
    resources: TABLE_NAMES.map(resource),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

/** The whole package as texts by file name: one CSV a table and the descriptor. */
export function writePackage(tables: PackageTables, meta: PackageMeta): ReadonlyMap<string, string> {
  const files = new Map<string, string>([[DESCRIPTOR_FILE, writeDescriptor(meta)]])
  for (const table of TABLE_NAMES) files.set(tableFile(table), writeTable(table, tables[table] as never))
  return files
}
