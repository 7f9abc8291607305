import type { OpenPackage } from '@/domain/open-package'

/** Only a part of the block is known: the package says so, or a rank counts more units than there are. */
export function isPartial(ranks: readonly (number | null)[], pack: OpenPackage): boolean {
  if (pack.origin === 'shipped' && pack.status === 'published-in-part') return true
  const known = ranks.filter((rank) => rank !== null)
  return known.some((rank) => rank > known.length)
}
