import { createContext, useContext } from 'react'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { ParsedView, View } from '@/view/view-state'

export interface NavigateOptions {
  /** `push` (the default) makes a step for the back button; `replace` is for typing. */
  readonly history?: 'push' | 'replace'
  readonly scroll?: boolean
}
export type Navigate = (view: View, options?: NavigateOptions) => void

export const ViewContext = createContext<ParsedView>({ view: DEFAULT_VIEW, notices: [] })
export const NavigateContext = createContext<Navigate>(() => undefined)

/** The address at which a view opens in a page of its own; null where it is drawn in this one. */
export type Elsewhere = (view: View) => string | null
/** A frame on another site shows one view; what leads out of it opens beside it. */
export const ElsewhereContext = createContext<Elsewhere>(() => null)

/** What the link asks for now. Screens get the view they should draw as a prop instead: it may lag behind while an answer loads. */
export const useView = (): ParsedView => useContext(ViewContext)

/** Goes to a view; the function never changes. */
export const useNavigate = (): Navigate => useContext(NavigateContext)
