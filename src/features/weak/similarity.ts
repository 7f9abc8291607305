/** Above so many rows the path is not improved: 2-opt looks at every pair of them several times. */
const MOST_IMPROVED = 500
/** Rounds of improvement; a path of 168 rows is done after fewer than ten. */
const MOST_ROUNDS = 30

export type Profile = readonly (number | null)[]

/** Root mean square of the differences over the columns that both have; 1 (the most there can be) where they share none. */
function distance(a: Profile, b: Profile): number {
  let sum = 0
  let common = 0
  for (let column = 0; column < a.length; column += 1) {
    const [x, y] = [a[column], b[column]]
    if (x == null || y == null) continue
    sum += (x - y) ** 2
    common += 1
  }
  return common === 0 ? 1 : Math.sqrt(sum / common)
}

/**
 * An order of the rows in which neighbours have similar profiles (shares, 0–1): the indices of the rows, every one once.
 * It seeks a short path through all profiles: nearest neighbours from the first row on, then stretches are reversed as
 * long as that shortens the path (2-opt). Path length as a criterion of order, and its heuristics: Hahsler, Hornik and
 * Buchta, "Getting Things in Order", Journal of Statistical Software 25(3), 2008. Rows without any value come last.
 */
export function similarityOrder(profiles: readonly Profile[]): readonly number[] {
  const isEmpty = (index: number) => (profiles[index] ?? []).every((value) => value === null)
  const all = profiles.map((_, index) => index)
  const path = nearestNeighbours(
    all.filter((index) => !isEmpty(index)),
    profiles,
  )
  if (path.length <= MOST_IMPROVED) shorten(path, profiles)
  // Both directions are as short: the end with the better rank comes first.
  if ((path[0] ?? 0) > (path.at(-1) ?? 0)) path.reverse()
  return [...path, ...all.filter(isEmpty)]
}

const between = (profiles: readonly Profile[], a: number | undefined, b: number | undefined): number =>
  a === undefined || b === undefined ? 0 : distance(profiles[a] ?? [], profiles[b] ?? [])

function nearestNeighbours(rows: readonly number[], profiles: readonly Profile[]): number[] {
  const rest = [...rows]
  const path: number[] = []
  let last = rest.shift()
  while (last !== undefined) {
    path.push(last)
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (const [place, row] of rest.entries()) {
      const found = between(profiles, last, row)
      if (found < least) [nearest, least] = [place, found]
    }
    ;[last] = rest.splice(nearest, 1)
  }
  return path
}

function shorten(path: number[], profiles: readonly Profile[]) {
  let improved = true
  for (let round = 0; improved && round < MOST_ROUNDS; round += 1) {
    improved = false
    for (let from = 0; from < path.length - 1; from += 1) {
      for (let to = from + 1; to < path.length; to += 1) {
        const [before, first, last, after] = [path[from - 1], path[from], path[to], path[to + 1]]
        const gain =
          between(profiles, before, first) +
          between(profiles, last, after) -
          between(profiles, before, last) -
          between(profiles, first, after)
        // Noise in the last digits must not turn a stretch back and forth.
        if (gain > 1e-12) {
          reverse(path, from, to)
          improved = true
        }
      }
    }
  }
}

function reverse(path: number[], from: number, to: number) {
  const stretch = path.slice(from, to + 1).toReversed()
  path.splice(from, stretch.length, ...stretch)
}
