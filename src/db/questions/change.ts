import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import { Band, ChangeBasis, UnitName, flag, maybeNumber, maybeText, number, text } from '@/db/questions/columns'
import { LINEAGE_KINDS } from '@/domain/vocabulary'

const Kin = { unitId: text, nameVi: text, nameEn: text, onDate: text, kind: v.picklist(LINEAGE_KINDS) }
const SubIndexName = { subIndexId: text, nameVi: text, nameEn: text }

/** One row: may two periods of a block be compared, and how? */
const Comparability = v.object({
  versionNow: text,
  versionBefore: text,
  /** null: no trend of the total is to be drawn. */
  changeBasis: ChangeBasis,
  /** Share of the maximum of each period that the common sub-indices cover; null where a maximum is unknown. */
  coverageNow: maybeNumber,
  coverageBefore: maybeNumber,
  /** First-level sub-indices in both. */
  commonCount: number,
  subIndicesEntered: v.array(v.object({ ...SubIndexName, maxScore: maybeNumber })),
  subIndicesLeft: v.array(v.object({ ...SubIndexName, maxScore: maybeNumber })),
  /** Common ones whose maximum or weight changed; a weight is null where the maximum is the weight. */
  maximaChanged: v.array(
    v.object({
      ...SubIndexName,
      maxBefore: maybeNumber,
      maxNow: maybeNumber,
      weightBefore: maybeNumber,
      weightNow: maybeNumber,
    }),
  ),
  unitsBefore: number,
  unitsNow: number,
  unitsBoth: number,
  /** With a comparable share in both, and with a rank in both. */
  comparedCount: number,
  rankedBoth: number,
  unitsEntered: v.array(v.object({ unitId: text, nameVi: text, nameEn: text, predecessors: v.array(v.object(Kin)) })),
  unitsLeft: v.array(v.object({ unitId: text, nameVi: text, nameEn: text, successors: v.array(v.object(Kin)) })),
  /** Units of both whose territory or task changed in between under the same name. */
  scopeChanged: v.array(v.object({ unitId: text, nameVi: text, nameEn: text, onDate: text })),
})

/**
 * One row a unit of both periods: the change of its total share, split by sub-index (DATA-PACKAGE rule 7). The effects
 * of the parts add up to `change`.
 */
const ChangeSplit = v.object({
  ...UnitName,
  shareBefore: maybeNumber,
  shareNow: maybeNumber,
  change: maybeNumber,
  pointsBefore: maybeNumber,
  pointsNow: maybeNumber,
  maxBefore: maybeNumber,
  maxNow: maybeNumber,
  /** Why there are no parts; null: there are. */
  reason: v.nullable(v.picklist(['no-share', 'no-fields', 'missing-sub-index', 'unknown-maximum'])),
  /** In the order of the criteria, then bonus and penalty; `rest` (rounding, a total that is no sum) last and only where it is not 0. */
  parts: v.array(
    v.object({
      /** In the criteria of the later period, of the earlier one for what left; null for what is no sub-index. */
      position: maybeNumber,
      kind: v.picklist(['common', 'entered', 'left', 'bonus', 'penalty', 'rest']),
      subIndexId: maybeText,
      nameVi: maybeText,
      nameEn: maybeText,
      /** On the total share, 0–1; scoreEffect + weightEffect for a common sub-index. */
      effect: number,
      scoreEffect: maybeNumber,
      weightEffect: maybeNumber,
      shareBefore: maybeNumber,
      shareNow: maybeNumber,
      /** Part of the total maximum, 0–1. */
      weightBefore: maybeNumber,
      weightNow: maybeNumber,
    }),
  ),
})

/** One row a unit of either period: its place in both, and why it changed. */
const RankChange = v.object({
  ...UnitName,
  rankBefore: maybeNumber,
  rankNow: maybeNumber,
  /** Positive: climbed. */
  placesGained: maybeNumber,
  /** Places gained with its new share among the others' old ones, and the rest; null where the shares do not explain ranks. */
  ownEffect: maybeNumber,
  othersEffect: maybeNumber,
  pointsBefore: maybeNumber,
  pointsNow: maybeNumber,
  /** Of the totals under one version, of the comparable cores across versions, else null. */
  comparedBefore: maybeNumber,
  comparedNow: maybeNumber,
  shareChange: maybeNumber,
  bandBefore: v.nullable(v.object(Band)),
  bandNow: v.nullable(v.object(Band)),
})

/** One row a unit that was ever in the block: its standing in every period in which it has a result, oldest first. */
const BlockHistoryRow = v.object({
  ...UnitName,
  /** The nearest of the same block, also by way of units that never had a result in it. */
  predecessors: v.array(v.object(Kin)),
  standings: v.array(
    v.object({ period: text, rank: maybeNumber, share: maybeNumber, points: maybeNumber, ranked: flag }),
  ),
})

/** One row a period of a block, oldest first: the block as a whole. Statistics are over units with a share. */
const EditionHistoryRow = v.object({
  period: text,
  periodEnd: text,
  versionId: text,
  decision: maybeText,
  /** Against the period before; null for the first, and where no trend is to be drawn. */
  changeBasis: ChangeBasis,
  coreCoverage: maybeNumber,
  unitCount: number,
  rankedCount: number,
  scoredCount: number,
  mean: maybeNumber,
  median: maybeNumber,
  q1: maybeNumber,
  q3: maybeNumber,
  deviation: maybeNumber,
  best: maybeNumber,
  lowest: maybeNumber,
  /** Between the first and the last of the ranked units. */
  gap: maybeNumber,
  bands: v.array(v.object({ ...Band, count: number })),
  unclassedCount: number,
  /** Shares of its first-level sub-indices over the block. */
  fields: v.array(v.object({ ...SubIndexName, mean: maybeNumber, unitCount: number })),
})

const SERIES = ['index', 'block', 'set'] as const
/** `period` is the later of the two. */
const PAIR = [...SERIES, 'period', 'before'] as const

export const comparability = defineQuestion('comparability', PAIR, Comparability)
export const changeSplit = defineQuestion('change_split', PAIR, ChangeSplit)
export const rankChange = defineQuestion('rank_change', PAIR, RankChange)
export const blockHistory = defineQuestion('block_history', SERIES, BlockHistoryRow)
export const editionHistory = defineQuestion('edition_history', SERIES, EditionHistoryRow)

export type Comparability = RowOf<typeof comparability>
export type ChangeSplit = RowOf<typeof changeSplit>
export type RankChange = RowOf<typeof rankChange>
export type BlockHistoryRow = RowOf<typeof blockHistory>
export type EditionHistoryRow = RowOf<typeof editionHistory>
