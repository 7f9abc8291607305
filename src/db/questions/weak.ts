import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import { EDITION, MissingReason, UnitName, flag, maybeNumber, maybeText, number, text } from '@/db/questions/columns'
import { RULE_IDS } from '@/domain/vocabulary'

/**
 * One row a unit of the block, ranked units first: what it has in every sub-index. The cells are in the order of the
 * rows of `field_summary`.
 */
const FieldMatrixRow = v.object({
  ...UnitName,
  rank: maybeNumber,
  /** Of the first level. */
  weakCount: number,
  /** Points that reaching the block's median in its weak sub-indices of the first level would add. */
  recoverable: number,
  cells: v.array(
    v.object({
      share: maybeNumber,
      /** Why there is no share; null also where nothing says why. */
      missingReason: MissingReason,
      /** Tests of weakness that fired: 0–3. */
      severity: number,
      /** Weak or not would change if one threshold moved by a tenth. */
      edge: flag,
    }),
  ),
})

/** One row a sub-index of the edition, in the order of the criteria (parents before their children). */
const FieldSummary = v.object({
  subIndexId: text,
  parentId: maybeText,
  /** 1 is the first level. */
  level: number,
  nameVi: text,
  nameEn: text,
  maxScore: maybeNumber,
  /** The department that owns the field. */
  leadUnitId: maybeText,
  leadNameVi: maybeText,
  leadNameEn: maybeText,
  /** Units with a share; the statistics are over them. */
  unitCount: number,
  mean: maybeNumber,
  median: maybeNumber,
  q1: maybeNumber,
  q3: maybeNumber,
  /** Of a population. */
  deviation: maybeNumber,
  best: maybeNumber,
  lowest: maybeNumber,
  /** Share at the limit of the bottom part of the block; null where the block is too small for the relative tests. */
  bottom: maybeNumber,
  /** 1: the lowest mean of its level (higher is better); null without a mean. */
  weakestPlace: maybeNumber,
  previousPeriod: maybeText,
  /** Of the mean, over the units with a share in this edition and the one before; comparedCount of them. */
  meanChange: maybeNumber,
  comparedCount: number,
  weakCount: number,
  absoluteCount: number,
  relativeCount: number,
  fallingCount: number,
  /** Weak units that one threshold moved by a tenth would let go. */
  edgeCount: number,
  /** Points that its weak units would gain at the block's median. */
  recoverable: number,
  /** Points that all units together lack to the maximum, and the part of all points lost on this level (0–1; null where none is). */
  lostPoints: maybeNumber,
  lostPart: maybeNumber,
  /** Units without a score, by reason; null: nothing says why. With a score but without a share: the maximum is 0 or unknown. */
  missing: v.array(v.object({ reason: MissingReason, count: number })),
})

/**
 * One row a unit and sub-index that is weak, or would be if one threshold moved by a tenth (severity 0 then); most
 * severe first, then by the points recoverable. Gaps and falls are positive where it is worse, also in an index where a
 * low score is good.
 */
const Weakness = v.object({
  unitId: text,
  subIndexId: text,
  /** Tests that fired: absolute, relative (either kind), falling (either kind). */
  severity: number,
  absolute: flag,
  byDeviation: flag,
  byQuantile: flag,
  fell: flag,
  fellTwice: flag,
  /** Weak or not would change if one threshold moved by a tenth. */
  edge: flag,
  score: maybeNumber,
  maxScore: maybeNumber,
  share: number,
  /** Against the block's median. */
  gap: number,
  /** On the edition before, and of that one on the one before it; null where either of the two has no share. */
  fall: maybeNumber,
  fallBefore: maybeNumber,
  /** Editions in a row, this one included, in which it was weak under the same thresholds; 0: it is not. */
  periodsRunning: number,
  recoverable: number,
})

/**
 * One row a threshold: how many unit-and-sub-index pairs of the first level are weak, and how many would be a tenth lower
 * and higher (no higher than 1 for a share or a quantile).
 */
const ThresholdEffect = v.object({
  ruleId: v.picklist(RULE_IDS),
  value: number,
  weakCount: number,
  lowerValue: number,
  lowerAdded: number,
  lowerDropped: number,
  higherValue: number,
  higherAdded: number,
  higherDropped: number,
})

/** `limits`: see `domain/weak-limits.ts`. */
const LIMITED = [...EDITION, 'limits'] as const

export const fieldMatrix = defineQuestion('field_matrix', LIMITED, FieldMatrixRow)
export const fieldSummary = defineQuestion('field_summary', LIMITED, FieldSummary)
export const weaknesses = defineQuestion('weaknesses', LIMITED, Weakness)
export const thresholdEffects = defineQuestion('threshold_effects', LIMITED, ThresholdEffect)

export type FieldMatrixRow = RowOf<typeof fieldMatrix>
export type FieldSummary = RowOf<typeof fieldSummary>
export type Weakness = RowOf<typeof weaknesses>
export type ThresholdEffect = RowOf<typeof thresholdEffects>
