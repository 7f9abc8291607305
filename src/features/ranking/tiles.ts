import type { RankedUnit } from '@/db/questions/first-view'

type FormerUnit = RankedUnit['formerUnits'][number]

export interface TileUnit {
  readonly row: RankedUnit
  /** Other former units it has land of. */
  readonly also: readonly FormerUnit[]
}

export interface Tile {
  /** Place in the grid of the tiles shown, from 1. */
  readonly column: number
  readonly row: number
  /** The former unit whose place this is; null where the tile is the unit itself. */
  readonly former: FormerUnit | null
  readonly units: readonly TileUnit[]
}

export interface TileMap {
  readonly tiles: readonly Tile[]
  readonly columnCount: number
  /** Whether tiles are former districts that hold several units. */
  readonly grouped: boolean
  readonly elsewhere: readonly RankedUnit[]
}

interface Place {
  readonly column: number
  readonly row: number
  readonly former: FormerUnit | null
  readonly unit: TileUnit
}

interface Gridded {
  readonly gridColumn: number | null
  readonly gridRow: number | null
}

const cellOf = ({ gridColumn, gridRow }: Gridded) =>
  gridColumn === null || gridRow === null ? null : { column: gridColumn, row: gridRow }

function placeOf(row: RankedUnit): Place | null {
  const own = cellOf(row)
  if (own !== null) return { ...own, former: null, unit: { row, also: [] } }
  for (const former of row.formerUnits) {
    const cell = cellOf(former)
    if (cell !== null) {
      return { ...cell, former, unit: { row, also: row.formerUnits.filter(({ unitId }) => unitId !== former.unitId) } }
    }
  }
  return null
}

/**
 * Units on a grid of tiles: each on its own place, or in the tile of its first former unit that has one.
 * Tiles come in reading order, units within a tile in the order of `rows`. Empty margins are cut off.
 */
export function tileMap(rows: readonly RankedUnit[]): TileMap {
  const places: Place[] = []
  const elsewhere: RankedUnit[] = []
  for (const row of rows) {
    const place = placeOf(row)
    if (place === null) elsewhere.push(row)
    else places.push(place)
  }
  const left = places.reduce((least, { column }) => Math.min(least, column), Infinity) - 1
  const top = places.reduce((least, { row }) => Math.min(least, row), Infinity) - 1
  const byCell = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.row}/${place.column}`
    const cell = byCell.get(key)
    if (cell === undefined) byCell.set(key, [place])
    else cell.push(place)
  }
  const tiles = [...byCell.values()].flatMap((cell): readonly Tile[] => {
    const [first] = cell
    if (first === undefined) return []
    return [
      {
        column: first.column - left,
        row: first.row - top,
        former: cell.find(({ former }) => former !== null)?.former ?? null,
        units: cell.map(({ unit }) => unit),
      },
    ]
  })
  return {
    tiles: tiles.toSorted((a, b) => a.row - b.row || a.column - b.column),
    columnCount: tiles.reduce((most, { column }) => Math.max(most, column), 0),
    grouped: tiles.some(({ former }) => former !== null),
    elsewhere,
  }
}

/** Whether a map can be offered at all. */
export const hasTiles = (rows: readonly RankedUnit[]): boolean => rows.some((row) => placeOf(row) !== null)

/** Limits of five equal steps between the lowest and the highest share, for editions without classes; lowest first. */
export function shareSteps(rows: readonly RankedUnit[]): readonly number[] {
  const shares = rows.flatMap(({ share }) => (share === null ? [] : [share]))
  if (shares.length === 0) return []
  const low = shares.reduce((least, share) => Math.min(least, share), Infinity)
  const high = shares.reduce((most, share) => Math.max(most, share), -Infinity)
  if (low === high) return [low]
  return [0, 1, 2, 3, 4].map((step) => low + ((high - low) * step) / 5)
}
