import type { Row } from '@/domain/tables'
import { READ } from '@/import/meaning/numbers'
import { REFUSED } from '@/import/meaning/read-scores'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { BaseDefinitions } from '@/import/opening'
import type { Definition } from '@/import/package/define'
import { definitionKey } from '@/import/package/define'
import type { Standings } from '@/import/package/standings'
import type { Total } from '@/import/package/total-scale'
import { nameKey, takeSlug } from '@/import/text-keys'

export interface Bands {
  readonly rows: readonly Row<'bands'>[]
  readonly idOf: (edition: number, name: string) => string | null
}

/** The classes of the base's version, and those that only the file names: the higher its units' totals (else ranks) the higher the class. */
export function defineBands(
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
