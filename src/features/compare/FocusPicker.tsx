import { useMemo } from 'react'
import { UnitFinder } from '@/features/compare/UnitFinder'
import type { FindableUnit } from '@/features/compare/find-units'
import type { UnitNotes } from '@/features/compare/unit-notes'
import { useI18n } from '@/i18n/use-i18n'
import { Select } from '@/ui/Select'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import { onScreen } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly units: readonly FindableUnit[]
  readonly notes: UnitNotes
  /** Units without a result in the shown period: last in a search. */
  readonly absent: ReadonlySet<string>
  /** The one that is brought out; null: none. */
  readonly focus: FindableUnit | null
  /** Whether none may be chosen. */
  readonly optional: boolean
}

/** Which unit is brought out: a select of all, a search through them. */
export function FocusPicker({ units, notes, absent, focus, optional }: Props) {
  const { t, format } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const options = useMemo(
    () =>
      units
        .map((unit) => {
          const name = format.name(unit)
          const note = notes.get(unit.unitId)
          return { value: unit.unitId, label: note === undefined ? name : t('compare.named', { unit: name, note }) }
        })
        .toSorted((a, b) => format.compareNames(a.label, b.label)),
    [units, notes, t, format],
  )
  const focusOn = (unit: string | null) => navigate({ ...view, unit })
  return (
    <div className={styles['picker']} role="group" aria-label={t('compare.finder')}>
      <Select
        name="unit"
        label={t('compare.finder.select')}
        value={focus?.unitId ?? ''}
        options={[...(optional || focus === null ? [{ value: '', label: t('compare.finder.none') }] : []), ...options]}
        onChange={(value) => focusOn(value === '' ? null : value)}
      />
      <UnitFinder
        units={units}
        notes={notes}
        absent={absent}
        label={t('compare.finder')}
        onChoose={({ unitId }) => focusOn(unitId)}
      />
      {focus !== null && (
        <ViewLink className={styles['card']} to={onScreen(view, 'unit', focus.unitId)}>
          {t('compare.finder.card', { unit: format.shortName(focus) })}
        </ViewLink>
      )}
    </div>
  )
}
