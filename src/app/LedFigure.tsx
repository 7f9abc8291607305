import { useEffect } from 'react'
import type { View } from '@/view/view-state'
import styles from '@/app/LedFigure.module.css'

/** Ids are letters, digits and hyphens. */
const selectorOf = ({ screen, unit, figure }: View) =>
  screen === 'unit' ? `[data-figure="${figure}"]` : `tr[data-unit="${unit}"]`

/**
 * Brings the figure that a link leads to into sight, marks it, and reads on from it; the heading of the screen where
 * the link names no unit. Parts of a screen come later than the screen: the figure is awaited until the viewer does
 * something else.
 */
export function LedFigure({ view }: { readonly view: View }) {
  const marks = view.unit !== null
  const selector = marks ? selectorOf(view) : 'h1'
  useEffect(() => {
    const content = document.getElementById('content')
    if (content === null) return
    let led: HTMLElement | null = null
    const stop = () => {
      observer.disconnect()
      for (const event of OWN_WAY) removeEventListener(event, stop)
    }
    const lead = () => {
      led = content.querySelector<HTMLElement>(selector)
      if (led === null) return
      stop()
      led.tabIndex = -1
      if (marks) led.classList.add(styles['led'] ?? '')
      led.scrollIntoView({ block: 'center' })
      led.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(lead)
    observer.observe(content, { childList: true, subtree: true })
    for (const event of OWN_WAY) addEventListener(event, stop)
    lead()
    return () => {
      stop()
      led?.classList.remove(styles['led'] ?? '')
    }
  }, [selector, marks])
  return null
}

const OWN_WAY = ['pointerdown', 'keydown', 'wheel'] as const
