import { useEffect } from 'react'
import type { RefObject } from 'react'
import { takePrintRequest } from '@/view/print-request'

/** Prints the page once, where that was asked for, when nothing in the element is on its way any more. */
export function useRequestedPrint(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!takePrintRequest()) return
    function printWhenDrawn() {
      const shown = element.current
      // The viewer went on meanwhile.
      if (shown?.isConnected !== true) return
      if (shown.querySelector('[aria-busy="true"]') === null) print()
      else requestAnimationFrame(printWhenDrawn)
    }
    requestAnimationFrame(printWhenDrawn)
  }, [element])
}
