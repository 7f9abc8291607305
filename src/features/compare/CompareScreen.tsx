import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import type { View } from '@/view/view-state'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  /** The view to draw; the link may be ahead of it. */
  readonly view: View
}

export function CompareScreen({ edition }: Props) {
  return <h1>{edition.indexShortName}</h1>
}
