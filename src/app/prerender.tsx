import { dehydrate } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { writeBoot } from '@/app/boot'
import { packageList } from '@/app/packages'
import { createQueryClient, isAnswerKey } from '@/app/query-client'
import type { Ask } from '@/app/query-client'
import { EmbedRoot } from '@/app/EmbedRoot'
import { Root } from '@/app/Root'
import type { Catalog } from '@/domain/catalog'
import { editionsQuery } from '@/queries/first-view'
import { packagesQuery } from '@/queries/packages'
import { resolveEdition } from '@/view/resolve-view'
import { DEFAULT_VIEW } from '@/view/view-state'

/** What each page of the site draws. */
const ROOTS = {
  'index.html': (queryClient) => <Root queryClient={queryClient} />,
  'embed.html': (queryClient) => <EmbedRoot queryClient={queryClient} search="" />,
} satisfies Readonly<Record<string, (queryClient: QueryClient) => ReactNode>>

export type Page = keyof typeof ROOTS
export const PAGES = Object.keys(ROOTS) as readonly Page[]

/**
 * The default view as HTML, and the answers that it asked for, so that the page can be read before
 * (or without) JavaScript and hydrates without asking again. Rendering is repeated until nothing
 * suspends: each round asks what the one before found out it needed.
 */
export async function prerender(page: Page, catalog: Catalog, ask: Ask): Promise<{ html: string; boot: string }> {
  const queryClient = createQueryClient(ask)
  queryClient.setQueryData(packagesQuery.queryKey, packageList(catalog))
  for (let round = 0; round < 8; round += 1) {
    const html = renderToString(ROOTS[page](queryClient))
    const pending = queryClient
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.data === undefined)
    if (pending.length === 0) {
      if (page === 'embed.html') keepOneEdition(queryClient, catalog.default)
      const state = dehydrate(queryClient, { shouldDehydrateQuery: ({ queryKey }) => isAnswerKey(queryKey) })
      return {
        html,
        boot: writeBoot({ catalog: page === 'embed.html' ? withoutDescriptions(catalog) : catalog, state }),
      }
    }
    await Promise.all(pending.map((query) => query.fetch()))
  }
  throw new Error('The default view never stops asking')
}

/** A frame that shows the default view leads to no other edition: the list of all would be a sixth of its page. */
function keepOneEdition(queryClient: QueryClient, packageId: string) {
  queryClient.setQueryData(editionsQuery(packageId).queryKey, (editions = []) => {
    const { value } = resolveEdition(DEFAULT_VIEW, editions)
    return value === null ? [] : [value]
  })
}

/** A frame shows no list of packages. */
const withoutDescriptions = (catalog: Catalog): Catalog => ({
  ...catalog,
  packages: catalog.packages.map((entry) => ({ ...entry, description_vi: '', description_en: '' })),
})
