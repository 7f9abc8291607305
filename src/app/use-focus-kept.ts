import { useEffect, useRef } from 'react'
import { serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'

/**
 * The focus where another view is drawn. What had it may have gone with the view before: then the heading has it, and
 * a screen reader reads on from there; after a step back, the link that led away. A link of the header stays, and hands
 * it on all the same: nothing else says that the page is another.
 */
export function useFocusKept(view: View): void {
  const shown = useRef(view)
  const focused = useRef<Element | null>(null)
  /** The query of the address that a step in the history led to; one within the page changes no view. */
  const steppedTo = useRef<string | null>(null)
  /** By the link of a view, the address of the link that was followed from it. */
  const ways = useRef(new Map<string, string>())

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) focused.current = target
    }
    const onStep = () => {
      steppedTo.current = location.search
    }
    addEventListener('focusin', onFocus)
    addEventListener('popstate', onStep)
    return () => {
      removeEventListener('focusin', onFocus)
      removeEventListener('popstate', onStep)
    }
  }, [])

  useEffect(() => {
    const [before, from, back] = [shown.current, focused.current, steppedTo.current === location.search]
    shown.current = view
    steppedTo.current = null
    // A link to a figure brings its own focus.
    if (before === view || view.figure !== null) return
    const { activeElement, body } = document
    const isLost = activeElement === body && from?.isConnected === false
    const isHanded = activeElement instanceof HTMLAnchorElement && before.screen !== view.screen
    if (!isLost && !isHanded) return
    if (!back && from instanceof HTMLAnchorElement) {
      ways.current.set(serializeView(before), from.getAttribute('href') ?? '')
    }
    const content = document.getElementById('content')
    const way = back ? ways.current.get(serializeView(view)) : undefined
    const link = way === undefined ? null : content?.querySelector<HTMLElement>(`a[href="${CSS.escape(way)}"]`)
    const heading = content?.querySelector('h1')
    if (heading) heading.tabIndex = -1
    const target = link ?? heading ?? content
    target?.focus({ preventScroll: true })
  }, [view])
}
