import { rules, sources } from '@/db/questions/package'
import { answer } from '@/queries/answer'

export const sourcesQuery = (packageId: string) => answer(packageId, sources, {})
export const rulesQuery = (packageId: string) => answer(packageId, rules, {})
