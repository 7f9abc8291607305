import { useSuspenseQuery } from '@tanstack/react-query'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { Scorecard } from '@/features/unit/Scorecard'
import { UnitPicker } from '@/features/unit/UnitPicker'
import { unitsQuery } from '@/queries/units'
import type { View } from '@/view/view-state'

interface Props {
  readonly pack: OpenPackage
  /** All editions of the package. */
  readonly editions: readonly Edition[]
  /** The view to draw; the link may be ahead of it. */
  readonly view: View
}

/** The scorecard of the unit of the link, or the choice of one. */
export function UnitScreen({ pack, editions, view }: Props) {
  const { data: units } = useSuspenseQuery(unitsQuery(pack.id))
  // Only units with a result have answers: nothing is asked about another.
  const unit = units.find(({ unitId }) => unitId === view.unit)
  return unit === undefined ? (
    <UnitPicker units={units} view={view} />
  ) : (
    <Scorecard key={unit.unitId} pack={pack} editions={editions} units={units} unitId={unit.unitId} view={view} />
  )
}
