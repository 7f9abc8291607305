import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import Papa from 'papaparse'
import type { Catalog, CatalogEntry } from '@/domain/catalog'
import type { Problem } from '@/domain/problem'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { checkPackage } from '@/import/package/check-package'
import type { TableBytes } from '@/import/package/merge-packages'
import { readPackage } from '@/import/package/read-package'
import { DESCRIPTOR_FILE, tableFile, writeCells, writeDescriptor } from '@/import/package/write-package'
import type { PackageMeta } from '@/import/package/write-package'

/** What a package is called where it is published, and what is said of its figures. */
export interface Publication {
  readonly entry: CatalogEntry
  /** What the host publishes now: with the entry in it this is what it will publish. */
  readonly catalog: Catalog
  /** What the descriptor says besides. */
  readonly meta: Pick<PackageMeta, 'licenses' | 'contributors' | 'sources'>
  /** Markdown. */
  readonly changeLog: string
  /** Plain text: what to do with the files. */
  readonly instructions: string
  /** Ids of the files as sources; what a column of a file names as its source has a document of its own. */
  readonly sources: readonly string[]
  readonly status: 'provisional' | 'official'
  /** Number of the decision, or empty. */
  readonly decision: string
  /** ISO date, or empty. */
  readonly publishedOn: string
}

export const INSTRUCTIONS_FILE = 'HUONG-DAN-README.txt'

type Bytes = Uint8Array<ArrayBuffer>

/** A table with some cells of the rows that have one of these sources changed. */
function stamped(
  table: TableName,
  bytes: Bytes,
  sources: readonly string[],
  cells: Readonly<Record<string, string>>,
): Bytes {
  const names = TABLES[table].fields.map(({ name }): string => name)
  const source = names.indexOf('source_id')
  const changes = Object.entries(cells).map(([name, value]) => [names.indexOf(name), value] as const)
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', skipEmptyLines: true })
  const rows = data.map((row, at) =>
    at > 0 && sources.includes(row[source] ?? '')
      ? changes.reduce((changed, [place, value]) => changed.with(place, value), row)
      : row,
  )
  return strToU8(rows.map(writeCells).join(''))
}

/** The tables with status, decision and date of the figures that are published now. */
function withDecision(tables: TableBytes, { sources, status, decision, publishedOn }: Publication): TableBytes {
  return {
    ...tables,
    editions: stamped('editions', tables.editions, sources, {
      status,
      ...(publishedOn === '' ? {} : { published_on: publishedOn }),
    }),
    sources:
      decision === '' && publishedOn === ''
        ? tables.sources
        : stamped('sources', tables.sources, sources, {
            ...(decision === '' ? {} : { number: decision }),
            ...(publishedOn === '' ? {} : { published_on: publishedOn }),
          }),
  }
}

/** The catalog with the entry in the place of the one of the same id, else at the end. */
function catalogWith(catalog: Catalog, entry: CatalogEntry): Catalog {
  const known = catalog.packages.some(({ id }) => id === entry.id)
  return {
    ...catalog,
    packages: known
      ? catalog.packages.map((other) => (other.id === entry.id ? entry : other))
      : [...catalog.packages, entry],
  }
}

/** Why the site would refuse a package. */
export function errorsIn(bytes: TableBytes): readonly Problem[] {
  const { tables, problems } = readPackage(new Map(TABLE_NAMES.map((table) => [tableFile(table), bytes[table]])))
  return [...problems, ...(tables ? checkPackage(tables) : [])].filter(({ severity }) => severity === 'error')
}

export type PublishedFiles =
  | { readonly outcome: 'made'; readonly files: ReadonlyMap<string, Bytes> }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/**
 * The files that a host has in its `data` folder once the package is published: `catalog.json` and the folder of
 * the package. Refused with what is wrong where the site would refuse the package.
 */
export function publishedFiles(tables: TableBytes, publication: Publication): PublishedFiles {
  const { entry, catalog, meta, changeLog, instructions } = publication
  const decided = withDecision(tables, publication)
  const errors = errorsIn(decided)
  if (errors.length > 0) return { outcome: 'refused', problems: errors }

  const descriptor = writeDescriptor({
    name: entry.id,
    title: entry.name_vi === entry.name_en ? entry.name_vi : `${entry.name_vi} (${entry.name_en})`,
    description: [entry.description_vi, entry.description_en].filter((text) => text !== '').join(' '),
    version: entry.version,
    ...meta,
  })
  const inFolder = (name: string) => `${entry.folder}/${name}`
  return {
    outcome: 'made',
    files: new Map([
      ['catalog.json', strToU8(`${JSON.stringify(catalogWith(catalog, entry), null, 2)}\n`)],
      // Notepad needs the mark.
      [INSTRUCTIONS_FILE, strToU8(`\uFEFF${instructions.replaceAll('\n', '\r\n')}`)],
      [inFolder(DESCRIPTOR_FILE), strToU8(descriptor)],
      [inFolder('CHANGELOG.md'), strToU8(changeLog)],
      ...TABLE_NAMES.map((table) => [inFolder(tableFile(table)), decided[table]] as const),
    ]),
  }
}

/** The same as one zip. */
export function publish(
  tables: TableBytes,
  publication: Publication,
): { readonly outcome: 'made'; readonly zip: Blob } | Extract<PublishedFiles, { readonly outcome: 'refused' }> {
  const published = publishedFiles(tables, publication)
  if (published.outcome === 'refused') return published
  const files: Zippable = {}
  for (const [name, bytes] of published.files) files[name] = bytes
  return { outcome: 'made', zip: new Blob([zipSync(files)], { type: 'application/zip' }) }
}
