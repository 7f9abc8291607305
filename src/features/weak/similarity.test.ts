import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarityOrder } from '@/features/weak/similarity'

describe('the order by similarity', () => {
  it('puts units with like profiles side by side: two kinds that alternate are told apart', () => {
    const strongThenWeak = [0.9, 0.9, 0.1]
    const weakThenStrong = [0.1, 0.2, 0.9]
    const rows = [strongThenWeak, weakThenStrong, [0.88, 0.9, 0.12], [0.12, 0.2, 0.9], [0.9, 0.86, 0.1]]
    const kinds = similarityOrder(rows).map((row) => row % 2)
    expect(kinds.filter((kind, place) => place > 0 && kind !== kinds[place - 1])).toHaveLength(1)
  })

  it('along one column is the order of its values, with the end of the better rank first', () => {
    expect(similarityOrder([[0.9], [0.1], [0.5], [0.7], [0.3]])).toEqual([0, 3, 2, 4, 1])
    expect(similarityOrder([[0.5], [0.9], [0.1]])).toEqual([1, 0, 2])
  })

  it('compares what both units have, and leaves units without any value at the end', () => {
    expect(
      similarityOrder([
        [null, null],
        [0.9, null],
        [0.2, 0.2],
        [0.9, 0.9],
      ]),
    ).toEqual([1, 3, 2, 0])
  })

  it('of nothing, of one unit and of equal units is every unit once', () => {
    expect(similarityOrder([])).toEqual([])
    expect(similarityOrder([[0.5]])).toEqual([0])
    expect(similarityOrder([[0.5], [0.5], [0.5]])).toEqual([0, 1, 2])
  })

  it('holds every unit once, and no reversal of a stretch shortens it', () => {
    const value = fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 })
    const profiles = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 12 })
    const gap = (a: readonly (number | null)[], b: readonly (number | null)[]) => {
      const common = a.flatMap((x, i) => (x === null || b[i] == null ? [] : [(x / 20 - b[i] / 20) ** 2]))
      return common.length === 0 ? 1 : Math.sqrt(common.reduce((sum, d) => sum + d, 0) / common.length)
    }
    fc.assert(
      fc.property(profiles, (drawn) => {
        const rows = drawn.map((row) => row.map((x) => (x === null ? null : x / 20)))
        const order = similarityOrder(rows)
        expect(order.toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index))
        const path = order.filter((row) => drawn[row]!.some((x) => x !== null))
        const length = (way: readonly number[]) =>
          way.slice(1).reduce((sum, row, i) => sum + gap(drawn[way[i]!]!, drawn[row]!), 0)
        for (let from = 0; from < path.length; from += 1) {
          for (let to = from + 1; to < path.length; to += 1) {
            const turned = [...path.slice(0, from), ...path.slice(from, to + 1).toReversed(), ...path.slice(to + 1)]
            expect(length(turned)).toBeGreaterThan(length(path) - 1e-9)
          }
        }
      }),
    )
  })
})
