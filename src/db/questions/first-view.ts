import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import {
  Band,
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
import { EDITION_STATUSES } from '@/domain/vocabulary'

/** One row an edition: everything that the switches, the method and the provenance need. Newest period first within an index and block. */
const Edition = v.object({
  indexId: text,
  indexNameVi: text,
  indexNameEn: text,
  indexShortName: text,
  /** A low share is good, and a fall is the better change. */
  lowerIsBetter: flag,
  period: text,
  periodEnd: text,
  blockId: text,
  blockNameVi: text,
  blockNameEn: text,
  resultSet: text,
  resultSetNameVi: maybeText,
  resultSetNameEn: maybeText,
  versionId: text,
  decision: maybeText,
  issuedOn: maybeText,
  versionNoteVi: maybeText,
  versionNoteEn: maybeText,
  status: v.picklist(EDITION_STATUSES),
  publishedOn: maybeText,
  sourceId: maybeText,
  sourceNumber: maybeText,
  sourceTitle: maybeText,
  sourceIssuer: maybeText,
  /** Of the document; `publishedOn` is that of the results. */
  sourcePublishedOn: maybeText,
  sourceUrl: maybeText,
  decimals: number,
  surveyInvited: maybeNumber,
  surveyReturned: maybeNumber,
  surveyValid: maybeNumber,
  unitCount: number,
  /** Highest class first; a class without a published limit has minShare null. */
  bands: v.array(v.object({ ...Band, minShare: maybeNumber })),
})

const FormerUnit = v.object({
  unitId: text,
  nameVi: text,
  nameEn: text,
  gridColumn: maybeNumber,
  gridRow: maybeNumber,
})

const RankedUnit = v.object({
  ...UnitName,
  rank: maybeNumber,
  rankOrigin: Origin,
  tied: flag,
  /** A computed rank that a refused cell of another unit may have moved. */
  rankAffected: flag,
  /** false: assessed (and perhaps classified) but not ranked. */
  ranked: flag,
  points: maybeNumber,
  totalOrigin: Origin,
  maxScore: maybeNumber,
  share: maybeNumber,
  bandId: maybeText,
  bandOrigin: Origin,
  previousRank: maybeNumber,
  /** Positive: climbed. */
  placesGained: maybeNumber,
  shareChange: maybeNumber,
  /** Shares of the last periods (at most five) under this version of the criteria, oldest first; the last is this period. */
  trend: v.array(v.object({ period: text, share: maybeNumber })),
  /** Scored sub-indices of the first level; 0: only a total or a rank is known. */
  scoredCount: number,
  /** null where no sub-index is scored. */
  weakCount: maybeNumber,
  refusedCount: number,
  missingReason: MissingReason,
  sourceId: maybeText,
  /** Row of results.csv as Excel counts it. */
  tableRow: number,
  /** Row of the viewer's own file, where there is one. */
  sourceRow: maybeNumber,
  gridColumn: maybeNumber,
  gridRow: maybeNumber,
  /** Direct predecessors: the former districts of a commune, the merged departments. */
  formerUnits: v.array(FormerUnit),
})

const Mover = v.nullable(v.object({ ...UnitName, fromRank: number, toRank: number, placesGained: number }))

/** One row: the facts of a block, and how they compare with the period before. */
const Summary = v.object({
  unitCount: number,
  rankedCount: number,
  scoredCount: number,
  leaders: v.array(v.object(UnitName)),
  mean: maybeNumber,
  median: maybeNumber,
  best: maybeNumber,
  lowest: maybeNumber,
  /** Between the first and the last of the ranked units. */
  gap: maybeNumber,
  /** Against the previous period, for scored units of each, on changeBasis. */
  meanChange: maybeNumber,
  gapChange: maybeNumber,
  previousPeriod: maybeText,
  previousUnitCount: maybeNumber,
  /** Units with a comparable share in both periods. */
  comparedCount: number,
  /** Of the share, whichever way is good. */
  roseCount: number,
  fellCount: number,
  /** Units with a rank in both periods. */
  placesComparedCount: number,
  changeBasis: ChangeBasis,
  /** Share of the maximum that the comparable core covers, the smaller of the two periods; null under one version. */
  coreCoverage: maybeNumber,
  biggestRise: Mover,
  biggestFall: Mover,
  bands: v.array(v.object({ ...Band, count: number, previousCount: maybeNumber })),
  /** Without a class: no limit known or no share. */
  unclassedCount: number,
  weakest: v.nullable(v.object({ subIndexId: text, nameVi: text, nameEn: text, mean: number, unitCount: number })),
  refusedCount: number,
})

/** All editions of the package. */
export const editions = defineQuestion('editions', [], Edition)
/** Standing of every unit of a block; unranked units last. */
export const ranking = defineQuestion('ranking', EDITION, RankedUnit)
/** The block as a whole. */
export const summary = defineQuestion('summary', EDITION, Summary)

export type Edition = RowOf<typeof editions>
export type RankedUnit = RowOf<typeof ranking>
export type Summary = RowOf<typeof summary>
