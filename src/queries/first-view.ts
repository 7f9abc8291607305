import { editions, ranking, summary } from '@/db/questions/first-view'
import type { EditionKey } from '@/domain/edition'
import { answer } from '@/queries/answer'

export const editionsQuery = (packageId: string) => answer(packageId, editions, {})
export const rankingQuery = (packageId: string, { index, period, block, set }: EditionKey) =>
  answer(packageId, ranking, { index, period, block, set })
export const summaryQuery = (packageId: string, { index, period, block, set }: EditionKey) =>
  answer(packageId, summary, { index, period, block, set })
