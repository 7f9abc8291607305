import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { isElsewhere } from '@/app/is-elsewhere'
import { ElsewhereContext, NavigateContext, ViewContext } from '@/view/use-view'
import type { Navigate } from '@/view/use-view'
import { parseView, serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'

/** The page with everything, at the same view; the frame's page lies beside it. */
export const fullPage = (view: View): string => `./${serializeView(view)}`

interface Props {
  /** `location.search` of the frame. */
  readonly search: string
  readonly children: ReactNode
}

/**
 * The view of a frame on another site. Its address is read once and never changed: each change would be a step of
 * the back button of the page around it.
 */
export function EmbedViewProvider({ search, children }: Props) {
  const [parsed, setParsed] = useState(() => parseView(search))
  const [first] = useState(parsed.view)
  const elsewhere = useCallback((to: View) => (isElsewhere(first, to) ? fullPage(to) : null), [first])
  const navigate = useCallback<Navigate>(
    (to) => {
      const address = elsewhere(to)
      if (address === null) setParsed({ view: to, notices: [] })
      else window.open(address, '_blank', 'noopener')
    },
    [elsewhere],
  )
  return (
    <ElsewhereContext value={elsewhere}>
      <NavigateContext value={navigate}>
        <ViewContext value={parsed}>{children}</ViewContext>
      </NavigateContext>
    </ElsewhereContext>
  )
}
