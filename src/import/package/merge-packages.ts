import Papa from 'papaparse'
import type { EditionKey } from '@/domain/edition'
import { TABLE_NAMES, TABLES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import { startText } from '@/import/package/text-sink'
import { writeCells } from '@/import/package/write-package'

type Bytes = Uint8Array<ArrayBuffer>

/** Every table of a checked package as UTF-8 CSV. */
export type TableBytes = Readonly<Record<TableName, Bytes>>
/** The bytes of a table, to be read one part after the other: a large one is never copied. */
export type TableParts = Readonly<Record<TableName, readonly Bytes[]>>

export type Merged =
  | {
      readonly outcome: 'merged'
      readonly tables: TableParts
      /** By what the added package calls a source: its id in the merged one. */
      readonly sourceIds: ReadonlyMap<string, string>
      /** Editions of the base that gave way. */
      readonly replaced: readonly EditionKey[]
    }
  /** Editions of the base that the added package has too, and nothing says which of the two counts. */
  | { readonly outcome: 'overlaps'; readonly editions: readonly OverlappingEdition[] }

/** `isSame`: every figure of it is the same in both. */
export interface OverlappingEdition extends EditionKey {
  readonly isSame: boolean
}

/** May hold as many rows as a file has; all of them belong to an edition and hold ids and numbers only. */
const FIGURES = ['results', 'scores'] as const satisfies readonly TableName[]
type FigureTable = (typeof FIGURES)[number]
const isFigures = (table: TableName): table is FigureTable => table === 'results' || table === 'scores'

const fieldsOf = (table: TableName): readonly string[] => TABLES[table].fields.map(({ name }) => name)
const header = (table: TableName) => `${fieldsOf(table).join(',')}\n`
const decoder = new TextDecoder()
const encoder = new TextEncoder()
const LINE_FEED = 0x0a
/** What is decoded at once. */
const CHUNK = 1 << 20

/** Cells of a table in the order of its schema. */
function parse(table: TableName, bytes: Bytes): readonly (readonly string[])[] {
  const [names = [], ...records] = Papa.parse<string[]>(decoder.decode(bytes), {
    delimiter: ',',
    skipEmptyLines: true,
  }).data
  const places = fieldsOf(table).map((name) => names.indexOf(name))
  return records.map((record) => places.map((place) => record[place] ?? ''))
}

/** A table in the one dialect of this project; what the host holds may have passed through Excel. */
function inDialect(table: TableName, bytes: Bytes): Bytes {
  const expected = encoder.encode(header(table))
  const same = expected.every((byte, at) => bytes[at] === byte) && bytes.at(-1) === LINE_FEED
  if (same && !bytes.includes(0x0d) && !bytes.includes(0x22)) return bytes
  return writeRows(table, parse(table, bytes))
}

function writeRows(table: TableName, rows: readonly (readonly string[])[]): Bytes {
  const sink = startText()
  sink.write(header(table))
  for (const row of rows) sink.write(writeCells(row))
  return sink.finish()
}

const withoutHeader = (bytes: Bytes): Bytes => bytes.subarray(bytes.indexOf(LINE_FEED) + 1)

/** Calls for every line of a table but its header, without its line feed. */
function eachLine(bytes: Bytes, visit: (line: string) => void): void {
  for (let at = bytes.indexOf(LINE_FEED) + 1; at < bytes.length;) {
    const last = at + CHUNK >= bytes.length ? bytes.length - 1 : bytes.lastIndexOf(LINE_FEED, at + CHUNK)
    for (const line of decoder.decode(bytes.subarray(at, last)).split('\n')) visit(line)
    at = last + 1
  }
}

const SOURCE_PLACE = fieldsOf('results').indexOf('source_id')

/** The rows of the editions that stay, with the sources' ids in the merged package. */
function editedFigures(
  table: FigureTable,
  bytes: Bytes,
  dropped: readonly string[],
  sourceIds: ReadonlyMap<string, string>,
): Bytes {
  const renames = table === 'results' && [...sourceIds].some(([from, to]) => from !== to)
  if (dropped.length === 0 && !renames) return bytes
  const sink = startText()
  sink.write(header(table))
  eachLine(bytes, (line) => {
    if (dropped.some((edition) => line.startsWith(edition))) return
    if (!renames) {
      sink.write(`${line}\n`)
      return
    }
    const cells = line.split(',')
    const source = cells[SOURCE_PLACE] ?? ''
    cells[SOURCE_PLACE] = sourceIds.get(source) ?? source
    sink.write(`${cells.join(',')}\n`)
  })
  return sink.finish()
}

const EDITION = { index: 0, period: 1, end: 2, block: 3, set: 4 } as const
const EDITION_SOURCE_PLACE = fieldsOf('editions').indexOf('source_id')
type Cells = readonly string[]

const keyOf = (edition: Cells): EditionKey => ({
  index: edition[EDITION.index] ?? '',
  period: edition[EDITION.period] ?? '',
  block: edition[EDITION.block] ?? '',
  set: edition[EDITION.set] ?? '',
})

/** The editions of a package, by the bytes of that table. */
export const editionsIn = (bytes: Bytes): readonly EditionKey[] => parse('editions', bytes).map(keyOf)

/** How every row of an edition's figures begins. */
const lineStart = (edition: Cells): string => {
  const { index, period, block, set } = keyOf(edition)
  return `${index},${period},${block},${set},`
}

/** Two editions cannot stand side by side: the same, or another name of a period that ends on the same day. */
const clash = (a: Cells, b: Cells): boolean =>
  a[EDITION.index] === b[EDITION.index] &&
  a[EDITION.block] === b[EDITION.block] &&
  a[EDITION.set] === b[EDITION.set] &&
  (a[EDITION.period] === b[EDITION.period] || a[EDITION.end] === b[EDITION.end])

/** Not of the figures, but of where they were read. */
const ORIGIN = new Set(['source_id', 'source_row'])
/** Larger tables are not held against each other. */
const MOST_COMPARED = 1 << 24

/** Whether both have the same rows of figures for an edition, wherever they were read. */
function hasSameFigures(table: FigureTable, edition: Cells, base: Bytes, added: Bytes): boolean {
  if (base.length > MOST_COMPARED || added.length > MOST_COMPARED) return false
  const start = lineStart(edition)
  const places = fieldsOf(table).flatMap((name, place) => (ORIGIN.has(name) ? [] : [place]))
  const linesOf = (bytes: Bytes) => {
    const lines: string[] = []
    eachLine(bytes, (line) => {
      if (!line.startsWith(start)) return
      const cells = line.split(',')
      lines.push(places.map((place) => cells[place]).join())
    })
    return lines.toSorted()
  }
  const known = linesOf(base)
  const own = linesOf(added)
  return known.length === own.length && known.every((line, at) => line === own[at])
}

/** Ids of the added sources that the base uses for others give way. */
function nameSources(base: readonly Cells[], added: readonly Cells[]): ReadonlyMap<string, string> {
  const known = new Map(base.map((row) => [row[0] ?? '', row]))
  const taken = new Set([...known.keys(), ...added.map(([id = '']) => id)])
  return new Map(
    added.map((row) => {
      const [id = ''] = row
      const same = known.get(id)
      if (same === undefined || same.every((cell, at) => cell === row[at])) return [id, id] as const
      let free = 2
      while (taken.has(`${id}-${free}`)) free++
      taken.add(`${id}-${free}`)
      return [id, `${id}-${free}`] as const
    }),
  )
}

const POSITIONED: ReadonlySet<TableName> = new Set(['indices', 'blocks'])

/** Rows of both by primary key; where both have one the base's stays. */
function union(table: TableName, base: readonly Cells[], added: readonly Cells[]): readonly Cells[] {
  const names = fieldsOf(table)
  const places = TABLES[table].primaryKey.map((name) => names.indexOf(name))
  const key = (row: Cells) => places.map((place) => row[place]).join('|')
  const known = new Set(base.map(key))
  const fresh = added.filter((row) => !known.has(key(row)))
  if (!POSITIONED.has(table)) return [...base, ...fresh]
  // An added file counts its own from 1.
  const place = names.indexOf('position')
  const last = base.reduce((most, row) => Math.max(most, Number(row[place])), 0)
  return [...base, ...fresh.map((row, at) => row.with(place, String(last + at + 1)))]
}

/**
 * Lays one package over another. The added one must have been read with the
 * definitions of the base, so that an id means the same in both; of what both
 * define, the base's stays. No figure of the base changes, but where `overlap`
 * is `replace`: then whole editions of the added package take the place of the
 * base's; with `keep` they are left out. `added` must be in the dialect of
 * `write-package`; the base's dialect is any that `read-package` reads.
 */
export function mergePackages(base: TableBytes, added: TableBytes, overlap: 'ask' | 'replace' | 'keep'): Merged {
  const before = parse('editions', base.editions)
  const after = parse('editions', added.editions)
  const replaced = before.filter((edition) => after.some((other) => clash(edition, other)))
  if (overlap === 'ask' && replaced.length > 0) {
    const standing = { results: inDialect('results', base.results), scores: inDialect('scores', base.scores) }
    const editions = replaced.map((edition) => ({
      ...keyOf(edition),
      isSame: FIGURES.every((table) => hasSameFigures(table, edition, standing[table], added[table])),
    }))
    return { outcome: 'overlaps', editions }
  }

  const kept = overlap === 'keep' ? after.filter((edition) => !before.some((other) => clash(edition, other))) : after
  const sourcesBefore = parse('sources', base.sources)
  const sourcesAfter = kept.length > 0 ? parse('sources', added.sources) : []
  const sourceIds = nameSources(sourcesBefore, sourcesAfter)
  const renamed = (row: Cells, place: number) => {
    const id = row[place] ?? ''
    return row.with(place, sourceIds.get(id) ?? id)
  }
  const drops = {
    base: overlap === 'replace' ? replaced.map(lineStart) : [],
    added: overlap === 'keep' ? after.filter((edition) => !kept.includes(edition)).map(lineStart) : [],
  }

  const tables = {} as Record<TableName, readonly Bytes[]>
  for (const table of TABLE_NAMES) {
    if (isFigures(table)) {
      const own = editedFigures(table, added[table], drops.added, sourceIds)
      tables[table] = [editedFigures(table, inDialect(table, base[table]), drops.base, new Map()), withoutHeader(own)]
    } else if (table === 'editions') {
      const standing = overlap === 'replace' ? before.filter((edition) => !replaced.includes(edition)) : before
      tables[table] = [
        writeRows(table, [...standing, ...kept.map((edition) => renamed(edition, EDITION_SOURCE_PLACE))]),
      ]
    } else if (table === 'sources') {
      tables[table] = [
        writeRows(
          table,
          union(
            table,
            sourcesBefore,
            sourcesAfter.map((source) => renamed(source, 0)),
          ),
        ),
      ]
    } else {
      const definitions = kept.length > 0 ? parse(table, added[table]) : []
      tables[table] = [writeRows(table, union(table, parse(table, base[table]), definitions))]
    }
  }
  return { outcome: 'merged', tables, sourceIds, replaced: overlap === 'replace' ? replaced.map(keyOf) : [] }
}
