import type { Row } from '@/domain/tables'
import { READ } from '@/import/meaning/numbers'
import { REFUSED } from '@/import/meaning/read-scores'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Answers, BaseDefinitions, Reading } from '@/import/opening'
import type { Definition } from '@/import/package/define'
import { definitionKey } from '@/import/package/define'
import type { Standings } from '@/import/package/standings'
import type { Total } from '@/import/package/total-scale'
import { nameKey, takeSlug } from '@/import/text-keys'

export interface Bands {
  readonly rows: readonly Row<'bands'>[]
  readonly idOf: (edition: number, name: string) => string | null
  /** See `Reading.bands`; `null` where the file's criteria have classes, or the base has none for them. */
  readonly offered: NonNullable<Reading['bands']> | null
}

/** The version with classes by shares that the base's last edition of an index and block was assessed under. */
function lastWithBands({ editions, bands }: BaseDefinitions, { index, block }: Definition): string | null {
  const isOf = (row: { readonly index_id: string; readonly block_id: string }) =>
    row.index_id === index.id && row.block_id === block.id
  const versions = new Set(bands.filter((band) => isOf(band) && band.min_share !== null).map((band) => band.version_id))
  const assessed = editions.filter((edition) => isOf(edition) && versions.has(edition.version_id))
  return assessed.toSorted((a, b) => (a.period_end < b.period_end ? 1 : -1))[0]?.version_id ?? null
}

/** The classes of the base's version, and those that only the file names: the higher its units' totals (else ranks) the higher the class. */
export function defineBands(
  resolved: ResolvedRows,
  definitions: readonly Definition[],
  totals: readonly (Total | undefined)[],
  standings: Standings,
  base: BaseDefinitions,
  answers: Answers,
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
  let offered: Bands['offered'] = null
  for (const [path, { definition, names }] of named) {
    const { index, block, versionId, inherited } = definition
    const ofIndex = base.bands.filter(({ index_id }) => index_id === index.id)
    const last = inherited ? null : lastWithBands(base, definition)
    const taken = inherited ? versionId : last === answers.bands ? last : null
    const own = ofIndex
      .filter((band) => band.version_id === taken && band.block_id === block.id)
      .map((band) => ({ ...band, version_id: versionId }))
    if (last !== null && names.size === 0) offered ??= { versionId: last, isUsed: taken === last }
    rows.push(...own)
    const takenIds = new Set(own.map(({ band_id }) => band_id))
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
      const alike = ofIndex.find((band) => isNamed(band) && !takenIds.has(band.band_id))
      const band_id = alike?.band_id ?? takeSlug(name.name, 'class', takenIds)
      takenIds.add(band_id)
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
    offered,
    idOf: (edition, name) => ids.get(`${definitionKey(definitions[edition] as Definition)} ${nameKey(name)}`) ?? null,
  }
}
