/**
 * Positions of labels along one side of a chart, in the order given: each as near to where it is wanted as the least
 * squares allow, at least `gap` from the next and within `min` and `max`, order kept. Labels that do not fit share the
 * room evenly. `wanted` ascends. Method: isotonic regression by pooling adjacent violators (Barlow et al., 1972).
 */
export function placeLabels(wanted: readonly number[], gap: number, min: number, max: number): readonly number[] {
  const room = Math.max(0, max - min)
  const apart = wanted.length < 2 ? gap : Math.min(gap, room / (wanted.length - 1))
  const pools: { readonly sum: number; readonly count: number }[] = []
  wanted.forEach((value, index) => {
    let pool = { sum: value - index * apart, count: 1 }
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
    }
    pools.push(pool)
  })
  const highest = max - (wanted.length - 1) * apart
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((value, index) => Math.max(min, Math.min(highest, value)) + index * apart)
}
