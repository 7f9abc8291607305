/** The closed sets of the data package. A module of its own: the first view needs them, but not the table schemas. */

export const EDITION_STATUSES = ['official', 'provisional', 'derived', 'illustrative'] as const
export const LINEAGE_KINDS = ['rename', 'merge', 'split', 'scope-change'] as const
export const SCORE_PARTS = ['final', 'self', 'appraised', 'survey', 'bonus', 'penalty'] as const
export const MISSING_REASONS = [
  'not-assessed',
  'not-applicable',
  'not-published',
  'unit-did-not-exist',
  'rank-only',
  'refused',
] as const
/** Every threshold of the method; see DATA-PACKAGE rules 5 and 6. */
export const RULE_IDS = [
  'weak-absolute-share',
  'weak-relative-deviations',
  'weak-bottom-quantile',
  'weak-relative-min-units',
  'weak-fall-share',
  'comparable-core-share',
] as const

/** The result set of an edition that has only one. */
export const MAIN_SET = 'main'

export const PACKAGE_STATUSES = ['official', 'published-in-part', 'illustrative'] as const
