/** Name in the storage; the page's head reads it before the first paint. */
const KEY = 'theme'

/** Turns light into dark and back; kept for the next visit where the browser allows it. */
export function switchTheme(): void {
  const root = document.documentElement
  const shown = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  const next = shown === 'dark' ? 'light' : 'dark'
  root.dataset['theme'] = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Storage may be forbidden (sandboxed frames, private windows): the choice then lasts as long as the page.
  }
}
