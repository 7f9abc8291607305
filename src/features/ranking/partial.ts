import type { RankedUnit } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'

/**
 * Only a part of the block is known: the package says so, or a rank counts more units than there are. A mean or a gap
 * of such a list would be one of those that happen to be known.
 */
export function isPartial(rows: readonly RankedUnit[], pack: OpenPackage): boolean {
  if (pack.origin === 'shipped' && pack.status === 'published-in-part') return true
  let ranked = 0
  let highest = 0
  for (const { rank } of rows) {
    if (rank === null) continue
    ranked += 1
    highest = Math.max(highest, rank)
  }
  return highest > ranked
}
