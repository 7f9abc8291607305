import type { Row } from '@/domain/tables'
import { readPeriod } from '@/import/meaning/periods'
import type { BaseDefinitions } from '@/import/opening'

/**
 * From which day on (ISO) a version of the criteria is in force in a block: its
 * date of issue, else the first day of the first period that the base has under
 * it; '' where neither is known.
 */
export function versionStarts(
  base: BaseDefinitions,
): (version: Pick<Row<'versions'>, 'index_id' | 'version_id'>, blockId: string) => string {
  const issued = new Map<string, string>()
  for (const { index_id, version_id, issued_on } of base.versions) {
    if (issued_on !== null) issued.set(`${index_id} ${version_id}`, issued_on)
  }
  const used = new Map<string, string>()
  for (const { index_id, version_id, block_id, period } of base.editions) {
    const start = readPeriod(period)?.start ?? ''
    const path = `${index_id} ${version_id} ${block_id}`
    const before = used.get(path)
    if (before === undefined || start < before) used.set(path, start)
  }
  return ({ index_id, version_id }, blockId) =>
    issued.get(`${index_id} ${version_id}`) ?? used.get(`${index_id} ${version_id} ${blockId}`) ?? ''
}
