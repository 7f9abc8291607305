import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import {
  ChangeBasis,
  EDITION,
  MissingReason,
  Origin,
  UnitName,
  flag,
  maybeNumber,
  maybeText,
  number,
  text,
} from '@/db/questions/columns'
import { LINEAGE_KINDS, SCORE_PARTS } from '@/domain/vocabulary'

const UnitListed = v.object({
  ...UnitName,
  blockId: text,
  blockNameVi: text,
  blockNameEn: text,
  validFrom: maybeText,
  validTo: maybeText,
})

const Kin = v.object({
  unitId: text,
  nameVi: text,
  nameEn: text,
  onDate: text,
  kind: v.picklist(LINEAGE_KINDS),
  decision: maybeText,
})

/** One row: who the unit is. */
const UnitProfile = v.object({
  ...UnitName,
  officialCode: maybeText,
  validFrom: maybeText,
  validTo: maybeText,
  predecessors: v.array(Kin),
  successors: v.array(Kin),
})

/** One row an edition in which the unit has a result; newest first within an index. */
const UnitStanding = v.object({
  indexId: text,
  period: text,
  periodEnd: text,
  blockId: text,
  resultSet: text,
  rank: maybeNumber,
  rankOrigin: Origin,
  /** As in RankedUnit. */
  rankAffected: flag,
  tied: flag,
  ranked: flag,
  rankedCount: number,
  /** Of the block; above rankedCount where only a part of its ranks is known. */
  highestRank: maybeNumber,
  points: maybeNumber,
  totalOrigin: Origin,
  maxScore: maybeNumber,
  share: maybeNumber,
  bandId: maybeText,
  bandNameVi: maybeText,
  bandNameEn: maybeText,
  bandPosition: maybeNumber,
  bandOrigin: Origin,
  /**
   * Points that are missing to the limit of the next class above (points too many, where a low share is good); null
   * where limits are unknown or the class is the highest.
   */
  pointsToNextBand: maybeNumber,
  nextBandNameVi: maybeText,
  nextBandNameEn: maybeText,
  /**
   * Points that are missing (or too many) to the share of the unit ranked next above with a better share, in points of
   * this unit's maximum; null for the first, without a rank or share, where the ranks do not follow the shares, and where the
   * package does not have the ranks between.
   */
  pointsToNextRank: maybeNumber,
  nextRank: maybeNumber,
  nextRankNameVi: maybeText,
  nextRankNameEn: maybeText,
  blockMedian: maybeNumber,
  placesGained: maybeNumber,
  shareChange: maybeNumber,
  changeBasis: ChangeBasis,
  /** As in Summary. */
  coreCoverage: maybeNumber,
  missingReason: MissingReason,
  refusedCount: number,
  sourceId: maybeText,
  tableRow: number,
  sourceRow: maybeNumber,
})

/** One row a sub-index of one unit in one edition, in the order of the criteria (parents before their children). */
const UnitSubIndex = v.object({
  subIndexId: text,
  parentId: maybeText,
  /** 1 is the first level. */
  level: number,
  nameVi: text,
  nameEn: text,
  score: maybeNumber,
  maxScore: maybeNumber,
  share: maybeNumber,
  missingReason: MissingReason,
  unitCount: number,
  blockMedian: maybeNumber,
  blockQ1: maybeNumber,
  blockQ3: maybeNumber,
  blockBest: maybeNumber,
  blockLowest: maybeNumber,
  rank: maybeNumber,
  shareChange: maybeNumber,
  weakAbsolute: flag,
  weakRelative: flag,
  weakFalling: flag,
  /** Which of the two relative tests fired, and which of the two falling ones. */
  byDeviation: flag,
  byQuantile: flag,
  fell: flag,
  fellTwice: flag,
  /** Weak, and no longer so if one threshold moved by a tenth. */
  edge: flag,
  /** Editions in a row, this one included, in which it was weak; 0: it is not. */
  periodsRunning: number,
  /** Not weak, and above the median by more than the deviations of the rule, or in the top part that mirrors the bottom one. */
  strong: flag,
  /** Points that reaching the block median would add; 0 where the unit is at or above it. */
  recoverable: maybeNumber,
  /** Points of bonus and penalty (positive; a penalty is subtracted), and what stands behind the final score, of its own maximum where given. */
  parts: v.array(v.object({ part: v.picklist(SCORE_PARTS), score: number, maxScore: maybeNumber })),
  tableRow: maybeNumber,
  sourceRow: maybeNumber,
})

/** One row an edition of the unit or of one of its predecessors; within an index oldest first. */
const UnitHistoryRow = v.object({
  indexId: text,
  period: text,
  periodEnd: text,
  blockId: text,
  resultSet: text,
  versionId: text,
  /** Against the edition before in the same index, block and result set; null for the first, and where it does not compare. */
  changeBasis: ChangeBasis,
  unitId: text,
  nameVi: text,
  nameEn: text,
  /** 0: the unit itself; 1: a direct predecessor; 2: a predecessor of one; … */
  generation: number,
  /** Of a predecessor: when and how it became what follows. */
  endedOn: maybeText,
  endKind: v.nullable(v.picklist(LINEAGE_KINDS)),
  rank: maybeNumber,
  ranked: flag,
  rankedCount: number,
  highestRank: maybeNumber,
  share: maybeNumber,
  blockMedian: maybeNumber,
})

/**
 * One row a near unit of the same block, nearest first (at most five). Distance: root mean square of the differences of
 * shares over the first-level sub-indices that both have (at least half of the unit's, and three), in 0–1.
 */
const Peer = v.object({ ...UnitName, rank: maybeNumber, share: maybeNumber, distance: number, commonCount: number })

/** One row a unit that is strong where this one is weak; at most three a sub-index, highest share first. */
const Example = v.object({
  subIndexId: text,
  fieldNameVi: text,
  fieldNameEn: text,
  ownShare: number,
  ...UnitName,
  share: number,
  /** In the sub-index. */
  rank: number,
  unitCount: number,
  /** One of the five nearest peers. */
  isPeer: flag,
})

/** Every unit that has a result in the package, in the block of its latest edition. */
export const units = defineQuestion('units', [], UnitListed)
export const unitProfile = defineQuestion('unit_profile', ['unit'], UnitProfile)
export const unitStandings = defineQuestion('unit_standings', ['unit'], UnitStanding)
export const unitSubIndices = defineQuestion('unit_sub_indices', [...EDITION, 'unit'], UnitSubIndex)
export const unitHistory = defineQuestion('unit_history', ['unit'], UnitHistoryRow)
export const peers = defineQuestion('peers', [...EDITION, 'unit'], Peer)
export const examples = defineQuestion('examples', [...EDITION, 'unit'], Example)

export type UnitListed = RowOf<typeof units>
export type UnitProfile = RowOf<typeof unitProfile>
export type UnitStanding = RowOf<typeof unitStandings>
export type UnitSubIndex = RowOf<typeof unitSubIndices>
export type UnitHistoryRow = RowOf<typeof unitHistory>
export type Peer = RowOf<typeof peers>
export type Example = RowOf<typeof examples>
