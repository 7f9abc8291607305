import { useSyncExternalStore } from 'react'
import { DARK, LIGHT } from '@/charts/theme'
import type { ChartTheme } from '@/charts/theme'

const SYSTEM = '(prefers-color-scheme: dark)'

function subscribe(onChange: () => void): () => void {
  const system = matchMedia(SYSTEM)
  system.addEventListener('change', onChange)
  const chosen = new MutationObserver(onChange)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', onChange)
    chosen.disconnect()
  }
}

const isDark = () =>
  (document.documentElement.dataset['theme'] ?? (matchMedia(SYSTEM).matches ? 'dark' : 'light')) === 'dark'

/** The page's colours, light or dark, as they change: the choice on the root element, else the system's. */
export const usePageTheme = (): ChartTheme => (useSyncExternalStore(subscribe, isDark) ? DARK : LIGHT)
