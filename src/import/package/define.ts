import type { Row } from '@/domain/tables'
import { versionStarts } from '@/import/meaning/version-starts'
import type { BaseDefinitions } from '@/import/opening'
import { TOTAL } from '@/import/meaning/resolve-rows'
import type { Edition, NamedBlock, NamedIndex, NamedSubIndex, ResolvedRows } from '@/import/meaning/resolve-rows'
import { exactKeys } from '@/import/meaning/match-sub-indices'
import { READ } from '@/import/meaning/numbers'
import type { Scores } from '@/import/meaning/read-scores'
import { nameKey, takeSlug } from '@/import/text-keys'

type SubRow = Row<'sub_indices'>

/** The criteria set under which one block of an index was assessed. */
export interface Definition {
  readonly index: NamedIndex
  readonly block: NamedBlock
  readonly versionId: string
  /** Whether index, version and sub-indices are the base package's own. */
  readonly inherited: boolean
  readonly rows: readonly SubRow[]
  /** The row of each sub-index that the file names, by its place. */
  readonly ofSubIndex: ReadonlyMap<number, SubRow>
}

/** One text for each definition: criteria are those of an index, a version and a block. */
export const definitionKey = ({ index, block, versionId }: Definition) => `${index.id} ${versionId} ${block.id}`

type UsedSubIndices = ReadonlyMap<number, number | null>

/** For every edition its sub-indices, with the maximum that the file gives most often. */
function usedSubIndices(resolved: ResolvedRows, scores: Scores): readonly UsedSubIndices[] {
  const width = resolved.subIndices.length
  const given = resolved.editions.map(() => Array.from<Map<number, number> | undefined>({ length: width }))
  for (let which = 0; which < scores.count; which++) {
    const sub = scores.subIndex[which] as number
    if (sub === TOTAL) continue
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    const ofEdition = given[edition] as (Map<number, number> | undefined)[]
    let counts = ofEdition[sub]
    if (counts === undefined) {
      counts = new Map()
      ofEdition[sub] = counts
    }
    const max = scores.max[which] as number
    if (!Number.isNaN(max)) counts.set(max, (counts.get(max) ?? 0) + 1)
  }
  return given.map((ofEdition) => {
    const used = new Map<number, number | null>()
    for (const [sub, counts] of ofEdition.entries()) {
      if (counts === undefined) continue
      const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
      used.set(sub, most?.[0] ?? null)
    }
    return used
  })
}

interface Candidate {
  readonly version: Row<'versions'>
  /** From which day on it is in force; '' where that is not known. */
  readonly since: string
  readonly rows: readonly SubRow[]
  readonly byKey: ReadonlyMap<string, SubRow>
}

function candidatesOf(base: BaseDefinitions, indexId: string, blockId: string): readonly Candidate[] {
  const startOf = versionStarts(base)
  return base.versions
    .filter((version) => version.index_id === indexId)
    .map((version) => {
      const rows = base.sub_indices.filter(
        (row) => row.index_id === indexId && row.version_id === version.version_id && row.block_id === blockId,
      )
      const byId = new Map(rows.map((row) => [row.sub_index_id, row]))
      const byKey = new Map<string, SubRow>()
      for (const row of rows.toSorted((a, b) => Number(a.parent_id !== null) - Number(b.parent_id !== null))) {
        for (const key of exactKeys(row, byId.get(row.parent_id ?? ''))) if (!byKey.has(key)) byKey.set(key, row)
      }
      return { version, since: startOf(version, blockId), rows, byKey }
    })
    .filter(({ rows }) => rows.length > 0)
}

/** The version in force: of those in force by the end of the period the latest, else the latest of all. */
function inForce(candidates: readonly Candidate[], end: string): Candidate | null {
  const sorted = candidates.toSorted((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0))
  return sorted.find(({ since }) => since <= end) ?? sorted[0] ?? null
}

/** Whether an edition is under a version: the same sub-indices, not some of them, with the same maxima. */
function fits(candidate: Candidate, subIndices: ResolvedRows['subIndices'], used: UsedSubIndices): boolean {
  const rows = new Set<SubRow>()
  for (const [sub, max] of used) {
    const row = candidate.byKey.get(subIndices[sub]?.key ?? '')
    if (row === undefined || (max !== null && row.max_score !== null && row.max_score !== max)) return false
    rows.add(row)
  }
  return used.size > 0 && candidate.rows.every((row) => row.parent_id !== null || row.max_score === 0 || rows.has(row))
}

function newRow(
  name: string,
  position: number,
  ids: Pick<SubRow, 'index_id' | 'version_id' | 'block_id' | 'sub_index_id'>,
): SubRow {
  return {
    ...ids,
    parent_id: null,
    name_vi: name,
    name_en: name,
    max_score: null,
    weight: null,
    position,
    theme_id: null,
    lead_unit_id: null,
  }
}

/** Sub-indices named `A > B` become children of `A` where `A` is one itself. */
function withParents(
  rows: ReadonlyMap<number, SubRow>,
  subIndices: ResolvedRows['subIndices'],
): ReadonlyMap<number, SubRow> {
  const byKey = new Map([...rows].map(([sub, row]) => [subIndices[sub]?.key ?? '', row]))
  return new Map(
    [...rows].map(([sub, row]) => {
      const { name, key } = subIndices[sub] as NamedSubIndex
      const cut = key.lastIndexOf(' > ')
      const parent = cut === -1 ? undefined : byKey.get(key.slice(0, cut))
      const child = name.slice(name.lastIndexOf(' > ') + 3).trim()
      if (parent === undefined || child === '') return [sub, row] as const
      const named = row.name_vi === name ? { name_vi: child, name_en: row.name_en === name ? child : row.name_en } : {}
      return [sub, { ...row, ...named, parent_id: parent.sub_index_id }] as const
    }),
  )
}

const larger = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b))

interface Naming {
  readonly id: string
  /** The row of the base whose texts it has. */
  readonly known: SubRow | null
}

/** Ids of the base for sub-indices that it knows: what one row of the nearest version is called twice is one. */
function nameSubIndices(
  places: readonly number[],
  subIndices: ResolvedRows['subIndices'],
  nearest: Candidate | null,
  ofIndex: readonly SubRow[],
): ReadonlyMap<number, Naming> {
  const keyOf = (sub: number) => subIndices[sub]?.key ?? ''
  const naming = new Map<number, Naming>()
  const taken = new Set<string>()
  for (const sub of places) {
    const near = nearest?.byKey.get(keyOf(sub))
    if (near === undefined) continue
    naming.set(sub, { id: near.sub_index_id, known: near })
    taken.add(near.sub_index_id)
  }
  const byName = new Map<string, SubRow>()
  for (const row of ofIndex) if (!byName.has(nameKey(row.name_vi))) byName.set(nameKey(row.name_vi), row)
  const reserved = new Set(ofIndex.map(({ sub_index_id }) => sub_index_id))
  const others = places.filter((sub) => !naming.has(sub)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const sub of others) {
    const alike = byName.get(keyOf(sub)) ?? null
    const known = alike === null || taken.has(alike.sub_index_id) ? null : alike
    const id = known?.sub_index_id ?? takeSlug(subIndices[sub]?.name ?? '', 'sub-index', reserved)
    taken.add(id)
    naming.set(sub, { id, known })
  }
  return naming
}

/**
 * New versions for editions of one index and block that fit none of the base:
 * one for all that have the same sub-indices with the same maxima.
 */
function makeVersions(
  places: readonly number[],
  { editions, subIndices }: ResolvedRows,
  used: readonly UsedSubIndices[],
  candidates: readonly Candidate[],
  base: BaseDefinitions,
): ReadonlyMap<number, Definition> {
  const periodOf = (place: number) => (editions[place] as Edition).period
  const order = (place: number) => `${periodOf(place).end} ${periodOf(place).id}`
  const sorted = places.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const { index, block } = editions[sorted[0] as number] as Edition
  const subs = [...new Set(sorted.flatMap((place) => [...(used[place]?.keys() ?? [])]))].toSorted((a, b) => a - b)
  const latest = inForce(candidates, periodOf(sorted.at(-1) as number).end)
  const ofIndex = base.sub_indices.filter(({ index_id }) => index_id === index.id)
  const naming = nameSubIndices(subs, subIndices, latest, ofIndex)
  const takenVersions = new Set(
    base.versions.filter(({ index_id }) => index_id === index.id).map(({ version_id }) => version_id),
  )

  const define = (maxima: ReadonlyMap<string, number | null>): Definition => {
    const versionId = takeSlug('file', 'file', takenVersions)
    const rows = new Map<number, SubRow>()
    for (const sub of subs) {
      const { id, known } = naming.get(sub) as Naming
      if (!maxima.has(id)) continue
      const row = newRow(subIndices[sub]?.name ?? '', rows.size + 1, {
        index_id: index.id,
        version_id: versionId,
        block_id: block.id,
        sub_index_id: id,
      })
      const texts =
        known === null
          ? {}
          : {
              name_vi: known.name_vi,
              name_en: known.name_en,
              theme_id: known.theme_id,
              lead_unit_id: known.lead_unit_id,
            }
      rows.set(sub, { ...row, ...texts, max_score: maxima.get(id) ?? null })
    }
    const nested = withParents(rows, subIndices)
    const byId = new Map<string, SubRow>()
    for (const row of nested.values()) {
      if (!byId.has(row.sub_index_id) || row.parent_id !== null) byId.set(row.sub_index_id, row)
    }
    return {
      index,
      block,
      versionId,
      inherited: false,
      rows: [...byId.values()],
      ofSubIndex: new Map([...nested].map(([sub, row]) => [sub, byId.get(row.sub_index_id) as SubRow])),
    }
  }

  const made = new Map<string, Definition>()
  return new Map(
    sorted.map((place) => {
      const near = inForce(candidates, periodOf(place).end)
      const maxima = new Map<string, number | null>()
      for (const [sub, given] of used[place] as UsedSubIndices) {
        const { id } = naming.get(sub) as Naming
        const max = given ?? near?.byKey.get(subIndices[sub]?.key ?? '')?.max_score ?? null
        maxima.set(id, larger(maxima.get(id) ?? null, max))
      }
      const criteria = JSON.stringify([...maxima].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      const definition = made.get(criteria) ?? define(maxima)
      made.set(criteria, definition)
      return [place, definition] as const
    }),
  )
}

/**
 * The definition of every edition, by its place: the base's version where all
 * sub-indices of the edition are in it with the same maxima, else a new one, in
 * which sub-indices that the base knows keep their ids.
 */
export function defineEditions(resolved: ResolvedRows, scores: Scores, base: BaseDefinitions): readonly Definition[] {
  const { editions, subIndices } = resolved
  const used = usedSubIndices(resolved, scores)
  const candidates = new Map<string, readonly Candidate[]>()
  const inherited = new Map<string, Definition>()
  const unfitting = new Map<string, number[]>()
  const pathOf = ({ index, block }: Edition) => `${index.id} ${block.id}`

  const fitted = editions.map((edition, place): string | null => {
    const path = pathOf(edition)
    const known =
      candidates.get(path) ??
      (edition.index.base === null ? [] : candidatesOf(base, edition.index.id, edition.block.id))
    candidates.set(path, known)
    const ofEdition = used[place] as UsedSubIndices
    const fitting = inForce(
      known.filter((candidate) => fits(candidate, subIndices, ofEdition)),
      edition.period.end,
    )
    if (fitting === null) {
      unfitting.set(path, [...(unfitting.get(path) ?? []), place])
      return null
    }
    const key = `${path} ${fitting.version.version_id}`
    inherited.set(key, {
      index: edition.index,
      block: edition.block,
      versionId: fitting.version.version_id,
      inherited: true,
      rows: fitting.rows,
      ofSubIndex: new Map([
        ...(inherited.get(key)?.ofSubIndex ?? []),
        ...[...ofEdition.keys()].map((sub) => [sub, fitting.byKey.get(subIndices[sub]?.key ?? '') as SubRow] as const),
      ]),
    })
    return key
  })
  const made = new Map(
    [...unfitting].flatMap(([path, places]) => [
      ...makeVersions(places, resolved, used, candidates.get(path) ?? [], base),
    ]),
  )
  return fitted.map((key, place) => (key === null ? made.get(place) : inherited.get(key)) as Definition)
}

/** What a file calls by several names (its id, its name, its path) is one sub-index: its scores get one place. */
export function joinSpellings(resolved: ResolvedRows, scores: Scores, definitions: readonly Definition[]): void {
  const joined = new Map<Definition, ReadonlyMap<number, number>>()
  for (const definition of new Set(definitions)) {
    const places = new Map<string, number>()
    const others = new Map<number, number>()
    for (const [sub, { sub_index_id: id }] of definition.ofSubIndex) {
      const first = places.get(id)
      if (first === undefined) places.set(id, sub)
      else others.set(sub, first)
    }
    if (others.size > 0) joined.set(definition, others)
  }
  if (joined.size === 0) return
  for (let which = 0; which < scores.count; which++) {
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    const sub = scores.subIndex[which] as number
    scores.subIndex[which] = joined.get(definitions[edition] as Definition)?.get(sub) ?? sub
  }
}

/**
 * The maximum of an edition's totals from the definition: of an inherited one
 * the sum of its weights; of a new one the sum of its maxima, provided that the
 * totals of the file are the sums of their parts. `null` where that is unknown.
 */
export function totalMaxima(
  resolved: ResolvedRows,
  scores: Scores,
  definitions: readonly Definition[],
): readonly (number | null)[] {
  const sums = new Float64Array(resolved.results.length)
  const parts = new Uint32Array(resolved.results.length)
  const totals = new Float64Array(resolved.results.length).fill(Number.NaN)
  const topLevel = definitions.map(({ rows }) =>
    rows.filter(({ parent_id, max_score }) => parent_id === null && max_score !== 0),
  )
  const isTop = definitions.map(({ ofSubIndex }) => {
    const top = new Uint8Array(resolved.subIndices.length)
    for (const [sub, row] of ofSubIndex) if (row.parent_id === null && row.max_score !== 0) top[sub] = 1
    return top
  })
  for (let which = 0; which < scores.count; which++) {
    if (scores.state[which] !== READ) continue
    const result = scores.result[which] as number
    const sub = scores.subIndex[which] as number
    if (sub === TOTAL) totals[result] = scores.value[which] as number
    else if (isTop[resolved.results[result]?.edition as number]?.[sub] === 1) {
      sums[result] = (sums[result] as number) + (scores.value[which] as number)
      parts[result] = (parts[result] as number) + 1
    }
  }
  const compared = new Uint32Array(definitions.length)
  const equal = new Uint32Array(definitions.length)
  const maxima = topLevel.map((rows) => {
    const weights = rows.map(({ weight, max_score }) => weight ?? max_score)
    return weights.length === 0 || weights.includes(null)
      ? null
      : Math.round(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) * 1e6) / 1e6
  })
  for (const [result, { edition }] of resolved.results.entries()) {
    const max = maxima[edition] ?? null
    const total = totals[result] as number
    if (max === null || Number.isNaN(total)) continue
    if (parts[result] !== topLevel[edition]?.length) continue
    compared[edition] = (compared[edition] as number) + 1
    if (Math.abs(total - (sums[result] as number)) <= max * 0.005) equal[edition] = (equal[edition] as number) + 1
  }
  return maxima.map((max, edition) => {
    if (definitions[edition]?.inherited === true) return max
    return (equal[edition] as number) * 2 > (compared[edition] as number) ? max : null
  })
}
