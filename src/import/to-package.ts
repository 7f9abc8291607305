import { TABLES } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import type { Row, TableName } from '@/domain/tables'
import type { Cells, Column } from '@/import/columns'
import { defineEditions, joinSpellings, totalMaxima } from '@/import/define'
import type { Definition } from '@/import/define'
import type { AddProblem } from '@/import/findings'
import type { Layout } from '@/import/layout'
import { isMissing, MISSING, READ, readNumbers } from '@/import/numbers'
import type { Answers, BaseDefinitions, OnProgress, TableTexts } from '@/import/opening'
import { ABSENT, readScores, REFUSED, settleRepeated } from '@/import/read-scores'
import type { Scores } from '@/import/read-scores'
import { columnOf, NO_ROW, resolveRows, TOTAL } from '@/import/resolve-rows'
import type { ResolvedRows } from '@/import/resolve-rows'
import { fold, nameKey, takeSlug, tidy } from '@/import/text-keys'
import { startText } from '@/import/text-sink'
import { writeTable } from '@/import/write-package'

/** Decimals shown of an edition whose file has more. */
const MOST_DECIMALS = 4
/** The scales that indices are published on, for a total whose maximum the file does not give. */
const USUAL_SCALES = [1, 10, 100, 1000]
const FILE_SOURCE = 'file'
const NOT_RANKED: ReadonlySet<string> = new Set(['khong xep hang', 'khong xh', 'kxh', 'not ranked', 'unranked'])

interface MadePackage {
  readonly tables: TableTexts
  readonly unitCount: number
  readonly decimalMark: '.' | ','
}

/** Rank, class and source of data rows, as the file gives them. */
interface Standings {
  readonly rank: (row: number) => number | null
  readonly ranked: (row: number) => boolean
  readonly band: (row: number) => string | null
  readonly source: (row: number) => string | null
  readonly same: (rowA: number, rowB: number) => boolean
  /** Whether the row has neither rank nor class. */
  readonly none: (row: number) => boolean
}

const textAt = (column: Column | null, row: number) =>
  column === null ? '' : (column.texts[column.codes[row] as number] ?? '')

function readStandings(cells: Cells, layout: Layout): Standings {
  const rankColumn = columnOf(cells, layout, 'rank')
  const bandColumn = columnOf(cells, layout, 'class')
  const sourceColumn = columnOf(cells, layout, 'source')
  const ranks = readNumbers(rankColumn?.texts ?? [], Number.MAX_SAFE_INTEGER)
  const codeAt = (column: Column | null, row: number) => (column === null ? 0 : (column.codes[row] as number))
  const given = (text: string) => (isMissing(text) ? null : tidy(text))
  return {
    rank(row) {
      const value = ranks.values[codeAt(rankColumn, row)] ?? Number.NaN
      return Number.isInteger(value) && value >= 1 ? value : null
    },
    ranked(row) {
      const text = textAt(rankColumn, row).trim()
      return text === '' || !(isMissing(text) || NOT_RANKED.has(fold(text)))
    },
    band: (row) => given(textAt(bandColumn, row)),
    source: (row) => given(textAt(sourceColumn, row)),
    same: (a, b) => codeAt(rankColumn, a) === codeAt(rankColumn, b) && codeAt(bandColumn, a) === codeAt(bandColumn, b),
    none: (row) => [rankColumn, bandColumn].every((column) => isMissing(textAt(column, row))),
  }
}

/** Ranks that are no ranks. */
function nameBadRanks(
  cells: Cells,
  layout: Layout,
  resolved: ResolvedRows,
  standings: Standings,
  add: AddProblem,
): void {
  const column = columnOf(cells, layout, 'rank')
  const title = layout.columns.find(({ role }) => role === 'rank')?.title ?? null
  if (column === null) return
  for (let row: number = layout.firstRow; row < cells.rowCount; row++) {
    const text = textAt(column, row)
    if (text === '' || resolved.resultOfRow[row] === NO_ROW || isMissing(text)) continue
    if (resolved.subIndexOfRow !== null && resolved.subIndexOfRow[row] !== TOTAL) continue
    if (standings.rank(row) === null && standings.ranked(row)) {
      add('bad-value', 'error', cells.rows[row] ?? null, title, text, '1, 2, 3 …')
    }
  }
}

/** Once a file and column: ranks and classes of sub-indices have no place in the tables. */
function nameLostStandings(cells: Cells, layout: Layout, resolved: ResolvedRows, add: AddProblem): void {
  if (resolved.subIndexOfRow === null) return
  for (const role of ['rank', 'class'] as const) {
    const column = columnOf(cells, layout, role)
    if (column === null) continue
    const row = resolved.subIndexOfRow.findIndex(
      (sub, at) => sub !== TOTAL && resolved.resultOfRow[at] !== NO_ROW && !isMissing(textAt(column, at)),
    )
    const title = layout.columns.find((laid) => laid.role === role)?.title ?? null
    if (row !== -1) add('bad-value', 'warning', cells.rows[row] ?? null, title, textAt(column, row), 'total')
  }
}

/** By result: how far maxima of the unit's own move that of its total from the definition's. */
function ownDifferences(
  resolved: ResolvedRows,
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
): Float64Array {
  const differences = new Float64Array(resolved.results.length)
  for (let which = 0; which < scores.count; which++) {
    const max = scores.max[which] as number
    const sub = scores.subIndex[which] as number
    if (sub === TOTAL || repeated[which] === 1 || Number.isNaN(max)) continue
    const result = scores.result[which] as number
    const row = definitions[resolved.results[result]?.edition as number]?.ofSubIndex.get(sub)
    // A weight is what a full score adds to the total, whatever the maximum.
    if (row === undefined || row.parent_id !== null || row.weight !== null) continue
    if (row.max_score !== null && row.max_score !== 0) {
      differences[result] = (differences[result] as number) + max - row.max_score
    }
  }
  return differences
}

/** Scores above the maximum that applied to the unit are refused. */
function refuseAboveMaximum(
  cells: Cells,
  layout: Layout,
  resolved: ResolvedRows,
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
  totals: readonly (number | null)[],
  add: AddProblem,
): void {
  const width = resolved.subIndices.length
  const defined = definitions.map(({ ofSubIndex }, edition) => {
    const maxima = new Float64Array(width).fill(Number.NaN)
    maxima[TOTAL] = totals[edition] ?? Number.NaN
    for (const [sub, { max_score }] of ofSubIndex) maxima[sub] = max_score ?? Number.NaN
    return maxima
  })
  const differences = ownDifferences(resolved, scores, repeated, definitions)
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] !== READ) continue
    const given = scores.max[which] as number
    const result = scores.result[which] as number
    const sub = scores.subIndex[which] as number
    const ofEdition = defined[resolved.results[result]?.edition as number]?.[sub] ?? Number.NaN
    const applied = sub === TOTAL ? Math.round((ofEdition + (differences[result] as number)) * 1e6) / 1e6 : ofEdition
    const max = Number.isNaN(given) ? applied : given
    // Sums of decimals are off by less than this.
    if (!((scores.value[which] as number) > max + 1e-9)) continue
    const row = scores.row[which] as number
    const place = scores.column[which] as number
    const title = layout.columns.find((column) => column.place === place)?.title ?? null
    add('above-max', 'error', cells.rows[row] ?? null, title, textAt(cells.columns[place] ?? null, row), String(max))
    scores.state[which] = REFUSED
  }
}

/** Sub-indices that are in no version of an index whose criteria the base knows: their years cannot be compared with its. */
function nameNewSubIndices(
  cells: Cells,
  layout: Layout,
  resolved: ResolvedRows,
  scores: Scores,
  definitions: readonly Definition[],
  base: BaseDefinitions,
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
    const long = layout.form === 'long'
    const row = long ? (cells.rows[scores.row[which] as number] ?? null) : cells.headerRow
    const title = layout.columns.find(({ role, place }) =>
      long ? role === 'sub-index' : place === scores.column[which],
    )?.title
    add('unknown-id', 'warning', row, title ?? null, name)
  }
}

interface Total {
  readonly row: number
  readonly state: number
  readonly value: number
  readonly max: number
}

function totalsOf(resolved: ResolvedRows, scores: Scores, repeated: Uint8Array): readonly (Total | undefined)[] {
  const totals = Array.from<Total | undefined>({ length: resolved.results.length })
  for (let which = 0; which < scores.count; which++) {
    if (scores.subIndex[which] !== TOTAL || repeated[which] === 1) continue
    totals[scores.result[which] as number] = {
      row: scores.row[which] as number,
      state: scores.state[which] as number,
      value: scores.value[which] as number,
      max: scores.max[which] as number,
    }
  }
  return totals
}

/** The scale of each edition's totals, judged by the largest, where nothing gives the maximum; else `null`. */
function assumedScales(
  cells: Cells,
  layout: Layout,
  resolved: ResolvedRows,
  totals: readonly (Total | undefined)[],
  known: readonly (number | null)[],
  add: AddProblem,
): readonly (number | null)[] {
  const largest = new Float64Array(resolved.editions.length).fill(-1)
  for (const [place, total] of totals.entries()) {
    const edition = resolved.results[place]?.edition as number
    if (total?.state !== READ || !Number.isNaN(total.max) || known[edition] !== null) continue
    largest[edition] = Math.max(largest[edition] as number, total.value)
  }
  const title = layout.columns.find(({ role }) => role === 'total' || role === 'score')?.title ?? null
  return known.map((max, edition) => {
    const top = largest[edition] as number
    if (max !== null || top < 0) return null
    const scale = USUAL_SCALES.find((usual) => usual >= top) ?? null
    add('missing-column', 'warning', cells.headerRow, title, scale === null ? null : String(scale), 'max_score')
    return scale
  })
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

const definitionKey = ({ index, block, versionId }: Definition) => `${index.id} ${versionId} ${block.id}`

interface Bands {
  readonly rows: readonly Row<'bands'>[]
  readonly idOf: (edition: number, name: string) => string | null
}

/** The classes of the base's version, and those that only the file names: the higher its units' totals (else ranks) the higher the class. */
function defineBands(
  resolved: ResolvedRows,
  definitions: readonly Definition[],
  totals: readonly (Total | undefined)[],
  standings: Standings,
  base: BaseDefinitions,
): Bands {
  interface Named {
    name: string
    sum: number
    count: number
    ranks: number
  }
  const named = new Map<string, { readonly definition: Definition; readonly names: Map<string, Named> }>()
  for (const definition of definitions) named.set(definitionKey(definition), { definition, names: new Map() })
  for (const [place, total] of totals.entries()) {
    const name = total === undefined || total.state === REFUSED ? null : standings.band(total.row)
    if (total === undefined || name === null) continue
    const definition = definitions[resolved.results[place]?.edition as number] as Definition
    const names = named.get(definitionKey(definition))?.names
    const key = nameKey(name)
    const before = names?.get(key) ?? { name, sum: 0, count: 0, ranks: 0 }
    if (name < before.name) before.name = name
    if (total.state === READ) {
      before.sum += total.value
      before.count++
    }
    before.ranks += standings.rank(total.row) ?? 0
    names?.set(key, before)
  }

  const rows: Row<'bands'>[] = []
  const ids = new Map<string, string>()
  for (const [path, { definition, names }] of named) {
    const { index, block, versionId, inherited } = definition
    const ofIndex = base.bands.filter(({ index_id }) => index_id === index.id)
    const own = inherited ? ofIndex.filter((band) => band.version_id === versionId && band.block_id === block.id) : []
    rows.push(...own)
    const taken = new Set(own.map(({ band_id }) => band_id))
    let position = own.reduce((last, band) => Math.max(last, band.position), 0)
    const level = ({ sum, count, ranks }: Named) => (count > 0 ? sum / count : -ranks)
    for (const [key, name] of [...names].toSorted((a, b) => level(b[1]) - level(a[1]) || (a[0] < b[0] ? -1 : 1))) {
      const isNamed = (band: Row<'bands'>) =>
        [band.name_vi, band.name_en, band.band_id].some((text) => nameKey(text) === key)
      const known = own.find(isNamed)
      if (known !== undefined) {
        ids.set(`${path} ${key}`, known.band_id)
        continue
      }
      const alike = ofIndex.find((band) => isNamed(band) && !taken.has(band.band_id))
      const band_id = alike?.band_id ?? takeSlug(name.name, 'class', taken)
      taken.add(band_id)
      ids.set(`${path} ${key}`, band_id)
      position++
      rows.push({
        index_id: index.id,
        version_id: versionId,
        block_id: block.id,
        band_id,
        name_vi: alike?.name_vi ?? name.name,
        name_en: alike?.name_en ?? name.name,
        min_share: null,
        position,
      })
    }
  }
  return {
    rows,
    idOf: (edition, name) => ids.get(`${definitionKey(definitions[edition] as Definition)} ${nameKey(name)}`) ?? null,
  }
}

/** One source for the file, one for each text of its source column. */
function defineSources(
  cells: Cells,
  layout: Layout,
  fileName: string,
): { readonly rows: readonly Row<'sources'>[]; readonly idOf: (text: string) => string } {
  const column = columnOf(cells, layout, 'source')
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
const reasons = { [MISSING]: 'not-published', [REFUSED]: 'refused' } as const
const header = (table: 'results' | 'scores') => `${TABLES[table].fields.map(({ name }) => name).join(',')}\n`

/** Table of a file's cells → the tables of a data package of its own, as CSV in UTF-8. */
export function toPackage(
  cells: Cells,
  layout: Layout,
  fileName: string,
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
  onProgress: OnProgress,
): MadePackage {
  onProgress('match', 0.55)
  const resolved = resolveRows(cells, layout, base, answers, add)
  onProgress('check', 0.65)
  const scores = readScores(cells, layout, resolved, add)
  const standings = readStandings(cells, layout)
  nameBadRanks(cells, layout, resolved, standings, add)
  nameLostStandings(cells, layout, resolved, add)
  const definitions = defineEditions(resolved, scores, base)
  joinSpellings(resolved, scores, definitions)
  const repeated = settleRepeated(cells, layout, resolved, scores, standings, add)
  nameNewSubIndices(cells, layout, resolved, scores, definitions, base, add)
  const knownTotals = totalMaxima(resolved, scores, definitions)
  refuseAboveMaximum(cells, layout, resolved, scores, repeated, definitions, knownTotals, add)
  const totals = totalsOf(resolved, scores, repeated)
  const scales = assumedScales(cells, layout, resolved, totals, knownTotals, add)
  const bands = defineBands(resolved, definitions, totals, standings, base)
  const sources = defineSources(cells, layout, fileName)
  onProgress('write', 0.8)

  const indices = used(resolved.editions.map(({ index }) => index))
  const blocks = used(resolved.editions.map(({ block }) => block)).toSorted(
    (a, b) => (a.base?.position ?? 1e6) - (b.base?.position ?? 1e6),
  )
  const groups = [...new Map(definitions.map((definition) => [definitionKey(definition), definition])).values()]
  const subIndices = groups.flatMap(({ rows }) => rows)
  const { units, lineage } = tiedUnits(resolved, subIndices, base)
  const decimals = decimalsOf(resolved, scores)
  const themes = new Set(subIndices.map(({ theme_id }) => theme_id))

  const editionText = resolved.editions.map(
    ({ index, period, block }) => `${index.id},${period.id},${block.id},${MAIN_SET},`,
  )
  const unitText = resolved.results.map(({ edition, unit }) => `${editionText[edition]}${resolved.units[unit]?.id},`)
  const encode = <const T extends TableName>(table: T, rows: readonly Row<T>[]) =>
    new TextEncoder().encode(writeTable(table, rows))

  return {
    unitCount: resolved.units.length,
    decimalMark: scores.decimalMark,
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
      units: encode('units', units),
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
      results: writeResults(cells, resolved, unitText, totals, scales, standings, bands, sources.idOf),
      scores: writeScores(cells, resolved, unitText, scores, repeated, definitions),
      rules: encode('rules', base.rules),
    },
  }
}

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

function writeResults(
  cells: Cells,
  resolved: ResolvedRows,
  unitText: readonly string[],
  totals: readonly (Total | undefined)[],
  scales: readonly (number | null)[],
  standings: Standings,
  bands: Bands,
  sourceId: (text: string) => string,
): Uint8Array<ArrayBuffer> {
  const sink = startText()
  sink.write(header('results'))
  for (const [place, { edition, firstRow }] of resolved.results.entries()) {
    const total = totals[place]
    const row = total?.row ?? firstRow
    const state = total?.state ?? ABSENT
    const trusted = total !== undefined && state !== REFUSED
    const rank = trusted ? standings.rank(row) : null
    const band = trusted ? standings.band(row) : null
    // What follows from the sub-indices is left to the engine: it knows the maxima that applied to the unit.
    const max = total === undefined ? null : Number.isNaN(total.max) ? (scales[edition] ?? null) : total.max
    const reason =
      state === REFUSED
        ? reasons[REFUSED]
        : state === READ
          ? ''
          : rank !== null || band !== null
            ? 'rank-only'
            : state === MISSING
              ? reasons[MISSING]
              : ''
    const source = standings.source(row)
    sink.write(
      `${unitText[place]}${state === READ ? String(total?.value) : ''},${max ?? ''},${rank ?? ''},${
        band === null ? '' : (bands.idOf(edition, band) ?? '')
      },${trusted ? String(standings.ranked(row)) : 'true'},${reason},${source === null ? FILE_SOURCE : sourceId(source)},${cells.rows[row]}\n`,
    )
  }
  return sink.finish()
}

function writeScores(
  cells: Cells,
  resolved: ResolvedRows,
  unitText: readonly string[],
  scores: Scores,
  repeated: Uint8Array,
  definitions: readonly Definition[],
): Uint8Array<ArrayBuffer> {
  const sink = startText()
  sink.write(header('scores'))
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
    const reason = state === READ ? '' : state === REFUSED ? reasons[REFUSED] : reasons[MISSING]
    const row = cells.rows[scores.row[which] as number]
    sink.write(`${unitText[result]}${subTexts[edition]?.[sub]}${value},${ownMax},${reason},${row}\n`)
  }
  return sink.finish()
}
