import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** For what is drawn only because the page is being printed: it has missed the event. */
let now = false

/** Whether the page is being printed. Becomes true before the browser lays out the pages. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => now)
  useEffect(() => {
    const before = () => {
      now = true
      flushSync(() => setPrinting(true))
    }
    const after = () => {
      now = false
      setPrinting(false)
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
