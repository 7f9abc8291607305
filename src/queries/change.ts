import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import type { EditionKey } from '@/domain/edition'
import { answer } from '@/queries/answer'

/** The later period is that of the edition. */
const pair = ({ index, period, block, set }: EditionKey, before: string) => ({ index, block, set, period, before })

export const comparabilityQuery = (packageId: string, edition: EditionKey, before: string) =>
  answer(packageId, comparability, pair(edition, before))
export const changeSplitQuery = (packageId: string, edition: EditionKey, before: string) =>
  answer(packageId, changeSplit, pair(edition, before))
export const rankChangeQuery = (packageId: string, edition: EditionKey, before: string) =>
  answer(packageId, rankChange, pair(edition, before))
export const blockHistoryQuery = (packageId: string, { index, block, set }: EditionKey) =>
  answer(packageId, blockHistory, { index, block, set })
export const editionHistoryQuery = (packageId: string, { index, block, set }: EditionKey) =>
  answer(packageId, editionHistory, { index, block, set })
