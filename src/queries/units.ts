import { examples, peers, unitHistory, unitProfile, units, unitStandings, unitSubIndices } from '@/db/questions/units'
import type { EditionKey } from '@/domain/edition'
import { answer } from '@/queries/answer'

export const unitsQuery = (packageId: string) => answer(packageId, units, {})
export const unitProfileQuery = (packageId: string, unit: string) => answer(packageId, unitProfile, { unit })
export const unitStandingsQuery = (packageId: string, unit: string) => answer(packageId, unitStandings, { unit })
export const unitHistoryQuery = (packageId: string, unit: string) => answer(packageId, unitHistory, { unit })
export const unitSubIndicesQuery = (packageId: string, { index, period, block, set }: EditionKey, unit: string) =>
  answer(packageId, unitSubIndices, { index, period, block, set, unit })
export const peersQuery = (packageId: string, { index, period, block, set }: EditionKey, unit: string) =>
  answer(packageId, peers, { index, period, block, set, unit })
export const examplesQuery = (packageId: string, { index, period, block, set }: EditionKey, unit: string) =>
  answer(packageId, examples, { index, period, block, set, unit })
