import type { SlopeInput } from '@/charts/slope-chart'
import type { Comparability, RankChange } from '@/db/questions/change'
import type { Format } from '@/i18n/format'

interface Slope extends Pick<SlopeInput, 'before' | 'now' | 'scale' | 'counts' | 'lowerIsBetter' | 'focus'> {
  readonly comparability: Comparability | undefined
  readonly rows: readonly RankChange[]
}

/** Units of two periods by rank, or by the shares that compare. */
export function slopeInput(
  { comparability, rows, ...drawn }: Slope,
  format: Pick<Format, 'name' | 'shortName'>,
): SlopeInput {
  return {
    ...drawn,
    kin: comparability === undefined ? [] : kinBetween(comparability),
    units: rows.map((row) => ({
      unitId: row.unitId,
      name: format.name(row),
      short: format.shortName(row),
      before: drawn.scale === 'rank' ? row.rankBefore : row.comparedBefore,
      now: drawn.scale === 'rank' ? row.rankNow : row.comparedNow,
    })),
  }
}

/** Who became whom between the two periods, each pair once. */
function kinBetween({ unitsEntered, unitsLeft }: Comparability): SlopeInput['kin'] {
  const pairs = [
    ...unitsEntered.flatMap(({ unitId, predecessors }) =>
      predecessors.map((kin) => ({ from: kin.unitId, to: unitId })),
    ),
    ...unitsLeft.flatMap(({ unitId, successors }) => successors.map((kin) => ({ from: unitId, to: kin.unitId }))),
  ]
  return [...new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair])).values()]
}
