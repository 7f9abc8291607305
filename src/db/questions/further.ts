import type { Question } from '@/db/define-question'
import { audit } from '@/db/questions/audit'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import { rules, sources } from '@/db/questions/package'
import { examples, peers, unitHistory, unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'

/** Every question that the first view does not ask. */
export const FURTHER: readonly Question[] = [
  sources,
  rules,
  units,
  unitProfile,
  unitStandings,
  unitSubIndices,
  unitHistory,
  peers,
  examples,
  fieldMatrix,
  fieldSummary,
  weaknesses,
  thresholdEffects,
  comparability,
  changeSplit,
  rankChange,
  blockHistory,
  editionHistory,
  audit,
]
