import Papa from 'papaparse'
import { TABLES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import type { TableTexts } from '@/import/opening'

type Named = Readonly<Record<string, string>>

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

function* parsed(text: string): Generator<readonly string[]> {
  if (text.includes('"'))
    yield* Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data
  // Row by row: what is gone at once costs next to nothing.
  else for (const line of text.split('\n')) if (line !== '') yield line.split(',')
}

/** The cells of a table of the package, in the order of its schema: a million rows are never all in memory. */
function* cellsOf(tables: TableTexts, table: TableName): Generator<readonly string[]> {
  const decoder = new TextDecoder()
  let isHeader = true
  for (const bytes of tables[table]) {
    for (const cells of parsed(decoder.decode(bytes))) {
      if (!isHeader) yield cells
      isHeader = false
    }
  }
}

const fieldsOf = (table: TableName): readonly string[] => TABLES[table].fields.map(({ name }) => name)

function* rowsOf(tables: TableTexts, table: TableName): Generator<Named> {
  const names = fieldsOf(table)
  for (const cells of cellsOf(tables, table))
    yield Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
}

const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))
const textOf = (text: string | undefined) => (text === undefined || text === '' ? null : text)
const keyOf = (cells: Named, ...names: readonly string[]) => names.map((name) => cells[name]).join('|')
const EDITION = ['index_id', 'period', 'block_id', 'result_set'] as const
const CRITERIA = ['index_id', 'version_id', 'block_id'] as const

/** Reads cells of a table by the names of their columns. */
function reader(table: TableName): (cells: readonly string[], name: string) => string {
  const places = new Map(fieldsOf(table).map((name, place) => [name, place]))
  return (cells, name) => cells[places.get(name) ?? -1] ?? ''
}

interface SubIndex {
  readonly name: string
  readonly max: number | null
}

/** The figures of an opened file: of every unit its total, where the file has one, and its scores. */
export function* recordsOf(tables: TableTexts): Generator<ImportedRecord> {
  const unitNames = new Map([...rowsOf(tables, 'units')].map((row) => [row['unit_id'], row['name_vi'] ?? '']))
  const criteria = new Map(
    [...rowsOf(tables, 'editions')].map((row) => [keyOf(row, ...EDITION), keyOf(row, ...CRITERIA)]),
  )
  const subIndices = new Map<string, Map<string, SubIndex>>()
  for (const row of rowsOf(tables, 'sub_indices')) {
    const key = keyOf(row, ...CRITERIA)
    const of = subIndices.get(key) ?? new Map<string, SubIndex>()
    subIndices.set(
      key,
      of.set(row['sub_index_id'] ?? '', { name: row['name_vi'] ?? '', max: numberOf(row['max_score']) }),
    )
  }
  const bandNames = new Map(
    [...rowsOf(tables, 'bands')].map((row) => [keyOf(row, ...CRITERIA, 'band_id'), row['name_vi'] ?? '']),
  )
  /** What the rows of a unit have in common; they follow each other. */
  function aboutOf(table: 'results' | 'scores') {
    const read = reader(table)
    const names = [...EDITION, 'unit_id'] as const
    const places = names.map((name) => fieldsOf(table).indexOf(name))
    let last: readonly string[] = []
    let about = { index: '', period: '', block: '', unit: '', unitName: '', criteria: '' }
    return (cells: readonly string[]) => {
      if (last.length > 0 && places.every((place) => cells[place] === last[place])) return about
      last = cells
      const unit = read(cells, 'unit_id')
      about = {
        index: read(cells, 'index_id'),
        period: read(cells, 'period'),
        block: read(cells, 'block_id'),
        unit,
        unitName: unitNames.get(unit) ?? '',
        criteria: criteria.get(EDITION.map((name) => read(cells, name)).join('|')) ?? '',
      }
      return about
    }
  }

  const aboutResult = aboutOf('results')
  const ofResult = reader('results')
  for (const cells of cellsOf(tables, 'results')) {
    const rank = numberOf(ofResult(cells, 'rank'))
    const band = textOf(ofResult(cells, 'band_id'))
    const score = numberOf(ofResult(cells, 'total_score'))
    const missingReason = textOf(ofResult(cells, 'missing_reason'))
    if (score === null && rank === null && band === null && missingReason === null) continue
    const { criteria: ofVersion, ...about } = aboutResult(cells)
    yield {
      ...about,
      subIndex: 'total',
      subIndexName: 'total',
      part: null,
      score,
      maxScore: numberOf(ofResult(cells, 'max_score')),
      missingReason,
      rank,
      band: band === null ? null : (bandNames.get(`${ofVersion}|${band}`) ?? band),
      row: numberOf(ofResult(cells, 'source_row')),
    }
  }
  const aboutScore = aboutOf('scores')
  const ofScore = reader('scores')
  for (const cells of cellsOf(tables, 'scores')) {
    const { index, period, block, unit, unitName, criteria: ofVersion } = aboutScore(cells)
    const id = ofScore(cells, 'sub_index_id')
    const subIndex = subIndices.get(ofVersion)?.get(id)
    yield {
      index,
      period,
      block,
      unit,
      unitName,
      subIndex: id,
      subIndexName: subIndex?.name ?? '',
      part: textOf(ofScore(cells, 'part')),
      score: numberOf(ofScore(cells, 'score')),
      maxScore: numberOf(ofScore(cells, 'max_score')) ?? subIndex?.max ?? null,
      missingReason: textOf(ofScore(cells, 'missing_reason')),
      row: numberOf(ofScore(cells, 'source_row')),
    }
  }
}
