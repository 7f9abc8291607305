import { useEffect } from 'react'

/** What stands at the foot of every printed page, beside its number; see `@page` in base.css. */
export function usePrintNote(text: string): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--print-note', cssString(text))
    return () => {
      style.removeProperty('--print-note')
    }
  }, [text])
}

const cssString = (text: string) =>
  `"${text.replaceAll(/["\\\p{C}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
