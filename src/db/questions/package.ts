import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import { maybeText, number, text } from '@/db/questions/columns'
import { RULE_IDS } from '@/domain/vocabulary'

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

const Rule = v.object({ ruleId: v.picklist(RULE_IDS), value: number })

/** Documents that the figures come from. */
export const sources = defineQuestion('sources', [], Source)
/** Thresholds of the method. */
export const rules = defineQuestion('rules', [], Rule)

export type Source = RowOf<typeof sources>
export type Rule = RowOf<typeof rules>
