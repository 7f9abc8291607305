import type { UnitSubIndex } from '@/db/questions/units'

/** The ends of the scale of all strips of a table, as shares. */
export interface StripScale {
  readonly from: number
  readonly to: number
}

type Shares = Pick<
  UnitSubIndex,
  'share' | 'blockLowest' | 'blockBest' | 'blockQ1' | 'blockQ3' | 'blockMedian' | 'unitCount'
>

/** Whole tenths around all values, so that strips compare with one another; null where nothing is scored. */
export function stripScale(rows: readonly Shares[]): StripScale | null {
  const shares = rows.flatMap(({ share, blockLowest, blockBest }) =>
    [share, blockLowest, blockBest].filter((value) => value !== null),
  )
  if (shares.length === 0) return null
  const low = shares.reduce((least, share) => Math.min(least, share))
  const high = shares.reduce((most, share) => Math.max(most, share))
  const from = Math.floor(low * 10 + 1e-9) / 10
  const to = Math.ceil(high * 10 - 1e-9) / 10
  return { from, to: to > from ? to : from + 0.1 }
}

/** Places on a strip in per cent of its width; null: not drawn. */
export interface StripPlaces {
  readonly range: readonly [start: number, width: number] | null
  readonly box: readonly [start: number, width: number] | null
  readonly median: number | null
  readonly best: number | null
  readonly own: number | null
}

/** Below this, quarters of a block say nothing. */
const UNITS_FOR_A_BOX = 4

export function stripPlaces(row: Shares, { from, to }: StripScale): StripPlaces {
  const place = (share: number) => Math.min(100, Math.max(0, ((share - from) / (to - from)) * 100))
  const span = (a: number | null, b: number | null): readonly [number, number] | null => {
    if (a === null || b === null) return null
    const [start, end] = [place(a), place(b)].toSorted((x, y) => x - y) as [number, number]
    return [start, end - start]
  }
  const several = row.unitCount > 1
  return {
    range: several ? span(row.blockLowest, row.blockBest) : null,
    box: row.unitCount >= UNITS_FOR_A_BOX ? span(row.blockQ1, row.blockQ3) : null,
    median: several && row.blockMedian !== null ? place(row.blockMedian) : null,
    best: several && row.blockBest !== null ? place(row.blockBest) : null,
    own: row.share === null ? null : place(row.share),
  }
}
