import Papa from 'papaparse'
import type { TableName } from '@/domain/tables'
import type { TableTexts } from '@/import/opening'

type Cells = Readonly<Record<string, string>>

/** One score of the opened file, or the total of a unit (`subIndex: "total"`, with rank and class as published). */
export interface ImportedRecord {
  readonly index: string
  readonly period: string
  readonly block: string
  readonly unit: string
  readonly unitName: string
  readonly subIndex: string
  readonly subIndexName: string
  readonly part: string | null
  readonly score: number | null
  readonly maxScore: number | null
  readonly missingReason: string | null
  readonly rank?: number | null
  readonly band?: string | null
  readonly row: number | null
}

const PIECE_BYTES = 1 << 22
const NEWLINE = 0x0a

/** The rows of a table of the package, a piece at a time: a table of a million rows is never whole in memory as objects. */
function* rowsOf(tables: TableTexts, table: TableName): Generator<Cells> {
  const bytes = tables[table]
  let header: readonly string[] | null = null
  for (let start = 0; start < bytes.length;) {
    let cut = 0
    let parsed: Papa.ParseResult<string[]>
    // A piece ends at a line end that no quoted cell holds.
    for (let length = PIECE_BYTES; ; length *= 2) {
      const end = Math.min(bytes.length, start + length)
      cut = end === bytes.length ? end : bytes.lastIndexOf(NEWLINE, end - 1) + 1
      if (cut <= start) continue
      const text = new TextDecoder().decode(bytes.subarray(start, cut))
      parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true })
      if (cut === bytes.length || !parsed.errors.some(({ type }) => type === 'Quotes')) break
    }
    start = cut
    for (const cells of parsed.data) {
      if (header === null) header = cells
      else yield Object.fromEntries(header.map((name, place) => [name, cells[place] ?? '']))
    }
  }
}

const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))
const textOf = (text: string | undefined) => (text === undefined || text === '' ? null : text)
const keyOf = (cells: Cells, ...names: readonly string[]) => names.map((name) => cells[name]).join('|')
const EDITION = ['index_id', 'period', 'block_id', 'result_set'] as const
const CRITERIA = ['index_id', 'version_id', 'block_id'] as const

/** The figures of an opened file: of every unit its total, where the file has one, and its scores. */
export function* recordsOf(tables: TableTexts): Generator<ImportedRecord> {
  const unitNames = new Map([...rowsOf(tables, 'units')].map((row) => [row['unit_id'], row['name_vi'] ?? '']))
  const criteria = new Map(
    [...rowsOf(tables, 'editions')].map((row) => [keyOf(row, ...EDITION), keyOf(row, ...CRITERIA)]),
  )
  const subIndices = new Map(
    [...rowsOf(tables, 'sub_indices')].map((row) => [keyOf(row, ...CRITERIA, 'sub_index_id'), row]),
  )
  const bandNames = new Map(
    [...rowsOf(tables, 'bands')].map((row) => [keyOf(row, ...CRITERIA, 'band_id'), row['name_vi'] ?? '']),
  )
  const about = (row: Cells) => ({
    index: row['index_id'] ?? '',
    period: row['period'] ?? '',
    block: row['block_id'] ?? '',
    unit: row['unit_id'] ?? '',
    unitName: unitNames.get(row['unit_id']) ?? '',
  })
  for (const row of rowsOf(tables, 'results')) {
    const rank = numberOf(row['rank'])
    const band = textOf(row['band_id'])
    const score = numberOf(row['total_score'])
    const missingReason = textOf(row['missing_reason'])
    if (score === null && rank === null && band === null && missingReason === null) continue
    yield {
      ...about(row),
      subIndex: 'total',
      subIndexName: 'total',
      part: null,
      score,
      maxScore: numberOf(row['max_score']),
      missingReason,
      rank,
      band: band === null ? null : (bandNames.get(`${criteria.get(keyOf(row, ...EDITION))}|${band}`) ?? band),
      row: numberOf(row['source_row']),
    }
  }
  for (const row of rowsOf(tables, 'scores')) {
    const subIndex = subIndices.get(`${criteria.get(keyOf(row, ...EDITION))}|${row['sub_index_id']}`)
    yield {
      ...about(row),
      subIndex: row['sub_index_id'] ?? '',
      subIndexName: subIndex?.['name_vi'] ?? '',
      part: textOf(row['part']),
      score: numberOf(row['score']),
      maxScore: numberOf(row['max_score']) ?? numberOf(subIndex?.['max_score']),
      missingReason: textOf(row['missing_reason']),
      row: numberOf(row['source_row']),
    }
  }
}
