/** What the audit of a package finds: figures that do not fit together, and what has no value. */
export const AUDIT_KINDS = [
  'total-differs',
  'rank-contradicts-score',
  'class-contradicts-score',
  'rank-gap',
  'duplicate-row',
  'jump',
  'structure-differs',
  'outside-unit-dates',
  'total-rounded',
  'no-total',
  'no-score',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** In what an edition is unlike the one before, or unlike its criteria. */
export const STRUCTURES = [
  'unit-left',
  'unit-entered',
  'field-empty',
  'fields-entered',
  'fields-left',
  'maxima-changed',
  'own-maximum',
  'maxima-of-parts',
] as const
