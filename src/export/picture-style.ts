import type { ClassStep } from '@/ui/classes'

/** Fonts that are on every system: a picture that leaves the page cannot bring the page's own. */
export const EXPORT_FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"

export interface PictureColors {
  readonly ink: string
  readonly inkSoft: string
  /** Between rows, of grids. */
  readonly rule: string
  readonly ground: string
}

/** Pictures go into documents: always in light colours, those of `ui/tokens.css`, and resolved. */
export const PICTURE: PictureColors = { ink: '#15212b', inkSoft: '#51606c', rule: '#e2e6e9', ground: '#fff' }

/** Of a class or of a step of the heat scale, and of the text on it. */
export const STEP_COLORS: Readonly<Record<ClassStep, { readonly fill: string; readonly text: string }>> = {
  5: { fill: '#0a3a5e', text: '#fff' },
  4: { fill: '#2a6a99', text: '#fff' },
  3: { fill: '#6fa3c7', text: '#15212b' },
  2: { fill: '#a9c8de', text: '#15212b' },
  1: { fill: '#d2dee7', text: '#15212b' },
  none: { fill: '#c8d0d6', text: '#15212b' },
}
