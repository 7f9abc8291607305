import type { OpenPackage } from '@/domain/open-package'

export const publishedInPart = (pack: OpenPackage): boolean =>
  pack.status === 'published-in-part' && (pack.origin === 'shipped' || pack.over !== null)

/**
 * Only a part of the block is known: the package says so, or a rank counts more units than there are. A mean, a median
 * or a gap of such a list would be one of those that happen to be known.
 */
export function isPartial(ranks: readonly (number | null)[], pack: OpenPackage): boolean {
  if (publishedInPart(pack)) return true
  const known = ranks.filter((rank) => rank !== null)
  return known.some((rank) => rank > known.length)
}
