import type { BlockPeriod } from '@/charts/block-history-chart'
import type { EditionHistoryRow } from '@/db/questions/change'
import { hasNewCriteria } from '@/findings/has-new-criteria'

/** The block in every period (oldest first), as the chart of a block over time draws it. */
export const blockPeriods = (rows: readonly EditionHistoryRow[]): readonly BlockPeriod[] =>
  rows.map(({ period, scoredCount, lowest, q1, median, q3, best }, index) => ({
    period,
    newCriteria: hasNewCriteria(rows, index),
    n: scoredCount,
    lowest,
    q1,
    median,
    q3,
    best,
  }))
