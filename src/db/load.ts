import type { Database, TableFiles } from '@/db/database'
import { SQL_FILES } from '@/db/sql-files'
import { TABLES, TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'

const COLUMN_TYPES = {
  string: 'VARCHAR',
  number: 'DOUBLE',
  integer: 'INTEGER',
  date: 'DATE',
  boolean: 'BOOLEAN',
} as const

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const identifier = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The header's cells; a header holds field names only, so a quoted comma cannot occur. */
function headerOf(bytes: Uint8Array): readonly string[] {
  const end = bytes.indexOf(0x0a)
  return new TextDecoder()
    .decode(bytes.subarray(0, end === -1 ? bytes.length : end))
    .replace(/\r$/, '')
    .split(',')
    .map((cell) => cell.replaceAll('"', ''))
}

/** Bytes; characters of a text are near enough to say how far the work is. */
const sizeOf = (file: string | Blob): number => (typeof file === 'string' ? file.length : file.size)

async function loadTable(database: Database, table: TableName, file: string | Blob): Promise<void> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(await file.arrayBuffer())
  const types = new Map<string, string>(TABLES[table].fields.map((field) => [field.name, COLUMN_TYPES[field.type]]))
  const header = headerOf(bytes)
  const columns = header.map((name) => `${quoted(name)}: ${quoted(types.get(name) ?? 'VARCHAR')}`).join(', ')
  const fields = [...types].map(([name, type]) =>
    header.includes(name) ? identifier(name) : `NULL::${type} AS ${identifier(name)}`,
  )
  const path = `${table}.csv`
  await database.putFile(path, bytes)
  try {
    // Row 1 is the header, as Excel counts.
    await database.run(
      `CREATE TABLE ${table} AS SELECT ${fields.join(', ')}, (row_number() OVER () + 1)::INTEGER AS table_row
       FROM read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                     nullstr = '', columns = {${columns}})`,
    )
  } finally {
    await database.dropFile(path)
  }
}

/**
 * Loads a checked package, defines every question and closes the way out: after this neither
 * files nor the network can be read by SQL, and no setting can be changed.
 * Extensions would be fetched from the Internet and, without network, hang without end.
 */
export async function loadPackage(
  database: Database,
  files: TableFiles,
  onTables: (loaded: number, total: number) => void = () => {},
): Promise<void> {
  const total = TABLE_NAMES.reduce((sum, table) => sum + sizeOf(files[table]), 0)
  let loaded = 0
  await database.run('SET autoload_known_extensions = false; SET autoinstall_known_extensions = false;')
  try {
    for (const table of TABLE_NAMES) {
      onTables(loaded, total)
      await loadTable(database, table, files[table])
      loaded += sizeOf(files[table])
    }
  } finally {
    onTables(total, total)
  }
  for (const sql of SQL_FILES) await database.run(sql)
  await database.run('SET enable_external_access = false; SET lock_configuration = true;')
}
