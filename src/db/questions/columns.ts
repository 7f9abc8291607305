import * as v from 'valibot'
import { MISSING_REASONS } from '@/domain/vocabulary'

/** Column types that the row schemas share. Shares are 0–1, never per cent; null is "no value", never 0. */
export const text = v.string()
export const maybeText = v.nullable(v.string())
export const number = v.number()
export const maybeNumber = v.nullable(v.number())
export const flag = v.boolean()
export const Origin = v.nullable(v.picklist(['published', 'computed']))
export const MissingReason = v.nullable(v.picklist(MISSING_REASONS))
/** Whether a change is between totals, between the comparable cores of two versions, or not to be drawn. */
export const ChangeBasis = v.nullable(v.picklist(['total', 'core']))

export const UnitName = { unitId: text, nameVi: text, nameEn: text, shortVi: maybeText, shortEn: maybeText }
export const Band = { bandId: text, nameVi: text, nameEn: text, position: number }

export const EDITION = ['index', 'period', 'block', 'set'] as const
