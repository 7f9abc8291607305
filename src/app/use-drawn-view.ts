import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { isFileId } from '@/domain/open-package'
import { editionsQuery, rankingQuery, summaryQuery } from '@/queries/first-view'
import { packagesQuery } from '@/queries/packages'
import { resolveEdition, resolvePackage } from '@/view/resolve-view'
import { useView } from '@/view/use-view'
import type { ParsedView, View } from '@/view/view-state'

/**
 * The link asks for a view at once; the view drawn follows when its answers are there, and until then the old
 * one stays. Deferring (rather than a transition around each click) also holds for the back button.
 */
export function useDrawnView(): ParsedView {
  const requested = useView()
  const deferred = useDeferredValue(requested)
  const client = useQueryClient()
  return canDrawAtOnce(client, requested.view, deferred.view) ? requested : deferred
}

/**
 * The figures of a file may take the engine long: the old screen, which is about others, gives way to what is said
 * about that. Another ranking whose answers have been asked before is drawn in one go: one layout and one paint instead of
 * two. Typing in the search stays deferred, so that no letter waits for the table.
 */
export function canDrawAtOnce(client: QueryClient, view: View, drawn: View): boolean {
  if (view.package !== drawn.package && [view, drawn].some(({ package: id }) => id !== null && isFileId(id)))
    return true
  if (view.screen !== 'ranking' || drawn.screen !== 'ranking' || view.q !== drawn.q || view.lang !== drawn.lang) {
    return false
  }
  const list = client.getQueryData(packagesQuery.queryKey)
  const pack = list && resolvePackage(view, list).value
  const editions = pack && client.getQueryData(editionsQuery(pack.id).queryKey)
  const edition = editions && resolveEdition(view, editions).value
  if (!pack || !edition) return false
  const key = { index: edition.indexId, period: edition.period, block: edition.blockId, set: edition.resultSet }
  return [rankingQuery(pack.id, key), summaryQuery(pack.id, key)].every(
    ({ queryKey }) => client.getQueryData(queryKey) !== undefined,
  )
}
