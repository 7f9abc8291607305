import type { EditionName } from '@/view/resolve-view'
import type { View } from '@/view/view-state'
import { parseView, serializeView } from '@/view/view-state'

/** The view as it will be at any time: of the newest period, and of whatever version the host has. */
export const currentView = (view: View): View => ({ ...view, version: null, period: null, before: null, figure: null })

/**
 * The view as it is now, for ever: everything that the package gives by itself is named, with its version.
 * `edition` null: the view is about several. null where a link cannot carry the version.
 */
export function frozenView(
  view: View,
  pack: { readonly id: string; readonly version: string },
  edition: EditionName | null,
): View | null {
  const frozen: View = {
    ...view,
    package: pack.id,
    version: pack.version,
    figure: null,
    ...(edition !== null && {
      index: edition.indexId,
      period: edition.period,
      block: edition.blockId,
      set: edition.resultSet,
    }),
  }
  return parseView(serializeView(frozen)).view.version === pack.version ? frozen : null
}
