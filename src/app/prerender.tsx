import { dehydrate } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { writeBoot } from '@/app/boot'
import { packageList } from '@/app/packages'
import { createQueryClient, isAnswerKey } from '@/app/query-client'
import type { Ask } from '@/app/query-client'
import { Root } from '@/app/Root'
import type { Catalog } from '@/domain/catalog'
import { packagesQuery } from '@/queries/packages'

/**
 * The default view as HTML, and the answers that it asked for, so that the page can be read before
 * (or without) JavaScript and hydrates without asking again. Rendering is repeated until nothing
 * suspends: each round asks what the one before found out it needed.
 */
export async function prerender(catalog: Catalog, ask: Ask): Promise<{ html: string; boot: string }> {
  const queryClient = createQueryClient(ask)
  queryClient.setQueryData(packagesQuery.queryKey, packageList(catalog))
  for (let round = 0; round < 8; round += 1) {
    const html = renderToString(<Root queryClient={queryClient} />)
    const pending = queryClient
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.data === undefined)
    if (pending.length === 0) {
      const state = dehydrate(queryClient, { shouldDehydrateQuery: ({ queryKey }) => isAnswerKey(queryKey) })
      return { html, boot: writeBoot({ catalog, state }) }
    }
    await Promise.all(pending.map((query) => query.fetch()))
  }
  throw new Error('The default view never stops asking')
}
