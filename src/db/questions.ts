import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { Question, RowOf } from '@/db/define-question'
import { EDITION_STATUSES, LINEAGE_KINDS, MISSING_REASONS, RULE_IDS, SCORE_PARTS } from '@/domain/vocabulary'

/** Shares are 0–1, never per cent; null is "no value", never 0. */
const text = v.string()
const maybeText = v.nullable(v.string())
const number = v.number()
const maybeNumber = v.nullable(v.number())
const flag = v.boolean()
const Origin = v.nullable(v.picklist(['published', 'computed']))
const MissingReason = v.nullable(v.picklist(MISSING_REASONS))
/** Whether a change is between totals, between the comparable cores of two versions, or not to be drawn. */
const ChangeBasis = v.nullable(v.picklist(['total', 'core']))

const UnitName = { unitId: text, nameVi: text, nameEn: text, shortVi: maybeText, shortEn: maybeText }
const Band = { bandId: text, nameVi: text, nameEn: text, position: number }

const Source = v.object({
  sourceId: text,
  number: maybeText,
  title: text,
  issuer: maybeText,
  publishedOn: maybeText,
  url: maybeText,
  editionCount: number,
  resultCount: number,
})

/** One row an edition: everything that the switches, the method and the provenance need. Newest period first within an index and block. */
const Edition = v.object({
  indexId: text,
  indexNameVi: text,
  indexNameEn: text,
  indexShortName: text,
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
  ranked: flag,
  rankedCount: number,
  points: maybeNumber,
  totalOrigin: Origin,
  maxScore: maybeNumber,
  share: maybeNumber,
  bandId: maybeText,
  bandNameVi: maybeText,
  bandNameEn: maybeText,
  bandPosition: maybeNumber,
  bandOrigin: Origin,
  /** Points that are missing to the lower limit of the next class above; null where limits are unknown or the class is the highest. */
  pointsToNextBand: maybeNumber,
  nextBandNameVi: maybeText,
  nextBandNameEn: maybeText,
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
  /** Points that reaching the block median would add; 0 where the unit is at or above it. */
  recoverable: maybeNumber,
  parts: v.array(v.object({ part: v.picklist(SCORE_PARTS), score: number })),
  tableRow: maybeNumber,
  sourceRow: maybeNumber,
})

const Rule = v.object({ ruleId: v.picklist(RULE_IDS), value: number })

const EDITION = ['index', 'period', 'block', 'set'] as const

/** All editions of the package. */
export const editions = defineQuestion('editions', [], Edition)
/** Standing of every unit of a block; unranked units last. */
export const ranking = defineQuestion('ranking', EDITION, RankedUnit)
/** The block as a whole. */
export const summary = defineQuestion('summary', EDITION, Summary)
/** Every unit that has a result in the package, in the block of its latest edition. */
export const units = defineQuestion('units', [], UnitListed)
export const unitProfile = defineQuestion('unit_profile', ['unit'], UnitProfile)
export const unitStandings = defineQuestion('unit_standings', ['unit'], UnitStanding)
export const unitSubIndices = defineQuestion('unit_sub_indices', [...EDITION, 'unit'], UnitSubIndex)
export const sources = defineQuestion('sources', [], Source)
/** Thresholds of the method. */
export const rules = defineQuestion('rules', [], Rule)

const QUESTIONS: readonly Question[] = [
  editions,
  ranking,
  summary,
  units,
  unitProfile,
  unitStandings,
  unitSubIndices,
  sources,
  rules,
]

const BY_NAME: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.name, question]))

/** Throws for a name that no question has. */
export function questionNamed(name: string): Question {
  const question = BY_NAME.get(name)
  if (!question) throw new Error(`No question is named ${name}`)
  return question
}

export type Edition = RowOf<typeof editions>
export type RankedUnit = RowOf<typeof ranking>
export type Summary = RowOf<typeof summary>
export type UnitListed = RowOf<typeof units>
export type UnitProfile = RowOf<typeof unitProfile>
export type UnitStanding = RowOf<typeof unitStandings>
export type UnitSubIndex = RowOf<typeof unitSubIndices>
export type Source = RowOf<typeof sources>
export type Rule = RowOf<typeof rules>
