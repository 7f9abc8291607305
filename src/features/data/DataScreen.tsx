import type { Edition } from '@/db/questions'
import type { OpenPackage } from '@/domain/open-package'
import type { View } from '@/view/view-state'

interface Props {
  readonly pack: OpenPackage
  readonly editions: readonly Edition[]
  readonly view: View
}

export function DataScreen({ pack }: Props) {
  return <h1>{pack.id}</h1>
}
