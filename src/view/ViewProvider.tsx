import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { ReactNode } from 'react'
import { NavigateContext, ViewContext } from '@/view/use-view'
import type { Navigate } from '@/view/use-view'
import { VIEW_PARAMS, readView, writeView } from '@/view/view-state'

/** Parameters travel as text through nuqs, so that one place (`readView`) checks them and says what it could not use. */
const RAW_PARSERS = Object.fromEntries([...VIEW_PARAMS, 'v'].map((name) => [name, parseAsString]))

/**
 * Holds the one subscription to the link. Needs the adapter `nuqs/adapters/react` above it, which gives no
 * parameters while the page is built.
 */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [raw, setRaw] = useQueryStates(RAW_PARSERS)
  const parsed = useMemo(
    () =>
      readView(Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => entry[1] !== null))),
    [raw],
  )
  const navigate = useCallback<Navigate>(
    (view, { history = 'push', scroll = false } = {}) => {
      void setRaw(writeView(view), { history, scroll })
    },
    [setRaw],
  )
  return (
    <NavigateContext value={navigate}>
      <ViewContext value={parsed}>{children}</ViewContext>
    </NavigateContext>
  )
}
