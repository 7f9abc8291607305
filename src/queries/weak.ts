import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import type { EditionKey } from '@/domain/edition'
import { answer } from '@/queries/answer'

/** `limits`: see `domain/weak-limits.ts`. */
const limited = ({ index, period, block, set }: EditionKey, limits: string) => ({ index, period, block, set, limits })

export const fieldMatrixQuery = (packageId: string, edition: EditionKey, limits: string) =>
  answer(packageId, fieldMatrix, limited(edition, limits))
export const fieldSummaryQuery = (packageId: string, edition: EditionKey, limits: string) =>
  answer(packageId, fieldSummary, limited(edition, limits))
export const weaknessesQuery = (packageId: string, edition: EditionKey, limits: string) =>
  answer(packageId, weaknesses, limited(edition, limits))
export const thresholdEffectsQuery = (packageId: string, edition: EditionKey, limits: string) =>
  answer(packageId, thresholdEffects, limited(edition, limits))
