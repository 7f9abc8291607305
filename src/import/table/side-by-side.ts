import { isNumeric, isWorded, unitShare } from '@/import/table/columns-of'
import type { Profile, TableColumns } from '@/import/table/columns-of'
import type { Header, Scene } from '@/import/table/find-header'
import { cellsOf, NUMBER } from '@/import/table/texture'

/** Rows in which a column's numbers are looked for. */
const COUNTED = 2000

interface Part {
  readonly left: number
  readonly right: number
}

const isWhole = (profiles: readonly Profile[]) =>
  profiles.some((profile) => isWorded(profile) && profile.names.size >= Math.min(2, profile.filled)) &&
  profiles.some(isNumeric)

const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((name) => b.has(name)).length * 5 >= Math.min(a.size, b.size)

/** Parts of a table between columns that are blank throughout, if each is a table in itself. */
function byBlanks({ profiles }: TableColumns): readonly Part[] {
  const parts: Profile[][] = [[]]
  for (const profile of profiles) {
    if (profile.filled === 0 && profile.header.length === 0) parts.push([])
    else parts.at(-1)?.push(profile)
  }
  const filled = parts.filter((part) => part.length > 0)
  if (filled.length < 2 || !filled.every(isWhole)) return []
  const [first, ...others] = filled.map((part) => part.find(isWorded)?.names ?? new Set<string>())
  // A name and a figure each, of the same units: the pairs of one table.
  const arePairs = filled.every((part) => part.filter(isNumeric).length === 1)
  if (arePairs && others.every((names) => isAlike(first ?? new Set(), names))) return []
  return filled.map((part) => ({ left: part[0]?.place ?? 0, right: part.at(-1)?.place ?? 0 }))
}

/** Parts such as rank and name, rank and name, where each figure belongs to the name at its right: read as one table, they would be mixed. */
function byFiguresAtLeft(scene: Scene, profiles: readonly Profile[]): readonly Part[] {
  const filled = profiles.filter((profile) => profile.filled > 0)
  const names = filled.filter((profile) => isWorded(profile) && unitShare(scene, profile) >= 0.5)
  const [first, ...others] = names
  if (first === undefined || filled.at(-1) !== names.at(-1) || filled[0] === first) return []
  const isSame = others.every((other) => isAlike(first.names, other.names) && other.names.size === first.names.size)
  const parts = names.map(({ place }, which) => ({
    left: which === 0 ? (profiles[0]?.place ?? 0) : (names[which - 1]?.place ?? 0) + 1,
    right: place,
  }))
  const isWholeEach = parts.every(({ left, right }) =>
    filled.some((profile) => profile.place >= left && profile.place < right && isNumeric(profile)),
  )
  return isSame && isWholeEach ? parts : []
}

/** Parts that begin with a column of units of their own, named by no unit of the first; where the units are the same, the columns are pairs of one table. */
function byNames(scene: Scene, { profiles, name }: TableColumns): readonly Part[] {
  const first = profiles.find(({ place }) => place === name)
  if (first === undefined) return []
  const byRight = byFiguresAtLeft(scene, profiles)
  if (byRight.length > 0) return byRight
  const starts: number[] = []
  for (const [at, profile] of profiles.entries()) {
    if (profile.place <= name || !isWorded(profile)) continue
    const sameHead = profile.header.length > 0 && profile.header.at(-1) === first.header.at(-1)
    if (!sameHead && unitShare(scene, profile) < 0.5) continue
    const before = profiles.slice(0, at)
    const hasFigures = (part: readonly Profile[]) => part.some((other) => other.place > name && isNumeric(other))
    if (!hasFigures(before) || !hasFigures(profiles.slice(at + 1)) || isAlike(first.names, profile.names)) continue
    const counter = before.at(-1)
    const counts = counter?.header.at(-1) === profiles[0]?.header.at(-1) && counter !== undefined && isNumeric(counter)
    starts.push(counts ? counter.place : profile.place)
  }
  if (starts.length === 0) return []
  const lefts = [profiles[0]?.place ?? 0, ...starts]
  return lefts.map((left, which) => ({ left, right: (lefts[which + 1] ?? (profiles.at(-1)?.place ?? left) + 1) - 1 }))
}

/** The first and the last number of a column below the header. */
function endsOf({ texture }: Scene, header: Header, place: number): readonly [first: number, last: number] {
  const numbers: number[] = []
  for (let row = header.bodyTop; row < Math.min(texture.grid.rowCount, header.bodyTop + COUNTED); row++)
    if (texture.lookAt(row, place) === NUMBER) numbers.push(Number(texture.textAt(row, place)))
  return [numbers[0] ?? Number.NaN, numbers.at(-1) ?? Number.NaN]
}

/** A list that goes on at its right, to fill the page: parts with the same headers, of which a number or rank counts on. */
function goesOnAtRight(scene: Scene, header: Header, { profiles }: TableColumns, parts: readonly Part[]): boolean {
  const { texture } = scene
  // Titles of their own make tables of them.
  const above = (header.rows[0] ?? header.bodyTop) - 1
  if (above >= 0 && parts.filter((part) => cellsOf(texture, above, part, 1).length > 0).length > 1) return false
  const columns = parts.map(({ left, right }) =>
    profiles.filter(({ place, filled }) => place >= left && place <= right && filled > 0),
  )
  const headsOf = (part: readonly Profile[]) => part.map((profile) => profile.header.join(' › ')).join(' | ')
  const [first = []] = columns
  const isLike = columns.every((part) => headsOf(part) === headsOf(first) && part.some(isWorded))
  const isNamedFirst = columns.every((part) => !isWorded(part.at(-1) as Profile))
  if (!isLike || !isNamedFirst) return false
  return first.some((_, at) => {
    const ends = columns.map((part) => endsOf(scene, header, part[at]?.place ?? -1))
    return ends.every(([from], which) => from === (which === 0 ? 1 : (ends[which - 1]?.[1] ?? 0) + 1))
  })
}

/** The tables that stand side by side below one header; none where it is one table. */
export function sideBySide(scene: Scene, header: Header, columns: TableColumns): readonly Part[] {
  const blanks = byBlanks(columns)
  const parts = blanks.length > 0 ? blanks : byNames(scene, columns)
  return goesOnAtRight(scene, header, columns, parts) ? [] : parts
}
