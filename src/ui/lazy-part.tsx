import { lazy } from 'react'
import type { ComponentType } from 'react'
import { Failure } from '@/domain/failure'

/** Each gives up a part that did not come, so that it is fetched anew. */
const missing = new Set<() => void>()
let loading = 0

/**
 * For the boundary that shows a failure, once it does: the next try fetches anew. Sooner it would do so for ever, since
 * React itself tries a second time before it gives up.
 */
export function forgetMissingParts(): void {
  for (const forget of missing) forget()
  missing.clear()
}

/** A style sheet that did not come is not asked for again by whoever needs it. */
function fetchMissingStyles() {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet === null) link.replaceWith(link.cloneNode())
  }
}

/**
 * `lazy` of which a failure is not for ever: a component that is fetched when it is first shown. Where it does not come
 * a `Failure` reaches the error boundary, and its “try again” fetches it again.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const fetched = () =>
    lazy(async () => {
      // While another part is on its way, so may its styles be.
      if (loading === 0) fetchMissingStyles()
      loading += 1
      try {
        return { default: await load() }
      } catch (error) {
        missing.add(() => {
          Part = fetched()
        })
        throw new Failure('site-unreachable', String(error))
      } finally {
        loading -= 1
      }
    })
  let Part: ComponentType<P> = fetched()
  return function LazyPart(props: P) {
    return <Part {...props} />
  }
}
