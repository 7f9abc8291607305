import { audit } from '@/db/questions/audit'
import { answer } from '@/queries/answer'

export const auditQuery = (packageId: string) => answer(packageId, audit, {})
