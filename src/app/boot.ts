import type { DehydratedState } from '@tanstack/react-query'
import type { Catalog } from '@/domain/catalog'

/** What the build writes into the page: the catalog that the answers were computed from, and the first answers. */
export interface Boot {
  readonly catalog: Catalog
  readonly state: DehydratedState
}

const PLACE = 'boot'

/** Null in development, where nothing is built. */
export function readBoot(): Boot | null {
  const text = document.getElementById(PLACE)?.textContent?.trim()
  return text ? (JSON.parse(text) as Boot) : null
}

/** JSON that cannot end its script element early. */
export const writeBoot = (boot: Boot): string =>
  `<script id="${PLACE}" type="application/json">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`
