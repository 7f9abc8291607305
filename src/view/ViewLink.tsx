import { useContext } from 'react'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { ElsewhereContext, useNavigate } from '@/view/use-view'
import { serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly to: View
  /** Leaves the page where it is scrolled to. */
  readonly keepScroll?: boolean
}

/** A real link (new tab, copy address) that changes the view without loading the page. */
export function ViewLink({ to, keepScroll = false, ...rest }: Props) {
  const navigate = useNavigate()
  const elsewhere = useContext(ElsewhereContext)(to)
  if (elsewhere !== null) return <a {...rest} href={elsewhere} target="_blank" rel="noopener" />
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || event.defaultPrevented) return
    event.preventDefault()
    navigate(to, { scroll: !keepScroll })
  }
  return <a {...rest} href={viewHref(to)} onClick={follow} />
}

/** Relative to the page, so that it works in any folder; `./` is the default view. */
const viewHref = (view: View): string => serializeView(view) || './'
