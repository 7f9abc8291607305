import { TABLES } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import type { Row, TableName } from '@/domain/tables'
import type { OddCell } from '@/import/file/grid'
import { columnLetter } from '@/domain/column-letter'
import type { AddProblem } from '@/import/findings'
import type { ColumnMeaning } from '@/import/meaning/column-meaning'
import { isMissing, NOT_APPLICABLE, NOT_ASSESSED, READ } from '@/import/meaning/numbers'
import { ABSENT, readScores, REFUSED } from '@/import/meaning/read-scores'
import type { Scores } from '@/import/meaning/read-scores'
import { columnOf, placeOf, resolveRows, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import { settleRepeated } from '@/import/meaning/settle-repeated'
import type { Answers, BaseDefinitions, OnProgress, ReadUnit, Step, TableTexts } from '@/import/opening'
import { refuseAboveMaximum } from '@/import/package/above-maximum'
import { defineEditions, definitionKey, joinSpellings, totalMaxima } from '@/import/package/define'
import { doubtfulScales } from '@/import/package/doubtful-scale'
import type { Definition } from '@/import/package/define'
import { defineBands } from '@/import/package/define-bands'
import type { Bands } from '@/import/package/define-bands'
import { nameFormulaLike } from '@/import/package/formula-like-names'
import { nameBadRanks, nameLostStandings, readStandings } from '@/import/package/standings'
import type { Standings } from '@/import/package/standings'
import { readOwnMaxima } from '@/import/package/own-maxima'
import { readShares } from '@/import/package/read-shares'
import { inUtf8 } from '@/import/package/text-sink'
import { scalesOf, totalsOf } from '@/import/package/total-scale'
import type { Total } from '@/import/package/total-scale'
import { writeTable } from '@/import/package/write-package'
import type { Cells } from '@/import/table/cells'
import type { FoundTable } from '@/import/table/found-table'
import { nameKey, tidy } from '@/import/text-keys'

/** Decimals shown of an edition whose file has more. */
const MOST_DECIMALS = 4
const FILE_SOURCE = 'file'

export interface MadePackage {
  readonly tables: TableTexts
  readonly unitCount: number
  /** Data rows of the file. */
  readonly rowCount: number
  /** How the file's names of units were matched. */
  readonly units: readonly ReadUnit[]
  /** The scale on which totals without a maximum of their own were read; `null` where there is none, or not one for all. */
  readonly scale: number | null
  /** The maxima of sub-indices, by the keys of their names; `null` where editions differ. */
  readonly maxima: ReadonlyMap<string, number | null>
  readonly bands: Bands['offered']
}

function appliedMaxima(
  { subIndices }: ResolvedRows,
  definitions: readonly Definition[],
): ReadonlyMap<string, number | null> {
  const maxima = new Map<string, number | null>()
  for (const { ofSubIndex } of new Set(definitions)) {
    for (const [sub, { max_score }] of ofSubIndex) {
      const key = nameKey(subIndices[sub]?.name ?? '')
      maxima.set(key, maxima.has(key) && maxima.get(key) !== max_score ? null : max_score)
    }
  }
  return maxima
}

/** Where the cells come from. */
export interface CellSource {
  readonly table: FoundTable
  readonly columns: readonly ColumnMeaning[]
  readonly fileName: string
}

/** Sub-indices that are in no version of an index whose criteria the base knows: their years cannot be compared with its. */
function nameNewSubIndices(
  cells: Cells,
  resolved: ResolvedRows,
  scores: Scores,
  definitions: readonly Definition[],
  base: BaseDefinitions,
  headerRow: number | null,
  add: AddProblem,
): void {
  const idsOf = new Map<string, Set<string>>()
  for (const { index_id, sub_index_id } of base.sub_indices) {
    idsOf.set(index_id, (idsOf.get(index_id) ?? new Set()).add(sub_index_id))
  }
  const fresh = new Set<number>()
  for (const { index, inherited, ofSubIndex } of definitions) {
    const known = idsOf.get(index.id)
    if (inherited || known === undefined) continue
    for (const [sub, row] of ofSubIndex) if (!known.has(row.sub_index_id)) fresh.add(sub)
  }
  for (let which = 0; which < scores.count && fresh.size > 0; which++) {
    const sub = scores.subIndex[which] as number
    if (!fresh.delete(sub)) continue
    const name = resolved.subIndices[sub]?.name ?? null
    const isLong = cells.form === 'long'
    const place = isLong ? placeOf(cells, 'sub-index') : (scores.column[which] as number)
    const { row, letter } = cells.originOf(scores.row[which] as number, place)
    add('unknown-id', 'warning', isLong ? row : headerRow, letter, name)
  }
}

/** Decimals of each edition: as many as its totals or scores show. */
function decimalsOf(resolved: ResolvedRows, scores: Scores): readonly number[] {
  const most = Array.from({ length: resolved.editions.length }, () => 0)
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] !== READ) continue
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    most[edition] = Math.min(MOST_DECIMALS, Math.max(most[edition] as number, scores.decimals[which] as number))
  }
  return most
}

/** One source for the file, one for each text of its source column. */
function defineSources(
  cells: Cells,
  fileName: string,
): { readonly rows: readonly Row<'sources'>[]; readonly idOf: (text: string) => string } {
  const column = columnOf(cells, 'source')
  const texts = [...new Set((column?.texts ?? []).filter((text) => !isMissing(text)).map(tidy))].toSorted()
  const ids = new Map(texts.map((text, place) => [text, `${FILE_SOURCE}-${place + 1}`]))
  const row = (source_id: string, title: string): Row<'sources'> => ({
    source_id,
    number: null,
    title,
    issuer: null,
    published_on: null,
    url: /^https?:\/\/\S+$/.test(title) ? title : null,
  })
  return {
    rows: [
      row(FILE_SOURCE, tidy(fileName) === '' ? FILE_SOURCE : tidy(fileName)),
      ...texts.map((text) => row(ids.get(text) ?? FILE_SOURCE, text)),
    ],
    idOf: (text) => ids.get(text) ?? FILE_SOURCE,
  }
}

/** Units of the file, those that lead a sub-index, and all that lineage ties to them. */
function tiedUnits(
  resolved: ResolvedRows,
  subIndices: readonly Row<'sub_indices'>[],
  base: BaseDefinitions,
): { readonly units: readonly Row<'units'>[]; readonly lineage: readonly Row<'lineage'>[] } {
  const kept = new Set(resolved.units.filter(({ base: known }) => known !== null).map(({ id }) => id))
  for (const { lead_unit_id } of subIndices) if (lead_unit_id !== null) kept.add(lead_unit_id)
  const lineage = new Set<Row<'lineage'>>()
  for (let size = -1; size !== kept.size;) {
    size = kept.size
    for (const line of base.lineage) {
      if (lineage.has(line) || !(kept.has(line.from_unit_id) || kept.has(line.to_unit_id))) continue
      lineage.add(line)
      kept.add(line.from_unit_id).add(line.to_unit_id)
    }
  }
  const fresh = resolved.units
    .filter(({ base: known }) => known === null)
    .map(({ id, name }): Row<'units'> => ({
      unit_id: id,
      name_vi: name,
      name_en: name,
      short_vi: null,
      short_en: null,
      valid_from: null,
      valid_to: null,
      official_code: null,
      grid_column: null,
      grid_row: null,
      aliases: null,
    }))
  return { units: [...base.units.filter(({ unit_id }) => kept.has(unit_id)), ...fresh], lineage: [...lineage] }
}

const used = <T>(items: Iterable<T>) => [...new Set(items)]
/** Why a cell has no score, by its state; a score has no reason. */
const reasonOf = (state: number) =>
  state === READ
    ? ''
    : state === REFUSED
      ? 'refused'
      : state === NOT_APPLICABLE
        ? 'not-applicable'
        : state === NOT_ASSESSED
          ? 'not-assessed'
          : 'not-published'
const header = (table: 'results' | 'scores') => `${TABLES[table].fields.map(({ name }) => name).join(',')}\n`

/** Cells whose texts do not say what they were, by their names in the file: `D57`. */
function oddCells({ grid, turned }: FoundTable): ReadonlyMap<string, OddCell> {
  return new Map(
    grid.odd.map((cell) => {
      const row = grid.rows[cell.row] ?? 0
      return [turned ? `${columnLetter(row - 1)}${cell.place + 1}` : `${columnLetter(cell.place)}${row}`, cell]
    }),
  )
}

/** Cells of formulas whose value was never stored: they read as blank, and are no blanks. */
function nameUnstored(table: FoundTable, columns: readonly ColumnMeaning[], add: AddProblem): void {
  const unstored = table.grid.odd.filter(({ kind }) => kind === 'no-value')
  if (unstored.length === 0) return
  const data = new Set(table.dataRows)
  const letters = new Map(
    columns.filter(({ role }) => role !== 'ignored' && role !== 'note').map(({ place, letter }) => [place, letter]),
  )
  for (const { row, place, shown } of unstored) {
    const letter = letters.get(place)
    if (letter !== undefined && data.has(row))
      add('formula-error', 'warning', table.grid.rows[row] ?? null, letter, shown)
  }
}

/**
 * Cells of a found table → the tables of a data package of its own, as CSV in
 * UTF-8. Asks where names of units or the scale of totals are open; `null`
 * where no row has a unit.
 */
export function toPackage(
  cells: Cells,
  { table, columns, fileName }: CellSource,
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
  onProgress: OnProgress,
): Step<MadePackage, Pick<MadePackage, 'units'>> {
  const headerRow = table.grid.rows[table.headerRows.at(-1) ?? -1] ?? null
  onProgress('match', 0.55)
  const resolved = resolveRows(cells, base, answers, add)
  onProgress('check', 0.65)
  nameUnstored(table, columns, add)
  const scores = readScores(cells, resolved, oddCells(table), table.right + 1, add)
  const standings = readStandings(cells)
  nameBadRanks(cells, resolved, standings, add)
  nameLostStandings(cells, resolved, add)
  const definitions = defineEditions(resolved, scores, base)
  joinSpellings(resolved, scores, definitions)
  const maxima = definitions.map(
    ({ ofSubIndex }) => new Map([...ofSubIndex].map(([sub, { max_score }]) => [sub, max_score] as const)),
  )
  readShares(cells, resolved, scores, 'fields', (edition, sub) => maxima[edition]?.get(sub) ?? Number.NaN, add)
  const knownTotals = totalMaxima(resolved, scores, definitions)
  readShares(cells, resolved, scores, 'totals', (edition) => knownTotals[edition] ?? Number.NaN, add)
  const repeated = settleRepeated(cells, resolved, scores, standings, add)
  nameFormulaLike(cells, resolved, headerRow, add)
  nameNewSubIndices(cells, resolved, scores, definitions, base, headerRow, add)
  readOwnMaxima(cells, resolved, scores, repeated, knownTotals, add)
  const doubtful = doubtfulScales(cells, resolved, scores, definitions, knownTotals, answers)
  if (doubtful.length > 0) return { asked: [...resolved.questions, ...doubtful], soFar: { units: resolved.readUnits } }
  refuseAboveMaximum(cells, resolved, scores, repeated, definitions, knownTotals, add)
  const totals = totalsOf(resolved, scores, repeated)
  const { scales, questions } = scalesOf(cells, resolved, totals, definitions, knownTotals, base, answers, add)
  const units = resolved.readUnits
  const asked = [...resolved.questions, ...questions]
  if (asked.length > 0) return { asked, soFar: { units } }
  if (resolved.units.length === 0) return null
  const bands = defineBands(resolved, definitions, totals, standings, base, answers)
  const sources = defineSources(cells, fileName)
  onProgress('write', 0.8)
  const rowIn: RowInFile = (row, place) => (table.turned ? cells.originOf(row, place).row : (cells.rows[row] as number))

  const indices = used(resolved.editions.map(({ index }) => index))
  const blocks = used(resolved.editions.map(({ block }) => block)).toSorted(
    (a, b) => (a.base?.position ?? 1e6) - (b.base?.position ?? 1e6),
  )
  const groups = [...new Map(definitions.map((definition) => [definitionKey(definition), definition])).values()]
  const subIndices = groups.flatMap(({ rows }) => rows)
  const { units: unitRows, lineage } = tiedUnits(resolved, subIndices, base)
  const decimals = decimalsOf(resolved, scores)
  const themes = new Set(subIndices.map(({ theme_id }) => theme_id))

  const editionText = resolved.editions.map(
    ({ index, period, block }) => `${index.id},${period.id},${block.id},${MAIN_SET},`,
  )
  const unitText = resolved.results.map(({ edition, unit }) => `${editionText[edition]}${resolved.units[unit]?.id},`)
  const encode = <const T extends TableName>(table: T, rows: readonly Row<T>[]) => [
    new TextEncoder().encode(writeTable(table, rows)),
  ]

  const applied = scales.map((one, edition) => one ?? knownTotals[edition] ?? null)
  const [scale = null, ...otherScales] = new Set(applied.filter((one) => one !== null))
  const made: MadePackage = {
    scale: otherScales.length === 0 ? scale : null,
    maxima: appliedMaxima(resolved, definitions),
    bands: bands.offered,
    unitCount: resolved.units.length,
    rowCount: table.dataRows.length,
    units,
    tables: {
      indices: encode(
        'indices',
        indices.map(({ id, base: known, name }, place): Row<'indices'> =>
          known === null
            ? {
                index_id: id,
                name_vi: name,
                name_en: name,
                short_name: name,
                description_vi: null,
                description_en: null,
                position: place + 1,
                direction: 'higher',
              }
            : { ...known, position: place + 1 },
        ),
      ),
      blocks: encode(
        'blocks',
        blocks.map(({ id, base: known, name }, place): Row<'blocks'> => ({
          block_id: id,
          name_vi: known?.name_vi ?? name,
          name_en: known?.name_en ?? name,
          position: place + 1,
        })),
      ),
      versions: encode('versions', versionRows(groups, base, fileName)),
      themes: encode(
        'themes',
        base.themes.filter(({ theme_id }) => themes.has(theme_id)),
      ),
      sub_indices: encode('sub_indices', subIndices),
      bands: encode('bands', bands.rows),
      units: encode('units', unitRows),
      lineage: encode('lineage', lineage),
      sources: encode('sources', sources.rows),
      editions: encode(
        'editions',
        resolved.editions.map(({ index, period, block }, edition): Row<'editions'> => ({
          index_id: index.id,
          period: period.id,
          period_end: period.end,
          block_id: block.id,
          result_set: MAIN_SET,
          result_set_name_vi: null,
          result_set_name_en: null,
          version_id: definitions[edition]?.versionId ?? FILE_SOURCE,
          status: 'provisional',
          published_on: null,
          source_id: FILE_SOURCE,
          decimals: decimals[edition] ?? 0,
          survey_invited: null,
          survey_returned: null,
          survey_valid: null,
        })),
      ),
      results: inUtf8(() =>
        writeResults(cells, rowIn, resolved, unitText, totals, scales, standings, bands, sources.idOf),
      ),
      scores: inUtf8(() => writeScores(rowIn, resolved, unitText, scores, repeated, definitions)),
      rules: encode('rules', base.rules),
    },
  }
  return { done: made }
}

/** The row of the file that a cell stands in; `row` and `place` are those of the unfolded cells. */
type RowInFile = (row: number, place: number) => number

function versionRows(
  groups: readonly Definition[],
  base: BaseDefinitions,
  fileName: string,
): readonly Row<'versions'>[] {
  const rows = new Map<string, Row<'versions'>>()
  for (const { index, versionId, inherited } of groups) {
    const known = inherited
      ? base.versions.find((version) => version.index_id === index.id && version.version_id === versionId)
      : undefined
    const made = {
      index_id: index.id,
      version_id: versionId,
      decision: null,
      issued_on: null,
      note_vi: fileName,
      note_en: fileName,
    }
    // The notes of the base are about its own figures.
    rows.set(`${index.id} ${versionId}`, known ? { ...known, note_vi: fileName, note_en: fileName } : made)
  }
  return [...rows.values()]
}

function* writeResults(
  cells: Cells,
  rowIn: RowInFile,
  resolved: ResolvedRows,
  unitText: readonly string[],
  totals: readonly (Total | undefined)[],
  scales: readonly (number | null)[],
  standings: Standings,
  bands: Bands,
  sourceId: (text: string) => string,
): Generator<string> {
  yield header('results')
  for (const [place, { edition, firstRow }] of resolved.results.entries()) {
    const total = totals[place]
    const row = total?.row ?? firstRow
    const state = total?.state ?? ABSENT
    const trusted = total !== undefined && state !== REFUSED
    const rank = trusted ? standings.rank(row) : null
    const band = trusted ? standings.band(row) : null
    // What follows from the sub-indices is left to the engine: it knows the maxima that applied to the unit.
    const max = total === undefined ? null : Number.isNaN(total.max) ? (scales[edition] ?? null) : total.max
    const isBare = state !== REFUSED && state !== READ
    const reason = isBare && (rank !== null || band !== null) ? 'rank-only' : state === ABSENT ? '' : reasonOf(state)
    const source = standings.source(row)
    yield `${unitText[place]}${state === READ ? String(total?.value) : ''},${max ?? ''},${rank ?? ''},${
      band === null ? '' : (bands.idOf(edition, band) ?? '')
    },${trusted ? String(standings.ranked(row)) : 'true'},${reason},${source === null ? FILE_SOURCE : sourceId(source)},${rowIn(row, total?.column ?? Math.max(0, placeOf(cells, 'unit')))}\n`
  }
}

function* writeScores(
  rowIn: RowInFile,
  resolved: ResolvedRows,
  unitText: readonly string[],
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
): Generator<string> {
  yield header('scores')
  const subTexts = definitions.map(({ ofSubIndex }) => {
    const texts = Array.from({ length: resolved.subIndices.length }, () => '')
    for (const [sub, row] of ofSubIndex) texts[sub] = `${row.sub_index_id},final,`
    return texts
  })
  const subMaxima = definitions.map(({ ofSubIndex }) => {
    const maxima = new Float64Array(resolved.subIndices.length).fill(Number.NaN)
    for (const [sub, { max_score }] of ofSubIndex) maxima[sub] = max_score ?? Number.NaN
    return maxima
  })
  for (let which = 0; which < scores.count; which++) {
    const sub = scores.subIndex[which] as number
    if (sub === TOTAL || repeated[which] === 1) continue
    const result = scores.result[which] as number
    const edition = resolved.results[result]?.edition as number
    const max = scores.max[which] as number
    const state = scores.state[which] as number
    const value = state === READ ? String(scores.value[which]) : ''
    const ownMax = Number.isNaN(max) || max === subMaxima[edition]?.[sub] ? '' : String(max)
    const reason = reasonOf(state)
    const row = rowIn(scores.row[which] as number, scores.column[which] as number)
    yield `${unitText[result]}${subTexts[edition]?.[sub]}${value},${ownMax},${reason},${row}\n`
  }
}
